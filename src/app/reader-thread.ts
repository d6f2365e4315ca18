import { parentPort } from 'node:worker_threads';

import { explainCapture } from './explain.ts';
import { loadStages } from './load-stages.ts';
import { keepIndex, mergeDossier, type KeptIndex } from './merge-dossier.ts';
import { faultOf, type ReaderReply, type ReaderRequest } from './reader.ts';
import { readCapture } from './stages.ts';

/** The thread behind `createThreadReader`: loads the models once, then answers one request after another. */
const stages = loadStages();
/** Of the dossier that was merged last: who follows sources merges one of them again and again. */
let last: { readonly database: string; readonly kept: KeptIndex } | null = null;

parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(await answer(request));
});
parentPort?.postMessage({ kind: 'ready' } satisfies ReaderReply);

async function answer(request: ReaderRequest): Promise<ReaderReply> {
  try {
    if (request.kind === 'read') return { kind: 'done', outcome: readCapture(stages, request.captured) };
    if (request.kind === 'explain') return { kind: 'explained', explanation: explainCapture(stages, request.captured) };
    if (last?.database !== request.database) last = { database: request.database, kept: keepIndex() };
    await mergeDossier(request.database, last.kept);
    return { kind: 'done', outcome: null };
  } catch (error) {
    return { kind: 'broken', reason: faultOf(error) };
  }
}
