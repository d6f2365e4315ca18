import type { Claim } from '../model/claim.ts';
import type { DayRange } from '../model/time.ts';

/**
 * A claim whose document leaves the year open («учение «Щит-2024» пройдёт 14-20 октября», of no known date) with the days in
 * the year that the name of its exercise gives. Times that say their year, within one year or two, stay as they are.
 */
export function inYear(claim: Claim, year: string | undefined): Claim {
  if (year === undefined) return claim;
  const { time, future } = claim;
  const due = future?.due ?? null;
  return {
    ...claim,
    time: time && { ...time, ...daysIn(time, year) },
    future: future && { ...future, due: due && daysIn(due, year) },
  };
}

function daysIn(range: DayRange, year: string): DayRange {
  const { from, to } = range;
  if (from === null || to === null || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 2) return range;
  const [first, last] = [year + from.slice(4), year + to.slice(4)];
  return first >= from && last <= to && first <= last ? { from: first, to: last } : range;
}
