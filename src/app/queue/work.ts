import type { Job, JobResult } from '../../store/queue.ts';
import type { Store } from '../../store/store.ts';
import { sleepUntilAborted } from '../sleep-until-aborted.ts';
import type { Reader } from '../reader.ts';

/** One worker: what it reads with, for how long it holds what it takes, and when it ends. */
export interface WorkOptions {
  readonly store: Store;
  readonly reader: Reader;
  /** Its name in the queue; no other worker has it. */
  readonly worker: string;
  /** Milliseconds; half a minute where absent. A silent worker's jobs are taken by others after so long. */
  readonly lease?: number;
  /** Ends when nothing is left to take, and else waits for more. */
  readonly once?: boolean;
  /** When it is aborted, the worker ends after the documents in hand and gives the others back. */
  readonly signal: AbortSignal;
  readonly onFinished?: (results: readonly JobResult[]) => void;
}

/** Taken and written together: one transaction for a few documents, and few to be read again after a crash. */
const jobsAtOnce = 4;
const usualLease = 30_000;
const shortestWait = 50;
const longestWait = 1000;

/**
 * Takes jobs, reads them and writes what was read, until it is told to end. What is written is written with the end of its
 * job in one transaction, so a crash anywhere loses no document and doubles none.
 */
export async function work(options: WorkOptions): Promise<void> {
  const { store, worker, signal, lease = usualLease, once = false } = options;
  let finishing: Promise<void> = Promise.resolve();
  let wait = shortestWait;
  while (!signal.aborted) {
    const jobs = await store.queue.take(worker, jobsAtOnce, lease);
    if (jobs.length === 0) {
      await finishing;
      if (once) break;
      await sleepUntilAborted(wait, signal);
      wait = Math.min(wait * 2, longestWait);
      continue;
    }
    wait = shortestWait;
    // What may end the worker ends nothing but itself: neither what is being written before it, nor it by what comes next.
    const isAlone = jobs.some((job) => job.isTried);
    if (isAlone) await finishing;
    const results = await readJobs(jobs, options, lease);
    // The next ones are read while these are written; never more than one batch waits to be.
    await finishing;
    finishing = store.queue.finish(worker, results).then(() => options.onFinished?.(results));
    finishing.catch(() => undefined);
    if (isAlone) await finishing;
  }
  await finishing;
  await store.queue.release(worker);
}

async function readJobs(jobs: readonly Job[], options: WorkOptions, lease: number): Promise<readonly JobResult[]> {
  const { store, reader, worker, signal } = options;
  const renewal = setInterval(() => {
    // One that fails is made good by the next, or the job is read twice.
    store.queue.renew(worker, lease).catch(() => undefined);
  }, lease / 3);
  try {
    const results: JobResult[] = [];
    for (const { id, capture } of jobs) {
      if (signal.aborted) break;
      const outcome = await reader.read(capture);
      if (outcome.kind === 'read') results.push({ id, kind: 'read', reading: outcome.reading });
      else results.push({ id, kind: outcome.kind === 'broken' ? 'broken' : 'refused', reason: outcome.reason });
    }
    return results;
  } finally {
    clearInterval(renewal);
  }
}
