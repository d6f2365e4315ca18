import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { forget } from '../src/app/forget.ts';
import { exampleFiles, exportOf, readFiles, recordOf } from './examples.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Orders that have little in common with each other and with the order of the names. */
const orders: readonly (readonly [name: string, files: readonly string[]])[] = [
  ['backwards', exampleFiles.toReversed()],
  ['every third', [0, 1, 2].flatMap((r) => exampleFiles.filter((_, i) => i % 3 === r))],
  ['by the end of the name', exampleFiles.toSorted((a, b) => (reversed(a) < reversed(b) ? -1 : 1))],
];

test('1 traceable: every line leads to words of a document, every document to its capture', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  await readFiles(database, exampleFiles);
  const record = await recordOf(database);
  const texts = new Map(record.documents.map((d) => [d.id, d.text]));
  const claims = new Set(record.claims.map((c) => c.id));
  assert.ok(record.claims.length > 0, 'the examples yield claims');
  for (const claim of record.claims) {
    const { start, stop, text } = claim.evidence;
    assert.equal(texts.get(claim.document)?.slice(start, stop), text, `evidence of ${claim.id}`);
    assert.notEqual(text.trim(), '', `evidence of ${claim.id}`);
    for (const role of claim.roles) {
      if (role.span) assert.equal(texts.get(claim.document)?.slice(role.span.start, role.span.stop), role.text);
    }
  }
  const named = [
    ...record.events.flatMap((e) => e.claims),
    ...record.agreements.flatMap((a) => a.stages.flatMap((s) => s.claims)),
    ...record.commitments.flatMap((c) => [c.claim, ...c.claims, ...c.outcome.claims]),
  ];
  for (const id of named) assert.ok(claims.has(id), `${id} is named and no claim`);
  for (const document of record.documents) assert.match(document.capture.sha256, /^[0-9a-f]{64}$/u);
});

for (const [name, files] of orders) {
  test(`2 order-free: read ${name}, all at once`, async (t) => {
    const folder = temporaryFolder(t);
    await readFiles(join(folder, 'a.db'), exampleFiles);
    await readFiles(join(folder, 'b.db'), files);
    assert.deepEqual(await exportOf(join(folder, 'b.db')), await exportOf(join(folder, 'a.db')));
  });
}

test('2 order-free: one document after another, with the record merged after each', async (t) => {
  const folder = temporaryFolder(t);
  await readFiles(join(folder, 'a.db'), exampleFiles);
  for (const file of exampleFiles.toReversed()) await readFiles(join(folder, 'b.db'), [file]);
  assert.deepEqual(await exportOf(join(folder, 'b.db')), await exportOf(join(folder, 'a.db')));
});

test('3 idempotent: reading twice changes nothing', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  const first = await readFiles(database, exampleFiles);
  const before = await exportOf(database);
  const second = await readFiles(database, exampleFiles);
  assert.ok(first.read > 0);
  assert.deepEqual([second.read, second.known], [0, first.read + first.known]);
  assert.deepEqual(await exportOf(database), before);
});

test('4 reversible: forgetting leaves the record as if a document had never been read, and no trace', async (t) => {
  const folder = temporaryFolder(t);
  const [gone = '', ...kept] = exampleFiles.toReversed();
  const database = join(folder, 'with', 'dossier.db');
  mkdirSync(dirname(database));
  await readFiles(database, [...kept, gone]);
  const document = (await recordOf(database)).documents.find((d) => d.source === gone);
  assert.ok(document, `${gone} was read`);
  assert.equal((await forget(database, [gone], '2026-03-01T13:00:00.000Z')).documents, 1);
  await readFiles(join(folder, 'without.db'), kept);
  assert.deepEqual(await exportOf(database), await exportOf(join(folder, 'without.db')));
  const traces = [document.id, document.source, ...document.text.split('\n').slice(0, 3)];
  for (const name of readdirSync(dirname(database))) {
    const bytes = readFileSync(join(dirname(database), name));
    for (const trace of traces) assert.equal(bytes.indexOf(Buffer.from(trace)), -1, `${trace} is still in ${name}`);
  }
});

test('6 explainable: every claim names the rule that found it and what it is worth', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  await readFiles(database, exampleFiles);
  for (const claim of (await recordOf(database)).claims) {
    assert.notEqual(claim.rule, '');
    assert.ok(claim.confidence > 0 && claim.confidence <= 1, `confidence of ${claim.id}`);
  }
});

function reversed(text: string): string {
  return [...text].toReversed().join('');
}
