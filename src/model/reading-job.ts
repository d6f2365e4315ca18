/** What became of a capture. */
export type Taken =
  | { readonly kind: 'read' | 'known'; readonly source: string; readonly document: string; readonly claims: number }
  | { readonly kind: 'failed'; readonly source: string; readonly reason: string };

/** One handing-in of articles, from waiting to done. */
export interface ReadingJob {
  readonly id: string;
  readonly by: string;
  /** ISO instant of the handing-in. */
  readonly at: string;
  readonly state: 'waiting' | 'reading' | 'merging' | 'done';
  /** What became of each article so far, in the order of reading. */
  readonly taken: readonly Taken[];
  /** Why the whole could not be done, in a sentence; `null` where it could. */
  readonly fault: string | null;
}
