import { openStore } from '../../store/open-store.ts';
import type { Reader } from '../reader.ts';
import { work } from './work.ts';

/**
 * The life of a process that `createWorkers` started with its name, how many milliseconds lie between two signs of life, and
 * the dossier in its environment: it reads from the queue and ends with its job done when it is asked to, or when the
 * program that started it is gone.
 */
export async function serveAsWorker(reader: Reader): Promise<void> {
  const [worker = '', signEvery = ''] = process.argv.slice(2);
  const database = process.env['SERVANDA_DB'] ?? '';
  const ending = new AbortController();
  process.on('disconnect', () => ending.abort()).on('SIGTERM', () => ending.abort());
  // Ctrl-C reaches every process of a terminal: the one that started this says when it ends.
  process.on('SIGINT', () => undefined);
  // One that cannot be sent has nobody left to hear it.
  const giveSign = (): void => void process.send?.('alive', () => undefined);
  giveSign();
  const signs = setInterval(giveSign, Number(signEvery));
  const store = await openStore(database);
  try {
    await work({ store, reader, worker, signal: ending.signal });
  } finally {
    clearInterval(signs);
    await reader.close();
    await store.close();
    if (process.connected) process.disconnect();
  }
}
