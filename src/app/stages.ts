import type { ClaimContext, Findings } from '../claims/findings.ts';
import type { CapturedSource } from '../model/capture.ts';
import type { ReadDocument, Rejected } from '../document/read-document.ts';
import type { Analysis } from '../language/analysis.ts';
import type { Document } from '../model/document.ts';
import type { Reading, StoredCapture } from '../store/store.ts';
import { engineVersion } from './engine-version.ts';
import { termsOf, termsOfText } from './search-terms.ts';

/** The way of the data through one document, each stage with its models in it. All are pure. */
export interface Stages {
  readonly readDocument: (captured: CapturedSource) => ReadDocument | Rejected;
  readonly analyse: (document: Document) => Analysis;
  readonly findClaims: (analysis: Analysis, context: Omit<ClaimContext, 'nominative'>) => Findings;
}

/** What came of a capture; `tokens` counts words, numbers and marks. */
export type ReadingOutcome =
  | { readonly kind: 'read'; readonly reading: Reading; readonly tokens: number }
  | { readonly kind: 'rejected'; readonly source: string; readonly reason: string };

/** The one language that is analysed; a document in another is kept and can be searched, and yields no claims. */
export const analysedLanguage = 'ru';

/** A capture as the store keeps it. */
export function storedCapture(captured: CapturedSource & { readonly sha256: string }): StoredCapture {
  const { source, sha256, at, format, contentType, bytes, headers, hints } = captured;
  return { source, sha256, at, format, contentType, bytes, headers: { ...headers }, hints: { ...hints } };
}

/** Reads one capture through all stages: bytes → document → analysis → claims. */
export function readCapture(stages: Stages, captured: CapturedSource): ReadingOutcome {
  const result = stages.readDocument(captured);
  if (result.kind === 'rejected') return result;
  const { document } = result;
  const capture = storedCapture({ ...captured, sha256: document.capture.sha256 });
  if (document.language !== analysedLanguage) {
    const terms = termsOfText(document.text);
    const reading = { capture, document, claims: [], sentences: [], terms, engine: engineVersion };
    return { kind: 'read', reading, tokens: 0 };
  }
  const analysis = stages.analyse(document);
  const { claims } = stages.findClaims(analysis, document);
  const sentences = analysis.sentences.flatMap((s) => [s.start, s.stop]);
  const reading = { capture, document, claims, sentences, terms: termsOf(analysis), engine: engineVersion };
  return { kind: 'read', reading, tokens: analysis.sentences.reduce((sum, s) => sum + s.tokens.length, 0) };
}
