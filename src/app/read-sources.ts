import { openFetchDoor } from '../capture/fetch-door.ts';
import { readInputs } from '../capture/read-inputs.ts';
import { openStore } from '../store/open-store.ts';
import type { Reading, Store } from '../store/store.ts';
import type { Reader } from './reader.ts';
import { sleepUntilAborted } from './sleep-until-aborted.ts';

/** What is read, how, and who is told. */
export interface ReadOptions {
  /** The file of the dossier. */
  readonly database: string;
  /** Addresses, files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  readonly readers: readonly Reader[];
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** When it is aborted, reading ends after the documents in hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Whether addresses may lead into a private network. */
  readonly allowPrivate?: boolean;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** Counts so far. `bytes` are those of all captures that are done with, whatever came of them. */
export interface ReadProgress {
  readonly read: number;
  /** In the dossier already. */
  readonly known: number;
  readonly failed: number;
  readonly bytes: number;
  readonly tokens: number;
}

/** An input that could not be read. It stops nothing else. */
export interface Failure {
  readonly source: string;
  readonly reason: string;
}

export interface ReadReport extends ReadProgress {
  readonly failures: readonly Failure[];
  readonly interrupted: boolean;
}

/**
 * Reads sources into a dossier and merges its record. A document that was read counts from the moment its transaction is
 * written, so that a run which is broken off loses nothing and the next one passes over what is there.
 */
export async function readSources(options: ReadOptions): Promise<ReadReport> {
  const store = await openStore(options.database);
  try {
    const report = await readInto(store, options);
    // Merging what was broken off is left to the next run or the next question.
    const { pending } = await store.progress();
    if (pending > 0 && !report.interrupted) await options.readers[0]?.merge(options.database);
    return report;
  } finally {
    await store.close();
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function readInto(store: Store, options: ReadOptions): Promise<ReadReport> {
  const { readers, now, signal, paths, stdin } = options;
  const counts: Mutable<ReadProgress> = { read: 0, known: 0, failed: 0, bytes: 0, tokens: 0 };
  const failures: Failure[] = [];
  const told = (): void => options.onProgress?.({ ...counts });
  const fail = (source: string, reason: string): void => {
    counts.failed++;
    failures.push({ source, reason });
  };
  const writer = createWriter(store, (fresh, written) => {
    counts.read += fresh;
    counts.known += written - fresh;
    told();
  });
  const door = openFetchDoor({ allowPrivate: options.allowPrivate ?? false });
  const sleep = sleepUntilAborted;
  const isStopped = (): boolean => signal?.aborted ?? false;
  const inputs = readInputs(paths, { stdin, now, door, sleep, ...(signal && { signal }) })[Symbol.asyncIterator]();
  const done = (bytes: number): void => {
    counts.bytes += bytes;
    told();
  };
  // Each reader takes the next input when it is free: as many documents in hand as there are readers. The next one is read
  // while this one is written, and never more than one of each waits to be.
  const work = async (reader: Reader): Promise<void> => {
    let writing: Promise<void> = Promise.resolve();
    while (!isStopped()) {
      const { value: input, done: isLast } = await inputs.next();
      if (isLast) break;
      if (input.kind === 'failed') {
        fail(input.source, input.reason);
        done(0);
      } else if ((await store.selectDocumentOf(input.source, input.sha256)) !== null) {
        counts.known++;
        done(input.bytes.length);
      } else {
        const outcome = await reader.read(input);
        await writing;
        if (outcome.kind === 'read') {
          counts.tokens += outcome.tokens;
          writing = writer.write(outcome.reading).then(() => done(input.bytes.length));
          // Heard where it is waited for.
          writing.catch(() => undefined);
        } else {
          fail(outcome.source, outcome.reason);
          done(input.bytes.length);
        }
      }
    }
    await writing;
  };
  try {
    await Promise.all(readers.map(work));
  } finally {
    await inputs.return?.(undefined);
    await door.close();
  }
  return { ...counts, failures, interrupted: isStopped() };
}

/** Writes readings as they come; those that come while a transaction is being written share the next one. */
function createWriter(store: Store, onWritten: (fresh: number, written: number) => void) {
  let waiting: Reading[] = [];
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const fresh = await store.insertReadings(batch);
    onWritten(fresh.length, batch.length);
  };
  return {
    /** Settles when the reading is on disk, and rejects when it could not be written. */
    write: (reading: Reading): Promise<void> => {
      waiting.push(reading);
      writing = writing.then(flush);
      return writing;
    },
  };
}
