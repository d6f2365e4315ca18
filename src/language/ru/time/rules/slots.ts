import type { CalendarFields, Expression } from '../../../time/expression.ts';
import { fullYear } from '../../phrases/read-numeral.ts';
import type { NumberReading, PhraseSlot, Reading } from '../../phrases/reading.ts';
import { K, slot, timeReading } from '../../phrases/reading.ts';

/** Pieces that many rules of time share. */

/** «5», «05», «5-го», «пятого»: a day of the month. Cardinal words («пять мая») are none. */
export const dayNumber = slot(
  K.number,
  (n) =>
    Number.isInteger(n.value) &&
    n.value >= 1 &&
    n.value <= 31 &&
    n.value === n.upper &&
    ((n.form === 'digits' &&
      n.digits.length <= 2 &&
      (n.ending === '' || (n.ordinal && (!n.plural || n.ending === 'е')))) ||
      (n.form === 'words' && n.ordinal && !n.plural)),
);

/** «2014», «2014-го», «две тысячи четырнадцатого». */
export const yearNumber = slot(
  K.number,
  (n) =>
    Number.isInteger(n.value) &&
    n.value >= 1000 &&
    n.value < 3000 &&
    !n.plural &&
    ((n.form === 'digits' && n.digits.length === 4 && (n.ending === '' || n.ordinal)) ||
      (n.form === 'words' && n.ordinal)),
);

/** «96», «14»: the last two figures of a year, where the context leaves nothing else. */
export const shortYear = slot(K.number, (n) => n.form === 'digits' && n.digits.length === 2 && !n.plural);

/** «год», «года», «г». */
export const yearWord = slot(
  K.unit,
  (u) => u.unit === 'year' && u.count === 1 && (u.form === 'singular' || u.form === 'short'),
);

/** «годы», «годов», «гг», and the singular where a list has one. */
export const yearsWord = slot(K.unit, (u) => u.unit === 'year' && u.count === 1 && u.form !== 'count');

/** Any whole number that counts or names: no Roman, no vague one. */
export const countNumber = slot(K.number, (n) => n.form !== 'roman' && !(n.form === 'digits' && n.ordinal));

/** An ordinal up to ten, in words, figures or Roman: «первый», «2-й», «III». */
export const smallOrdinal = slot(
  K.number,
  (n) => n.ordinal && n.value >= 1 && n.value <= 12 && Number.isInteger(n.value),
);

/** «III», «третий», «3»: the number of a quarter or a half. */
export const ordinalOrDigit = slot(
  K.number,
  (n) => n.value >= 1 && n.value <= 12 && Number.isInteger(n.value) && (n.ordinal || n.form === 'digits'),
);

/** A phrase that a rule before has made a time. */
export const anyTime = slot(K.time);

/** A date of the calendar as a reading. */
export function date(fields: Omit<CalendarFields, 'type'>): Reading {
  return timeReading({ type: 'calendar', ...fields });
}

/** A time from one to another as a reading. */
export function range(from: Expression, to: Expression): Reading {
  return timeReading({ type: 'range', from, to });
}

/** A time whose expression passes a test. */
export function timeThat<E extends Expression>(test: (expression: Expression) => expression is E): PhraseSlot<E> {
  return {
    mask: 1 << K.time,
    optional: false,
    outside: false,
    test: (reading) => (reading.kind === K.time && test(reading.expression) ? reading.expression : null),
  };
}

/** A date or a clock time, as far as the words give it. */
export function isCalendar(expression: Expression): expression is CalendarFields {
  return expression.type === 'calendar';
}

/** A date with a day and a month: «5 июля», «5 июля 2014 года». */
export const dayDate = timeThat(
  (e): e is CalendarFields =>
    e.type === 'calendar' && e.day !== undefined && e.month !== undefined && e.clock === undefined,
);

/** A month with or without its year. */
export const monthDate = timeThat(
  (e): e is CalendarFields =>
    e.type === 'calendar' && e.month !== undefined && e.day === undefined && e.weekday === undefined,
);

/** A time of the calendar whose year is not said. */
export const yearless = timeThat(
  (e): e is CalendarFields =>
    e.type === 'calendar' &&
    e.year === undefined &&
    e.of === undefined &&
    (e.month !== undefined ||
      e.day !== undefined ||
      e.season !== undefined ||
      e.quarter !== undefined ||
      e.half !== undefined),
);

/** A day, with nothing said of the hour. */
export const dayTime = timeThat(
  (e): e is Expression =>
    (e.type === 'calendar' &&
      (e.day !== undefined || e.weekday !== undefined) &&
      e.clock === undefined &&
      e.dayPart === undefined) ||
    (e.type === 'relative' && e.unit === 'day') ||
    (e.type === 'offset' &&
      e.amount.parts.every((p) => p.unit !== 'hour' && p.unit !== 'minute' && p.unit !== 'second')) ||
    e.type === 'nth' ||
    e.type === 'holiday' ||
    (e.type === 'range' && isDays(e)),
);

function isDays({ to }: { readonly to: Expression }): boolean {
  return to.type === 'calendar' && to.day !== undefined && to.clock === undefined;
}

/** A part of the day without its day. */
export const bareDayPart = timeThat(
  (e): e is CalendarFields => e.type === 'calendar' && e.dayPart !== undefined && isOnlyOfDay(e),
);

/** A clock time without its day. */
export const bareClock = timeThat(
  (e): e is CalendarFields => e.type === 'calendar' && e.clock !== undefined && isOnlyOfDay(e),
);

function isOnlyOfDay(e: CalendarFields): boolean {
  return (
    e.day === undefined &&
    e.month === undefined &&
    e.year === undefined &&
    e.weekday === undefined &&
    e.of === undefined &&
    e.occurrence === undefined
  );
}

/** «14» is 2014, «96» is 1996; other numbers are the year. */
export function yearOf(number: NumberReading): number {
  return number.form === 'digits' && number.digits.length === 2 ? fullYear(number.digits) : number.value;
}

/** Adds fields to a date; a day that has no calendar fields of its own becomes the time that they lie in. */
export function withFields(day: Expression, fields: Omit<CalendarFields, 'type'>): Expression {
  if (day.type === 'calendar') return { ...day, ...fields };
  if (day.type === 'range') return { ...day, from: withFields(day.from, fields), to: withFields(day.to, fields) };
  return { type: 'calendar', ...fields, of: day };
}

/** Copies to the first date of a pair what only the second one says: «с 28 мая по 3 июня 2015 года». */
export function shareFields(first: CalendarFields, second: CalendarFields): CalendarFields {
  if (first.clock !== undefined && isOnlyOfDay(first) && second.clock !== undefined && !isOnlyOfDay(second)) {
    return { ...second, clock: first.clock };
  }
  const year = first.year ?? (first.of === undefined ? second.year : undefined);
  const of = first.of ?? (first.year === undefined ? second.of : undefined);
  const month = first.month ?? (first.day !== undefined ? second.month : undefined);
  return {
    ...first,
    ...(year === undefined ? {} : { year }),
    ...(of === undefined ? {} : { of }),
    ...(month === undefined ? {} : { month }),
  };
}

/** «,», «и», «или» between the members of a list. */
export const anyOf: PhraseSlot<string> = {
  mask: (1 << K.word) | (1 << K.mark),
  optional: false,
  outside: false,
  test: (reading) => {
    if (reading.kind === K.word) return reading.word === 'и' || reading.word === 'или' ? reading.word : null;
    return reading.kind === K.mark && reading.mark === ',' ? ',' : null;
  },
};
