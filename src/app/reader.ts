import { Worker } from 'node:worker_threads';

import type { CapturedSource } from '../model/capture.ts';
import { nameOfDatabase } from '../store/open-database.ts';
import { explainCapture, type Explanation, type Unexplained } from './explain.ts';
import { readCapture, type ReadingOutcome, type Stages } from './stages.ts';

/** Reads captures and merges records, away from the thread that serves pages. */
export interface Reader {
  /** Never rejects for what a document holds: one that hangs or breaks a stage is `broken`, with its reason. */
  read(captured: CapturedSource): Promise<ReadingOutcome | BrokenReading>;
  /** Brings the record of this dossier up to date. */
  merge(database: string): Promise<void>;
  close(): Promise<void>;
}

/** Tells how documents are read. */
export interface Explainer {
  /** How the document of a capture is read, sentence by sentence; never rejects for what it holds. */
  explain(captured: CapturedSource): Promise<Explanation | Unexplained>;
}

/** A reading that was not brought to its end: a fault of the program or the machine, where `rejected` is of the document. */
export interface BrokenReading {
  readonly kind: 'broken';
  readonly source: string;
  readonly reason: string;
}

export type ReaderRequest =
  | { readonly kind: 'read'; readonly captured: CapturedSource }
  | { readonly kind: 'explain'; readonly captured: CapturedSource }
  | { readonly kind: 'merge'; readonly database: string };
export type ReaderReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly outcome: ReadingOutcome | null }
  | { readonly kind: 'explained'; readonly explanation: Explanation | Unexplained }
  | { readonly kind: 'broken'; readonly reason: string };

/** A document that takes longer is given up: the slowest sound ones take a hundredth of it. */
const documentLimit = 60_000;

/** After so many documents the thread that read them is large, and ends before a merge that may need as much. */
const manyDocuments = 200;

/** Megabytes for what was made last: with the engine's own 48 a thread of as many documents a second takes 110 more in all. */
const youngMb = 16;

/** What a thread is started for: to read and explain with the models, or to merge without them. */
export type Task = 'read' | 'merge';

interface ThreadOptions {
  readonly limit?: number;
  readonly script?: URL;
  readonly heapMb?: number;
}

/**
 * A reader in threads of its own, one for each task, one request after another. A document that is not done within `limit`
 * milliseconds ends the thread and is broken; the next one gets a new thread. `heapMb` bounds what a thread takes beside
 * its models.
 */
export function createThreadReader(options: ThreadOptions = {}): Reader & Explainer {
  const limit = options.limit ?? documentLimit;
  const reading = createThread('read', options);
  const merging = createThread('merge', options);
  let last: Promise<unknown> = Promise.resolve();
  let documents = 0;
  const inTurn = (act: () => Promise<ReaderReply>): Promise<ReaderReply> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: async (captured) => {
      documents++;
      const reply = await inTurn(() => reading.ask({ kind: 'read', captured }, limit));
      if (reply.kind === 'done' && reply.outcome) return reply.outcome;
      const reason = reply.kind === 'broken' ? reply.reason : 'its reading gave nothing';
      return { kind: 'broken', source: captured.source, reason };
    },
    explain: async (captured) => {
      const reply = await inTurn(() => reading.ask({ kind: 'explain', captured }, limit));
      if (reply.kind === 'explained') return reply.explanation;
      return { source: captured.source, reason: reply.kind === 'broken' ? reply.reason : 'its reading gave nothing' };
    },
    merge: async (database) => {
      const reply = await inTurn(async () => {
        if (documents > manyDocuments) await reading.end();
        documents = 0;
        return merging.ask({ kind: 'merge', database }, Number.POSITIVE_INFINITY);
      });
      if (reply.kind === 'broken')
        throw new Error(`the record of ${nameOfDatabase(database)} could not be merged: ${reply.reason}`);
    },
    close: async () => {
      await last;
      await reading.end();
      await merging.end();
    },
  };
}

