import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { openFetchDoor, type DoorOptions, type FetchResult } from './fetch-door.ts';

let server: Server;
let port = 0;
let connections = 0;
let served: string[] = [];

before(async () => {
  server = createServer({ maxHeaderSize: 100_000 }, answer);
  server.on('connection', () => (connections += 1));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

/** Names that the tests look up: nothing asks the machine's own name server. */
const names: Readonly<Record<string, readonly string[]>> = {
  'trusted.example': ['127.0.0.1'],
  'loopback.example': ['127.0.0.1'],
  'loopback6.example': ['::1'],
  'private.example': ['10.1.2.3'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'metadata.example': ['169.254.169.254'],
  'nowhere.example': [],
  localhost: ['127.0.0.1'],
  'a.localhost': ['127.0.0.1'],
};

const door = (options: DoorOptions = {}) =>
  openFetchDoor({
    allowPrivate: ['trusted.example'],
    resolve: (name) => Promise.resolve(names[name] ?? []),
    limits: { compressedBytes: 100_000, decodedBytes: 300_000, headerBytes: 8000 },
    ...options,
  });

const big = 'п'.repeat(5_000_000);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  served.push(path);
  response.on('error', () => {});
  const text = 'Порт открыт. '.repeat(20);
  const pages: Readonly<Record<string, () => void>> = {
    '/plain': () => response.end(text),
    '/gzip': () => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text)),
    '/deflate': () => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(text)),
    '/br': () => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(text)),
    '/twice': () => response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync(text))),
    '/bomb': () => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big)),
    '/bomb-in-bomb': () => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(big))),
    '/many-times': () => response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end(gzipSync(text)),
    '/odd-encoding': () => response.writeHead(200, { 'content-encoding': 'x-odd' }).end(text),
    '/broken-gzip': () => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text).subarray(0, 20)),
    '/endless': () => {
      const timer = setInterval(() => response.write('.'.repeat(20_000)), 2);
      response.on('close', () => clearInterval(timer));
    },
    '/slow': () => {
      const timer = setInterval(() => response.write('.'), 100);
      response.on('close', () => clearInterval(timer));
    },
    '/silent': () => {},
    '/huge-headers': () => response.writeHead(200, { 'x-huge': 'h'.repeat(20_000) }).end(text),
    '/circle': () => redirect(response, '/circle-2'),
    '/circle-2': () => redirect(response, '/circle'),
    '/moved': () => redirect(response, '/plain'),
    '/error': () => response.writeHead(503, { 'retry-after': '120' }).end(),
    '/gone': () => response.writeHead(410).end(),
    '/tagged': () =>
      request.headers['if-none-match'] === '"v1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"v1"' }).end(text),
    '/cut': () => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(text.slice(0, 100), () => response.destroy());
    },
  };
  const step = /^\/step\/(\d+)$/u.exec(path)?.[1];
  const to = new URL(path, 'http://x').searchParams.get('to');
  if (step !== undefined) redirect(response, `/step/${Number(step) + 1}`);
  else if (to !== null) redirect(response, to);
  else (pages[path] ?? (() => response.writeHead(404).end()))();
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location: location.replaceAll(/\P{ASCII}/gu, encodeURIComponent) }).end();
}

const at = (path: string): string => `http://trusted.example:${port}${path}`;

/** `PORT` stands for that of the real server: a connection to it would be counted. */
const hostile: readonly string[] = [
  'http://127.0.0.1:PORT/plain',
  'http://127.1:PORT/plain',
  'http://127.0.1:PORT/plain',
  'http://2130706433:PORT/plain',
  'http://0x7f000001:PORT/plain',
  'http://0x7f.0.0.1:PORT/plain',
  'http://0177.0.0.1:PORT/plain',
  'http://017700000001:PORT/plain',
  'http://127.0.0.1.:PORT/plain',
  'http://①②⑦.0.0.1:PORT/plain',
  'http://127.255.255.254:PORT/plain',
  'http://0.0.0.0:PORT/plain',
  'http://0:PORT/plain',
  'http://[::1]:PORT/plain',
  'http://[::]:PORT/plain',
  'http://[0:0:0:0:0:0:0:1]:PORT/plain',
  'http://[::ffff:127.0.0.1]:PORT/plain',
  'http://[::ffff:7f00:1]:PORT/plain',
  'http://[::127.0.0.1]:PORT/plain',
  'http://[::ffff:0:127.0.0.1]:PORT/plain',
  'http://[64:ff9b::127.0.0.1]:PORT/plain',
  'http://[64:ff9b:1::7f00:1]:PORT/plain',
  'http://[2002:7f00:1::]:PORT/plain',
  'http://[2001:0:7f00:1::]:PORT/plain',
  'http://[fe80::1]:PORT/plain',
  'http://[fec0::1]:PORT/plain',
  'http://[fc00::1]:PORT/plain',
  'http://[fd12:3456::1]:PORT/plain',
  'http://[ff02::1]:PORT/plain',
  'http://[2001:db8::1]:PORT/plain',
  'http://10.0.0.1:PORT/plain',
  'http://172.16.0.1:PORT/plain',
  'http://172.31.255.255:PORT/plain',
  'http://192.168.1.1:PORT/plain',
  'http://169.254.169.254:PORT/latest/meta-data/',
  'http://100.64.0.1:PORT/plain',
  'http://100.127.255.254:PORT/plain',
  'http://192.0.2.1:PORT/plain',
  'http://198.18.0.1:PORT/plain',
  'http://203.0.113.1:PORT/plain',
  'http://224.0.0.1:PORT/plain',
  'http://240.0.0.1:PORT/plain',
  'http://255.255.255.255:PORT/plain',
  'http://localhost:PORT/plain',
  'http://a.localhost:PORT/plain',
  'http://LOCALHOST:PORT/plain',
  'http://loopback.example:PORT/plain',
  'http://loopback6.example:PORT/plain',
  'http://private.example:PORT/plain',
  'http://mixed.example:PORT/plain',
  'http://mapped.example:PORT/plain',
  'http://nat64.example:PORT/plain',
  'http://metadata.example:PORT/plain',
  'https://127.0.0.1:PORT/plain',
  'http://name:word@trusted.example:PORT/plain',
  'ftp://trusted.example:PORT/plain',
  'file:///etc/passwd',
  'data:text/html,<p>x</p>',
  'javascript:alert(1)',
  'gopher://trusted.example:PORT/',
  'ws://trusted.example:PORT/plain',
  'blob:http://trusted.example/x',
  '//trusted.example/plain',
  'not an address',
  '',
];

