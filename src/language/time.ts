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

/**
 * A time expression and what it resolves to. Half-open [from, to); `null` bounds are open.
 *
 * The span covers the words of the time without a leading preposition of place in time («в», «на», «во»), but with one
 * that changes what is meant: «до 5 июля», «с 1995 года», «через год», «к концу», «за 30 лет», «в ночь на», «в течение».
 */
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
  /**
   * The value as TIMEX3 writes it: `2025-03`, `2024-Q1`, `2025-07-05TNI`, `P30Y`, `PXM`, `XXXX-05`, `PAST_REF`,
   * `2005/2009`. For a duration, a set or an unresolved time it says what `from` and `to` cannot.
   */
  readonly value: string | null;
  /** Fields that the words give («10 сентября»: month and day). */
  readonly stated: readonly string[];
  /** Fields that were worked out, each with its reason («year: the verb is in the past»). */
  readonly inferred: readonly string[];
  /** Names of the rules that made it, in order. */
  readonly rules: readonly string[];
  /** For an unresolved time, the words of the event that it counts from («подписания»). */
  readonly anchor: string | null;
}
