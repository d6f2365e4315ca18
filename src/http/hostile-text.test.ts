import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseHTML } from 'linkedom';

import { dossierOfRecord } from '../../test/dossier-of-record.ts';
import { hostile, skeletonOf } from '../../test/hostile.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import type { Record as WholeRecord } from '../model/record.ts';
import { createApplication } from './application.ts';

/** Fields that a document, or what was read out of it, can fill. */
const fields: readonly string[] = [
  'source',
  'outlet',
  'title',
  'text',
  'why',
  'reason',
  'publishedTime',
  'name',
  'aliases',
  'wikidata',
  'rule',
  'quote',
  'unit',
  'field',
  'language',
];

/** What the record looks like with these fields filled with a text; spans stay where they are. */
function filled(text: string, names: ReadonlySet<string>): WholeRecord {
  const replace = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !names.has(key)) return value;
    return key === 'text' && value.length > text.length ? text + value.slice(text.length) : text;
  };
  return JSON.parse(JSON.stringify(inventedRecord), (key, value: unknown) =>
    key === 'aliases' && names.has(key) ? [text] : replace(key, value),
  );
}

const { documents, claims, agreements, entities, commitments } = inventedRecord;
const article = `/documents/${documents[0]?.id}`;
const pages = [article, `/claims/${claims[2]?.id}`, '/commitments'];
const everyPage = [
  ...pages,
  '/',
  '/timeline',
  '/agreements',
  '/statements',
  '/people',
  '/posts',
  '/figures',
  '/series',
  '/conflicts',
  '/graph',
  '/sources',
  '/news?since=2000-01-01',
  `/agreements/${agreements[0]?.id}`,
  `/entities/${entities[0]?.id}`,
  `/commitments/${commitments[0]?.id}`,
];

async function pageOf(record: WholeRecord, address: string): Promise<string> {
  const response = await createApplication(dossierOfRecord(record), { today: () => '2026-02-01' }).request(address);
  assert.equal(response.status, 200, address);
  return response.text();
}

test(`${hostile.length * fields.length} hostile inputs are shown as text: no page gains an element or an attribute`, async () => {
  for (const field of fields) {
    const names = new Set([field]);
    for (const address of pages) {
      const tame = new Map<number, string>();
      for (const text of hostile) {
        // A text takes the place of the article's first characters, line ends too: its length tells how many.
        const length = field === 'text' ? text.length : 5;
        const expected = tame.get(length) ?? skeletonOf(await pageOf(filled('х'.repeat(length), names), address));
        tame.set(length, expected);
        const markup = await pageOf(filled(text, names), address);
        assert.equal(skeletonOf(markup), expected, `${field} = ${JSON.stringify(text)} on ${address}`);
      }
    }
  }
});

test('the same in all fields at once, on every page; no address runs, no character steers', async () => {
  for (const text of hostile) {
    const record = filled(text, new Set(fields));
    for (const address of everyPage) {
      const markup = await pageOf(record, address);
      const { document } = parseHTML(markup);
      for (const element of document.querySelectorAll('[href], [src], [action]')) {
        const target =
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
        assert.match(target, /^(?:\/(?!\/)|#)/u, `${address} leads to ${target}`);
      }
      assert.doesNotMatch(markup, /[[\p{Cc}--[\t\n\r]]\p{Bidi_Control}]/v, address);
    }
  }
});

test('a title of a megabyte is shown in part in lists, and stops no page', async () => {
  const record = filled(
    'слово '.repeat(170_000),
    new Set(['title', 'outlet', 'name', 'why', 'quote', 'field', 'reason', 'unit']),
  );
  for (const address of everyPage.slice(1)) {
    const markup = await pageOf(record, address);
    assert.ok(markup.length < 400_000, `${address} is ${markup.length} long`);
  }
});

test('words searched for come back as text', async () => {
  for (const text of hostile) {
    const markup = await pageOf(inventedRecord, `/search?${new URLSearchParams({ q: text, about: text, lang: text })}`);
    assert.doesNotMatch(markup, /<script(?! [^>]*src="\/assets)|<img|onerror=alert\(1\)>|<form action=\/\//u);
  }
});
