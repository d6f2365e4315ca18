import { openStore } from '../../store/open-store.ts';
import { createThreadReader } from '../reader.ts';
import { work } from './work.ts';

/**
 * A worker as a process of its own, started by `createWorkers` with the dossier and its name. It ends with its job done
 * when it is asked to, or when the program that started it is gone.
 */
const [database = '', worker = ''] = process.argv.slice(2);

/** What reading a document may take beside the models. */
const heapMb = 512;

const ending = new AbortController();
process.on('disconnect', () => ending.abort()).on('SIGTERM', () => ending.abort());
// Ctrl-C reaches every process of a terminal: the one that started this says when it ends.
process.on('SIGINT', () => undefined);

const store = await openStore(database);
const reader = createThreadReader({ heapMb });
try {
  await work({ store, reader, worker, signal: ending.signal });
} finally {
  await reader.close();
  await store.close();
  if (process.connected) process.disconnect();
}
