import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';

import { openFetchDoor } from './fetch-door.ts';
import { readInputs } from './read-inputs.ts';

const page = (text: string): string => `<html><body><p>${text}</p></body></html>`;
const rss = (items: string): string =>
  `<?xml version="1.0"?>\n<!-- news -->\n<rss version="2.0"><channel>${items}</channel></rss>`;
const item = (path: string): string => `<item><title>Порт</title><link>${path}</link></item>`;
const sitemap = (paths: readonly string[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((p) => `<url><loc>${p}</loc></url>`).join('')}</urlset>`;

/** By path: content type and body; `/robots.txt` closes one folder. */
const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /closed/\n'],
  '/a': ['text/html; charset=utf-8', page('Порт открыт.')],
  '/b': ['text/html; charset=utf-8', page('Мост закрыт.')],
  '/closed/c': ['text/html; charset=utf-8', page('Не для чтения.')],
  '/rss': ['text/html', rss(item('/a') + item('/b'))],
  '/half': ['application/rss+xml', rss(item('/a') + item('/closed/c') + item('/gone'))],
  '/atom': [
    'text/plain',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="/b"/></entry></feed>`,
  ],
  '/json': ['application/json', `{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/a"}]}`],
  '/map': ['application/xml', sitemap(['/a', '/b'])],
  '/svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>'],
};

let server: Server;
let origin = '';

before(async () => {
  server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, 'set-cookie': 'visitor=1', 'x-from': 'here' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

async function readAll(inputs: readonly string[], allowPrivate = true): Promise<readonly string[]> {
  const door = openFetchDoor({ allowPrivate });
  const world = {
    stdin: Readable.from([]),
    now: () => '2026-03-01T12:00:00.000Z',
    door,
    sleep: () => Promise.resolve(),
  };
  try {
    const found = await Array.fromAsync(readInputs(inputs, world));
    return found.map((f) => `${f.source.replace(origin, '')}: ${f.kind === 'captured' ? 'captured' : f.reason}`);
  } finally {
    await door.close();
  }
}

const cases: readonly (readonly [inputs: string, found: readonly string[]])[] = [
  ['/a', ['/a: captured']],
  ['/a /gone /b', ['/a: captured', '/gone: the server answered 404', '/b: captured']],
  ['/rss', ['/a: captured', '/b: captured']],
  ['/atom', ['/b: captured']],
  ['/json', ['/a: captured']],
  ['/map', ['/a: captured', '/b: captured']],
  ['/svg', ['/svg: captured']],
  ['/half', ['/a: captured', '/closed/c: robots.txt does not allow it', '/gone: the server answered 404']],
];
for (const [inputs, expected] of cases) {
  test(`addresses ${inputs} give ${expected.length}`, async () => {
    assert.deepEqual(await readAll(inputs.split(' ').map((path) => origin + path)), expected);
  });
}

test('private addresses are refused with a reason', async () => {
  assert.match((await readAll([`${origin}/a`], false)).join(), /not public: 127\.0\.0\.1 is loopback/u);
});

test('a capture keeps the headers of its answer, without cookies', async () => {
  const door = openFetchDoor({ allowPrivate: true });
  const world = {
    stdin: Readable.from([]),
    now: () => '2026-03-01T12:00:00.000Z',
    door,
    sleep: () => Promise.resolve(),
  };
  const [first] = await Array.fromAsync(readInputs([`${origin}/a`], world));
  await door.close();
  assert.ok(first?.kind === 'captured');
  assert.equal(first.headers?.['x-from'], 'here');
  assert.equal(first.headers?.['set-cookie'], undefined);
  assert.equal(first.contentType, 'text/html; charset=utf-8');
});

test('whoever stops reading a feed early leaves nothing behind', async () => {
  const door = openFetchDoor({ allowPrivate: true });
  const world = {
    stdin: Readable.from([]),
    now: () => '2026-03-01T12:00:00.000Z',
    door,
    sleep: () => Promise.resolve(),
  };
  for await (const found of readInputs([`${origin}/rss`], world)) {
    assert.equal(found.source, `${origin}/a`);
    break;
  }
  await door.close();
});
