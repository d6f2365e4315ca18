import { readPaths } from '../capture/read-paths.ts';
import { toDayRange } from '../claims/claim-time.ts';
import type { ClaimTrace, Findings, Rejected } from '../claims/findings.ts';
import { canonicalAddress } from '../document/canonical-address.ts';
import type { CapturedSource } from '../model/capture.ts';
import type { Analysis, Mention, Sentence, Token } from '../language/analysis.ts';
import type { TimeExpression } from '../language/time.ts';
import type { Claim, Evidence } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import { contains, type Span } from '../model/span.ts';
import type { DayRange } from '../model/time.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { loadStages } from './load-stages.ts';
import { analysedLanguage, type Stages } from './stages.ts';

/** A claim with the word that its frame started from and what told its status, as `ClaimTrace` has them. */
export type ExplainedClaim = Claim & { readonly trigger: Evidence | null; readonly cues: readonly string[] };

/** A name, description or pronoun that was found, and whom the document means by it. */
export interface ExplainedMention extends Pick<Mention, 'start' | 'stop' | 'kind' | 'form' | 'why'> {
  readonly text: string;
  /** The fullest name that the document gives; `null` where it resolves to nothing that is named. */
  readonly means: string | null;
}

/** A time expression with the inclusive days that it stands for, the rules that made it, and what they had to infer. */
export interface ExplainedTime
  extends Pick<TimeExpression, 'start' | 'stop' | 'text' | 'kind' | 'rules' | 'inferred'>, DayRange {}

/** A sentence with its parse, what was taken out of it, and what was considered and not taken. */
export interface ExplainedSentence extends Span {
  readonly text: string;
  /** `head` is an index into this list, -1 for the root. */
  readonly tokens: readonly Token[];
  readonly mentions: readonly ExplainedMention[];
  readonly times: readonly ExplainedTime[];
  readonly claims: readonly ExplainedClaim[];
  readonly rejected: readonly Rejected[];
}

/** How a document was read: where its facts come from, and sentence by sentence what it yields and why. */
export interface Explanation {
  readonly document: Document;
  /** In words: how title, outlet, language and text were told. */
  readonly reasons: Readonly<Record<string, string>>;
  /** None where the text is in a language that is not analysed. */
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

/**
 * Explains a document of the dossier from its stored capture, without touching the network. `wanted` is the id of a
 * document or of a claim in it, or the address or path that a document was read from: then its latest version.
 */
export async function explainStored(database: string, wanted: string): Promise<Explanation | Unexplained | null> {
  const store = await openStore(database);
  try {
    const [claim] = await store.selectClaims([wanted]);
    const capture = (await store.selectCapture(claim?.document ?? wanted)) ?? (await captureFrom(store, wanted));
    return capture && explainCapture(loadStages(), capture);
  } finally {
    await store.close();
  }
}

async function captureFrom(store: Store, source: string): Promise<CapturedSource | null> {
  const sources = [...new Set([source, canonicalAddress(source)])];
  const { rows } = await store.findDocuments({ sources, limit: 1 });
  const [document] = rows;
  return document ? store.selectCapture(document.id) : null;
}

/** Explains one capture with these stages: how its document is read, sentence by sentence. */
export function explainCapture(stages: Stages, captured: CapturedSource): Explanation | Unexplained {
  const result = stages.readDocument(captured);
  if (result.kind === 'rejected') return result;
  const { document, reasons } = result;
  if (document.language !== analysedLanguage) return { document, reasons, sentences: [] };
  const analysis = stages.analyse(document);
  const findings = stages.findClaims(analysis, document);
  return { document, reasons, sentences: analysis.sentences.map((s) => explainSentence(analysis, findings, s)) };
}

/** A claim, a rejection, a mention and a time belong to the sentence in which they begin. */
function explainSentence(analysis: Analysis, findings: Findings, sentence: Sentence): ExplainedSentence {
  const { start, stop, tokens } = sentence;
  const begins = (span: Span): boolean => contains({ start, stop }, { start: span.start, stop: span.start + 1 });
  const traces = new Map(findings.traces.map((t) => [t.claim, t]));
  return {
    start,
    stop,
    text: analysis.text.slice(start, stop),
    tokens,
    mentions: analysis.mentions.filter(begins).map((m) => explainMention(analysis, m)),
    times: analysis.times.filter(begins).map(explainTime),
    claims: findings.claims.filter((c) => begins(c.evidence)).map((c) => explainClaim(analysis, traces.get(c.id), c)),
    rejected: findings.rejected.filter(begins),
  };
}

function explainTime(time: TimeExpression): ExplainedTime {
  const { start, stop, text, kind, rules, inferred } = time;
  return { start, stop, text, kind, rules, inferred, ...toDayRange(time) };
}

function explainClaim(analysis: Analysis, trace: ClaimTrace | undefined, claim: Claim): ExplainedClaim {
  if (!trace) return Object.assign({ trigger: null, cues: [] }, claim);
  const { start, stop } = trace.trigger;
  return Object.assign({ trigger: { start, stop, text: analysis.text.slice(start, stop) }, cues: trace.cues }, claim);
}

function explainMention(analysis: Analysis, mention: Mention): ExplainedMention {
  const { start, stop, kind, form, why, chain } = mention;
  return {
    start,
    stop,
    kind,
    form,
    why,
    text: analysis.text.slice(start, stop),
    means: analysis.chains[chain]?.name ?? null,
  };
}
