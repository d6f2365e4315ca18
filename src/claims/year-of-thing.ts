import { happeningNouns } from './event-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { talks, visits } from './meeting-frames.data.ts';
import type { PlacedTime } from './reading.ts';
import { caseAt, prepositionOf, type Tree } from './tree.ts';

/**
 * «отменил закон 2018 года», «напомнил о декларации 1992 года», «вручил премию за 2010 год»: the year tells which thing is meant, not
 * when something is done. In: a time, and the words that the predication starts from, whose own year it may be. Years of what
 * happens («после выборов 2018 года») and those within which something stands («в докладе 2018 года») say when.
 */
export function isYearOfThing(
  tree: Tree,
  { expression, first, governor }: PlacedTime,
  own: readonly number[],
): boolean {
  const noun = tree.tokens[governor];
  if (expression.grain !== 'year' || noun?.pos !== 'NOUN' || own.includes(governor)) return false;
  const isBare = /^\d/u.test(expression.text) && tree.tokens[first - 1]?.pos !== 'ADP';
  const isForYear = /^за \d/u.test(expression.text) || (!isBare && tree.tokens[first - 1]?.norm === 'за');
  if (governor > first || !(isBare || isForYear) || happenings.has(noun.lemma)) return false;
  return !noun.relation.startsWith('nsubj') && !isAround(tree, governor);
}

const happenings: ReadonlySet<string> = new Set([
  ...happeningNouns,
  ...talks,
  ...visits,
  ...lemmaList(`кампания сезон событие война конфликт кризис гонка олимпиада чемпионат год`),
]);

/** «в докладе», «до закона» */
function isAround(tree: Tree, noun: number): boolean {
  const preposition = prepositionOf(tree, noun) ?? '';
  return /^(?:во?|на)$/u.test(preposition) ? caseAt(tree, noun) === 'Loc' : /^(?:до|после|со?|к)$/u.test(preposition);
}
