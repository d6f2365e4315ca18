import type { Claim, Status } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import { compareText } from './clustering.ts';

/** A claim with the document that it stands in. */
export interface Sourced {
  readonly claim: Claim;
  readonly document: Document;
}

/** Earliest published first; undated documents last; within a document in the order of the text. */
export function compareSourced(a: Sourced, b: Sourced): number {
  const day = (s: Sourced) => s.document.published?.from ?? s.document.published?.to ?? '9999';
  return (
    compareText(day(a), day(b)) ||
    compareText(a.document.id, b.document.id) ||
    a.claim.evidence.start - b.claim.evidence.start ||
    compareText(a.claim.id, b.claim.id)
  );
}

/** Whether a claim reports what is or was, as against what is planned or possible. */
export function isReport(status: Status): boolean {
  return status !== 'planned' && status !== 'possible';
}
