import type { Span } from '../model/span.ts';

/** A number with what it counts or measures. */
export interface Quantity extends Span {
  readonly text: string;
  readonly kind:
    | 'number'
    | 'ordinal'
    | 'money'
    | 'percent'
    | 'percentage-point'
    | 'measure'
    | 'count'
    | 'multiple'
    | 'age';
  /** In base units: «52 млрд долларов» → 52e9. The lower bound of a range. */
  readonly value: number;
  /** Upper bound of a range; equal to `value` for a single number. */
  readonly upper: number;
  /**
   * ISO 4217 code, `%`, SI or trade unit (`km`, `t`, `m3`), or the lemma of the counted noun (the word as written where
   * no tagged sentences were passed in); `null` for a bare number and for money of no named currency.
   */
  readonly unit: string | null;
  /** «почти», «около», «порядка». */
  readonly approx: boolean;
  /** «более», «не менее» → `at-least`; «до», «не более» → `at-most`. */
  readonly bound: 'at-least' | 'at-most' | null;
  readonly rules: readonly string[];
}
