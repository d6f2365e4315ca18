import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { largestCapture } from '../model/capture.ts';
import { addressKind } from './address-kind.ts';
import { captured, failedAsTooLarge, type Captured, type Failed } from './captured.ts';
import { readWarc } from './read-warc.ts';

/** What reading files needs from the world. */
export interface ReadWorld {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
}

type Kind = Captured['format'] | 'jsonl' | 'warc';

/** What a name tells of a file's content; in folders, other files are passed over, and `.json`, which is seldom JSONL. */
const kinds: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.md': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
  '.warc': 'warc',
  '.gz': 'warc',
};

/**
 * Captures files, folders (in the order of their names, hidden entries passed over), JSONL and WARC files, and standard
 * input (`-`). Each input gives one capture, each line of JSONL and each answer of a WARC file one of its own; what cannot
 * be read gives a failure with its reason and stops nothing else. Reads one input at a time, as they are asked for.
 */
export async function* readPaths(paths: readonly string[], world: ReadWorld): AsyncGenerator<Captured | Failed> {
  for (const path of paths) {
    if (path === '-') yield* readStream(world.stdin, world.now);
    else yield* readPath(path, world.now);
  }
}

async function* readPath(path: string, now: () => string): AsyncGenerator<Captured | Failed> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* readFolder(path, now);
    else if (found.isFile()) yield* readFile(path, found.size, kindOf(path) ?? null, now);
    else yield { kind: 'failed', source: path, reason: 'it is neither a file nor a folder' };
  } catch (error) {
    yield { kind: 'failed', source: path, reason: reasonOf(error) };
  }
}

async function* readFolder(folder: string, now: () => string): AsyncGenerator<Captured | Failed> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* readFolder(path, now);
    else if (entry.isFile() && kindOf(entry.name) !== undefined && !entry.name.endsWith('.json'))
      yield* readPath(path, now);
  }
}

async function* readFile(path: string, size: number, kind: Kind, now: () => string): AsyncGenerator<Captured | Failed> {
  if (size === 0) {
    yield { kind: 'failed', source: path, reason: isEmpty };
    return;
  }
  switch (kind) {
    case 'jsonl':
      yield* readJsonLines(createReadStream(path), (number) => `${path}:${number}`, now);
      return;
    case 'warc':
      yield* readWarc(path, createReadStream(path));
      return;
    case 'text':
    case 'html':
    case 'json':
    case null: {
      if (size > largestCapture) {
        yield failedAsTooLarge(path);
        return;
      }
      const file = await open(path);
      try {
        yield capturedArticle(path, await file.readFile(), kind, now);
      } finally {
        await file.close();
      }
    }
  }
}

/** `undefined` where the name tells nothing of a text: pictures, archives. No extension reads as text or page. */
function kindOf(name: string): Kind | undefined {
  const extension = extname(name).toLowerCase();
  if (extension === '') return null;
  if (extension === '.gz') return /\.warc\.gz$/iu.test(name) ? 'warc' : undefined;
  return kinds[extension];
}

/**
 * Standard input is JSONL where it begins with a brace. What comes by it is its own source, `stdin:` and its digest: two
 * articles that were piped in one after the other are no versions of one.
 */
async function* readStream(
  stream: AsyncIterable<Uint8Array | string>,
  now: () => string,
): AsyncGenerator<Captured | Failed> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = stream[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const chunk = toBytes(next.value);
    if (size === 0 && /^\s*\{/u.test(new TextDecoder('latin1').decode(chunk.subarray(0, 64)))) {
      yield* readJsonLines(prepend(chunk, iterator), (number, line) => `${ownSource(line)}:${number}`, now);
      return;
    }
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestCapture) {
      yield failedAsTooLarge('-');
      return;
    }
  }
  const bytes = Buffer.concat(chunks);
  yield size === 0
    ? { kind: 'failed', source: '-', reason: isEmpty }
    : capturedArticle(ownSource(bytes), bytes, null, now);
}

function ownSource(bytes: Uint8Array): string {
  return `stdin:${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
}

/** One article; a saved list of articles is none, and what it lists is not fetched unasked. */
function capturedArticle(
  source: string,
  bytes: Buffer,
  format: Captured['format'],
  now: () => string,
): Captured | Failed {
  const kind = format === null ? addressKind(bytes, null, source) : 'page';
  if (kind !== 'page')
    return { kind: 'failed', source, reason: `it is a ${kind}, not an article: give its address, to be fetched` };
  return captured({ source, bytes, format, contentType: null, at: now() });
}

async function* prepend(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const isEmpty = 'it is empty';

const lineFeed = 10;

/** Each line is a capture whose source is what the line says, else what `sourceOf` says. Empty lines are passed over. */
async function* readJsonLines(
  stream: AsyncIterable<Uint8Array | string>,
  sourceOf: (number: number, line: Uint8Array) => string,
  now: () => string,
): AsyncGenerator<Captured | Failed> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const finish = (): Captured | Failed | null => {
    number += 1;
    const [line, length] = [Buffer.concat(parts), size];
    parts = [];
    size = 0;
    const source = sourceOf(number, line);
    if (length > largestCapture) return failedAsTooLarge(source);
    if (line.toString('latin1').trim() === '') return null;
    return captured({ source: sourceIn(line) ?? source, bytes: line, format: 'json', contentType: null, at: now() });
  };
  for await (const piece of stream) {
    let rest = toBytes(piece);
    for (let stop = rest.indexOf(lineFeed); stop >= 0; stop = rest.indexOf(lineFeed)) {
      if (size + stop <= largestCapture) parts.push(rest.subarray(0, stop));
      size += stop;
      const line = finish();
      if (line) yield line;
      rest = rest.subarray(stop + 1);
    }
    if (size + rest.length <= largestCapture) parts.push(rest);
    size += rest.length;
  }
  const last = size > 0 ? finish() : null;
  if (last) yield last;
}

function sourceIn(line: Buffer): string | null {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    const source = typeof value === 'object' && value !== null && 'source' in value ? value.source : null;
    return typeof source === 'string' && source !== '' ? source : null;
  } catch {
    return null;
  }
}

function toBytes(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read: check its permissions';
  return error instanceof Error ? `${basename(error.name)}: ${error.message}` : String(error);
}
