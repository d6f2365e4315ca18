import type { Features } from '../../analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { ReadTree, TaggedTree } from './tagged-tree.ts';

/**
 * «три страны», «22 соглашения»: the treebank marks what is counted in numerals that end in one to four, and takes a number that
 * counts nothing («код — 871», «3:1») for one of things.
 */
export function fitNumeral(tree: TaggedTree, i: number): string | null {
  const { texts, heads, relations, bundles } = tree;
  const { case: own, number } = bundles[i]?.features ?? {};
  const text = texts[i] ?? '';
  // «12 тысяч» is counted itself
  if (own === undefined || number === 'Plur') return null;
  if (isScore(text)) return numeral('Nom', text, things);
  const relation = relations[i] ?? '';
  if (relation.startsWith('nummod') && relation !== 'nummod:entity') {
    return numeral(caseOfCounting(tree, i, own), text, bundles[heads[i] ?? -1]?.features ?? {}, own);
  }
  return actors.has(relation) || !/^\p{Nd}/u.test(text) ? null : numeral(own, text, things, own);
}

const things: Features = { animacy: 'Inan', gender: 'Masc' };
/** «33 проголосовали»: people as often as things. */
const actors: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl']);

/** «матч закончился 3:1» */
export function isScore(text: string): boolean {
  return /^\p{Nd}+:\p{Nd}+$/u.test(text);
}

function numeral(of: string, text: string, { animacy, gender }: Features, own?: string): string | null {
  const last = lastNumber(text.toLowerCase());
  if (last === null || animacy === undefined || (last < 3 && gender === undefined)) {
    return of === own ? null : `NUM Case=${of}|NumType=Card`;
  }
  const start = `NUM Animacy=${animacy}|Case=${of}`;
  if (last > 2) return `${start}|NumType=Card`;
  return last === 2 ? `${start}|Gender=${gender}|NumType=Card` : `${start}|Gender=${gender}|Number=Sing|NumType=Card`;
}

/**
 * «с 20 послами» is in the case of what is counted; what governs the genitive is in the nominative or the accusative itself:
 * «передал 20 тонн», but «шириной 20 метров», where digits do not show which.
 */
function caseOfCounting({ texts, heads, relations, bundles }: TaggedTree, i: number, own: string): string {
  const head = heads[i] ?? -1;
  const its = bundles[head]?.features.case;
  if (i < head && (its === 'Dat' || its === 'Ins' || its === 'Loc')) return its;
  if (relations[i] !== 'nummod:gov') return own;
  const governed = own !== 'Gen' ? own : relations[head] === 'obj' ? 'Acc' : 'Nom';
  if (!bare.has(relations[head] ?? '') || !/^\p{Nd}/u.test(texts[i] ?? '')) return governed;
  // «до 20 метров», «в 3 часа 18 минут»
  const isLed = relations.some(
    (it, k) => (it === 'case' && heads[k] === head) || (it.startsWith('nummod') && heads[k] === heads[head]),
  );
  return isLed ? governed : 'Nom';
}

const bare: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'nmod', 'appos', 'root', 'parataxis']);

/** «80 КБ», «13 чел.», «2 см»: a unit that is written short is in the genitive where digits count it. */
export function fitUnit({ texts, heads, relations, bundles, analyses }: ReadTree, i: number): string | null {
  const { features, written } = bundles[i] ?? {};
  if (features?.case === undefined || written === undefined) return null;
  if (analyses[i]?.every((it) => !it.isKnown || (it.flags & wordFlags.abbreviation) !== 0) !== true) return null;
  const count = texts[relations.findIndex((it, k) => it === 'nummod:gov' && heads[k] === i)] ?? '';
  if (!/^\p{Nd}/u.test(count)) return null;
  const number = /[.,]/u.test(count) || lastNumber(count) === null ? 'Plur' : 'Sing';
  return `NOUN ${written.replace(/Case=\p{L}+/u, 'Case=Gen').replace(/Number=\p{L}+/u, `Number=${number}`)}`;
}

/** «три» → 3, «122» → 2, «12» → null. */
function lastNumber(text: string): 1 | 2 | 3 | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/(?:^|[^1])[1-4]$/u.test(text) || !/^\d+(?:[.,:]\d+)?$/u.test(text)) return null;
  const digit = Number(text.at(-1));
  return digit === 1 ? 1 : digit === 2 ? 2 : 3;
}

const words: ReadonlyMap<string, 1 | 2 | 3> = new Map(
  (
    [
      ['один одна одно одного одной одному одним одном одну', 1],
      ['два две двух двум двумя оба обе обоих обеих обоим обеим обоими обеими', 2],
      ['три трех трёх трем трём тремя четыре четырех четырёх четырем четырём четырьмя', 3],
      ['несколько нескольких нескольким несколькими много столько сколько', 3],
    ] as const
  ).flatMap(([forms, last]) => forms.split(' ').map((form) => [form, last] as const)),
);
