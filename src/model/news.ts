import type { Cited } from './answer.ts';
import type { Day } from './time.ts';

/** Something that a reader of the record would want to hear of. */
export interface NewsItem {
  readonly kind: 'event' | 'stage' | 'conflict' | 'outcome' | 'due' | 'commitment';
  /** Kind and id of the line that it is about. */
  readonly line: { readonly kind: 'event' | 'agreement' | 'commitment'; readonly id: string };
  /** When it happened, was decided or fell due; `null` where no day is known. */
  readonly day: Day | null;
  /** ISO instant at which the record could first tell it: the last of the captures that make it, or the day that passed. */
  readonly at: string;
  /** What is new, in the words of the format: a stage, a field in conflict, `open → kept`. */
  readonly what: string;
  /** The claims that tell it, the new ones first. */
  readonly claims: readonly string[];
}

/** What came into the record since an instant, with all that it cites. */
export interface News {
  /** ISO instant. */
  readonly since: string;
  readonly asOf: Day;
  readonly items: readonly NewsItem[];
  readonly cited: Cited;
}
