import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseAtomFeed } from 'feedsmith';
import { UndirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import ical from 'ical.js';
import { parseHTML } from 'linkedom';
import { readSheet } from 'read-excel-file/node';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { hostile, skeletonOf } from '../../test/hostile.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import { inventedDay } from '../../test/site.ts';
import type { Desk } from '../app/desk.ts';
import { type ExportContext, renderExport } from '../export/export-files.ts';
import type { RulingNote } from '../model/answer.ts';
import type { ReadingJob } from '../model/reading-job.ts';
import { createApplication } from './application.ts';

const [claim] = inventedRecord.claims;

/** The pages on which people work, with this text wherever somebody, or a page that is read, can have put it. */
function workedWith(text: string) {
  const target = { claim: claim?.id ?? '', source: text, type: 'event', evidence: text };
  const base = { kind: 'ruling', id: 'r', by: text, at: '2026-01-01T00:00:00Z', why: text } as const;
  const notes: readonly RulingNote[] = [
    { ruling: { ...base, action: 'reject', target }, stands: true },
    { ruling: { ...base, action: 'correct', target, field: 'status', value: text }, stands: true },
    {
      ruling: {
        ...base,
        action: 'merge',
        entities: [
          { type: 'person', name: text },
          { type: 'person', name: text },
        ],
      },
      stands: false,
    },
    { ruling: { ...base, action: 'rename', entity: { type: 'person', name: text }, name: text }, stands: true },
  ];
  const job: ReadingJob = {
    id: 'j',
    by: text,
    at: '2026-01-01T00:00:00Z',
    state: 'done',
    fault: text,
    taken: [
      { kind: 'failed', source: text, reason: text },
      { kind: 'read', source: text, document: 'none', claims: 1 },
    ],
  };
  const desk = {
    rulings: () => Promise.resolve(notes),
    intake: { job: () => job, jobs: () => [job] },
    follower: { followed: () => Promise.resolve([{ url: text, kind: 'feed', by: text, at: '2026-01-01T00:00:00Z' }]) },
  } as unknown as Desk;
  const dossier = dossierOfRecord(inventedRecord);
  const ruled = async (...asked: Parameters<typeof dossier.show>) => {
    const shown = await dossier.show(...asked);
    return shown?.kind === 'claim'
      ? { ...shown, line: { ...shown.line, ruled: 'rejected' as const, rulings: notes } }
      : shown;
  };
  return createApplication(
    { ...dossier, rulings: () => Promise.resolve(notes), show: ruled },
    { today: () => inventedDay, desk, owner: text },
  );
}

const pages = ['/read', '/read/j', '/rulings', `/claims/${claim?.id}`];

test(`${hostile.length * pages.length} hostile inputs on the pages of the desk are shown as text`, async () => {
  for (const page of pages) {
    const tame = skeletonOf(await (await workedWith('слово').request(page)).text());
    for (const text of hostile) {
      const response = await workedWith(text).request(page);
      assert.equal(response.status, 200, page);
      const markup = await response.text();
      assert.equal(skeletonOf(markup), tame, `${JSON.stringify(text)} on ${page}`);
      assert.doesNotMatch(markup, /[[\p{Cc}--[\t\n\r]]\p{Bidi_Control}]/v, page);
    }
  }
});

const context: ExportContext = { title: 'проба', now: '2026-02-01T00:00:00Z', base: 'https://desk.example/' };

test('hostile inputs break no export: each is read back, and nothing of them is markup or a formula', async () => {
  for (const text of [...hostile, '=HYPERLINK("//evil.example")', 'BEGIN:VEVENT\r\nSUMMARY:x', '\uFFFE\uFFFF']) {
    const record = JSON.parse(JSON.stringify(inventedRecord), (key, value: unknown) =>
      typeof value === 'string' && (key === 'name' || key === 'title' || key === 'outlet' || key === 'quote')
        ? text
        : value,
    );
    const textOf = (name: Parameters<typeof renderExport>[0]) => {
      const rendered = renderExport(name, record, { ...context, title: text });
      assert.ok(typeof rendered === 'string', name);
      return rendered;
    };
    const { document } = parseHTML(textOf('html'));
    assert.equal(document.querySelectorAll('script, img, svg, form, meta[http-equiv]').length, 0, text);
    assert.ok(parseGexf(UndirectedGraph, textOf('gexf')).order > 0, text);
    assert.ok(new ical.Component(ical.parse(textOf('ics'))).getAllSubcomponents('vevent').length > 0);
    assert.doesNotMatch(
      JSON.stringify(JSON.parse(textOf('timelinejs'))),
      /<(?!\/?p>|a href=\\"https?:\/\/[\w.]+\/|\/a>)/u,
      text,
    );
    assert.equal(parseAtomFeed(textOf('atom')).entries?.length, inventedRecord.documents.length, text);
    const sheet = renderExport('xlsx', record, context);
    assert.ok(sheet instanceof Uint8Array);
    assert.ok((await readSheet(Buffer.from(sheet), 'documents')).length > 1, text);
  }
});
