import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';

import type { Store } from '../../store/store.ts';

/** Worker processes of this machine, started as they are wanted and started again where they end or fall silent. */
export interface Workers {
  readonly running: number;
  /** Brings their number to this, never above the most. Rejects where they end at once, with what they said. */
  grow(wanted: number): Promise<void>;
  /** Settles when all have ended; one that does not is killed. */
  stop(): Promise<void>;
}

export interface WorkersOptions {
  readonly database: string;
  /** Where what an ended worker had is given back. */
  readonly store: Store;
  readonly most: number;
  /** The process to start; it is given what `serveAsWorker` asks for. */
  readonly script?: URL;
  /** Milliseconds without a sign of life after which a worker is killed; half a minute where absent. */
  readonly silence?: number;
  /** Told of each that ended without being asked to, in its words or in those of the system. */
  readonly onLoss?: (reason: string) => void;
}

/** What one worker takes after a day of reading, models and all; most take less, and none is to be without. */
const workerMb = 600;
/** So many that end one after another without a document between them have a fault that trying again does not mend. */
const mostEnds = 6;
/** Milliseconds for the documents in hand. */
const patience = 70_000;
const usualSilence = 30_000;
/** Signs of life that a worker is to give in that time. */
const signsInSilence = 15;
/** Looks that do not count: a busy machine starts a program slowly. */
const looksAtStart = 3 * signsInSilence;

/** As many workers as this machine or container has cores, or fewer where its free memory holds fewer; at least one. */
export function usualWorkers(): number {
  const fitting = Math.floor((process.availableMemory() / 1e6) * (0.8 / workerMb));
  return Math.max(1, Math.min(availableParallelism(), fitting));
}

export function createWorkers(options: WorkersOptions): Workers {
  const { database, store, most, script = workerScript(), silence = usualSilence } = options;
  const processes = new Map<string, ChildProcess>();
  let stopping = false;
  let said = '';
  let ends = 0;
  let documents = 0;
  const start = (): void => {
    const worker = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
    const child = fork(script, [worker, String(silence / signsInSilence)], {
      // Not among the arguments, which everybody on the machine can read: the address may hold a password.
      env: { ...process.env, SERVANDA_DB: database },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    processes.set(worker, child);
    killWhenSilent(child, silence, () => (said = `one gave no sign of life for ${silence / 1000} s and was killed`));
    child.stderr?.on('data', (text) => (said = String(text).trim().slice(-2000)));
    child.on('error', (error) => (said = error.message));
    child.once('exit', (code, signal) => {
      processes.delete(worker);
      if (stopping) return;
      ends++;
      options.onLoss?.(said || `ended with ${code ?? signal}`);
      // What it had is free at once, without waiting for its lease to run out.
      store.queue.release(worker).catch(() => undefined);
    });
  };
  const forgiveProgress = async (): Promise<void> => {
    const { read, known, refused, setAside } = await store.queue.counts();
    const done = read + known + refused + setAside;
    if (done !== documents) ends = 0;
    documents = done;
  };
  return {
    get running() {
      return processes.size;
    },
    grow: async (wanted) => {
      if (ends > 0) await forgiveProgress();
      if (ends >= mostEnds) throw new Error(`workers end as soon as they are started: ${said || 'they say nothing'}`);
      while (processes.size < Math.min(wanted, most)) start();
    },
    stop: async () => {
      stopping = true;
      await Promise.all(
        [...processes].map(async ([worker, child]) => {
          await end(child);
          await store.queue.release(worker);
        }),
      );
    },
  };
}

/**
 * A worker that is stopped or hangs holds what it has, and in a file the lock that all writers wait for: killed, it gives
 * both back. Looks are counted and not the clock, which runs on while a machine sleeps.
 */
function killWhenSilent(child: ChildProcess, silence: number, onKill: () => void): void {
  let looks = -looksAtStart;
  child.on('message', () => (looks = 0));
  const looking = setInterval(() => {
    looks++;
    if (looks <= signsInSilence) return;
    onKill();
    child.kill('SIGKILL');
  }, silence / signsInSilence).unref();
  child.once('exit', () => clearInterval(looking));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  if (child.connected) child.disconnect();
  const killing = setTimeout(() => child.kill('SIGKILL'), patience);
  await promise;
  clearTimeout(killing);
}

/** Beside this file, in whichever form the program runs. */
function workerScript(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker-process.ts' : './worker-process.js', import.meta.url);
}
