import { parentPort, workerData } from 'node:worker_threads';

import type { KeptIndex } from './merge-dossier.ts';
import { faultOf, type ReaderReply, type ReaderRequest, type Task } from './reader.ts';

type Answer = (request: ReaderRequest) => Promise<ReaderReply>;

/** A thread behind `createThreadReader`: loads once what its task takes, then answers one request after another. */
const task: Task = workerData;
const answer = task === 'read' ? await readingThread() : await mergingThread();

parentPort?.on('message', async (request: ReaderRequest) => {
  const reply = await answer(request).catch((error: unknown): ReaderReply => {
    return { kind: 'broken', reason: faultOf(error) };
  });
  parentPort?.postMessage(reply);
});
parentPort?.postMessage({ kind: 'ready' } satisfies ReaderReply);

async function readingThread(): Promise<Answer> {
  const { explainCapture } = await import('./explain.ts');
  const { loadStages } = await import('./load-stages.ts');
  const { readCapture } = await import('./stages.ts');
  const stages = loadStages();
  return async (request) => {
    switch (request.kind) {
      case 'read':
        return { kind: 'done', outcome: readCapture(stages, request.captured) };
      case 'explain':
        return { kind: 'explained', explanation: explainCapture(stages, request.captured) };
      default:
        throw new Error('this thread does not merge');
    }
  };
}

async function mergingThread(): Promise<Answer> {
  const { keepIndex, mergeDossier } = await import('./merge-dossier.ts');
  /** Of the dossier that was merged last: who follows sources merges one of them again and again. */
  let last: { readonly database: string; readonly kept: KeptIndex } | null = null;
  return async (request) => {
    if (request.kind !== 'merge') throw new Error('this thread only merges');
    if (last?.database !== request.database) last = { database: request.database, kept: keepIndex() };
    await mergeDossier(request.database, last.kept);
    return { kind: 'done', outcome: null };
  };
}
