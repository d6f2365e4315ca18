import { createHash } from 'node:crypto';

import { WARCRecord, WARCSerializer } from 'warcio';

import type { Captured } from './captured.ts';
import { articleType, hintsHeader, urnOf } from './warc-fields.ts';

/** Of the stored bytes these say nothing any more: they were taken out of their encodings. */
const ofTheTransfer = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'content-type',
  'connection',
]);

/**
 * Gives captures as gzipped WARC/1.1 records, one chunk each, in their order: the exact bytes, with time, address and the
 * headers of the answer. `readWarc` gives the same captures back.
 */
export async function* writeWarc(
  captures: Iterable<WarcCapture> | AsyncIterable<WarcCapture>,
): AsyncGenerator<Uint8Array> {
  for await (const capture of captures) {
    yield await WARCSerializer.serialize(recordOf(capture), { gzip: true });
  }
}

type WarcCapture = Omit<Captured, 'kind' | 'sha256'>;

function recordOf({ source, bytes, at, contentType, format, headers = {}, hints = {} }: WarcCapture): WARCRecord {
  const isAddress = /^https?:/iu.test(source);
  // One object of a JSONL file, or a feed's entry, is no answer of its address.
  const isAnswer = isAddress && format !== 'json';
  const type = format === 'json' ? articleType : (contentType ?? (format === 'html' ? 'text/html' : 'text/plain'));
  const kept = Object.entries(headers).filter(([name]) => !ofTheTransfer.has(name));
  const hinted = Object.values(hints).some((hint) => typeof hint === 'string');
  return WARCRecord.create(
    {
      url: isAddress ? source : urnOf(source),
      date: at,
      warcVersion: 'WARC/1.1',
      type: isAnswer ? 'response' : 'resource',
      warcHeaders: {
        'WARC-Record-ID': recordId(source, at, bytes),
        ...(isAnswer ? {} : { 'Content-Type': type }),
        ...(hinted ? { [hintsHeader]: encodeURIComponent(JSON.stringify(hints)) } : {}),
      },
      ...(isAnswer && {
        httpHeaders: { 'Content-Type': type, ...Object.fromEntries(kept) },
        statusline: 'HTTP/1.1 200 OK',
      }),
    },
    [bytes],
  );
}

/** The same capture has the same id in every export. */
function recordId(source: string, at: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(`${source}\n${at}\n`).update(bytes).digest('hex');
  // Laid out as a UUID of version 8: its bits are our own.
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `<urn:uuid:${a}-${b}-8${c}-8${d}-${e}>`;
}
