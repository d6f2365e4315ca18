import { createThreadReader } from '../reader.ts';
import { serveAsWorker } from './serve-as-worker.ts';

/** What reading a document may take beside the models. */
const heapMb = 512;

await serveAsWorker(createThreadReader({ heapMb }));
