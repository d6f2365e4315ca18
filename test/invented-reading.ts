import type { Document } from '../src/model/document.ts';
import { documentId } from '../src/model/ids.ts';
import type { Reading, StoredCapture } from '../src/store/store.ts';

const at = '2026-03-01T10:00:00.000Z';

/** A document without claims as if it had been read from a file; its words are its search terms as they stand. */
export function readingOf(source: string, text: string, day: string | null = '2026-01-15'): Reading {
  const id = documentId(source, text);
  const sha256 = documentId('bytes', text);
  return {
    capture: textCapture({ source, text, capture: { at, sha256 } }),
    document: {
      kind: 'document',
      id,
      source,
      outlet: null,
      title: null,
      language: 'ru',
      published: day === null ? null : { from: day, to: day, basis: 'printed', why: 'test' },
      publishedTime: null,
      replaces: null,
      text,
      removed: [],
      capture: { at, sha256 },
      origin: id,
    },
    claims: [],
    sentences: [0, text.length],
    terms: { stems: text.toLowerCase(), lemmas: text.toLowerCase() },
    engine: 'test',
  };
}

/** The capture of a document whose bytes were its text. */
export function textCapture({ source, text, capture }: Pick<Document, 'source' | 'text' | 'capture'>): StoredCapture {
  return { source, ...capture, format: 'text', contentType: null, bytes: Buffer.from(text), headers: {}, hints: {} };
}
