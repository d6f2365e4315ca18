import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { captured, type Captured } from './captured.ts';
import { readWarc } from './read-warc.ts';
import { writeWarc } from './write-warc.ts';

const captures = [1, 2, 3].map((n) =>
  captured({
    source: `https://port.example/news/${n}`,
    bytes: Buffer.from(`<html><body><p>Порт номер ${n} открыт.</p></body></html>`),
    format: 'html',
    contentType: 'text/html; charset=utf-8',
    at: '2024-05-05T10:00:00Z',
  }),
);

async function written(list: readonly Captured[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeWarc(list)));
}

async function read(bytes: Uint8Array) {
  return Array.fromAsync(readWarc('a.warc', chunked(bytes)));
}

async function* chunked(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

test('what is written as WARC is read back: address, time, type and exact bytes', async () => {
  const back = await read(await written(captures));
  assert.deepEqual(
    back.map((c) => (c.kind === 'captured' ? [c.source, c.at, c.contentType, c.sha256] : c)),
    captures.map((c) => [c.source, c.at, c.contentType, c.sha256]),
  );
});

const kinds: readonly (readonly [what: string, capture: Captured])[] = [
  [
    'a page with headers and what its feed said',
    captured({
      source: 'https://port.example/news/4',
      bytes: Buffer.from('<p>Порт.</p>'),
      format: null,
      contentType: 'text/html; charset=utf-8',
      at: '2024-05-05T10:00:00.123Z',
      headers: { 'content-type': 'text/html; charset=utf-8', etag: '"v1"' },
      hints: { title: 'Порт открыт', published: null },
    }),
  ],
  [
    'an entry of a feed with its whole text',
    captured({
      source: 'https://port.example/news/5',
      bytes: Buffer.from('{"source":"https://port.example/news/5","html":"<p>Порт.</p>"}'),
      format: 'json',
      contentType: null,
      at: '2024-05-05T10:00:00Z',
    }),
  ],
  [
    'a file with a path in Cyrillic',
    captured({
      source: 'статьи/порт № 1.txt',
      bytes: Buffer.from('Порт открыт.'),
      format: null,
      contentType: 'text/plain',
      at: '2024-05-05T10:00:00Z',
    }),
  ],
];
for (const [what, capture] of kinds) {
  test(`${what} is read back whole`, async () => {
    const [back] = await read(await written([capture]));
    // The hash speaks for the bytes.
    assert.deepEqual({ ...back, bytes: null }, { ...capture, bytes: null });
  });
}

for (const form of ['gzipped', 'plain'] as const) {
  test(`a ${form} WARC file that is cut short gives what was read, then a failure, wherever it is cut`, async () => {
    const gzipped = await written(captures);
    const whole = form === 'gzipped' ? gzipped : gunzipSync(gzipped);
    for (const cut of [1, 3, 40, 150, 260, 400, whole.length - 20]) {
      const results = await read(whole.subarray(0, whole.length - cut));
      assert.equal(results.at(-1)?.kind, 'failed', `cut by ${cut}`);
      const good = results.filter((r) => r.kind === 'captured');
      assert.deepEqual(
        good.map((r) => r.sha256),
        captures.slice(0, good.length).map((c) => c.sha256),
      );
    }
  });
}

test('what is no WARC file is one failure', async () => {
  const results = await read(Buffer.from('Просто текст, а не архив.\n'.repeat(20)));
  assert.deepEqual(
    results.map((r) => r.kind),
    ['failed'],
  );
});
