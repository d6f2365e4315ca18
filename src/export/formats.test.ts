import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultModel, Model } from '@alephdata/followthemoney';
import { Cite } from '@citation-js/core';
import * as styles from '@citation-js/plugin-csl';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';
import ical from 'ical.js';
import { UndirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import jsonld from 'jsonld';
import { parseHTML } from 'linkedom';
import { readSheet } from 'read-excel-file/node';

import { inventedRecord as record } from '../../test/invented-record.data.ts';
import { entityTypes } from '../model/entity.ts';
import { followTheMoneySchema } from '../model/follow-the-money.ts';
import { ploverOf } from '../model/plover.ts';
import { namingAt } from './addresses.ts';
import { renderExport, type ExportContext } from './export-files.ts';
import type { ExportName } from './formats.data.ts';
import { csvTables, tableOf } from './tables.ts';

const base = 'https://desk.example/';
const context: ExportContext = { title: 'Велория & <Сомерия>', now: '2026-02-01T00:00:00Z', base };

function textOf(name: ExportName): string {
  const rendered = renderExport(name, record, context);
  assert.ok(!(rendered instanceof Uint8Array));
  return typeof rendered === 'string' ? rendered : [...rendered.lines].map((line) => line + rendered.end).join('');
}

test('XLSX: read-excel-file finds every table with its rows, texts as texts, and the codebook of all columns', async () => {
  const bytes = renderExport('xlsx', record, context);
  assert.ok(bytes instanceof Uint8Array);
  for (const table of csvTables) {
    const { columns, rows } = tableOf(record, table);
    const sheet: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes), table);
    assert.deepEqual(
      sheet[0],
      columns.map(([name]) => name),
      table,
    );
    assert.deepEqual(
      sheet.slice(1).map((row) => row.map((cell) => cell ?? null)),
      rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      table,
    );
  }
  const described = new Set(tableOf(record, 'codebook').rows.map(([table, column]) => `${table} ${column}`));
  for (const table of csvTables) {
    if (table === 'codebook') continue;
    for (const [name] of tableOf(record, table).columns)
      assert.ok(described.has(`${table} ${name}`), `${table} ${name}`);
  }
});

test('CSV: csv-parse reads every table back, cell by cell', () => {
  for (const table of csvTables) {
    const rendered = renderExport('csv', record, { ...context, table });
    assert.ok(typeof rendered === 'object' && 'lines' in rendered);
    const read: readonly string[][] = parseCsv([...rendered.lines].join(rendered.end));
    const { columns, rows } = tableOf(record, table);
    assert.deepEqual(
      read[0],
      columns.map(([name]) => name),
    );
    assert.deepEqual(
      read.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/u, ''))),
      rows.map((row) => row.map((cell) => String(cell ?? ''))),
    );
  }
});

test('ICS: ical.js reads a tentative all-day entry for every commitment that is still to come, with its page', () => {
  const calendar = new ical.Component(ical.parse(textOf('ics')));
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ical.Event(entry));
  const due = record.commitments.filter(
    ({ due: days, outcome }) => days !== null && (outcome.status === 'open' || outcome.status === 'unreported'),
  );
  assert.ok(due.length > 0);
  assert.deepEqual(
    entries.map(({ uid, startDate, component }) => [
      uid,
      startDate.toString(),
      component.getFirstPropertyValue('status'),
      component.getFirstPropertyValue('url'),
    ]),
    due.map(({ id, due: days }) => [`${id}@servanda`, days?.from ?? days?.to, 'TENTATIVE', `${base}commitments/${id}`]),
  );
});

test('HTML brief: every footnote that is cited stands, and words of sources are no markup', () => {
  const { document } = parseHTML(textOf('html'));
  assert.equal(document.querySelector('h1')?.textContent, context.title);
  const cited = [...document.querySelectorAll('sup a')].map((link) => link.getAttribute('href'));
  assert.ok(cited.length > 10);
  for (const href of cited) assert.ok(document.querySelector(href ?? ''), `${href} stands`);
  const links = [...document.querySelectorAll('ol a')].map((link) => link.getAttribute('href') ?? '');
  assert.ok(links.length > 0 && links.every((href) => href.startsWith(`${base}documents/`)));
});

test('JSON-LD: every claim expands to a schema.org Claim with its words and its article', async () => {
  const schema = { '@context': { '@vocab': 'https://schema.org/' } };
  const expanded = await jsonld.expand(JSON.parse(textOf('json-ld')), {
    documentLoader: async (url) => ({ documentUrl: url, document: schema, contextUrl: undefined }),
  });
  const nodes = Object.values(expanded).flat().map(Object);
  const claims = nodes.filter((node) => node['@type']?.includes('https://schema.org/Claim'));
  assert.equal(claims.length, record.claims.length);
  const ids = new Set(nodes.map((node) => node['@id']));
  for (const claim of claims) {
    assert.equal(claim['https://schema.org/text'].length, 1);
    for (const { '@id': id } of claim['https://schema.org/appearance']) assert.ok(ids.has(id), `${id} is in the graph`);
    for (const { '@id': id } of claim['https://schema.org/about'] ?? [])
      assert.ok(ids.has(id), `${id} is in the graph`);
  }
});

