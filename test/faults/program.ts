import { writeSync } from 'node:fs';

import { openStore } from '../../src/store/open-store.ts';
import { replayReader } from './material.ts';

/**
 * A program that something happens to: `node program.ts WHAT MATERIAL DATABASE …`. It says `ready` before it begins, and
 * after each step how many documents it has acknowledged.
 */
const [what = '', material = '', database = '', ...rest] = process.argv.slice(2);
const tell = (words: string | number): void => void writeSync(1, `${words}\n`);
const reader = replayReader(material);
const now = (): string => '2026-03-01T12:00:00.000Z';
/** Loads only what is wanted: that much less is waited for. */
const load = async <T>(module: Promise<T>): Promise<T> => {
  const loaded = await module;
  tell('ready');
  return loaded;
};

switch (what) {
  case 'read': {
    const { readSources } = await load(import('../../src/app/read-sources.ts'));
    await readSources({
      database,
      paths: rest,
      stdin: process.stdin,
      readers: [reader],
      now,
      onProgress: ({ read }) => tell(read),
    });
    break;
  }
  case 'merge': {
    const { mergeDossier } = await load(import('../../src/app/merge-dossier.ts'));
    await mergeDossier(database);
    break;
  }
  case 'open':
    tell('ready');
    await (await openStore(database)).close();
    break;
  case 'backup': {
    const { backup } = await load(import('../../src/app/backup.ts'));
    await backup(database, rest[0] ?? '');
    break;
  }
  case 'work': {
    const { work } = await load(import('../../src/app/queue/work.ts'));
    const store = await openStore(database);
    const [worker = '', lease = ''] = rest;
    await work({ store, reader, worker, lease: Number(lease), once: true, signal: new AbortController().signal });
    await store.close();
    break;
  }
  case 'watch': {
    const { watch } = await load(import('../../src/app/watch.ts'));
    let read = 0;
    await watch({
      database,
      journal: `${database}.watch.jsonl`,
      sources: rest.map((url) => ({ url, kind: 'feed' })),
      reader,
      now: () => new Date().toISOString(),
      allowPrivate: true,
      once: true,
      rhythm: { first: 0, shortest: 0, longest: 0, hostGap: 0 },
      onNews: (news) => tell(news.kind === 'read' ? ++read : `${news.source} ${news.kind}`),
    });
    break;
  }
  default:
    throw new Error(`there is no «${what}»`);
}
