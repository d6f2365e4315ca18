import { WARCRecord, WARCSerializer } from 'warcio';

import type { Captured } from './captured.ts';

/** Gives captures as gzipped WARC/1.1 records, one chunk each, in their order: the exact bytes, with time and address. */
export async function* writeWarc(captures: Iterable<Captured> | AsyncIterable<Captured>): AsyncGenerator<Uint8Array> {
  for await (const { source, bytes, at, contentType, format } of captures) {
    const type =
      contentType ?? (format === 'html' ? 'text/html' : format === 'json' ? 'application/json' : 'text/plain');
    const isAddress = /^https?:/iu.test(source);
    const record = WARCRecord.create(
      {
        url: isAddress ? source : `urn:servanda:${encodeURIComponent(source)}`,
        date: at,
        type: isAddress ? 'response' : 'resource',
        warcHeaders: isAddress ? {} : { 'Content-Type': type },
        ...(isAddress ? { httpHeaders: { 'Content-Type': type }, statusline: 'HTTP/1.1 200 OK' } : {}),
      },
      [bytes],
    );
    yield await WARCSerializer.serialize(record, { gzip: true });
  }
}
