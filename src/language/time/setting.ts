import type { Grain, TimeModifier } from '../time.ts';
import type { Moment } from './calendar.ts';
import type { TimeProfile } from './profile.ts';

/** What an expression is resolved against. */
export interface Setting {
  /** Start of the day of reference, or the exact local time where `exact`. */
  readonly reference: Moment;
  readonly exact: boolean;
  readonly profile: TimeProfile;
  /** Which way an incomplete date looks, and why, in words. */
  readonly toward: 'past' | 'future' | 'nearest' | 'current';
  readonly why: string;
  /** The time last spoken of, for «в тот же день», «годом ранее». */
  readonly anchor: { readonly grain: Grain; readonly from: Moment; readonly to: Moment } | null;
  /** Day that a bare clock time falls on where the sentence has named one. */
  readonly clockDay: Moment | null;
}

/** Half-open; `null` ends are open. */
export interface Interval {
  readonly grain: Grain;
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly modifier: TimeModifier | null;
  /** Minutes east of Greenwich, where the words give a zone. */
  readonly zone: number | 'local' | null;
  /** Reasons for what was worked out, one a field. */
  readonly inferred: readonly string[];
}
