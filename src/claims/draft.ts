import type { Claim, Force } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Cue } from './cue.ts';

/** What a frame has found before the claim gets its attribution, its confidence and its id. */
type DraftOf<C extends Claim> = Omit<
  C,
  'kind' | 'id' | 'document' | 'attribution' | 'confidence' | 'evidence' | 'future'
> & {
  readonly evidence: Span;
  /** Index of the sentence that carries it, and of the word in it that triggered it. */
  readonly sentence: number;
  readonly token: number;
  readonly force: Force | null;
  /** Sentence that says who speaks, where that is another than the one that carries it: the end of a long quotation. */
  readonly attributedIn?: number;
  /** How likely a careful reader takes it, where that was weighed, 0…1; absent where its rule alone tells. */
  readonly likelihood?: number;
  /** What told the status, as `StatusReading.cues`; absent where the frame alone settles it. */
  readonly cues?: readonly Cue[];
};

/** Distributes over the claim types, so that a draft of a figure has a figure. */
type EachDraft<C extends Claim> = C extends Claim ? DraftOf<C> : never;

export type Draft = EachDraft<Claim>;

/** What somebody does, whoever it is. */
export const acted: ReadonlySet<Draft['type']> = new Set(['event', 'measure', 'institution', 'meeting', 'agreement']);
