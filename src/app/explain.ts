import type { Rejected } from '../claims/findings.ts';
import type { CapturedSource } from '../document/read-document.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Store } from '../store/store.ts';
import type { Stages } from './stages.ts';

/** A sentence, what was taken out of it, and what was considered and not taken. */
export interface ExplainedSentence extends Span {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly rejected: readonly Rejected[];
}

/** How a document was read: where its facts come from, and sentence by sentence what it yields and why. */
export interface Explanation {
  readonly document: Document;
  /** In words: how title, outlet, language and text were told. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly sentences: readonly ExplainedSentence[];
}

/** Reads a capture again and tells what every stage made of it. Nothing is stored. */
export function explainCapture(
  stages: Stages,
  captured: CapturedSource,
): Explanation | { readonly kind: 'rejected'; readonly reason: string } {
  const result = stages.readDocument(captured);
  if (result.kind === 'rejected') return result;
  const { document, reasons } = result;
  if (document.language !== 'ru') return { document, reasons, sentences: [] };
  const analysis = stages.analyse(document);
  const { claims, rejected } = stages.findClaims(analysis, document);
  const sentences = analysis.sentences.map(({ start, stop }) => ({
    start,
    stop,
    text: document.text.slice(start, stop),
    claims: claims.filter((c) => c.evidence.start >= start && c.evidence.start < stop),
    rejected: rejected.filter((r) => r.start >= start && r.start < stop),
  }));
  return { document, reasons, sentences };
}

/** The capture of a document of the dossier, by the document's id or by that of a claim in it. */
export async function captureOf(store: Store, id: string): Promise<CapturedSource | null> {
  const [claim] = await store.selectClaims([id]);
  const capture = await store.selectCapture(claim?.document ?? id);
  if (!capture) return null;
  const { source, bytes, format, contentType, at, hints } = capture;
  return { source, bytes, format, contentType, at, hints };
}
