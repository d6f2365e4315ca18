import { parentPort } from 'node:worker_threads';

import { loadStages } from './load-stages.ts';
import { mergeDossier } from './merge-dossier.ts';
import { faultOf, type ReaderReply, type ReaderRequest } from './reader.ts';
import { readCapture } from './stages.ts';

/** The thread behind `createThreadReader`: loads the models once, then answers one request after another. */
const stages = loadStages();

parentPort?.on('message', async (request: ReaderRequest) => {
  parentPort?.postMessage(await answer(request));
});
parentPort?.postMessage({ kind: 'ready' } satisfies ReaderReply);

async function answer(request: ReaderRequest): Promise<ReaderReply> {
  try {
    if (request.kind === 'read') return { kind: 'done', outcome: readCapture(stages, request.captured) };
    await mergeDossier(request.database);
    return { kind: 'done', outcome: null };
  } catch (error) {
    return { kind: 'broken', reason: faultOf(error) };
  }
}
