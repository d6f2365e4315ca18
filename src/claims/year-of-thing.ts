import { happeningNouns } from './event-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import { talks, visits } from './meeting-frames.data.ts';
import type { PlacedTime } from './reading.ts';
import { isReportingVerb } from './reporting.data.ts';
import { caseAt, prepositionOf, type Tree } from './tree.ts';

/**
 * «отменил закон 2018 года», «напомнил о декларации 1992 года», «вручил премию за 2010 год»: the year tells which thing is meant, not
 * when something is done. In: a time, and the words that the predication starts from, whose own year it may be. Years of what
 * happens («после выборов 2018 года») and those within which something stands («в докладе 2018 года») say when.
 */
export function isYearOfThing(tree: Tree, placed: PlacedTime, own: readonly number[]): boolean {
  const { expression, first, governor } = placed;
  const noun = tree.tokens[governor];
  if (expression.grain !== 'year' || noun === undefined) return false;
  const isTold = noun.relation.startsWith('nsubj');
  // «заявил на встрече с лауреатами за 2010 год»: nobody speaks for a year
  if (isForYear(tree, placed)) return noun.pos === 'NOUN' ? !isTold : isReportingVerb(noun.lemma);
  const isBare = /^\d/u.test(expression.text) && tree.tokens[first - 1]?.pos !== 'ADP';
  if (noun.pos !== 'NOUN' || own.includes(governor) || governor > first || !isBare) return false;
  return !isTold && !happenings.has(noun.lemma) && !isAround(tree, governor);
}

/** «за 2010 год» */
function isForYear(tree: Tree, { expression, first }: PlacedTime): boolean {
  return /^за \d/u.test(expression.text) || (/^\d/u.test(expression.text) && tree.tokens[first - 1]?.norm === 'за');
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
