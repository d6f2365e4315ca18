import { Readable, type Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A body over a limit: as sent or as decoded. */
export class TooMuch extends Error {}

interface ByteLimits {
  readonly compressedBytes: number;
  readonly decodedBytes: number;
}

/**
 * Reads a body to its end and takes off its content encodings, at most two, one byte over neither limit: a small body that
 * decodes to gigabytes is given up as soon as it passes `decodedBytes`. Throws `TooMuch`, or what the stream or zlib throws.
 */
export async function decodeBody(body: Readable, encoding: string, limits: ByteLimits): Promise<Uint8Array> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 2) throw new TooMuch(`it is encoded ${names.length} times over`);
  const decoders = names.toReversed().map(decoderOf);
  let stream: Readable = Readable.from(counted(body, limits.compressedBytes, 'sent'));
  const all = [stream, ...decoders];
  for (const decoder of decoders) {
    const source = stream;
    source.once('error', (error) => decoder.destroy(error));
    stream = source.pipe(decoder);
  }
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of counted(stream, limits.decodedBytes, 'decoded')) chunks.push(chunk);
  } finally {
    for (const part of all) part.destroy();
    body.on('error', () => {});
    body.destroy();
  }
  return Buffer.concat(chunks);
}

async function* counted(stream: AsyncIterable<Uint8Array>, limit: number, what: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new TooMuch(`it is larger than ${limit} bytes as ${what}`);
    yield chunk;
  }
}

function decoderOf(name: string): Duplex {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  if (name === 'br') return createBrotliDecompress();
  throw new TooMuch(`its encoding ${name} is not known`);
}
