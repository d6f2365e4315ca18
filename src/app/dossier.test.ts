import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { inventedRecord } from '../../test/invented-record.data.ts';
import { textCapture } from '../../test/invented-reading.ts';
import type { Cited } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import { openStore } from '../store/open-store.ts';
import type { Reading } from '../store/store.ts';
import { derivedRecordOf } from './derived-record.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import { termsOfText } from './search-terms.ts';

const record = inventedRecord;
const asOf = '2026-02-01';

/** A dossier in memory that holds the invented record, written the way a reading and a merge write it. */
async function opened(t: TestContext): Promise<Dossier> {
  const store = await openStore(':memory:');
  t.after(() => store.close());
  await store.insertReadings(record.documents.map(readingOf));
  await store.replaceRecord(derivedRecordOf(record), (await store.progress()).read);
  return dossierOf(store);
}

function readingOf(document: Document): Reading {
  const lines = [...document.text.matchAll(/[^\n]+/gu)];
  return {
    capture: textCapture(document),
    document: { ...document, origin: document.id },
    claims: record.claims.filter((c) => c.document === document.id).map(asFound),
    sentences: lines.flatMap((m) => [m.index, m.index + m[0].length]),
    terms: termsOfText(document.text),
    engine: 'test',
  };
}

function asFound(claim: Claim): Claim {
  const unresolved = <T extends { readonly entity: string | null }>(link: T): T => ({ ...link, entity: null });
  return { ...claim, roles: claim.roles.map(unresolved), attribution: claim.attribution.map(unresolved) };
}

const byId = <T extends { readonly id: string }>(lines: readonly T[]): readonly T[] =>
  lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const idOf = (name: string): string => record.entities.find((e) => e.name === name)?.id ?? '';

test('the record comes back as it was merged', async (t) => {
  const stored = await (await opened(t)).record(asOf);
  assert.deepEqual(stored.documents, byId(record.documents));
  assert.deepEqual(stored.entities, byId(record.entities));
  assert.deepEqual(stored.claims, byId(record.claims));
  assert.deepEqual(stored.events, byId(record.events));
  assert.deepEqual(
    stored.commitments.map((c) => c.id),
    byId(record.commitments).map((c) => c.id),
  );
});

test('people without a post or a statement stay words: no name, no page, no list leads to them', async (t) => {
  const store = await openStore(':memory:');
  t.after(() => store.close());
  await store.insertReadings(record.documents.map(readingOf));
  const [event, ...others] = record.events;
  const [someone] = event?.roles ?? [];
  assert.ok(event && someone);
  const bystander = {
    kind: 'entity',
    id: 'b'.repeat(16),
    type: 'person',
    name: 'Прохор Зевакин',
    aliases: [],
  } as const;
  const role = { ...someone, entity: bystander.id, name: bystander.name };
  const told = {
    ...record,
    entities: [...record.entities, { ...bystander, wikidata: null }],
    events: [{ ...event, roles: [...event.roles, role] }, ...others],
  };
  await store.replaceRecord(derivedRecordOf(told), (await store.progress()).read);
  const dossier = dossierOf(store);
  assert.equal(await dossier.show(bystander.id, asOf), null);
  assert.equal(await dossier.entity(bystander.id, asOf), null);
  const shown = await dossier.show(event.id, asOf, 'event');
  assert.ok(shown?.kind === 'event' && shown.line.roles.some((r) => r.entity === bystander.id));
  assert.ok(!shown.cited.entities.has(bystander.id));
  assert.ok((await dossier.people({ asOf })).lines.every((person) => person.entity.id !== bystander.id));
  assert.equal((await dossier.timeline({ asOf, about: bystander.name })).total, 0);
});

test('how much happens when, and who takes part most, is that of the timeline', async (t) => {
  const dossier = await opened(t);
  const { months, parties } = await dossier.activity({ asOf });
  const { lines } = await dossier.timeline({ asOf });
  const dated = lines.filter((event) => event.time?.from ?? event.time?.to);
  assert.equal(
    months.reduce((sum, { count }) => sum + count, 0),
    dated.length,
  );
  for (const { entity, count } of parties) {
    assert.equal(count, lines.filter((event) => event.roles.some((r) => r.entity === entity.id)).length, entity.name);
  }
  assert.ok(parties.length > 1);
});

