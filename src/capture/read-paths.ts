import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The exact bytes of one article, or of one line of a JSONL file. */
export interface CapturedPath {
  readonly kind: 'captured';
  /** The path as given; `FILE:LINE` for a line of a JSONL file. */
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly format: 'text' | 'html' | 'json' | null;
  readonly contentType: null;
  /** ISO instant of the reading. */
  readonly at: string;
  readonly sha256: string;
}

/** An input that could not be read, and why, in one sentence. */
export interface FailedPath {
  readonly kind: 'failed';
  readonly source: string;
  readonly reason: string;
}

export interface PathOptions {
  /** What `-` stands for. */
  readonly stdin: NodeJS.ReadableStream;
  readonly now: () => string;
}

/** Larger files of one article, and larger lines, are refused unread. */
const largest = 5_000_000;

const formats: Readonly<Record<string, 'text' | 'html' | 'jsonl'>> = {
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/**
 * The articles under these paths, in the order given and, in folders, by name. Of a folder it takes the files whose
 * endings it knows; a file that is named itself is taken whatever its ending. Never throws for what an input holds.
 */
export async function* readPaths(
  paths: readonly string[],
  options: PathOptions,
): AsyncGenerator<CapturedPath | FailedPath, void, undefined> {
  for (const path of paths) {
    if (path === '-') yield* readStandardInput(options);
    else yield* readPath(path, options);
  }
}

async function* readPath(path: string, options: PathOptions): AsyncGenerator<CapturedPath | FailedPath> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      yield* readOneFile(path, found.size, options);
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() || extname(entry.name).toLowerCase() in formats) {
        yield* readPath(join(path, entry.name), options);
      }
    }
  } catch (error) {
    yield { kind: 'failed', source: path, reason: reasonOf(error) };
  }
}

async function* readOneFile(
  path: string,
  size: number,
  options: PathOptions,
): AsyncGenerator<CapturedPath | FailedPath> {
  const format = formats[extname(path).toLowerCase()] ?? null;
  if (size === 0) yield { kind: 'failed', source: path, reason: 'it is empty' };
  else if (format === 'jsonl') yield* readLines(path, createReadStream(path), options);
  else if (size > largest) yield tooLarge(path);
  else yield captured(path, await readFile(path), format, options);
}

/** JSONL where it begins with a brace, else one article. */
async function* readStandardInput(options: PathOptions): AsyncGenerator<CapturedPath | FailedPath> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer | string> = options.stdin;
  const rest = stream[Symbol.asyncIterator]();
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const chunk = Buffer.from(next.value);
    chunks.push(chunk);
    size += chunk.length;
    const start = Buffer.concat(chunks).toString('latin1').trimStart();
    if (start.startsWith('{')) {
      yield* readLines('-', resumed(chunks, rest), options);
      return;
    }
    if (size > largest) {
      yield tooLarge('-');
      return;
    }
  }
  yield captured('-', Buffer.concat(chunks), null, options);
}

async function* resumed(
  chunks: readonly Buffer[],
  rest: AsyncIterator<Buffer | string>,
): AsyncGenerator<Buffer | string> {
  yield* chunks;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** One capture a line that is not blank; a line that is too large is refused and passed over without being kept. */
async function* readLines(
  path: string,
  chunks: AsyncIterable<Buffer | string>,
  options: PathOptions,
): AsyncGenerator<CapturedPath | FailedPath> {
  let number = 1;
  let size = 0;
  let parts: Buffer[] = [];
  const line = function* (): Generator<CapturedPath | FailedPath> {
    const bytes = Buffer.concat(parts);
    if (size > largest) yield tooLarge(`${path}:${number}`);
    else if (bytes.toString('latin1').trim() !== '') yield captured(`${path}:${number}`, bytes, 'json', options);
    number++;
    size = 0;
    parts = [];
  };
  for await (const given of chunks) {
    let rest = Buffer.from(given);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if ((size += end) <= largest) parts.push(rest.subarray(0, end));
      yield* line();
      rest = rest.subarray(end + 1);
    }
    if ((size += rest.length) <= largest) parts.push(rest);
    else parts = [];
  }
  yield* line();
}

function captured(
  source: string,
  bytes: Uint8Array,
  format: CapturedPath['format'],
  options: PathOptions,
): CapturedPath {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'captured', source, bytes, format, contentType: null, at: options.now(), sha256 };
}

function tooLarge(source: string): FailedPath {
  return { kind: 'failed', source, reason: `it is larger than ${largest / 1e6} MB; split it, or give JSONL` };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read: permission denied';
  return error instanceof Error ? error.message : String(error);
}
