import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { openStore } from '../src/store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const feeds = 50;
const perFeed = 20;
/** After this many articles were asked for, the watching program is killed; each number once. */
const kills = [7, 150, 400, 401, 700, 950];
const shortest = 500;

interface Asked {
  readonly path: string;
  readonly at: number;
}

test('a watch of 50 feeds and 1,000 entries, killed six times: nothing is lost, doubled or asked too soon', async (t) => {
  const asked: Asked[] = [];
  let articlesAsked = (_count: number): void => undefined;
  const server = await serve(t, (path) => {
    asked.push({ path, at: Date.now() });
    if (path.startsWith('/article/')) articlesAsked(asked.filter((one) => one.path.startsWith('/article/')).length);
  });
  const database = join(temporaryFolder(t), 'dossier.db');
  const addresses = Array.from({ length: feeds }, (_, n) => `${server}/feed/${n}`);
  for (const kill of kills) {
    const child = startWatching(database, addresses);
    articlesAsked = (count) => void (count >= kill && child.kill('SIGKILL'));
    const [, signal] = await once(child, 'exit');
    assert.equal(signal, 'SIGKILL');
    articlesAsked = () => undefined;
    const kept = await documentsOf(database);
    assert.ok(
      kept.every(({ text }) => text.endsWith('без происшествий.')),
      'no document is half-read',
    );
  }
  const last = startWatching(database, addresses);
  while ((await documentsOf(database)).length < feeds * perFeed) await once(last, 'message');
  last.send('finish');
  await once(last, 'exit');

  const kept = await documentsOf(database);
  assert.equal(kept.length, feeds * perFeed, 'each article is there once');
  assert.equal(new Set(kept.map(({ source }) => source)).size, feeds * perFeed);
  const articles = asked.filter(({ path }) => path.startsWith('/article/'));
  const again = articles.length - new Set(articles.map(({ path }) => path)).size;
  assert.ok(
    again <= kills.length * inHand,
    `${again} articles were asked for again: more than were in hand at the kills`,
  );
  for (const address of addresses) {
    const times = asked.filter(({ path }) => server + path === address).map(({ at }) => at);
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    assert.ok(
      gaps.every((gap) => gap >= shortest - 50),
      `${address} was asked after ${Math.min(...gaps)} ms`,
    );
  }
});

/** Sources that are visited at a time: each may have one article in hand. */
const inHand = 16;

function startWatching(database: string, addresses: readonly string[]): ChildProcess {
  return fork(new URL('watch-until-killed.ts', import.meta.url), [database, ...addresses], { stdio: 'inherit' });
}

async function documentsOf(database: string) {
  const store = await openStore(database);
  try {
    return (await store.findDocuments({ limit: feeds * perFeed * 2 })).rows;
  } finally {
    await store.close();
  }
}

async function serve(t: TestContext, onRequest: (path: string) => void): Promise<string> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    onRequest(path);
    const [, kind, feed = '', entry = ''] = path.split('/');
    if (kind === 'feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(origin(), feed));
    else if (kind === 'article')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(feed, entry));
    else response.writeHead(404).end();
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return origin();
}

function feedOf(origin: string, feed: string): string {
  const items = Array.from(
    { length: perFeed },
    (_, n) =>
      `<item><title>Порт ${feed}</title><link>${origin}/article/${feed}/${n}</link><guid>${feed}-${n}</guid></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Порт ${feed}</title>${items.join('')}</channel></rss>`;
}

function pageOf(feed: string, entry: string): string {
  const text = `Порт номер ${feed} принял ${Number(entry) + 1} мая ${feed} судов с зерном. Разгрузка ${entry} прошла без происшествий.`;
  return `<!doctype html><html lang="ru"><body><article><h1>Судно ${entry} в порту ${feed}</h1><p>${text}</p></article></body></html>`;
}
