import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readDocument } from '../document/read-document.ts';
import type { Document } from '../model/document.ts';
import { openStore } from '../store/open-store.ts';
import { mergeDossier } from './merge-dossier.ts';
import { createInlineReader, type Reader } from './reader.ts';
import type { Stages } from './stages.ts';
import { watch, type WatchNews } from './watch.ts';

/** Documents are read by the true stage; the language says nothing of them, since what is tested is the way. */
const stages: Stages = {
  readDocument: (captured) => readDocument(captured, () => []),
  analyse: ({ text }) => ({
    text,
    sentences: [],
    quotations: [],
    mentions: [],
    chains: [],
    times: [],
    quantities: [],
  }),
  findClaims: () => ({ claims: [], traces: [], rejected: [] }),
};

const rhythm = { first: 1000, shortest: 1000, longest: 10_000, hostGap: 0 };
const hour = 3_600_000;

interface Entry {
  readonly updated: string;
  readonly text: string;
}

/** A feed of articles on loopback, the clock, and one round of watching it. */
async function world(t: TestContext, reader: Reader = createInlineReader(stages, mergeDossier)) {
  const entries = new Map<string, Entry>();
  const requests: string[] = [];
  let clock = Date.parse('2024-05-05T00:00:00Z');
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const entry = entries.get(path);
    if (path === '/feed') response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(feedOf(entries));
    else if (entry) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(entry));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const database = join(temporaryFolder(t), 'dossier.db');
  const round = async (signal?: AbortSignal): Promise<readonly string[]> => {
    clock += hour;
    const news: WatchNews[] = [];
    await watch({
      database,
      journal: `${database}.watch.jsonl`,
      sources: [{ url: `${origin}/feed`, kind: 'feed' }],
      reader,
      now: () => new Date(clock).toISOString(),
      once: true,
      allowPrivate: true,
      rhythm,
      onNews: (n) => news.push(n),
      ...(signal && { signal }),
    });
    return news.map((n) => `${n.kind} ${n.source.replace(origin, '')}`);
  };
  const documents = async (): Promise<readonly Document[]> => {
    const store = await openStore(database);
    try {
      // Those of one round were captured at one moment: their sources tell them apart.
      const key = ({ capture, source }: Document): string => `${capture.at} ${source}`;
      return (await store.findDocuments({})).rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    } finally {
      await store.close();
    }
  };
  return { entries, requests, round, documents, database };
}

const feedOf = (entries: ReadonlyMap<string, Entry>): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Порт</title>${[...entries]
    .map(([path, { updated }]) => `<entry><id>${path}</id><link href="${path}"/><updated>${updated}</updated></entry>`)
    .join('')}</feed>`;
const pageOf = ({ text }: Entry): string =>
  `<html lang="ru"><head><meta property="article:published_time" content="2024-05-04T10:00:00+03:00"></head><body><article><p>${text}</p></article></body></html>`;

test('new articles are read once, and an edited one becomes a version of the same source', async (t) => {
  const { entries, requests, round, documents } = await world(t);
  entries.set('/1', { updated: '2024-05-04T10:00:00Z', text: 'Стороны подписали договор о мостах в среду вечером.' });
  entries.set('/2', { updated: '2024-05-04T10:00:00Z', text: 'Порт принял первое судно после долгого ремонта.' });
  assert.deepEqual(await round(), ['read /1', 'read /2']);
  assert.deepEqual(await round(), []);
  entries.set('/1', { updated: '2024-05-04T18:00:00Z', text: 'Стороны подписали договор о мостах в четверг утром.' });
  assert.deepEqual(await round(), ['read /1']);
  const [first, second, edited] = await documents();
  assert.ok(first && second && edited);
  assert.equal(edited.source, first.source);
  assert.deepEqual([first.replaces, second.replaces, edited.replaces], [null, null, first.id]);
  assert.equal(requests.filter((path) => path === '/1').length, 2);
});

test('an entry that says it changed and did not is known already', async (t) => {
  const { entries, round, documents } = await world(t);
  entries.set('/1', { updated: '2024-05-04T10:00:00Z', text: 'Стороны подписали договор о мостах в среду вечером.' });
  await round();
  entries.set('/1', { updated: '2024-05-04T11:00:00Z', text: 'Стороны подписали договор о мостах в среду вечером.' });
  assert.deepEqual(await round(), ['known /1']);
  assert.equal((await documents()).length, 1);
});

test('an article that is gone is told and stops nothing', async (t) => {
  const { entries, round, documents } = await world(t);
  entries.set('/1', { updated: '2024-05-04T10:00:00Z', text: '' });
  entries.set('/2', { updated: '2024-05-04T10:00:00Z', text: 'Порт принял первое судно после долгого ремонта.' });
  assert.deepEqual(await round(), ['failed /1', 'read /2']);
  assert.deepEqual(await round(), []);
  assert.equal((await documents()).length, 1);
});

test('Ctrl-C keeps the article in hand, and the next run takes the rest, none twice', async (t) => {
  const interruption = new AbortController();
  const inline = createInlineReader(stages, mergeDossier);
  const read: typeof inline.read = (captured) => {
    interruption.abort();
    return inline.read(captured);
  };
  const { entries, requests, round, documents } = await world(t, { ...inline, read });
  for (const n of [1, 2, 3])
    entries.set(`/${n}`, {
      updated: '2024-05-04T10:00:00Z',
      text: `Порт номер ${n} принял первое судно после ремонта.`,
    });
  assert.deepEqual(await round(interruption.signal), ['read /1']);
  assert.deepEqual(await round(), ['read /2', 'read /3']);
  assert.equal((await documents()).length, 3);
  assert.equal(requests.filter((path) => path === '/1').length, 1);
});

test('the headers of an answer stay with its capture', async (t) => {
  const { entries, round, documents, database } = await world(t);
  entries.set('/1', { updated: '2024-05-04T10:00:00Z', text: 'Стороны подписали договор о мостах в среду вечером.' });
  await round();
  const store = await openStore(database);
  t.after(() => store.close());
  const capture = await store.selectCapture((await documents())[0]?.id ?? '');
  assert.equal(capture?.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(capture?.at, '2024-05-05T01:00:00.000Z');
});
