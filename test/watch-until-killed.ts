import { createThreadReader } from '../src/app/reader.ts';
import { watch } from '../src/app/watch.ts';

/** A program that follows feeds into a dossier until it is killed: `node watch-until-killed.ts DATABASE FEED…`. */
const [database = '', ...feeds] = process.argv.slice(2);
const reader = createThreadReader();
const stop = new AbortController();
process.on('message', (message) => {
  if (message === 'finish') stop.abort();
});

await watch({
  database,
  journal: `${database}.watch.jsonl`,
  sources: feeds.map((url) => ({ url, kind: 'feed' })),
  reader,
  now: () => new Date().toISOString(),
  allowPrivate: true,
  rhythm: { first: 500, shortest: 500, longest: 2000, hostGap: 0 },
  signal: stop.signal,
  onNews: (news) => process.send?.(news),
});
await reader.close();
process.disconnect();
