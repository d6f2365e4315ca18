import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test, type TestContext } from 'node:test';

import { readDocument } from '../document/read-document.ts';
import type { Analysis } from '../language/analysis.ts';
import { openStore } from '../store/open-store.ts';
import { readSources, type ReadOptions, type ReadReport } from './read-sources.ts';
import { createInlineReader } from './reader.ts';
import type { Stages } from './stages.ts';

/** Documents are read by the true stage; the language says nothing of them, since what is tested is the way. */
const stages: Stages = {
  readDocument: (captured) => readDocument(captured, () => []),
  analyse: ({ text }): Analysis => ({
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

const article = (word: string): string => `Стороны подписали ${word} договор о мостах. Он вступит в силу весной.\n`;

function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-read-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function readFolder(folder: string, options: Partial<ReadOptions> = {}): Promise<ReadReport> {
  return readSources({
    database: join(folder, 'dossier.db'),
    paths: [folder],
    stdin: Readable.from([]),
    readers: [createInlineReader(stages, async () => undefined)],
    now: () => '2026-03-01T12:00:00.000Z',
    ...options,
  });
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const store = await openStore(join(folder, 'dossier.db'));
  try {
    return (await store.findDocuments({})).rows.map((d) => d.source.replace(`${folder}/`, '')).toSorted();
  } finally {
    await store.close();
  }
}

test('bad inputs are named with their reasons and stop nothing', async (t) => {
  const folder = folderOf(t, {
    'a.txt': article('первый'),
    'b.txt': '',
    'c.jsonl': `{"source":"https://example.org/1","text":${JSON.stringify(article('второй'))}}\n{"source":\n`,
    'd.txt': new Uint8Array([0, 1, 2, 255, 254, 0, 7, 129, 0, 0]),
    'e.txt': article('третий'),
  });
  const report = await readFolder(folder);
  assert.deepEqual([report.read, report.known, report.failed], [3, 0, 3]);
  assert.deepEqual(
    report.failures.map((f) => f.source.replace(`${folder}/`, '')),
    ['b.txt', 'c.jsonl:2', 'd.txt'],
  );
  for (const { reason } of report.failures) assert.match(reason, /^[^\n]{5,}$/u);
  assert.deepEqual(await sourcesIn(folder), ['a.txt', 'e.txt', 'https://example.org/1']);
});

test('a second reading passes over what is there and reads what is new', async (t) => {
  const folder = folderOf(t, { 'a.txt': article('первый') });
  await readFolder(folder);
  writeFileSync(join(folder, 'b.txt'), article('второй'));
  const counted: string[] = [];
  const reader = createInlineReader(stages, async () => undefined);
  const read: typeof reader.read = async (captured) => {
    counted.push(captured.source);
    return reader.read(captured);
  };
  const report = await readFolder(folder, { readers: [{ ...reader, read }] });
  assert.deepEqual([report.read, report.known], [1, 1]);
  assert.deepEqual(counted, [join(folder, 'b.txt')]);
});

test('an interrupted reading keeps the document in hand, and the next one goes on from there', async (t) => {
  const names = ['a', 'b', 'c', 'd'];
  const folder = folderOf(t, Object.fromEntries(names.map((n) => [`${n}.txt`, article(n)])));
  const interruption = new AbortController();
  const inline = createInlineReader(stages, async () => assert.fail('what was broken off is not merged'));
  const read: typeof inline.read = async (captured) => {
    if (captured.source.endsWith('b.txt')) interruption.abort();
    return inline.read(captured);
  };
  const first = await readFolder(folder, { readers: [{ ...inline, read }], signal: interruption.signal });
  assert.deepEqual([first.read, first.interrupted], [2, true]);
  assert.deepEqual(await sourcesIn(folder), ['a.txt', 'b.txt']);
  const second = await readFolder(folder);
  assert.deepEqual([second.read, second.known, second.interrupted], [2, 2, false]);
});

test('several readers share the inputs and give one dossier', async (t) => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}`.padStart(2, '0'));
  const folder = folderOf(t, Object.fromEntries(names.map((n) => [`${n}.txt`, article(n)])));
  const readers = [1, 2, 3].map(() => createInlineReader(stages, async () => undefined));
  const seen: number[] = [];
  const report = await readFolder(folder, { readers, onProgress: (p) => seen.push(p.read + p.known) });
  assert.equal(report.read, 30);
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
    'progress never goes back',
  );
  assert.equal((await sourcesIn(folder)).length, 30);
});

test('a dossier that cannot be written ends the reading with its reason', async (t) => {
  const folder = folderOf(t, { 'a.txt': article('первый') });
  const database = join(folder, 'nowhere', 'dossier.db');
  await assert.rejects(readFolder(folder, { database }), /cannot open the dossier .*nowhere/u);
});
