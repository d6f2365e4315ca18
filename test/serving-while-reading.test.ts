import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { openDossier } from '../src/app/dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createThreadReader } from '../src/app/reader.ts';
import { createApplication } from '../src/http/application.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Never answers: a page that is served meanwhile cannot have waited for it. */
const busyThread = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => { for (;;); });
    parentPort.postMessage({ kind: 'ready' });
  `)}`,
);

test('a page is served while a document is being read', async (t) => {
  const folder = temporaryFolder(t);
  const database = join(folder, 'dossier.db');
  writeFileSync(join(folder, 'a.txt'), 'Стороны подписали договор о мостах.');
  const dossier = await openDossier({ database });
  t.after(() => dossier.close());
  const application = createApplication(dossier, { today: () => '2026-03-01' });
  const reader = createThreadReader({ script: busyThread, limit: 2000 });
  t.after(() => reader.close());
  let done = false;
  const reading = readSources({
    database,
    paths: [join(folder, 'a.txt')],
    stdin: process.stdin,
    readers: [reader],
    now: () => '2026-03-01T12:00:00.000Z',
  }).then((report) => {
    done = true;
    return report;
  });
  for (const path of ['/', '/timeline', '/commitments']) {
    assert.equal((await application.request(path)).status, 200, path);
    assert.equal(done, false, 'the reading still goes on');
  }
  assert.deepEqual((await reading).failures, [{ source: join(folder, 'a.txt'), reason: 'it was not read within 2 s' }]);
});
