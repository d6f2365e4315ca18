import { optional, outside } from '../../../pattern/rule.ts';
import { nodeBehind } from '../../../pattern/site.ts';
import type { Expression } from '../../../time/expression.ts';
import type { NumberReading, PhraseRule, PhraseSite, Reading, ReadingOf } from '../../phrases/reading.ts';
import { K, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { date, dayNumber, range, yearWord } from './slots.ts';
import { isCounted } from './year-context.ts';

const dot = optional(mark('.'));

/** Dates written in figures alone. */
export const figureRules: readonly PhraseRule[] = [
  // 10.12.2014 · 2024-07-04T19:25+03:00 · 05/08/2008 · 16.04.2014 г.
  rule('figure-date', [slot(K.numericDate), optional(yearWord), dot], ([d]) =>
    timeReading({
      type: 'calendar',
      month: d.month,
      day: d.day,
      ...(d.year === null ? {} : { year: d.year }),
      ...(d.clock === null ? {} : { clock: d.clock }),
      ...(d.zone === null ? {} : { zone: d.zone }),
    }),
  ),
  // 14 - 15.10. · 14./15.10. · 14. - 15.10.2013
  rule(
    'figure-days',
    [dayNumber, dot, mark('-', '–', '—', '/'), slot(K.dotted, (d) => isDayMonth(d.first, d.second)), dot],
    ([a, , , d], site) => daysOf(a, d, site),
  ),
  // с 14 по 15.10.
  rule(
    'figure-days-from-to',
    [optional(word('с')), dayNumber, word('по', 'до'), slot(K.dotted, (d) => isDayMonth(d.first, d.second)), dot],
    ([, a, , d], site) => daysOf(a, d, site),
  ),
  // 14. до 15.10. with its full stop
  rule(
    'figure-days-until',
    [dayNumber, mark('.'), word('до'), slot(K.dotted, (d) => isDayMonth(d.first, d.second)), dot],
    ([a, , , d], site) => daysOf(a, d, site),
  ),
  // 15/2
  rule(
    'slashed-date',
    [
      slot(K.number, (n) => n.form === 'digits' && n.digits.length <= 2),
      mark('/'),
      slot(K.number, (n) => n.form === 'digits' && n.digits.length <= 2),
    ],
    ([d, , m], site) =>
      site.context.profile.dotted === 'date' && isDayMonth(d.value, m.value)
        ? date({ day: d.value, month: m.value })
        : null,
  ),
  rule('figure-days-of-year', [dayNumber, dot, mark('-', '–', '—', '/'), slot(K.time, isFullDate)], ([a, , , t]) => {
    const to = t.expression;
    return to.type === 'calendar' ? range({ ...to, day: a.value }, to) : null;
  }),
  // 15.2 · на 15.02 · с 01.06
  rule(
    'dotted-date',
    [
      optional(outside(word('на', 'с', 'до', 'по', 'от', 'к', 'после'))),
      slot(K.dotted, (d) => isDayMonth(d.first, d.second)),
      dot,
    ],
    ([prep, d], site) => {
      const wanted = site.context.profile.dotted;
      if (wanted === 'never' || (wanted === 'in-context' && (prep === undefined || !/^\d\d\.\d\d$/u.test(d.digits))))
        return null;
      if (isCounted(nodeBehind(site)?.readings)) return null;
      return timeReading({ type: 'calendar', day: d.first, month: d.second });
    },
  ),
];

/** Two days of one month, where the readers of the text write dates so. */
function daysOf(first: NumberReading, last: ReadingOf<typeof K.dotted>, site: PhraseSite): Reading | null {
  if (site.context.profile.dotted === 'never') return null;
  const month = last.second;
  return range({ type: 'calendar', day: first.value, month }, { type: 'calendar', day: last.first, month });
}

function isDayMonth(first: number, second: number): boolean {
  return first >= 1 && first <= 31 && second >= 1 && second <= 12;
}

function isFullDate(reading: { readonly expression: Expression }): boolean {
  const e = reading.expression;
  return e.type === 'calendar' && e.day !== undefined && e.month !== undefined && e.clock === undefined;
}
