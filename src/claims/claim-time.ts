import type { TimeExpression } from '../language/time.ts';
import { addDays, type ClaimTime, type DayRange } from '../model/time.ts';

/**
 * The inclusive days of a time expression, as the record writes them: «в начале июня» → 1–10, «с 1995 года» → 1995-01-01
 * and an open end, «в ночь на 5 июля» → 4 and 5. Durations and sets without bounds give open ends on both sides.
 */
export function toDayRange(expression: Pick<TimeExpression, 'from' | 'to'>): DayRange {
  return {
    from: expression.from === null ? null : expression.from.slice(0, -timeLength(expression.from) || undefined),
    to: lastDay(expression.to),
  };
}

/** The days of an expression with its words; `null` where it has no place on the calendar. */
export function toClaimTime(expression: TimeExpression): ClaimTime | null {
  const range = toDayRange(expression);
  return range.from === null && range.to === null ? null : { ...range, text: expression.text };
}

/** Length of the clock part of an ISO date-time, with its `T`. */
function timeLength(iso: string): number {
  const at = iso.indexOf('T');
  return at < 0 ? 0 : iso.length - at;
}

/** The last day before an exclusive end: midnight ends the day before, any later clock time lies on its own day. */
function lastDay(end: string | null): string | null {
  if (end === null) return null;
  const at = end.indexOf('T');
  const day = at < 0 ? end : end.slice(0, at);
  if (at >= 0 && !/^T00:00(?::00)?/u.test(end.slice(at))) return day;
  return addDays(day, -1);
}
