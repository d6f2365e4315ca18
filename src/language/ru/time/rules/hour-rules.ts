import { optional } from '../../../pattern/rule.ts';
import { firstWord, nodeBefore } from '../../../pattern/site.ts';
import type { CalendarFields, Expression } from '../../../time/expression.ts';
import type { PhraseRule, PhraseSite, Reading, ReadingOf } from '../../phrases/reading.ts';
import { K, mark, rule, slot, timeReading, word } from '../../phrases/reading.ts';
import { anyTime, bareClock, bareDayPart, dayNumber, dayTime, isCalendar, timeThat, withFields } from './slots.ts';

/** Parts of the day and clock times joined to their day. */
export const hourRules: readonly PhraseRule[] = [
  // накануне, в четверг · вчера, в понедельник
  rule(
    'eve-and-weekday',
    [anyTime, mark(',', '('), optional(word('в')), timeThat(isCalendar), optional(mark(')'))],
    ([t, , , d]) =>
      d.weekday !== undefined &&
      d.day === undefined &&
      t.expression.type === 'relative' &&
      t.expression.unit === 'day' &&
      t.expression.count <= 0
        ? timeReading({ ...d, occurrence: 'last' })
        : null,
  ),
  // после обеда
  rule('after-lunch', [word('после'), slot(K.dayPart, (p) => p.part === 'lunch')], () =>
    timeReading({ type: 'calendar', dayPart: 'afternoon' }),
  ),
  // утром · вечером · в обед · к полудню, not «собрались за обедом»
  rule('part-of-day', [slot(K.dayPart)], ([p], site) =>
    p.part === 'lunch' && firstWord(site).toLowerCase().endsWith('ом') ? null : partOfDay(p, site),
  ),
  // в ночь на 5 июля · в ночь на понедельник · в ночь на субботу, 6 июля
  rule(
    'night-before',
    [
      optional(word('в')),
      slot(K.time, (t) => t.expression.type === 'calendar' && t.expression.dayPart === 'night'),
      word('на'),
      dayTime,
    ],
    ([, , , d]) => timeReading(nightBefore(d)),
  ),
  // в ночь с 5 на 6 июля
  rule(
    'night-of-days',
    [
      optional(word('в')),
      slot(K.time, (t) => t.expression.type === 'calendar' && t.expression.dayPart === 'night'),
      timeThat(
        (e): e is Extract<Expression, { type: 'range' }> =>
          e.type === 'range' && e.to.type === 'calendar' && e.to.day !== undefined,
      ),
    ],
    ([, , r]) => timeReading(nightBefore(r.to)),
  ),
  rule(
    'night-from-to',
    [
      optional(word('в')),
      slot(K.time, (t) => t.expression.type === 'calendar' && t.expression.dayPart === 'night'),
      word('с'),
      optional(anyTime),
      optional(dayNumber),
      word('на'),
      dayTime,
    ],
    ([, , , , , , d]) => timeReading(nightBefore(d)),
  ),
  // сегодня вечером · 11 октября утром · вечером 3 мая · утром в понедельник · вечером в четверг, 19 декабря
  rule('day-and-part', [dayTime, optional(mark(',')), optional(word('в', 'к', 'после')), bareDayPart], ([d, , , p]) =>
    timeReading(withFields(d, { dayPart: p.dayPart ?? 'day' })),
  ),
  rule('part-and-day', [bareDayPart, optional(mark(',')), optional(word('в')), dayTime], ([p, , , d]) =>
    timeReading(withFields(d, { dayPart: p.dayPart ?? 'day' })),
  ),
  // 24 апреля в 10:00 · вчера около 19:30 · 22-23 фев в 7 · 24го октября, 9:00 · 04.07.2024 | 19:25
  rule(
    'day-and-clock',
    [
      dayTime,
      optional(mark(',', '|', '/', '-', '–', '—', '(')),
      optional(word('в', 'около', 'примерно', 'к')),
      optional(word('в')),
      optional(mark('~', '≈')),
      bareClock,
      optional(mark(')')),
    ],
    ([d, , , , , c]) => timeReading(withFields(d, clockOf(c))),
  ),
  // в 11:30 21 января · 19:25, 4 июля 2024 · в 13:00 в тот же день
  rule(
    'clock-and-day',
    [bareClock, optional(mark(',', '|', '(', '-', '–', '—')), optional(word('в')), dayTime, optional(mark(')'))],
    ([c, , , d]) => timeReading(withFields(d, clockOf(c))),
  ),
  // утром 5 мая, около 07:30 · вечером в 20:15
  rule(
    'part-and-clock',
    [
      timeThat((e): e is Extract<Expression, { type: 'calendar' }> => isCalendar(e) && e.dayPart !== undefined),
      optional(mark(',')),
      optional(word('в', 'около', 'примерно')),
      bareClock,
    ],
    ([p, , , c]) => {
      const { dayPart: _, ...rest } = p;
      return timeReading({ ...rest, ...clockOf(c) });
    },
  ),
];

/** The clock time of a date with its zone, without the rest. */
function clockOf({ clock, zone }: CalendarFields): Omit<CalendarFields, 'type'> {
  return { ...(clock === undefined ? {} : { clock }), ...(zone === undefined ? {} : { zone }) };
}

function nightBefore(day: Expression): Expression {
  return withFields(day, { nightBefore: true });
}

/** A part of the day by itself: adverbs («утром»), and nouns after a preposition («в полдень», «к вечеру»). */
function partOfDay(p: ReadingOf<typeof K.dayPart>, site: PhraseSite): Reading | null {
  const before = nodeBefore(site)?.readings[0];
  const prep = before?.kind === K.word ? before.word : null;
  if (before?.kind === K.number) return null;
  const raw = firstWord(site).toLowerCase();
  if (p.part === 'day' && !p.adverb) return null;
  const meant =
    p.adverb ||
    (prep !== null && ['в', 'к', 'до', 'с', 'под', 'после', 'около', 'на', 'за', 'через'].includes(prep)) ||
    p.part === 'noon' ||
    p.part === 'midnight' ||
    before?.kind === K.time ||
    /^(?:утро|вечер)$/u.test(raw) ||
    site.nodes[site.first + 1]?.readings[0]?.kind === K.time;
  if (!meant || (raw === 'вечере' && prep === 'на')) return null;
  if (p.part === 'noon' || p.part === 'midnight') {
    // «с полуночи 5 июля»: that day begins with it
    const midnight = prep === 'с' ? 0 : 24;
    return timeReading({
      type: 'calendar',
      clock: { hour: p.part === 'noon' ? 12 : midnight, minute: null, second: null, settled: true },
    });
  }
  return timeReading({ type: 'calendar', dayPart: p.part === 'lunch' && prep === 'после' ? 'afternoon' : p.part });
}
