import type { TimeExpression } from '../language/time.ts';
import type { ClaimTime, Day } from '../model/time.ts';

/**
 * The one place where half-open times of the language stage become the inclusive days of a claim.
 * [2024-12-01, 2025-01-01) → 2024-12-01…2024-12-31; [2024-07-04T19:00, 2024-07-04T20:00) → 2024-07-04; an open end stays `null`.
 */
export function toClaimTime(expression: TimeExpression): ClaimTime {
  const { from, to, text } = expression;
  return { from: from === null ? null : dayOf(from), to: to === null ? null : lastDayBefore(to), text };
}

function dayOf(moment: string): Day {
  return moment.slice(0, 10);
}

/** The last day that an exclusive end leaves in: midnight ends the day before, a later hour ends within its own day. */
function lastDayBefore(end: string): Day {
  const clock = end.slice(11, 19).replaceAll(/[:0Z]/gu, '');
  if (clock !== '') return dayOf(end);
  const day = new Date(`${dayOf(end)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
