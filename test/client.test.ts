import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { createClient, ServandaError } from '../clients/typescript/servanda-client.ts';
import { clientFile, renderClient } from '../scripts/write-client.ts';
import { inventedRecord } from './invented-record.data.ts';
import { inventedApplication } from './site.ts';

const application = inventedApplication();
const client = createClient({
  base: 'http://localhost/',
  fetch: async (request) => application.request(request.url, { headers: request.headers }),
});

test('the client is what the description of the API makes: node scripts/write-client.ts --write', () => {
  assert.equal(readFileSync(clientFile, 'utf8'), renderClient());
});

test('the client asks for lists, their further parts, and lines', async () => {
  const ids: string[] = [];
  for await (const { lines, cited } of client.parts(await client.events({ limit: 3 }))) {
    ids.push(...lines.map(({ id }) => id));
    for (const { claims } of lines) assert.ok(cited.passages[claims[0] ?? '']?.text);
  }
  assert.equal(new Set(ids).size, 7);
  const [commitment] = (await client.commitments({ outcome: 'kept', 'as-of': '2026-02-01' })).lines;
  assert.equal((await client.commitment(commitment?.id ?? '')).line.outcome.status, 'kept');
  assert.equal((await client.summary()).documents, inventedRecord.documents.length);
});

test('a problem comes as an error that has it', async () => {
  await assert.rejects(client.claim('none'), (error) => error instanceof ServandaError && error.problem.status === 404);
});
