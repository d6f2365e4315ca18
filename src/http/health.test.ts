import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import { type Answered, createApplication } from './application.ts';

const today = () => '2026-03-01';
const dossier = dossierOfRecord(inventedRecord);

test('probes tell whether the program runs and whether its dossier answers, under any name', async () => {
  const hosts = new Set(['desk.example']);
  const sound = createApplication(dossier, { today, hosts });
  assert.equal((await sound.request('/healthz')).status, 200);
  assert.equal((await sound.request('/readyz')).status, 200);
  const version = (): Promise<string> => Promise.reject(new Error('no server'));
  const cut = createApplication({ ...dossier, version }, { today, hosts });
  assert.equal((await cut.request('/healthz')).status, 200);
  const answer = await cut.request('/readyz');
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /the dossier does not answer: no server/u);
});

test('a dossier that gives no answer is told from one that answers, and is not waited for', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { promise: version } = Promise.withResolvers<string>();
  const silent = createApplication({ ...dossier, version: () => version }, { today });
  const asked = silent.request('/readyz');
  await new Promise((turn) => setImmediate(turn));
  t.mock.timers.tick(5000);
  assert.equal((await asked).status, 503);
});

test('metrics count answers by kind of page, lines and work, and answer only where they are asked for', async () => {
  const closed = createApplication(dossier, { today });
  assert.equal((await closed.request('/metrics')).status, 404);
  const answered: Answered[] = [];
  const app = createApplication(dossier, { today, metrics: true, onAnswer: (one) => answered.push(one) });
  await app.request('/timeline?about=secret');
  await app.request(`/no-such-page/${'x'.repeat(50)}`);
  const text = await (await app.request('/metrics')).text();
  assert.match(text, /servanda_http_answers_total\{page="timeline",method="GET",status="200"\} 1/u);
  assert.match(text, /servanda_http_answers_total\{page="other",method="GET",status="404"\} 1/u);
  assert.match(text, new RegExp(`servanda_lines\\{kind="documents"\\} ${inventedRecord.documents.length}`, 'u'));
  assert.match(text, /servanda_work\{state="waiting"\} 0/u);
  assert.match(text, /servanda_process_resident_memory_bytes \d+/u);
  assert.deepEqual(
    answered.slice(0, 1).map(({ method, path, status }) => ({ method, path, status })),
    [{ method: 'GET', path: '/timeline', status: 200 }],
  );
});
