/** An ISO calendar day, `2024-12-06`. */
export type Day = string;

/** Whether it is a day of the calendar as it is written here: `2024-02-31` is none. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const time = Date.parse(value);
  // `Date.parse` takes 31 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

/** Days from one ISO day or instant to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

/** The day `n` days after (before, where negative) that of an ISO day or instant. */
export function addDays(day: string, n: number): Day {
  return new Date(Date.parse(day.slice(0, 10)) + n * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Inclusive days; an open end is `null`. The smallest interval that the text supports.
 * «в декабре» said in 2024 → `{from: '2024-12-01', to: '2024-12-31'}`; «с 1995 года» → `{from: '1995-01-01', to: null}`.
 */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** When a claim says that its matter happens, with the words that say so (`null` where the day was inferred without words). */
export interface ClaimTime extends DayRange {
  readonly text: string | null;
}