test('Web Annotation: the words are found by place, counted in code points, and by quotation', () => {
  const { first, total } = JSON.parse(textOf('annotations'));
  assert.equal(total, record.claims.length);
  for (const { id, target } of first.items) {
    const claim = record.claims.find((one) => id === namingAt(base)('claims', one.id));
    const text = record.documents.find(({ id: document }) => document === claim?.document)?.text ?? '';
    const [quote, place] = target.selector;
    assert.equal([...text].slice(place.start, place.end).join(''), quote.exact);
    assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
  }
});

test('Web Annotation: an astral character before the words does not move them', () => {
  const [document] = record.documents;
  const claim = record.claims.find((one) => one.document === document?.id);
  assert.ok(document && claim);
  const moved = {
    ...record,
    documents: [{ ...document, text: `🕊${document.text}` }],
    claims: [
      { ...claim, evidence: { ...claim.evidence, start: claim.evidence.start + 2, stop: claim.evidence.stop + 2 } },
    ],
  };
  const rendered = renderExport('annotations', moved, context);
  const [annotation] = JSON.parse(typeof rendered === 'string' ? rendered : '').first.items;
  assert.equal(annotation.target.selector[1].start, claim.evidence.start + 1);
});

test('FollowTheMoney: its model knows every schema and property, and every link leads to an entity of the file', () => {
  const model = new Model(defaultModel);
  for (const type of entityTypes) assert.ok(model.getSchema(followTheMoneySchema[type]), type);
  const lines = textOf('ftm').trimEnd().split('\n');
  const entities = lines.map((line) => JSON.parse(line));
  const ids = new Set(entities.map(({ id }) => id));
  assert.equal(ids.size, entities.length);
  let links = 0;
  for (const { schema, properties, id } of entities) {
    const known = model.getSchema(schema).getProperties();
    const entity = model.getEntity({ id, schema, properties });
    for (const [name, values] of Object.entries<readonly string[]>(properties)) {
      const property = known.get(name);
      assert.ok(property, `${schema}.${name}`);
      assert.deepEqual(entity.getProperty(name).map(String).length, values.length);
      if (!property.type.isEntity) continue;
      links += values.length;
      for (const value of values) assert.ok(ids.has(value), `${schema}.${name} leads to ${value}`);
    }
  }
  assert.ok(links > 10);
});

test('PLOVER: a row for every event that the codebook has a category for, coded as its claim is', () => {
  const rows: readonly Record<string, string>[] = parseCsv(textOf('plover'), { columns: true });
  const coded = record.events.filter((event) => {
    const claims = event.claims.flatMap((id) => record.claims.find((one) => one.id === id) ?? []);
    const claim = claims.find(({ status }) => status === event.status) ?? claims[0];
    return claim && ploverOf(claim) !== null;
  });
  assert.ok(rows.length > 3);
  assert.deepEqual(
    rows.map((row) => row['Event ID']),
    coded.map(({ id }) => id),
  );
  for (const row of rows) assert.match(row['Event Type'] ?? '', /^[A-Z]+$/u);
});

test('GEXF: graphology reads the parties with their names and what joins them', () => {
  const graph = parseGexf(UndirectedGraph, textOf('gexf'));
  assert.ok(graph.order >= 2 && graph.size >= 1);
  for (const node of graph.nodes()) {
    const entity = record.entities.find(({ id }) => id === node);
    assert.equal(graph.getNodeAttribute(node, 'label'), entity?.name);
    assert.equal(graph.getNodeAttribute(node, 'type'), entity?.type);
  }
  for (const edge of graph.edges()) assert.ok(graph.getEdgeAttribute(edge, 'weight') >= 1);
});

test('CSL-JSON: citeproc prints a citation of every article', () => {
  const items: readonly { readonly id: string; readonly title: string }[] = JSON.parse(textOf('csl'));
  assert.equal(items.length, record.documents.length);
  assert.ok(styles, 'the styles register themselves');
  const printed: string = new Cite(items).format('bibliography', { template: 'apa', lang: 'en-US' });
  for (const { title } of items) assert.ok(printed.includes(title), title);
});

test('Atom: feedsmith reads the newest articles first, each with the words taken out of it', () => {
  const feed = parseAtomFeed(textOf('atom'));
  assert.equal(feed.entries?.length, record.documents.length);
  const days = feed.entries?.map(({ updated }) => String(updated)) ?? [];
  assert.deepEqual(days, days.toSorted().toReversed());
  assert.match(JSON.stringify(feed.entries?.map(({ summary }) => summary)), /договор может быть подписан в декабре/u);
});
