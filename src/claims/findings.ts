import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** What a frame considered and did not take, and why: what `servanda explain` prints under a sentence. */
export interface Rejected extends Span {
  /** Name of the frame or rule that looked. */
  readonly rule: string;
  readonly reason: string;
}

/** Everything the claims stage has to say of one document. */
export interface Findings {
  /** In the order of their evidence; ids are final, `roles[].entity` is `null` until the record resolves it. */
  readonly claims: readonly Claim[];
  readonly rejected: readonly Rejected[];
}

/** What claims need to know beside the analysis of the text. */
export interface ClaimContext extends Pick<Document, 'id' | 'outlet' | 'published' | 'title'> {
  /** Puts a noun phrase into the nominative: «проекта договора» → «проект договора». */
  readonly nominative: (words: string) => string;
}
