import type { Features, PartOfSpeech } from '../../analysis.ts';
import { collect } from '../../collect.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import { isAdverbToo } from './fit-noun-prepositions.ts';
import { fitNumeral, fitUnit, isScore } from './fit-numerals.ts';
import { noBundle, type Bundle } from './bundle.ts';
import { hasBelow, type ReadTree, type TaggedTree } from './tagged-tree.ts';
import { treebankVoice } from './treebank-voice.ts';

/**
 * The tags again, where a word takes features that its own form does not show from another word of the tree: «три страны» the
 * animacy of what is counted, «две страны» its gender too, «стороны, которые …» the animacy of the antecedent, «страны,
 * подписавшие …» the case; or where the treebank has another tag than the net tends to. `known` has tags by part of speech and
 * features as written; a tag that is not there is left as it was.
 */
export function fitBundles(tree: ReadTree, known: ReadonlyMap<string, Bundle>): readonly Bundle[] {
  return collect(tree.bundles, (bundle, i) => {
    const fitted = fits[bundle.pos]?.(tree, i) ?? null;
    return (fitted === null ? null : known.get(fitted)) ?? bundle;
  });
}

const fits: Partial<Record<PartOfSpeech, (tree: ReadTree, i: number) => string | null>> = {
  NOUN: (tree, i) => predicative(tree, i) ?? yearInBrackets(tree, i) ?? fitUnit(tree, i),
  PROPN: (tree, i) => acronym(tree, i) ?? named(tree, i) ?? inPlace(tree, i),
  NUM: fitNumeral,
  PRON: referring,
  ADJ: (tree, i) => score(tree, i) ?? ordinal(tree, i) ?? dayOfLife(tree, i) ?? yearInBrackets(tree, i),
  SCONJ: answering,
  CCONJ: answering,
  VERB: (tree, i) => bornOrDied(tree, i) ?? participle(tree, i),
  AUX: being,
  ADP: freed,
};

/** «назначен исполняющим обязанности»: what somebody becomes is in the instrumental where its form may be. */
function predicative(tree: ReadTree, i: number): string | null {
  const { analyses, relations, bundles } = tree;
  const own = bundles[i]?.features.case;
  if (relations[i] !== 'xcomp' || own === undefined || own === 'Nom' || own === 'Ins') return null;
  if (hasBelow(tree, i, 'case')) return null;
  const reading = analyses[i]?.find((it) => it.isKnown && it.pos === 'NOUN' && it.features.case === 'Ins')?.features;
  if (!reading) return null;
  const { animacy, gender, number } = reading;
  return `NOUN Animacy=${animacy}|Case=Ins|Gender=${gender}|Number=${number}`;
}

/** «принят накануне сенатом»: an adverb, where the tree has it as one. */
function freed({ texts, relations }: TaggedTree, i: number): string | null {
  return relations[i] === 'advmod' && isAdverbToo(texts[i] ?? '') ? 'ADV Degree=Pos' : null;
}

