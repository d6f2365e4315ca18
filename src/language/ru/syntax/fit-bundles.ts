import type { Features, PartOfSpeech } from '../../analysis.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import type { Bundle } from './read-syntax.ts';
import { treebankVoice } from './treebank-voice.ts';

/** A tagged sentence as a tree: heads are indices, -1 for the root. */
export interface TaggedTree {
  readonly texts: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly bundles: readonly Bundle[];
}

/** A tree whose heads and relations may still change. */
export type FittedTree = TaggedTree & { readonly relations: string[] };

/** The tree with the dictionary's readings of each word. */
type ReadTree = TaggedTree & { readonly analyses: readonly (readonly WordAnalysis[])[] };

/**
 * The tags again, where a word takes features that its own form does not show from another word of the tree: «три страны» the
 * animacy of what is counted, «две страны» its gender too, «стороны, которые …» the animacy of the antecedent, «страны,
 * подписавшие …» the case. `known` has tags by part of speech and features as written; a tag that is not there is left as it was.
 */
export function fitBundles(tree: ReadTree, known: ReadonlyMap<string, Bundle>): readonly Bundle[] {
  return Array.from(tree.bundles, (bundle, i) => {
    const fitted = fits[bundle.pos]?.(tree, i) ?? null;
    return (fitted === null ? null : known.get(fitted)) ?? bundle;
  });
}

const fits: Partial<Record<PartOfSpeech, (tree: ReadTree, i: number) => string | null>> = {
  NOUN: predicative,
  NUM: counting,
  PRON: referring,
  ADJ: ordinal,
  VERB: participle,
};

/** «назначен исполняющим обязанности»: what somebody becomes is in the instrumental where its form may be. */
function predicative({ analyses, heads, relations, bundles }: ReadTree, i: number): string | null {
  const own = bundles[i]?.features.case;
  if (relations[i] !== 'xcomp' || own === undefined || own === 'Nom' || own === 'Ins') return null;
  if (relations.some((relation, k) => relation === 'case' && heads[k] === i)) return null;
  const reading = analyses[i]?.find((it) => it.isKnown && it.pos === 'NOUN' && it.features.case === 'Ins')?.features;
  if (!reading) return null;
  const { animacy, gender, number } = reading;
  return `NOUN Animacy=${animacy}|Case=Ins|Gender=${gender}|Number=${number}`;
}

/** «три страны», «22 соглашения»: the treebank marks what is counted in numerals that end in one to four. */
function counting({ texts, heads, relations, bundles }: TaggedTree, i: number): string | null {
  const own = bundles[i]?.features.case;
  const relation = relations[i] ?? '';
  if (own === undefined || !relation.startsWith('nummod')) return null;
  const head = heads[i] ?? -1;
  const { animacy, gender } = bundles[head]?.features ?? {};
  // what governs the genitive is in the nominative or the accusative itself
  const of = relation !== 'nummod:gov' || own !== 'Gen' ? own : relations[head] === 'obj' ? 'Acc' : 'Nom';
  const last = lastNumber(texts[i]?.toLowerCase() ?? '');
  if (last === null || animacy === undefined || (last < 3 && gender === undefined)) {
    return of === own ? null : `NUM Case=${of}|NumType=Card`;
  }
  const start = `NUM Animacy=${animacy}|Case=${of}`;
  if (last > 2) return `${start}|NumType=Card`;
  return last === 2 ? `${start}|Gender=${gender}|NumType=Card` : `${start}|Gender=${gender}|Number=Sing|NumType=Card`;
}

/** «три» → 3, «122» → 2, «12» → null. */
function lastNumber(text: string): 1 | 2 | 3 | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/(?:^|[^1])[1-4]$/u.test(text) || !/^\d+(?:[.,]\d+)?$/u.test(text)) return null;
  const digit = Number(text.at(-1));
  return digit === 1 ? 1 : digit === 2 ? 2 : 3;
}

const words: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ...['один', 'одна', 'одно', 'одного', 'одной', 'одному', 'одним', 'одном', 'одну'].map((word) => [word, 1] as const),
  ...['два', 'две', 'двух', 'двум', 'двумя'].map((word) => [word, 2] as const),
  ...['три', 'трех', 'трёх', 'трем', 'трём', 'тремя'].map((word) => [word, 3] as const),
  ...['четыре', 'четырех', 'четырёх', 'четырем', 'четырём', 'четырьмя'].map((word) => [word, 3] as const),
]);

