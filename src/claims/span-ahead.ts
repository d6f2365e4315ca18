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
  const [, count, unit = ''] = /^P(\d{1,4})([DWMY])$/u.exec(span) ?? [];
  if (count === undefined) return null;
  const amount = Number(count);
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const months = month - 1 + amount * (monthsOf[unit] ?? 0);
  // a month from 31 January is 28 February
  const lastOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const sameDay = new Date(Date.UTC(year, months, Math.min(day, lastOfMonth))).toISOString();
  return addDays(sameDay, amount * (daysOf[unit] ?? 0) + 1);
}

const monthsOf: Readonly<Record<string, number>> = { M: 1, Y: 12 };
const daysOf: Readonly<Record<string, number>> = { D: 1, W: 7 };

const scheduling: ReadonlySet<string> = new Set(
  lemmaList(`планироваться ожидаться намечаться наметить запланировать предстоять ожидать планировать`),
);
