/** An ISO calendar day, `2024-12-06`. */
export type Day = string;

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
