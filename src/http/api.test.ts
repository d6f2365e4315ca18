import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import { inventedApplication, inventedDay } from '../../test/site.ts';
import { answerSchema } from './answer-schemas.ts';
import { createApplication } from './application.ts';
import { lineEndpoints, listEndpoints } from './endpoints.ts';

const app = inventedApplication();

const pageSchema = z.object({
  lines: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
  cited: z.unknown(),
});

test('the description of the API is valid OpenAPI 3.1', async () => {
  const description = z
    .looseObject({ openapi: z.string() })
    .parse(await (await app.request('/api/v1/openapi.json')).json());
  const result = await new Validator().validate(description);
  assert.deepEqual(result, { valid: true });
  assert.equal(description.openapi, '3.1.0');
});

test('every list answers as it is described', async () => {
  for (const { path, line } of listEndpoints) {
    const response = await app.request(`/api/v1${path}?limit=2&q=договор`);
    assert.equal(response.status, 200, path);
    const page = pageSchema.parse(await response.json());
    assert.ok(page.lines.length > 0, `${path} gives lines`);
    for (const one of page.lines) assertFits(line, one, path);
    assertFits('Cited', page.cited, path);
  }
});

test('every line answers as it is described', async () => {
  const ids = {
    document: inventedRecord.documents,
    entity: inventedRecord.entities,
    claim: inventedRecord.claims,
    event: inventedRecord.events,
    agreement: inventedRecord.agreements,
    commitment: inventedRecord.commitments,
  };
  for (const { path, kind, line } of lineEndpoints) {
    const response = await app.request(`/api/v1${path}/${ids[kind][0]?.id}`);
    assert.equal(response.status, 200, path);
    const answer = z.object({ kind: z.string(), line: z.unknown() }).parse(await response.json());
    assert.equal(answer.kind, kind);
    assertFits(line, answer.line, path);
  }
  assertFits('Summary', await (await app.request('/api/v1/summary')).json(), '/summary');
});

test('lists are walked through by the address of the part that follows', async () => {
  const seen: string[] = [];
  let parts = 0;
  for (let next: string | null = '/api/v1/events?limit=3'; next !== null; parts += 1) {
    const page = pageSchema.parse(await (await app.request(next)).json());
    seen.push(...page.lines.map((line) => String(line['id'])));
    next = page.next;
  }
  assert.equal(parts, 3);
  assert.equal(new Set(seen).size, 7);
});

test('a cursor of a record that has changed since is refused, not answered wrongly', async () => {
  let version = 'one';
  const dossier = { ...dossierOfRecord(inventedRecord), version: () => Promise.resolve(version) };
  const changing = createApplication(dossier, { today: () => inventedDay });
  const { next } = pageSchema.parse(await (await changing.request('/api/v1/events?limit=2')).json());
  assert.equal((await changing.request(next ?? '')).status, 200);
  version = 'two';
  const response = await changing.request(next ?? '');
  assert.equal(response.status, 410);
  assertFits('Problem', await response.json(), 'a cursor of before');
});

test('a fault of the API is a problem, too, and tells nothing of the inside', async () => {
  const broken = { ...dossierOfRecord(inventedRecord), people: () => Promise.reject(new Error('disk is gone')) };
  const response = await createApplication(broken, { today: () => inventedDay }).request('/api/v1/people');
  assert.equal(response.status, 500);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/u);
  assert.doesNotMatch(await response.text(), /disk/u);
});

const refusals: readonly (readonly [method: string, address: string, status: number])[] = [
  ['GET', '/api/v1/events?from=tomorrow', 400],
  ['GET', '/api/v1/events?cursor=none', 400],
  ['GET', '/api/v1/claims/none', 404],
  ['GET', '/api/v1/nothing', 404],
  ['POST', '/api/v1/events', 405],
];

test('errors come as RFC 9457 has them', async () => {
  for (const [method, address, status] of refusals) {
    const response = await app.request(address, { method });
    assert.equal(response.status, status, address);
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/u);
    assertFits('Problem', await response.json(), address);
  }
});

test('no page of another origin may read a dossier', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' };
    const response = await app.request('/api/v1/documents', { method, headers });
    assert.equal(response.headers.get('access-control-allow-origin'), null, method);
  }
});

test('what may not be done to the API says what may', async () => {
  const response = await app.request('/api/v1/events', { method: 'POST' });
  assert.equal(response.headers.get('allow'), 'GET, HEAD');
});

function assertFits(name: string, value: unknown, where: string): void {
  const schema = answerSchema(name);
  assert.ok(schema, `a schema is named ${name}`);
  const result = schema.safeParse(value);
  assert.ok(result.success, `${where}: ${result.success ? '' : z.prettifyError(result.error)}`);
}