test('every answer brings along all that its lines name, each claim with its sentence', async (t) => {
  const dossier = await opened(t);
  const pages = [
    await dossier.timeline({ asOf }),
    await dossier.agreements({ asOf }),
    await dossier.commitments({ asOf }),
    await dossier.statements({ asOf }),
    await dossier.people({ asOf }),
    await dossier.figures({ asOf }),
    await dossier.conflicts({ asOf }),
  ];
  for (const { lines, cited } of pages) {
    assert.ok(lines.length > 0);
    const ids = JSON.stringify(lines).match(/"[0-9a-f]{16}"/gu) ?? [];
    for (const id of ids) assert.ok(isCited(cited, id.slice(1, -1)), `${id} is named and not cited`);
    for (const [id, { text, mark }] of cited.passages) {
      assert.equal(text.slice(mark.start, mark.stop), cited.claims.get(id)?.evidence.text);
      assert.ok(!text.includes('\n'));
    }
  }
});

/** A line's own id is its first claim's. */
function isCited(cited: Cited, id: string): boolean {
  return cited.entities.has(id) || cited.claims.has(id) || cited.documents.has(id);
}

test('the timeline goes by time, keeps to happenings, and is narrowed by type, days and status', async (t) => {
  const dossier = await opened(t);
  const all = await dossier.timeline({ asOf });
  const days = all.lines.map((e) => e.time?.from ?? e.time?.to ?? '9999');
  assert.deepEqual(days, days.toSorted());
  const happenings = record.events.filter((e) => !['statement', 'position', 'figure'].includes(e.type)).length;
  assert.equal(all.total, happenings);
  const newest = await dossier.timeline({ asOf, order: 'newest', limit: 3 });
  assert.deepEqual([newest.lines.length, newest.total], [3, happenings]);
  const figures = await dossier.timeline({ asOf, type: 'figure' });
  assert.deepEqual(
    figures.lines.map((e) => e.id).toSorted(),
    record.events.flatMap((e) => (e.type === 'figure' ? [e.id] : [])).toSorted(),
  );
  const planned = await dossier.timeline({ asOf, from: '2025-04-01', status: 'planned' });
  assert.deepEqual(
    planned.lines.map((e) => e.type),
    ['supply', 'meeting'],
  );
});

test('about takes an id, a name in any letter case, an alias, and else words of the documents', async (t) => {
  const dossier = await opened(t);
  const count = async (about: string): Promise<number> => (await dossier.timeline({ asOf, about })).total;
  const byName = await count('велория');
  assert.ok(byName > 0 && byName < record.events.length);
  assert.equal(await count(idOf('Велория')), byName);
  assert.equal((await dossier.people({ asOf, about: 'елецкая' })).lines[0]?.entity.name, 'Мира Елецкая');
  const treaty = await dossier.agreements({ asOf, about: 'договор о перевалах' });
  assert.deepEqual(
    treaty.lines.map((a) => a.name),
    ['Договор о совместной охране перевалов'],
  );
  assert.ok((await count('буксира')) > 0, 'no entity has the name, so documents with the word are meant');
  assert.equal(await count('вулкан'), 0);
  assert.equal(await count('…'), 0);
});

test('statements of a speaker, people with their posts, figures, conflicts', async (t) => {
  const dossier = await opened(t);
  const said = await dossier.statements({ asOf, speaker: 'Мира Елецкая' });
  assert.ok(said.total > 0);
  assert.equal((await dossier.statements({ asOf, speaker: 'Никто' })).total, 0);
  const people = await dossier.people({ asOf });
  assert.deepEqual(
    people.lines.map((p) => p.entity.name),
    ['Арсений Гордеев', 'Мира Елецкая', 'Щеглов'].filter((name) => people.lines.some((p) => p.entity.name === name)),
  );
  assert.ok(people.lines.some((p) => p.positions.length > 0));
  assert.equal((await dossier.figures({ asOf })).total, record.claims.filter((c) => c.type === 'figure').length);
  const conflicts = await dossier.conflicts({ asOf });
  const differing = [...record.agreements, ...record.events].filter((l) => l.conflicts.length > 0);
  assert.deepEqual(
    conflicts.lines.map((l) => `${l.kind} ${l.id}`).toSorted(),
    differing.map((l) => `${l.kind} ${l.id}`).toSorted(),
  );
});

