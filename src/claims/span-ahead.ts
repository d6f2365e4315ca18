import { addUnits, formatMoment, parseMoment, type Unit } from '../language/time/calendar.ts';
import { addDays } from '../model/time.ts';
import { isFuture } from './clause.ts';
import { lemmaList } from './lemma-list.ts';
import type { PlacedTime, Reading } from './reading.ts';
import { dependents, type Tree } from './tree.ts';

/**
 * «представит план в течение двух недель», «запуск намечен в течение года»: a span that counts from the day of publication on.
 * In: a time of a sentence. Out: the same words with those days; as it was where it says how long something lasts («будет
 * служить в течение двух лет»), counts from another day («в течение месяца со дня отставки»), or nobody knows the day.
 */
export function withSpanAhead(reading: Reading, tree: Tree, placed: PlacedTime): PlacedTime {
  const { expression } = placed;
  const { from = null, to: until } = reading.context.published ?? {};
  if (from === null || from !== until || !isSpanAhead(tree, placed) || countsFromElse(tree, placed)) return placed;
  // «в мае обещал сделать в течение месяца»: from May on
  const told = reading.times[tree.sentence.index] ?? [];
  if (told.some((t) => t.expression.to !== null && t.expression.to <= from)) return placed;
  const to = dayAfter(from, expression.value ?? '');
  return to === null ? placed : { ...placed, expression: { ...expression, kind: 'interval', from, to } };
}

/** Whether a span tells by when something is to be done, whatever day it counts from. */
export function isSpanAhead(tree: Tree, { expression, governor }: PlacedTime): boolean {
  if (expression.kind !== 'duration' || !/^в течение(?= )/iu.test(expression.text)) return false;
  const { lemma = '', features } = tree.tokens[governor] ?? {};
  if (scheduling.has(lemma)) return true;
  if (features?.tense === 'Past' && features.variant !== 'Short') return false;
  const done = [governor, ...dependents(tree, governor, 'xcomp', 'csubj')];
  return done.some((verb) => {
    const word = tree.tokens[verb]?.features;
    const isAhead = word?.verbForm === 'Inf' || isFuture(tree, verb);
    return isAhead && word?.aspect === 'Perf';
  });
}

/** «со дня отставки», «после подписания», «с момента обращения» */
function countsFromElse(tree: Tree, { last }: PlacedTime): boolean {
  return /^(?:со?|после)$/u.test(tree.tokens[last + 1]?.norm ?? '');
}

/** The day after the last of a span like `P2W` that begins on a day; `null` for what is no such span. */
function dayAfter(first: string, span: string): string | null {
  const [, count, letter = ''] = /^P(\d{1,4})([DWMY])$/u.exec(span) ?? [];
  const unit = units[letter];
  if (count === undefined || unit === undefined) return null;
  return addDays(formatMoment(addUnits(parseMoment(first), unit, Number(count)), 'day'), 1);
}

const units: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

const scheduling: ReadonlySet<string> = new Set(
  lemmaList(`планироваться ожидаться намечаться наметить запланировать предстоять ожидать планировать`),
);