/** A thread that is started when it is first asked, and again after it ended. */
function createThread(task: Task, { script = workerScript(), heapMb }: ThreadOptions) {
  let thread: Promise<Worker> | null = null;
  return {
    /** One that has no reply within `patience` milliseconds ends. */
    ask: async (request: ReaderRequest, patience: number): Promise<ReaderReply> => {
      thread ??= startThread({ script, task, heapMb, onExit: () => (thread = null) });
      const worker = await thread.catch((error: unknown) => {
        thread = null;
        throw error;
      });
      const reply = await replyOf(worker, request, patience);
      if (reply !== null && reply !== 'gone') return reply;
      thread = null;
      await worker.terminate();
      const seconds = Math.round(patience / 1000);
      return { kind: 'broken', reason: reply ? 'its reading ended the thread' : `it was not read within ${seconds} s` };
    },
    end: async (): Promise<void> => {
      const worker = await thread;
      thread = null;
      await worker?.terminate();
    },
  };
}

/** A reader in this thread, for measuring and for tests; nothing guards it against a document that hangs. */
export function createInlineReader(stages: Stages, merge: (database: string) => Promise<void>): Reader & Explainer {
  return {
    read: async (captured) => {
      try {
        return readCapture(stages, captured);
      } catch (error) {
        return { kind: 'broken', source: captured.source, reason: faultOf(error) };
      }
    },
    explain: async (captured) => explainCapture(stages, captured),
    merge,
    close: async () => undefined,
  };
}

/** A stage that throws has a fault: its place is part of the reason, so that it can be reported. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return `a stage failed: ${String(error)}`;
  const place = /\(?([^\s()/]+\.[jt]s:\d+):\d+\)?/u.exec(error.stack ?? '')?.[1];
  return `a stage failed${place === undefined ? '' : ` at ${place}`}: ${error.message}`;
}

/** Beside this file, in whichever form the program runs. */
function workerScript(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './reader-thread.ts' : './reader-thread.js', import.meta.url);
}

async function startThread(options: {
  readonly script: URL;
  readonly task: Task;
  readonly heapMb: number | undefined;
  readonly onExit: () => void;
}): Promise<Worker> {
  const { script, task, heapMb, onExit } = options;
  const worker = new Worker(script, {
    workerData: task,
    // Early releases of Node 24 warn of their SQLite in every thread.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: {
      maxYoungGenerationSizeMb: youngMb,
      ...(heapMb !== undefined && { maxOldGenerationSizeMb: heapMb }),
    },
  });
  // Its ending says enough; without a listener the error would end the program.
  worker.on('error', () => undefined).once('exit', onExit);
  const reply = await replyOf(worker, null, Number.POSITIVE_INFINITY);
  if (reply !== null && reply !== 'gone' && reply.kind === 'ready') return worker;
  const reason = reply !== null && reply !== 'gone' && reply.kind === 'broken' ? reply.reason : 'it ended';
  throw new Error(`the reader could not be started: ${reason}`);
}

/** The next message of a worker; `null` when patience runs out, `gone` when the thread ended. */
function replyOf(
  worker: Worker,
  request: ReaderRequest | null,
  patience: number,
): Promise<ReaderReply | null | 'gone'> {
  const { promise, resolve } = Promise.withResolvers<ReaderReply | null | 'gone'>();
  const onMessage = (reply: ReaderReply): void => resolve(reply);
  const onError = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    resolve(request ? 'gone' : { kind: 'broken', reason });
  };
  const onExit = (): void => resolve('gone');
  worker.once('message', onMessage).once('error', onError).once('exit', onExit);
  const timer = Number.isFinite(patience) ? setTimeout(() => resolve(null), patience) : undefined;
  // Waiting for a reply keeps the program alive; a thread that waits for work does not.
  worker.ref();
  if (request) worker.postMessage(request);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
  });
}
