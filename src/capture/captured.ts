import { createHash } from 'node:crypto';

import type { FetchResult } from './fetch-door.ts';

/** Exact bytes with where, when and how they were got. */
export interface Captured {
  readonly kind: 'captured';
  /** An address, a file path as given, or what a JSON line says. */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** `json`: one object of a JSONL file. `null` where only the content can tell. */
  readonly format: 'text' | 'html' | 'json' | null;
  /** The HTTP header; `null` for files. */
  readonly contentType: string | null;
  /** ISO instant. */
  readonly at: string;
  /** Of the HTTP answer, names in lower case, without cookies; absent for files. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a feed's entry says of the article; the page's own data come before it. */
  readonly hints?: CaptureHints;
}

export interface CaptureHints {
  readonly title?: string | null;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly language?: string | null;
}

/** Something that could not be captured: what, and why in one sentence. It stops nothing else. */
export interface Failed {
  readonly kind: 'failed';
  readonly source: string;
  readonly reason: string;
}

/** A text or a page may not be larger; a line of a JSONL file neither. */
export const largestInput = 5_000_000;

export function captured(fields: Omit<Captured, 'kind' | 'sha256'>): Captured {
  return { kind: 'captured', ...fields, sha256: createHash('sha256').update(fields.bytes).digest('hex') };
}

/** The answer to a fetch as a capture of the address that was asked for. */
export function capturedPage(
  source: string,
  answer: FetchResult & { readonly kind: 'fetched' },
  at: string,
  hints: CaptureHints = {},
): Captured {
  const { 'set-cookie': _cookies, ...headers } = answer.headers;
  const contentType = headers['content-type'] ?? null;
  return captured({ source, bytes: answer.bytes, format: null, contentType, at, headers, hints });
}

export function tooLarge(source: string): Failed {
  return { kind: 'failed', source, reason: `it is larger than ${largestInput / 1e6} MB; split it, or give JSONL` };
}
