import { z } from 'zod';

import type { CaptureHints } from '../model/capture.ts';

/** The type of one object of a JSONL file: `source`, `text` or `html`, and what is known beside. */
export const articleType = 'application/vnd.servanda.article+json';

/** What a feed's entry said of a page: percent-encoded JSON. */
export const hintsHeader = 'Servanda-Hints';

const prefix = 'urn:servanda:';

/** A file path as the address of a record: `urn:servanda:articles%2Fport.txt`. */
export function urnOf(source: string): string {
  return prefix + encodeURIComponent(source);
}

/** The file path back, and any other address as it is. */
export function sourceOf(address: string): string {
  if (!address.startsWith(prefix)) return address;
  try {
    return decodeURIComponent(address.slice(prefix.length));
  } catch {
    return address;
  }
}

const text = z.string().nullable().exactOptional();
const hintsSchema = z.object({ title: text, published: text, outlet: text, language: text });

/** Hints out of the header; `null` where there are none, or the header is not ours. */
export function hintsOf(header: string | null): CaptureHints | null {
  if (header === null) return null;
  try {
    return hintsSchema.parse(JSON.parse(decodeURIComponent(header)));
  } catch {
    return null;
  }
}