test('search finds every form of a word, newest first, with the words marked', async (t) => {
  const dossier = await opened(t);
  const hits = await dossier.search('перевалам договоры', { asOf });
  assert.ok(hits.total >= 3);
  const days = hits.lines.map((h) => h.document.published?.from ?? '');
  assert.deepEqual(days, days.toSorted().toReversed());
  const [first] = hits.lines;
  const [snippet] = first?.snippets ?? [];
  const words = (snippet?.marks ?? []).map((m) => snippet?.text.slice(m.start, m.stop).toLowerCase());
  assert.ok(words.some((w) => w?.startsWith('договор')) && words.some((w) => w?.startsWith('перевал')));
  assert.equal((await dossier.search('', { asOf })).total, 0);
});

test('an id leads to its line, and the kind asked for is told from the claim of the same id', async (t) => {
  const dossier = await opened(t);
  const [agreement] = record.agreements;
  const id = agreement?.id ?? '';
  assert.equal((await dossier.show(id, asOf))?.kind, 'claim');
  assert.equal((await dossier.show(id, asOf, 'agreement'))?.kind, 'agreement');
  assert.equal((await dossier.show(record.documents[0]?.id ?? '', asOf))?.kind, 'document');
  assert.equal((await dossier.show(idOf('Сомерия'), asOf))?.kind, 'entity');
  assert.equal(await dossier.show('nothing', asOf), null);
});

test('a document stands with its reprints, an entity with its lines, a claim with what rests on it', async (t) => {
  const dossier = await opened(t);
  const reprinted = record.documents.find((d) => d.origin !== d.id);
  const document = await dossier.document(reprinted?.origin ?? '', asOf);
  assert.deepEqual(
    document?.line.reprints.map((d) => d.id),
    [reprinted?.id],
  );
  assert.equal(document?.line.claims.length, record.claims.filter((c) => c.document === reprinted?.origin).length);
  const entity = await dossier.entity(idOf('Сомерия'), asOf);
  assert.ok((entity?.line.agreements.length ?? 0) > 0 && (entity?.line.events.length ?? 0) > 0);
  const [commitment] = record.commitments;
  const claim = await dossier.claim(commitment?.claim ?? '', asOf);
  assert.deepEqual(
    claim?.line.commitments.map((c) => c.id),
    [commitment?.id],
  );
});

test('the summary counts lines and changes its version with every change', async (t) => {
  const dossier = await opened(t);
  const summary = await dossier.summary(asOf);
  assert.deepEqual(
    [summary.documents, summary.claims, summary.pending],
    [record.documents.length, record.claims.length, 0],
  );
  assert.equal(
    Object.values(summary.outcomes).reduce((a, b) => a + b, 0),
    record.commitments.length,
  );
  assert.match(summary.version, /^\d+-\d+$/u);
});

test('a part of the record is whole in itself, and the whole is given where nothing narrows it', async (t) => {
  const dossier = await opened(t);
  const whole = await dossier.record(asOf);
  const part = await dossier.record(asOf, { about: 'Велория', from: '2024-06-01', to: '2025-12-31' });
  assert.ok(part.events.length > 0 && part.events.length < whole.events.length);
  const ids = new Set([...part.claims, ...part.documents, ...part.entities].map(({ id }) => id));
  const named = [
    ...part.claims.flatMap((claim) => [claim.document, ...claim.roles.flatMap(({ entity }) => entity ?? [])]),
    ...part.events.flatMap((event) => [...event.claims, ...event.roles.flatMap(({ entity }) => entity ?? [])]),
    ...part.agreements.flatMap((line) => [
      line.entity,
      ...line.parties,
      ...line.stages.flatMap(({ claims }) => claims),
    ]),
    ...part.commitments.flatMap(({ claim, claims, outcome, by }) => [[claim], claims, outcome.claims, by].flat()),
  ];
  for (const id of named) assert.ok(ids.has(id), `${id} is in the part`);
  const supplies = await dossier.record(asOf, { type: 'supply' });
  assert.deepEqual([...new Set(supplies.events.map(({ type }) => type))], ['supply']);
  assert.deepEqual(supplies.agreements, []);
  const outlet = whole.documents.find((document) => document.outlet !== null)?.outlet ?? '';
  const own = new Set(whole.documents.filter((document) => document.outlet === outlet).map(({ id }) => id));
  const told = new Set(whole.claims.filter(({ document }) => own.has(document)).map(({ id }) => id));
  const published = await dossier.record(asOf, { outlet });
  assert.deepEqual(
    published.events.map(({ id }) => id),
    whole.events.filter((event) => event.claims.some((id) => told.has(id))).map(({ id }) => id),
  );
});