/** «завод МРТА»: capitals name nobody, unless they stand beside a name that is not written so. */
function acronym({ texts, heads, relations, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
  if (features.animacy !== 'Anim' || features.number !== 'Sing' || !capitals.test(texts[i] ?? '')) return null;
  if (relations[i] === 'flat:name' && !capitals.test(texts[heads[i] ?? -1] ?? '')) return null;
  return `PROPN ${written.replace('Animacy=Anim', 'Animacy=Inan')}`;
}

/**
 * «на острове Нейра», «у реки Заречь»: what a town or river is called by stands in the nominative behind its noun, unless the
 * dictionary has it in the noun's case («города Минска»), and is a thing.
 */
function named({ texts, analyses, heads, relations, bundles }: ReadTree, i: number): string | null {
  const noun = heads[i] ?? -1;
  const { features, written } = bundles[i] ?? noBundle;
  const of = bundles[noun]?.features.case;
  if (!called.has(relations[i] ?? '') || features.number !== 'Sing' || features.case === undefined) return null;
  const isNext = noun === i - 1 || (noun === i - 2 && bundles[i - 1]?.pos === 'PUNCT');
  if (!isNext || !analyses[noun]?.some(({ lemma }) => namedNouns.has(lemma))) return null;
  // «посетил остров Нейра»: a name that is taken for an accusative may be one
  if (of === undefined || (of === 'Acc' && features.case !== 'Gen')) return null;
  const name = texts[i] ?? '';
  if (!isUndeclined(name, analyses[i] ?? [], of)) return null;
  const gender = /[ая]$/u.test(name) ? 'Fem' : /[оеёэ]$/u.test(name) ? 'Neut' : features.gender;
  return `PROPN ${written
    .replace(/Animacy=\p{L}+/u, 'Animacy=Inan')
    .replace(/Case=\p{L}+/u, 'Case=Nom')
    .replace(/Gender=\p{L}+/u, `Gender=${gender}`)}`;
}

/** Whether a name is not in the case of its noun: the dictionary tells, and of what it lacks the ending («Тимашевска» is a genitive). */
function isUndeclined(name: string, analyses: readonly WordAnalysis[], of: string): boolean {
  const readings = analyses.filter((it) => it.isKnown && it.features.case !== undefined);
  if (readings.length === 0) return (of === 'Gen' ? noGenitive : bare).test(name);
  const isBare = readings.some(({ features }) => features.case === 'Nom' && features.number !== 'Plur');
  return isBare && (of === 'Nom' || !readings.some(({ features }) => features.case === of));
}

const noGenitive = /[бвгджзклмнпрстфхцчшщйо]$/u;
const bare = /[бвгджзклмнпрстфхцчшщйоая]$/u;

const called: ReadonlySet<string> = new Set(['nmod', 'appos', 'flat', 'flat:name']);

/** Nouns whose names stand behind them. */
const namedNouns: ReadonlySet<string> = new Set(
  `река речка город городок село деревня поселок посёлок остров полуостров озеро гора перевал округ район штат провинция муниципалитет коммуна
   община уезд волость станция земля замок монастырь райцентр порт аэропорт полигон газета журнал`.split(/\s+/u),
);

/** «в Заречно»: a place in «-о» that does not decline is neuter, and where one is stands in the locative. */
function inPlace({ texts, heads, relations, bundles }: ReadTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
  if (features.animacy !== 'Inan' || features.number !== 'Sing' || !/\p{Ll}о$/u.test(texts[i] ?? '')) return null;
  if (features.case === 'Gen' || features.case === 'Dat' || features.case === 'Ins') return null;
  if (!heads.some((head, k) => head === i && relations[k] === 'case' && /^во?$/iu.test(texts[k] ?? ''))) return null;
  return `PROPN ${written.replace(/Case=\p{L}+/u, 'Case=Loc').replace(/Gender=\p{L}+/u, 'Gender=Neut')}`;
}

const capitals = /^\p{Lu}{2,5}$/u;

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

/** «со счётом 3:0»: a score counts. */
function score({ texts }: TaggedTree, i: number): string | null {
  return isScore(texts[i] ?? '') ? 'NUM Case=Nom|NumType=Card' : null;
}

/** «3-й», «1980-е»: the treebank gives no degree to what is written in digits. */
function ordinal({ texts, bundles }: TaggedTree, i: number): string | null {
  if (!/^\p{Nd}+-\p{L}+$/u.test(texts[i] ?? '')) return null;
  return `ADJ ${bundles[i]?.written.replace('Degree=Pos|', '')}`;
}

/** «Званцев (28 декабря 1967, Минск — 1 мая 2003)»: a day that no verb is told of is named. */
function dayOfLife({ texts, relations, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
  if (features.case !== 'Gen' || features.gender !== 'Neut' || !/^\p{Nd}{1,2}$/u.test(texts[i] ?? '')) return null;
  if (relations[i] === 'obl' || !/^[(—–-]+$/u.test(texts[i - 1] ?? '')) return null;
  return `ADJ ${written.replace('Case=Gen', 'Case=Nom')}`;
}

/** «доход (2008 г.)»: a year alone in brackets is named. */
function yearInBrackets({ texts, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
  const pos = bundles[i]?.pos;
  const year = pos === 'ADJ' ? i : i - 1;
  if (features.case === undefined || features.case === 'Nom') return null;
  if (texts[year - 1] !== '(' || !/^\p{Nd}{4}$/u.test(texts[year] ?? '') || !/^г\.?$/u.test(texts[year + 1] ?? ''))
    return null;
  return `${pos} ${written.replace(/Case=\p{L}+/u, 'Case=Nom')}`;
}

/** «если он уйдёт, то уйду и я» */
function answering({ texts, relations }: TaggedTree, i: number): string | null {
  return texts[i]?.toLowerCase() === 'то' && relations[i] !== 'conj' ? 'ADV Degree=Pos' : null;
}

/** «Анна Званцева (род. 1950)» */
function bornOrDied({ texts, heads, bundles }: TaggedTree, i: number): string | null {
  if (texts[i] !== 'род.' && texts[i] !== 'ум.') return null;
  const who = bundles[heads[i] ?? -1];
  const gender = (who?.pos === 'PROPN' || who?.pos === 'NOUN' ? who.features.gender : undefined) ?? 'Masc';
  return `VERB Aspect=Perf|Gender=${gender}|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act`;
}

/** «Есть два пути»: what is no auxiliary of another word is a verb of its own. */
function being({ relations, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
  if (/^(?:aux|cop)/u.test(relations[i] ?? '') || features.voice !== undefined || features.verbForm !== 'Fin')
    return null;
  return `VERB ${written}|Voice=Act`;
}

/**
 * «странам, подписавшим …»: a participle has the reading of the dictionary that goes with its noun, else the one that goes with
 * the net's tag, and the animacy of the noun. Tense, aspect and voice are those of the reading. A short one: `withoutSubject`.
 */
function participle(tree: ReadTree, i: number): string | null {
  const { texts, analyses, heads, relations, bundles } = tree;
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
  // «выпускавшийся» too, which the dictionary has as passive first
  const voice = texts[i]?.toLowerCase().endsWith('ся') === true ? 'Act' : treebankVoice(reading.features);
  return `VERB Animacy=${animacy}|Aspect=${aspect}|${declined}|Tense=${tense}|VerbForm=Part|Voice=${voice}`;
}

/** «В мае был направлен в Осло»: what is left out as a subject is a person (9 of 12 in GSD). */
function withoutSubject({ heads, relations, bundles }: TaggedTree, i: number): string | null {
  const { features, written } = bundles[i] ?? noBundle;
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

function agree(a: Features, b: Features): boolean {
  if (a.case === undefined || a.case !== b.case || a.number !== b.number) return false;
  return (
    (a.number === 'Plur' || a.gender === undefined || b.gender === undefined || a.gender === b.gender) &&
    (a.animacy === undefined || b.animacy === undefined || a.animacy === b.animacy)
  );
}
