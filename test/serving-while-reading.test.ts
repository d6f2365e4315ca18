import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';

import { openDossier } from '../src/app/dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createThreadReader } from '../src/app/reader.ts';
import { createApplication } from '../src/http/application.ts';
import { openStore } from '../src/store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Busy until it is let go by a file: a page that is served before cannot have waited for it. */
function busyThread(release: string): URL {
  return new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { existsSync } from 'node:fs';
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => {
        while (!existsSync(${JSON.stringify(release)}));
        parentPort.postMessage({ kind: 'broken', reason: 'it was let go' });
      });
      parentPort.postMessage({ kind: 'ready' });
    `)}`,
  );
}

test('a page is served while a document is being read', async (t) => {
  const folder = temporaryFolder(t);
  const database = join(folder, 'dossier.db');
  writeFileSync(join(folder, 'a.txt'), 'Стороны подписали договор о мостах.');
  const dossier = await openDossier({ database });
  t.after(() => dossier.close());
  const application = createApplication(dossier, { today: () => '2026-03-01' });
  const release = join(folder, 'release');
  const reader = createThreadReader({ script: busyThread(release) });
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
  writeFileSync(release, '');
  assert.deepEqual((await reading).failures, [{ source: join(folder, 'a.txt'), reason: 'it was let go' }]);
});

test('a port that is taken ends the program, also where sources are followed', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  const store = await openStore(database);
  const source = { url: 'http://127.0.0.1:1/feed', kind: 'feed', by: 'Анна', at: '2026-03-01T12:00:00.000Z' } as const;
  await store.accounts.follow(source);
  await store.close();
  const taken = createServer();
  await once(taken.listen(0, '127.0.0.1'), 'listening');
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const program = join(import.meta.dirname, '..', 'bin', 'servanda.js');
  const child = spawn(process.execPath, [program, 'serve', '--db', database, '--port', String(port)]);
  t.after(() => child.kill('SIGKILL'));
  let told = '';
  child.stderr.on('data', (text) => (told += String(text)));
  const [exitCode] = await once(child, 'exit', { signal: AbortSignal.timeout(longest) });
  assert.equal(exitCode, 1);
  assert.match(told, /EADDRINUSE/u);
});

/** Milliseconds that a program may take to end on a busy machine. */
const longest = 60_000;
