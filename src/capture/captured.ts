import { createHash } from 'node:crypto';

import { type CapturedSource, type CaptureHints, tooLarge } from '../model/capture.ts';
import type { FetchResult } from './fetch-door.ts';

/** What was got, and the digest of its bytes. */
export interface Captured extends CapturedSource {
  readonly kind: 'captured';
  readonly sha256: string;
}

/** Something that could not be captured: what, and why in one sentence. It stops nothing else. */
export interface Failed {
  readonly kind: 'failed';
  readonly source: string;
  readonly reason: string;
}

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

export function failedAsTooLarge(source: string): Failed {
  return { kind: 'failed', source, reason: tooLarge };
}
