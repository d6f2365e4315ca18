import type { Span } from '../model/span.ts';

export type Grain =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century';

export type TimeKind = 'date' | 'time' | 'duration' | 'set' | 'interval' | 'unresolved';

/** `start`: «в начале июня»; `before`: «до 5 июля»; `after`: «с 1999 года»; `approx`: «около полудня». */
export type TimeModifier = 'start' | 'mid' | 'end' | 'approx' | 'before' | 'after';

/** A time expression and what it resolves to. Half-open [from, to); `null` bounds are open. */
export interface TimeExpression extends Span {
  readonly text: string;
  readonly kind: TimeKind;
  /** ISO local date or date-time, `2024-12-06` or `2024-12-06T19:25`; with an offset where the text gives a zone. */
  readonly from: string | null;
  /** Exclusive end in the same form. */
  readonly to: string | null;
  readonly grain: Grain | null;
  readonly modifier: TimeModifier | null;
  /** Where it lies from the reference day, as resolved; `null` where nothing decides. */
  readonly direction: 'past' | 'present' | 'future' | null;
  /** Fields that the words give («10 сентября»: month and day). */
  readonly stated: readonly string[];
  /** Fields that were worked out, each with its reason («year: the verb is in the past»). */
  readonly inferred: readonly string[];
  /** Names of the rules that made it, in order. */
  readonly rules: readonly string[];
  /** For an unresolved time, the words of the event that it counts from («подписания»). */
  readonly anchor: string | null;
}
