import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

import type { Captured } from './captured.ts';
import { openFetchDoor } from './fetch-door.ts';
import { openFileJournal } from './watch-journal.ts';
import { watchSources, type WatchWorld } from './watch-sources.ts';

const feeds = 50;
const perFeed = 20;
const folder = mkdtempSync(join(tmpdir(), 'servanda-watch-'));

interface Article {
  text: string;
  isListed: boolean;
}

/** What the server holds; tests change it between visits. */
let articles = new Map<string, Article>();
let robots: { status: number; text: string } = { status: 404, text: '' };
let requests: { path: string; at: number; conditional: boolean }[] = [];
let failing = new Set<string>();
let clock = 0;
let server: Server;
let origin = '';

before(async () => {
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  articles = new Map();
  for (let f = 0; f < feeds; f += 1) {
    for (let a = 0; a < perFeed; a += 1)
      articles.set(`${f}/${a}`, { text: `Порт ${f} принял судно номер ${a}.`, isListed: true });
  }
  robots = { status: 404, text: '' };
  requests = [];
  failing = new Set();
  clock = Date.parse('2024-05-05T00:00:00Z');
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  requests.push({ path, at: clock, conditional: request.headers['if-none-match'] !== undefined });
  if (path === '/robots.txt') response.writeHead(robots.status).end(robots.text);
  else if (failing.has(path)) response.writeHead(503, { 'retry-after': '7200' }).end();
  else if (path.startsWith('/feed/')) sendFeed(path.slice(6), request, response);
  else {
    const article = articles.get(path.slice(9));
    if (article)
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<html><body><p>${article.text}</p></body></html>`);
    else response.writeHead(404).end();
  }
}

function sendFeed(feed: string, request: IncomingMessage, response: ServerResponse): void {
  const listed = [...articles].filter(([key, article]) => key.startsWith(`${feed}/`) && article.isListed);
  const items = listed.map(
    ([key, article]) =>
      `<item><title>${article.text}</title><link>${origin}/article/${key}</link><guid>${key}</guid></item>`,
  );
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Порт ${feed}</title>${items.join('')}</channel></rss>`;
  const etag = `"${Buffer.from(body).toString('base64').length}-${listed.map(([, a]) => a.text.length).join('')}-${body.includes('исправлено')}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
}

/** Keeps captures as a store does: by source and bytes, so that nothing that comes twice counts twice. */
class Kept {
  readonly captures: Captured[] = [];
  private leftUntilKill: number;
  constructor(leftUntilKill = Number.POSITIVE_INFINITY) {
    this.leftUntilKill = leftUntilKill;
  }
  keep = (capture: Captured): Promise<void> => {
    if (this.leftUntilKill-- <= 0) return Promise.reject(new Error('killed'));
    this.captures.push(capture);
    return Promise.resolve();
  };
  sources(): string[] {
    return this.captures.map((c) => `${c.source.slice(origin.length)} ${c.sha256.slice(0, 8)}`).toSorted();
  }
}

const minute = 60_000;
const rhythm = { first: 15 * minute, shortest: 5 * minute, longest: 24 * 60 * minute, hostGap: 10 };

function world(journal: string, kept: Kept): WatchWorld {
  return {
    door: openFetchDoor({ allowPrivate: true }),
    journal: openFileJournal(join(folder, journal)),
    now: () => clock,
    sleep: (ms) => {
      clock += ms;
      return Promise.resolve();
    },
    onCapture: kept.keep,
    rhythm,
  };
}

const sources = Array.from({ length: feeds }, (_, n) => n);
const watched = (list: readonly number[] = sources) =>
  list.map((n) => ({ url: `${origin}/feed/${n}`, kind: 'feed' as const }));

test('50 feeds with 1,000 entries: each is captured once, and a second visit asks only for what changed', async () => {
  const kept = new Kept();
  await watchSources(watched(), world('all.jsonl', kept), { once: true });
  assert.equal(new Set(kept.sources()).size, feeds * perFeed);
  assert.equal(kept.captures.length, feeds * perFeed);
  clock += 24 * 60 * minute;
  requests = [];
  await watchSources(watched(), world('all.jsonl', kept), { once: true });
  assert.equal(kept.captures.length, feeds * perFeed, 'nothing comes twice');
  const asked = requests.filter(({ path }) => path !== '/robots.txt');
  assert.equal(asked.length, feeds, 'only the feeds are asked');
  assert.ok(
    asked.every(({ conditional }) => conditional),
    'with the tag of the last visit',
  );
});

test('an edited entry is captured again; one that vanishes and comes back as it was is not', async () => {
  const kept = new Kept();
  const list = watched([0, 1]);
  const visit = async (): Promise<void> => {
    await watchSources(list, world('edits.jsonl', kept), { once: true });
    clock += 24 * 60 * minute;
  };
  const set = (key: string, article: Partial<Article>): void => {
    articles.set(key, { ...(articles.get(key) ?? { text: '', isListed: true }), ...article });
  };
  await visit();
  const first = kept.captures.length;
  set('0/3', { text: 'Порт 0 исправлено: судно номер 4.' });
  set('1/7', { isListed: false });
  await visit();
  assert.deepEqual(
    kept.captures.slice(first).map((c) => c.source),
    [`${origin}/article/0/3`],
  );
  set('1/7', { isListed: true });
  await visit();
  assert.equal(kept.captures.length, first + 1);
});

for (const killedAfter of [0, 1, 7, 33, 59]) {
  test(`killed after ${killedAfter} captures, with a torn last line: the next run loses nothing and doubles nothing`, async () => {
    const journal = `killed-${killedAfter}.jsonl`;
    const list = watched([0, 1, 2]);
    const first = new Kept(killedAfter);
    await assert.rejects(watchSources(list, world(journal, first), { once: true }), /killed/u);
    appendFileSync(join(folder, journal), '{"url":"http://127.0.0.1');
    const second = new Kept();
    clock += rhythm.longest;
    await watchSources(list, world(journal, second), { once: true });
    const both = [...first.sources(), ...second.sources()];
    assert.equal(new Set(both).size, 60, 'nothing is lost');
    assert.ok(both.length <= 60 + 4, 'only what was in hand when it was killed comes again');
  });
}

test('no source is asked sooner than its rhythm allows, also after a kill', async () => {
  const list = watched([0, 1, 2, 3]);
  const kept = new Kept();
  const stop = new AbortController();
  const day = clock + 24 * 60 * minute;
  // One at a time: the clock of the test goes on only where somebody waits.
  const until = { ...world('rhythm.jsonl', kept), parallel: 1 };
  const sleep: WatchWorld['sleep'] = (ms) => {
    clock += ms;
    if (clock > day) stop.abort();
    return Promise.resolve();
  };
  await assert.rejects(watchSources(list, { ...until, onCapture: new Kept(5).keep }, { once: true }));
  await watchSources(list, { ...until, sleep }, { signal: stop.signal });
  for (const { url } of list) {
    const times = requests.filter(({ path }) => origin + path === url).map(({ at }) => at);
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    assert.ok(times.length >= 3, `${url} was visited ${times.length} times in a day`);
    assert.ok(
      gaps.every((gap) => gap >= rhythm.shortest),
      `${url}: ${gaps.join(', ')}`,
    );
  }
});

test('a failing feed is backed off and asked no sooner than it asks to be; the others go on', async () => {
  failing.add('/feed/1');
  const kept = new Kept();
  await watchSources(watched([0, 1, 2]), world('failing.jsonl', kept), { once: true });
  assert.equal(kept.captures.length, 2 * perFeed);
  clock += 110 * minute;
  requests = [];
  await watchSources(watched([0, 1, 2]), world('failing.jsonl', kept), { once: true });
  assert.ok(!requests.some(({ path }) => path === '/feed/1'), 'Retry-After was two hours');
});

test('an article that cannot be had at first is captured at a later visit', async () => {
  failing.add('/article/0/5');
  const kept = new Kept();
  await watchSources(watched([0]), world('later.jsonl', kept), { once: true });
  assert.equal(kept.captures.length, perFeed - 1);
  failing.clear();
  clock += 24 * 60 * minute;
  await watchSources(watched([0]), world('later.jsonl', kept), { once: true });
  assert.equal(kept.captures.length, perFeed);
});

test('robots.txt is kept to, with its crawl-delay', async () => {
  robots = { status: 200, text: 'User-agent: *\nDisallow: /article/0/1\nCrawl-delay: 10\n' };
  const kept = new Kept();
  await watchSources(watched([0]), world('robots.jsonl', kept), { once: true });
  assert.ok(!requests.some(({ path }) => path.startsWith('/article/0/1')), 'what is disallowed is not asked for');
  assert.equal(kept.captures.length, perFeed - 11, '1 and 10 to 19 begin with what is disallowed');
  const times = requests.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
  assert.ok(
    times.slice(1).every((at, n) => at - (times[n] ?? 0) >= 10_000),
    times.join(' '),
  );
});

test('a host whose robots.txt fails is left alone, and asked again later', async () => {
  robots = { status: 503, text: '' };
  const kept = new Kept();
  await watchSources(watched([0]), world('robots-503.jsonl', kept), { once: true });
  assert.deepEqual(
    requests.map(({ path }) => path),
    ['/robots.txt'],
  );
  robots = { status: 404, text: '' };
  clock += 24 * 60 * minute;
  await watchSources(watched([0]), world('robots-503.jsonl', kept), { once: true });
  assert.equal(kept.captures.length, perFeed);
});
