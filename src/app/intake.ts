import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { captured, type Captured, type Failed } from '../capture/captured.ts';
import { openFetchDoor } from '../capture/fetch-door.ts';
import { isAddress, readInputs } from '../capture/read-inputs.ts';
import { readPaths } from '../capture/read-paths.ts';
import { hashOf } from '../model/ids.ts';
import type { ReadingJob, Taken } from '../model/reading-job.ts';
import type { Store } from '../store/store.ts';
import { readCaptured } from './read-captured.ts';
import { sleepUntilAborted } from './sleep-until-aborted.ts';
import type { Reader } from './reader.ts';

/** What a person hands in to be read. */
export type Material =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What the person knows of the text beside its words; what the text itself says comes before it. */
      readonly title: string | null;
      readonly outlet: string | null;
      readonly published: string | null;
      /** Where it stands on the web; makes a text handed in again a version of the same article. */
      readonly address: string | null;
    }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'files'; readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] };

/** Takes material in and reads it, one handing-in after another. */
export interface Intake {
  /** The id of the job. */
  submit(material: Material, by: string): string;
  job(id: string): ReadingJob | null;
  /** Jobs of this run of the program, latest first. */
  jobs(): readonly ReadingJob[];
  /** Each state of the job from the present one on, until it is done or the signal is aborted. */
  follow(id: string, signal: AbortSignal): AsyncIterable<ReadingJob>;
  /** Settles when what is in hand is written; what waits is not begun. */
  close(): Promise<void>;
}

export interface IntakeOptions {
  readonly store: Store;
  readonly reader: Reader;
  /** Brings the record up to date, away from the thread that serves pages. */
  readonly merge: () => Promise<void>;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** Whether addresses may lead into a private network. */
  readonly allowPrivate?: boolean;
}

/** Jobs that are remembered after they are done. */
const remembered = 200;

export function openIntake(options: IntakeOptions): Intake {
  const jobs = new Map<string, ReadingJob>();
  const waiters = new Map<string, Set<() => void>>();
  const closing = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const change = (id: string, fields: Partial<ReadingJob>): void => {
    const job = jobs.get(id);
    if (job) jobs.set(id, { ...job, ...fields });
    for (const wake of waiters.get(id) ?? []) wake();
  };
  const work = async (id: string, material: Material): Promise<void> => {
    if (closing.signal.aborted) return change(id, { state: 'done', fault: 'the program was ended before it was read' });
    change(id, { state: 'reading' });
    const taken: Taken[] = [];
    try {
      for await (const input of captures(material, options, closing.signal)) {
        taken.push(input.kind === 'failed' ? input : await readCaptured(options.store, options.reader, input));
        change(id, { taken: [...taken] });
      }
      change(id, { state: 'merging' });
      if (taken.some(({ kind }) => kind === 'read')) await options.merge();
      change(id, { state: 'done' });
    } catch (error) {
      change(id, { state: 'done', fault: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    submit: (material, by) => {
      const at = options.now();
      const id = hashOf(['reading', at, by, String(jobs.size)]);
      jobs.set(id, { id, by, at, state: 'waiting', taken: [], fault: null });
      for (const [old, job] of jobs) if (jobs.size > remembered && job.state === 'done') jobs.delete(old);
      last = last.then(() => work(id, material));
      return id;
    },
    job: (id) => jobs.get(id) ?? null,
    jobs: () => [...jobs.values()].toReversed(),
    follow: (id, signal) => states(id, signal, jobs, waiters),
    close: async () => {
      closing.abort();
      await last;
    },
  };
}

async function* states(
  id: string,
  signal: AbortSignal,
  jobs: ReadonlyMap<string, ReadingJob>,
  waiters: Map<string, Set<() => void>>,
): AsyncIterable<ReadingJob> {
  const mine = waiters.get(id) ?? new Set();
  waiters.set(id, mine);
  let told: ReadingJob | null = null;
  while (!signal.aborted) {
    const { promise, resolve } = Promise.withResolvers<void>();
    mine.add(resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
    const job = jobs.get(id) ?? null;
    if (job !== null && job !== told) yield job;
    told = job;
    if (job === null || job.state === 'done') break;
    if (jobs.get(id) === job) await promise;
    mine.delete(resolve);
  }
  if (mine.size === 0) waiters.delete(id);
}

async function* captures(
  material: Material,
  options: IntakeOptions,
  signal: AbortSignal,
): AsyncIterable<Captured | Failed> {
  switch (material.kind) {
    case 'text':
      yield capturedText(material, options.now());
      return;
    case 'address': {
      const url = material.url.trim();
      if (!isAddress(url)) {
        yield { kind: 'failed', source: url, reason: 'it is no address: an address begins with https:// or http://' };
        return;
      }
      const door = openFetchDoor({ allowPrivate: options.allowPrivate ?? false });
      try {
        const world = { stdin: nothing, now: options.now, door, sleep: sleepUntilAborted, signal };
        yield* readInputs([url], world);
      } finally {
        await door.close();
      }
      return;
    }
    case 'files':
      for (const file of material.files) yield* capturedFile(file, options.now);
  }
}

const nothing: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: async function* () {} };

/** A pasted text is its own source, unless the person says where it stands. */
function capturedText(material: Material & { readonly kind: 'text' }, at: string): Captured | Failed {
  const { text, title, outlet, published, address } = material;
  if (text.trim() === '') return { kind: 'failed', source: 'pasted text', reason: 'it is empty' };
  const source = address ?? `pasted:${hashOf(['pasted', text])}`;
  const bytes = new TextEncoder().encode(text);
  const format = /^\s*</u.test(text) ? 'html' : 'text';
  return captured({ source, bytes, format, contentType: null, at, hints: { title, outlet, published } });
}

/**
 * The captures in a file that was handed in, as `servanda read` has them: a page, a text, lines of JSON, WARC. Its name
 * alone is no source, since two people have an `article.txt`: what it holds is part of it.
 */
async function* capturedFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  now: () => string,
): AsyncIterable<Captured | Failed> {
  const safe = basename(name.replaceAll('\\', '/')).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'file';
  const folder = await mkdtemp(join(tmpdir(), 'servanda-intake-'));
  const path = join(folder, safe.slice(-100));
  const named = `file:${hashOf(['file', Buffer.from(bytes).toString('base64')])}/${safe}`;
  try {
    await writeFile(path, bytes);
    for await (const input of readPaths([path], { stdin: nothing, now }))
      yield input.source.startsWith(path) ? { ...input, source: named + input.source.slice(path.length) } : input;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