const which = /^котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)$/iu;

/** «стороны, с которыми …»: number, gender and animacy are those of the noun that the clause hangs on. */
function referring({ texts, heads, relations, bundles }: TaggedTree, i: number): string | null {
  if (!which.test(texts[i] ?? '')) return null;
  const own = bundles[i]?.features;
  let at = i;
  for (let steps = 0; steps < mostSteps && relations[at]?.startsWith('acl') !== true; steps++) at = heads[at] ?? -1;
  const noun = bundles[heads[at] ?? -1];
  const animacy = noun?.features.animacy;
  if (!own?.case || animacy === undefined || own.number === undefined) return null;
  const gender = own.number === 'Sing' && own.gender !== undefined ? `|Gender=${own.gender}` : '';
  return `PRON Animacy=${animacy}|Case=${own.case}${gender}|Number=${own.number}`;
}

/** «которого» hangs on its clause's verb, or a few words below it. */
const mostSteps = 6;

/** «3-й», «1980-е»: the treebank gives no degree to what is written in digits. */
function ordinal({ texts, bundles }: TaggedTree, i: number): string | null {
  if (!/^\p{Nd}+-\p{L}+$/u.test(texts[i] ?? '')) return null;
  return `ADJ ${bundles[i]?.written.replace('Degree=Pos|', '')}`;
}

/**
 * «странам, подписавшим …»: a participle has the reading of the dictionary that goes with its noun, else the one that goes with
 * the net's tag, and the animacy of the noun. Tense, aspect and voice are those of the reading. A short one: `withoutSubject`.
 */
function participle(tree: ReadTree, i: number): string | null {
  const { analyses, heads, relations, bundles } = tree;
  const own = bundles[i]?.features;
  if (own?.variant === 'Short') return withoutSubject(tree, i);
  if (own?.verbForm !== 'Part') return null;
  const noun = /^(?:amod|acl)/u.test(relations[i] ?? '') ? bundles[heads[i] ?? -1]?.features : undefined;
  const readings = (analyses[i] ?? []).filter((it) => it.isKnown && it.features.verbForm === 'Part');
  const reading =
    (noun && readings.find((it) => agree(it.features, noun))) ?? readings.find((it) => agree(it.features, own));
  if (!reading) return null;
  const { aspect, case: of, number, gender, tense } = reading.features;
  const animacy = noun?.animacy ?? own.animacy ?? 'Inan';
  const declined = `Case=${of}|${number === 'Sing' ? `Gender=${gender}|` : ''}Number=${number}`;
  const voice = treebankVoice(reading.features);
  return `VERB Animacy=${animacy}|Aspect=${aspect}|${declined}|Tense=${tense}|VerbForm=Part|Voice=${voice}`;
}

/** «В мае был направлен в Осло»: what is left out as a subject is a person (9 of 12 in GSD). */
function withoutSubject({ heads, relations, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? nothing;
  if (features.animacy !== 'Inan' || features.number !== 'Sing' || features.gender === 'Neut') return null;
  let clause = i;
  const hasSubject = (): boolean => relations.some((it, k) => heads[k] === clause && subjects.has(it));
  for (let steps = 0; steps < mostSteps && !hasSubject() && relations[clause] === 'conj'; steps++) {
    clause = heads[clause] ?? -1;
  }
  if (hasSubject() || (relations[clause] !== 'root' && relations[clause] !== 'parataxis')) return null;
  return `VERB ${written.replace('Animacy=Inan', 'Animacy=Anim')}`;
}

const subjects: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass']);
const nothing: Pick<Bundle, 'features' | 'written'> = { features: {}, written: '_' };

function agree(a: Features, b: Features): boolean {
  if (a.case === undefined || a.case !== b.case || a.number !== b.number) return false;
  return (
    (a.number === 'Plur' || a.gender === undefined || b.gender === undefined || a.gender === b.gender) &&
    (a.animacy === undefined || b.animacy === undefined || a.animacy === b.animacy)
  );
}
