import { work } from '../../src/app/queue/work.ts';
import { openStore } from '../../src/store/open-store.ts';
import { replayReader } from './material.ts';

/** A worker process that reads from the material named in the environment, and ends over a source called `poison`. */
const [database = '', worker = ''] = process.argv.slice(2);
const ending = new AbortController();
process.on('disconnect', () => ending.abort());
const store = await openStore(database);
const replay = replayReader(process.env['SERVANDA_MATERIAL'] ?? '');
const reader: typeof replay = {
  ...replay,
  read: (captured) => (captured.source.includes('poison') ? process.exit(9) : replay.read(captured)),
};
await work({ store, reader, worker, signal: ending.signal });
await store.close();
if (process.connected) process.disconnect();