for (const address of hostile) {
  test(`refused without a packet: ${address}`, async () => {
    const earlier = connections;
    const result = await door().fetch(address.replace('PORT', String(port)));
    assert.equal(result.kind, 'failed');
    assert.equal(result.kind === 'failed' && result.refused, true, JSON.stringify(result));
    assert.equal(connections, earlier, 'a connection was made');
  });
}

for (const address of hostile.filter((a) => /^[a-z]+:/u.test(a) && !a.includes('trusted.example'))) {
  test(`refused as a redirect: ${address}`, async () => {
    served = [];
    const result = await door().fetch(at(`/?to=${encodeURIComponent(address.replace('PORT', String(port)))}`));
    assert.equal(result.kind === 'failed' && result.refused, true, JSON.stringify(result));
    assert.equal(served.length, 1, `the target was asked: ${served.join(' ')}`);
  });
}

test('a name whose second answer is private is refused: each connection goes to an address checked for it', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']];
  let asked = 0;
  const rebinding = door({ allowPrivate: [], resolve: () => Promise.resolve(answers[asked++] ?? ['127.0.0.1']) });
  const earlier = connections;
  for (let n = 0; n < 3; n += 1)
    assert.equal((await rebinding.fetch(`http://rebind.example:${port}/plain`)).kind, 'failed');
  assert.equal(connections, earlier);
  assert.equal(asked, 3);
});

const bounded: readonly (readonly [path: string, reason: RegExp])[] = [
  ['/bomb', /larger than 300000 bytes as decoded/u],
  ['/bomb-in-bomb', /larger than 300000 bytes as decoded/u],
  ['/many-times', /encoded 3 times over/u],
  ['/odd-encoding', /encoding x-odd is not known/u],
  ['/broken-gzip', /unexpected end of file/u],
  ['/endless', /larger than 100000 bytes as sent/u],
  ['/huge-headers', /headers are larger than 8000 bytes/u],
  ['/step/1', /more than 8 redirects/u],
  ['/circle', /circle/u],
  ['/error', /answered 503/u],
  ['/gone', /answered 410/u],
  ['/cut', /./u],
];

test('what a hostile server does is bounded, each with a clear error, and the rest of the batch is unharmed', async () => {
  const open = door();
  const results = await Promise.all([
    ...bounded.map(([path]) => open.fetch(at(path))),
    open.fetch(at('/plain')),
    open.fetch(at('/gzip')),
  ]);
  bounded.forEach(([path, reason], n) => {
    const result = results[n];
    assert.equal(result?.kind, 'failed', path);
    if (result?.kind === 'failed') assert.match(result.reason, reason, path);
  });
  assert.deepEqual(
    results.slice(-2).map((r) => r.kind),
    ['fetched', 'fetched'],
  );
});

test('a server that is slow or silent is given up', async () => {
  const hasty = door({ limits: { totalTime: 1000 } });
  for (const result of await Promise.all(['/slow', '/silent'].map((path) => hasty.fetch(at(path))))) {
    assert.equal(result.kind === 'failed' && result.reason, 'it took longer than 1 s');
  }
});

for (const path of ['/plain', '/gzip', '/deflate', '/br', '/twice', '/moved']) {
  test(`fetched whole: ${path}`, async () => {
    const result = await door().fetch(at(path));
    assert.equal(textOf(result), 'Порт открыт. '.repeat(20));
  });
}

test('a server that asks to wait is heard', async () => {
  const result = await door().fetch(at('/error'));
  assert.equal(result.kind === 'failed' && result.retryAfter, 120);
});

test('what did not change is told by its tag', async () => {
  const open = door();
  const first = await open.fetch(at('/tagged'));
  const etag = first.kind === 'fetched' ? (first.headers['etag'] ?? null) : null;
  assert.equal(etag, '"v1"');
  assert.equal((await open.fetch(at('/tagged'), { etag })).kind, 'unchanged');
});

test('--allow-private lets an intranet through', async () => {
  assert.equal((await door({ allowPrivate: true }).fetch(`http://127.0.0.1:${port}/plain`)).kind, 'fetched');
});

function textOf(result: FetchResult): string {
  return result.kind === 'fetched' ? new TextDecoder().decode(result.bytes) : JSON.stringify(result);
}
