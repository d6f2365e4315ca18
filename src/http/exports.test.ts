import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inventedRecord } from '../../test/invented-record.data.ts';
import { inventedApplication } from '../../test/site.ts';

const app = inventedApplication();

const files: readonly (readonly [name: string, type: string, begins: RegExp])[] = [
  ['record.jsonl', 'application/jsonl', /^\{"kind":"record","format":1/u],
  ['due.ics', 'text/calendar', /^BEGIN:VCALENDAR\r\n/u],
  ['brief.md', 'text/markdown', /^# /u],
  ['timeline.csv', 'text/csv', /^id,type,status,[^\r\n]*\r\n/u],
  ['agreements.csv', 'text/csv', /^id,[^\r\n]*\r\n/u],
  ['commitments.csv', 'text/csv', /^id,[^\r\n]*\r\n/u],
  ['statements.csv', 'text/csv', /^id,[^\r\n]*\r\n/u],
  ['figures.csv', 'text/csv', /^id,[^\r\n]*\r\n/u],
  ['conflicts.csv', 'text/csv', /^event,[^\r\n]*\r\n/u],
];

test('every file comes with its type and name, whole', async () => {
  for (const [name, type, begins] of files) {
    const response = await app.request(`/export/${name}`);
    assert.equal(response.status, 200, name);
    assert.equal(response.headers.get('content-type'), `${type}; charset=utf-8`);
    assert.match(response.headers.get('content-disposition') ?? '', new RegExp(`filename="${name}"`, 'u'));
    assert.match(await response.text(), begins, name);
  }
});

test('the record is one JSON object a line, as many as it has', async () => {
  const lines = (await (await app.request('/export/record.jsonl')).text()).trimEnd().split('\n');
  const kinds = Map.groupBy(lines, (line) => JSON.parse(line).kind);
  assert.equal(kinds.get('document')?.length, inventedRecord.documents.length);
  assert.equal(kinds.get('claim')?.length, inventedRecord.claims.length);
});

test('the brief leads to the pages of its sources', async () => {
  const brief = await (await app.request('http://desk.example/export/brief.md')).text();
  assert.match(brief, /http:\/\/desk\.example\/documents\/[0-9a-f]{16}/u);
});

test('a day that is none is refused', async () => {
  assert.equal((await app.request('/export/record.jsonl?as-of=soon')).status, 400);
});
