import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { WARCParser, type WARCRecord } from 'warcio';

import { largestCapture } from '../model/capture.ts';
import { captured, failedAsTooLarge, type Captured, type Failed } from './captured.ts';
import { articleType, hintsHeader, hintsOf, sourceOf } from './warc-fields.ts';

/**
 * Reads the answers out of a WARC file, plain or gzipped: one capture for each `response` or `resource` record that holds
 * HTML or text and was no error. A truncated or broken file gives what was read of it, then a failure.
 */
export async function* readWarc(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Captured | Failed> {
  let records = 0;
  const tail = { bytes: '' };
  // Whether a record is whole is known once the next one begins, or the file ends as records end.
  let held: Captured | Failed | null = null;
  try {
    for await (const record of WARCParser.iterRecords(keepTail(await plain(stream), tail))) {
      if (held) yield held;
      records += 1;
      held = await readRecord(record, sourceOf(record.warcTargetURI ?? `${path}#${records}`));
    }
    if (records === 0) throw new Error('no WARC record was found in it');
    if (tail.bytes !== '\r\n\r\n' || (held?.kind === 'captured' && held.bytes.length === 0))
      throw new Error('it ends within a record');
    if (held) yield held;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    yield {
      kind: 'failed',
      source: path,
      reason: `the WARC file is cut short or broken at record ${records}: ${cause}`,
    };
  }
}

async function readRecord(record: WARCRecord, source: string): Promise<Captured | Failed | null> {
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcHeaders.headers.get('content-type') ?? '';
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  const isArticle = record.warcType === 'resource' && type === articleType;
  const holdsText = isArticle || (/html|text\/plain|^$/iu.test(type) && status < 300);
  if (!holdsText || !(record.warcType === 'response' || record.warcType === 'resource')) {
    await record.skipFully();
    return null;
  }
  if (record.warcContentLength > largestCapture * 2) {
    await record.skipFully();
    return failedAsTooLarge(source);
  }
  const bytes = await record.readFully(true);
  if (bytes.length > largestCapture) return failedAsTooLarge(source);
  const at = record.warcDate ?? '';
  if (isArticle) return captured({ source, bytes, format: 'json', contentType: null, at });
  const hints = hintsOf(record.warcHeaders.headers.get(hintsHeader) ?? null);
  const headers = headersOf(record);
  return captured({
    source,
    bytes,
    format: null,
    contentType: type === '' ? null : type,
    at,
    ...(headers && { headers }),
    ...(hints && { hints }),
  });
}

/** As the fetch door gives them: names in lower case, without cookies. */
function headersOf(record: WARCRecord): Readonly<Record<string, string>> | null {
  const given = record.httpHeaders?.headers;
  if (!given) return null;
  const named = [...given].map(([name, value]): readonly [string, string] => [name.toLowerCase(), value]);
  return Object.fromEntries(named.filter(([name]) => name !== 'set-cookie'));
}

/** Gunzips what begins as gzip does: the platform's own reader says so when a file is cut short. */
async function plain(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value;
  };
  const isGzip = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) return whole();
  const source = Readable.from(whole());
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function* keepTail(stream: AsyncIterable<Uint8Array>, tail: { bytes: string }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    tail.bytes = (tail.bytes + Buffer.from(chunk.subarray(-4)).toString('latin1')).slice(-4);
    yield chunk;
  }
}
