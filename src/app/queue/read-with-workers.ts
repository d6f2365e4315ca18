import { randomUUID } from 'node:crypto';

import { openFetchDoor } from '../../capture/fetch-door.ts';
import { readInputs } from '../../capture/read-inputs.ts';
import type { QueueCounts } from '../../store/queue.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store, StoredCapture } from '../../store/store.ts';
import { mergeStore } from '../merge-dossier.ts';
import type { Failure, ReadOptions, ReadReport } from '../read-sources.ts';
import { sleepUntilAborted } from '../sleep-until-aborted.ts';
import { storedCapture } from '../stages.ts';
import { createWorkers, type Workers } from './workers.ts';

export interface WorkersReadOptions extends Omit<ReadOptions, 'readers'> {
  /** How many processes of this machine read at most; with 0 it waits for those of other machines. */
  readonly workers: number;
  /** The process to start; for tests. */
  readonly script?: URL;
}

/** Captures are added so many at once, or sooner where they are large. */
const addedAtOnce = 32;
const bytesAtOnce = 4_000_000;
/** No more is added while so many wait: the queue is a buffer, and the disk is not filled with what is read later. */
const mostWaiting = 500;
/** A further worker is started where those that run have so many waiting each: less is read before its models are loaded. */
const waitingEach = 24;
const pause = 150;

/**
 * The same as `readSources` with the reading done by worker processes, here and wherever else `servanda work` runs over
 * this dossier. A run that is broken off leaves its documents in the queue, for the workers of the next one.
 */
export async function readWithWorkers(options: WorkersReadOptions): Promise<ReadReport> {
  const { database, workers: most, script } = options;
  const store = await openStore(database);
  const workers = createWorkers({ database, store, most, ...(script && { script }) });
  try {
    const report = await readThroughQueue(store, workers, options);
    if (!report.interrupted && (await store.progress()).pending > 0) {
      await workers.stop();
      await mergeStore(store);
    }
    return report;
  } finally {
    await workers.stop();
    await store.close();
  }
}

/** What the program that fills the queue knows by itself. */
interface Filling {
  known: number;
  added: number;
  bytes: number;
  failures: Failure[];
}

async function readThroughQueue(store: Store, workers: Workers, options: WorkersReadOptions): Promise<ReadReport> {
  const { signal } = options;
  const run = randomUUID();
  const filling: Filling = { known: 0, added: 0, bytes: 0, failures: [] };
  const look = async (): Promise<QueueCounts> => {
    const counts = await store.queue.counts(run);
    const { waiting, taken } = await store.queue.counts();
    await workers.grow(Math.ceil((waiting + taken) / waitingEach));
    options.onProgress?.(reportOf(filling, counts));
    return counts;
  };
  await fill(store, run, filling, { ...options, look });
  let counts = await look();
  for (; counts.waiting + counts.taken > 0; counts = await look()) {
    if (signal?.aborted) break;
    await sleepUntilAborted(pause, signal);
  }
  const failures = [...filling.failures, ...(await store.queue.failures(run))];
  const report = { ...reportOf(filling, counts), failures: failures.map(({ source, reason }) => ({ source, reason })) };
  await store.queue.close(run);
  return { ...report, failed: failures.length, interrupted: signal?.aborted ?? false };
}

/** Puts every input into the queue that is not in the dossier, waiting where the workers do not keep up. */
async function fill(
  store: Store,
  run: string,
  filling: Filling,
  options: WorkersReadOptions & { readonly look: () => Promise<QueueCounts> },
): Promise<void> {
  const { paths, stdin, now, signal, look } = options;
  const door = openFetchDoor({ allowPrivate: options.allowPrivate ?? false });
  let batch: StoredCapture[] = [];
  let bytes = 0;
  const add = async (): Promise<void> => {
    await store.queue.add(run, batch);
    filling.added += batch.length;
    filling.bytes += bytes;
    batch = [];
    bytes = 0;
    for (let { waiting } = await look(); waiting > mostWaiting; { waiting } = await look()) {
      if (signal?.aborted) break;
      await sleepUntilAborted(pause, signal);
    }
  };
  try {
    const sleep = sleepUntilAborted;
    for await (const input of readInputs(paths, { stdin, now, door, sleep, ...(signal && { signal }) })) {
      if (signal?.aborted) break;
      if (input.kind === 'failed') filling.failures.push({ source: input.source, reason: input.reason });
      else if ((await store.selectDocumentOf(input.source, input.sha256)) !== null) {
        filling.known++;
        filling.bytes += input.bytes.length;
      } else {
        batch.push(storedCapture(input));
        bytes += input.bytes.length;
      }
      if (batch.length >= addedAtOnce || bytes >= bytesAtOnce) await add();
    }
    if (batch.length > 0) await add();
  } finally {
    await door.close();
  }
}

/** Bytes are told by documents: what was added counts in the measure in which it was read. */
function reportOf(filling: Filling, counts: QueueCounts) {
  const done = counts.read + counts.known + counts.refused + counts.setAside;
  const share = filling.added === 0 ? 1 : Math.min(1, done / filling.added);
  return {
    read: counts.read,
    known: filling.known + counts.known,
    failed: filling.failures.length + counts.refused + counts.setAside,
    bytes: Math.round(filling.bytes * share),
    tokens: 0,
  };
}
