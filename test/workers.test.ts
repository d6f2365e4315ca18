import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { readWithWorkers } from '../src/app/queue/read-with-workers.ts';
import { createWorkers } from '../src/app/queue/workers.ts';
import type { ReadingOutcome } from '../src/app/stages.ts';
import type { CapturedSource } from '../src/model/capture.ts';
import { openStore } from '../src/store/open-store.ts';
import { testEach } from './each-engine.ts';
import { exampleFiles, exportOf, readFiles } from './examples.ts';
import { writeMaterial } from './faults/material.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = new URL('faults/replay-worker.ts', import.meta.url);

test('the address of a dossier is in no list of processes: it may hold a password', async (t) => {
  const folder = temporaryFolder(t);
  const telling = join(folder, 'worker.mjs');
  writeFileSync(telling, 'console.error(process.argv.join(" ")); process.exit(1);');
  const store = await openStore(join(folder, 'dossier.db'));
  t.after(() => store.close());
  const { promise: said, resolve: onLoss } = Promise.withResolvers<string>();
  const database = 'postgres://reader:secret@desk.example/press';
  const workers = createWorkers({ database, store, most: 1, script: pathToFileURL(telling), onLoss });
  await workers.grow(1);
  assert.match(await said, /worker\.mjs/u);
  assert.doesNotMatch(await said, /secret/u);
  await workers.stop();
});

testEach('one record whatever the number of workers; what ends them is set aside', async (t, place) => {
  const folder = temporaryFolder(t);
  const clean = join(folder, 'clean.db');
  const told: [CapturedSource, ReadingOutcome][] = [];
  await readFiles(clean, exampleFiles, (captured, outcome) => told.push([captured, outcome]));
  const material = join(folder, 'material.bin');
  writeMaterial(material, told);
  process.env['SERVANDA_MATERIAL'] = material;
  const poison = join(folder, 'poison.txt');
  writeFileSync(poison, 'Стороны подписали договор о мостах.');
  for (const workers of [1, 3]) {
    const database = await place.newDatabase(t);
    const report = await readWithWorkers({
      database,
      paths: [...exampleFiles, poison],
      stdin: process.stdin,
      now: () => '2026-03-01T12:00:00.000Z',
      workers,
      script,
    });
    assert.equal(report.read, told.length);
    const reason = 'its reading ended its worker each time it was tried';
    assert.deepEqual(report.failures, [{ source: poison, reason }]);
    assert.deepEqual(await exportOf(database), await exportOf(clean), `${workers} workers`);
    const store = await openStore(database);
    t.after(() => store.close());
    assert.deepEqual(await store.queue.setAside(), [{ kind: 'set-aside', source: poison, reason }]);
  }
});
