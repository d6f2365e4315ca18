import type { DayRange } from '../model/time.ts';

/**
 * Days for people, as short as they are exact: one day `2024-12-06`, a whole month `2024-12`, a whole year `2024`,
 * others `2024-12-01…2024-12-10`, open ends `from 2024-12-01` and `until 2024-12-31`. Empty for `null`.
 */
export function formatDays(range: DayRange | null): string {
  if (!range) return '';
  const { from, to } = range;
  if (from === null || to === null) return from === null ? (to === null ? '' : `until ${to}`) : `from ${from}`;
  if (from === to) return from;
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31')) return from.slice(0, 4);
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && to === lastDayOf(from.slice(0, 7))) {
    return from.slice(0, 7);
  }
  return `${from}…${to}`;
}

/** The last day of a month: `2024-02` → `2024-02-29`. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
