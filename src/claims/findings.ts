import type { Features } from '../language/analysis.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** What a frame considered and did not take, and why: what `servanda explain` prints under a sentence. */
export interface Rejected extends Span {
  /** Name of the frame or rule that looked. */
  readonly rule: string;
  readonly reason: string;
}

/** How a claim was read: what `servanda explain` prints beside it, and nothing keeps. */
export interface ClaimTrace {
  /** Id of the claim. */
  readonly claim: string;
  /** The word of the text that the frame started from. */
  readonly trigger: Span;
  /** What told the status, in the order in which it was met, each with its words: `plan «планируют»: планировать`. */
  readonly cues: readonly string[];
}

/** Everything the claims stage has to say of one document. */
export interface Findings {
  /** In the order of their evidence; ids are final, `roles[].entity` is `null` until the record resolves it. */
  readonly claims: readonly Claim[];
  /** One for each claim. */
  readonly traces: readonly ClaimTrace[];
  readonly rejected: readonly Rejected[];
}

/** What claims need to know beside the analysis of the text. */
export interface ClaimContext extends Pick<Document, 'id' | 'outlet' | 'published' | 'title'> {
  /**
   * Puts a noun phrase into the nominative: «проекта договора» → «проект договора». `hints`: what the parser says of its words, each
   * found by where it starts in them.
   */
  readonly nominative: (
    words: string,
    hints?: readonly { readonly start: number; readonly features: Features }[],
  ) => string;
}
