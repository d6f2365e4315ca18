import { readPaths } from '../capture/read-paths.ts';
import type { Rejected } from '../claims/findings.ts';
import type { CapturedSource } from '../document/read-document.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { openStore } from '../store/open-store.ts';
import { loadStages } from './load-stages.ts';
import { analysedLanguage, type Stages } from './stages.ts';

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

/** A capture that cannot be read. */
export interface Unexplained {
  readonly source: string;
  readonly reason: string;
}

/** Explains a file as it stands, without a dossier: each document in it. `-` is standard input. */
export async function explainFile(
  path: string,
  world: { readonly stdin: NodeJS.ReadableStream; readonly now: () => string },
): Promise<readonly (Explanation | Unexplained)[]> {
  const stages = loadStages();
  const explanations: (Explanation | Unexplained)[] = [];
  for await (const input of readPaths([path], world)) {
    explanations.push(input.kind === 'failed' ? input : explainCapture(stages, input));
  }
  return explanations;
}

/** Explains a document of the dossier from its stored capture; `id` is the document's or that of a claim in it. */
export async function explainStored(database: string, id: string): Promise<Explanation | Unexplained | null> {
  const store = await openStore(database);
  try {
    const [claim] = await store.selectClaims([id]);
    const capture = await store.selectCapture(claim?.document ?? id);
    return capture && explainCapture(loadStages(), capture);
  } finally {
    await store.close();
  }
}

function explainCapture(stages: Stages, captured: CapturedSource): Explanation | Unexplained {
  const result = stages.readDocument(captured);
  if (result.kind === 'rejected') return result;
  const { document, reasons } = result;
  if (document.language !== analysedLanguage) return { document, reasons, sentences: [] };
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
