import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { openedStore, testEach } from '../../test/each-engine.ts';
import { readingOf as documentReading } from '../../test/invented-reading.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { Claim } from '../model/claim.ts';
import { claimId } from '../model/ids.ts';
import { openStore } from './open-store.ts';
import type { DerivedRecord, Reading, StoredLine } from './store.ts';

const at = '2026-03-01T10:00:00.000Z';

/** A meeting of a state without names. */
function readingOf(source: string, text: string, day: string | null = '2026-01-15'): Reading {
  const reading = documentReading(source, text, day);
  const document = reading.document.id;
  const evidence = { start: 0, stop: 5, text: text.slice(0, 5) };
  const roles: Claim['roles'] = [
    { role: 'actor', text: 'Ветрогорье', span: null, name: 'Ветрогорье', type: 'state', known: null, entity: null },
  ];
  const claim: Claim = {
    kind: 'claim',
    id: claimId({ document, type: 'meeting', evidence, roles }),
    document,
    type: 'meeting',
    status: 'happened',
    time: day === null ? null : { from: day, to: day, text: null },
    roles,
    attribution: [],
    evidence,
    rule: 'test',
    confidence: 1,
    future: null,
  };
  return { ...reading, claims: [claim] };
}

function recordOf(readings: readonly Reading[]): DerivedRecord {
  const claims = readings.flatMap((r) => r.claims);
  const entity: StoredLine = {
    kind: 'entity',
    id: 'e1',
    type: 'state',
    status: null,
    name: 'Ветрогорье',
    names: ['Ветрогорье', 'Ветрогорская Республика'],
    from: null,
    to: null,
    conflicts: 0,
    claims: claims.map((c) => c.id),
    entities: [],
    private: false,
    json: JSON.stringify({ kind: 'entity', id: 'e1', claims: claims.length }),
  };
  const events = claims.map((claim): StoredLine => ({
    ...entity,
    kind: 'event',
    id: claim.id,
    type: claim.type,
    status: claim.status,
    name: null,
    names: [],
    from: claim.time?.from ?? null,
    to: claim.time?.to ?? null,
    claims: [claim.id],
    entities: ['e1'],
    json: JSON.stringify({ kind: 'event', id: claim.id }),
  }));
  return {
    lines: claims.length > 0 ? [entity, ...events] : [],
    resolutions: new Map(claims.map((c) => [c.id, { roles: ['e1'], attribution: [] }])),
    origins: new Map(),
    replaces: new Map(),
    copied: new Map(),
    redirects: new Map([['gone', 'e1']]),
  };
}

const first = readingOf('a.txt', 'встреча министров в столице', '2026-01-15');
const second = readingOf('b.txt', 'договор о мостах подписан', '2026-02-01');
const undated = readingOf('c.txt', 'встреча без даты', null);

testEach('what is written comes back as it was, also from a file opened anew', async (t, place) => {
  const file = await place.newDatabase(t);
  const writing = await openStore(file);
  assert.deepEqual(await writing.insertReadings([first, second]), [first.document.id, second.document.id]);
  await writing.close();
  const store = await openedStore(t, file);
  assert.deepEqual(await store.selectDocuments([second.document.id, 'nothing', first.document.id]), [
    second.document,
    first.document,
  ]);
  assert.deepEqual(await store.selectClaimsOf(first.document.id), first.claims);
  const capture = await store.selectCapture(first.document.id);
  assert.equal(Buffer.from(capture?.bytes ?? []).toString(), first.document.text);
  assert.deepEqual(await store.selectSentences([first.document.id]), new Map([[first.document.id, first.sentences]]));
});

testEach(
  'the same reading twice changes nothing; other bytes of the same text are one more capture',
  async (t, place) => {
    const store = await openedStore(t, await place.newDatabase(t));
    await store.insertReadings([first]);
    const before = await store.progress();
    assert.deepEqual(await store.insertReadings([first]), []);
    assert.deepEqual(await store.progress(), before);
    const again = { ...first, capture: { ...first.capture, sha256: 'other' } };
    assert.deepEqual(await store.insertReadings([again]), []);
    assert.equal(await store.selectDocumentOf('a.txt', 'other'), first.document.id);
    assert.equal((await store.counts()).documents, 1);
  },
);

testEach('a reading that fails half-way leaves nothing of itself or of those with it', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  // @ts-expect-error a status that is no text cannot be stored, and shows only when the claim is written
  const broken: Reading = { ...second, claims: [{ ...second.claims[0], status: true }] };
  await assert.rejects(store.insertReadings([first, broken]), /no boolean as a parameter/u);
  assert.deepEqual(await store.selectDocuments([first.document.id, second.document.id]), []);
  assert.equal((await store.progress()).read, 0);
  assert.deepEqual(await store.insertReadings([first, second]), [first.document.id, second.document.id]);
});

testEach('lines, claims and documents are narrowed to those of one outlet', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  const own = { ...second, document: { ...second.document, outlet: 'Вести' } };
  await store.insertReadings([first, own]);
  await store.replaceRecord(recordOf([first, own]), (await store.progress()).read);
  const events = await store.findLines('event', { outlet: 'Вести', limit: 5 });
  assert.deepEqual([events.rows.map((json) => JSON.parse(json).id), events.total], [[own.claims[0]?.id], 1]);
  assert.deepEqual(
    (await store.findClaims({ outlet: 'Вести' })).rows.map(({ id }) => id),
    own.claims.map(({ id }) => id),
  );
  assert.deepEqual(
    (await store.findDocuments({ outlet: 'Вести' })).rows.map(({ id }) => id),
    [own.document.id],
  );
  assert.equal((await store.findLines('event', { outlet: 'Голос' })).total, 0);
});

testEach('derived lines are replaced by what differs, found by kind, time, entity and words', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.insertReadings([first, second, undated]);
  assert.equal((await store.progress()).pending, 3);
  const { read } = await store.progress();
  const earlier = recordOf([first]);
  const lines = earlier.lines.slice(0, 1).map((line) => Object.assign({}, line, { id: 'gone' }));
  assert.equal(await store.replaceRecord({ ...earlier, lines }, read), true);
  assert.equal(await store.replaceRecord(recordOf([first, second, undated]), read), true);
  assert.equal((await store.progress()).pending, 0);
  const ids = (rows: readonly string[]) => rows.map((json) => JSON.parse(json).id);
  const events = [first, second, undated].map((r) => r.claims[0]?.id);
  assert.deepEqual(ids((await store.findLines('event', {})).rows), events);
  const newest = await store.findLines('event', { order: 'newest', limit: 1, offset: 1 });
  assert.deepEqual([ids(newest.rows), newest.total], [[events[0]], 3]);
  assert.deepEqual(ids((await store.findLines('event', { from: '2026-02-01' })).rows), [events[1]]);
  const words = { kind: 'words', query: [{ stems: ['встреч'], prefix: true }] } as const;
  assert.deepEqual(ids((await store.findLines('event', { about: words })).rows), [events[0], events[2]]);
  const entities = { kind: 'entities', entities: ['e1'] } as const;
  assert.equal((await store.findLines('event', { about: entities })).total, 3);
  assert.equal((await store.findClaims({ entity: 'e1', types: ['meeting'] })).total, 3);
  assert.deepEqual(await store.findEntities('ветрогорская  республика'), ['e1']);
  assert.deepEqual(await store.resolveId('gone'), { kind: 'entity', id: 'e1' });
  assert.equal((await store.selectClaims([events[0] ?? '']))[0]?.roles[0]?.entity, 'e1');
  assert.equal((await store.selectLinesOn('entity', [events[1] ?? ''])).length, 1);
});

testEach('an entity whose own words stay as they were has the claims of one more document', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.insertReadings([first, second]);
  const { read } = await store.progress();
  const json = JSON.stringify({ kind: 'entity', id: 'e1' });
  const mergedFrom = (readings: readonly Reading[]): DerivedRecord => {
    const merged = recordOf(readings);
    return { ...merged, lines: merged.lines.flatMap((line) => (line.kind === 'entity' ? [{ ...line, json }] : [])) };
  };
  for (const [readings, claims] of [[[first], 1] as const, [[first, second], 2] as const, [[second], 1] as const]) {
    await store.replaceRecord(mergedFrom(readings), read);
    assert.deepEqual(await store.countClaimsBy(['e1'], 'meeting'), new Map([['e1', claims]]));
  }
});

testEach('search answers newest first, undated last, phrases and prefixes alike', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.insertReadings([undated, first, second, readingOf('d.txt', 'мостах о договоре встреча', '2026-02-01')]);
  const sources = async (...query: { stems: string[]; prefix: boolean }[]) =>
    (await store.findDocuments({ about: { kind: 'words', query } })).rows.map((d) => d.source);
  assert.deepEqual(await sources({ stems: ['встреча'], prefix: false }), ['d.txt', 'a.txt', 'c.txt']);
  assert.deepEqual(await sources({ stems: ['о', 'мост'], prefix: true }), ['b.txt']);
  assert.deepEqual(await sources({ stems: ['"'], prefix: false }), []);
});

testEach('a day of publication that is open to one side reaches as far as is asked', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  const open = readingOf('open.txt', 'в 2015 году стал послом', '2015-01-01');
  const published = { from: '2015-01-01', to: null, basis: 'inferred' as const, why: 'test' };
  await store.insertReadings([undated, first, { ...open, document: { ...open.document, published } }]);
  const within = async (from: string, to: string): Promise<string[]> =>
    (await store.findDocuments({ from, to })).rows.map((d) => d.source);
  assert.deepEqual(await within('2014-01-01', '2014-12-31'), []);
  assert.deepEqual(await within('2020-01-01', '2020-12-31'), ['open.txt']);
  assert.deepEqual(await within('2015-01-01', '2030-12-31'), ['a.txt', 'open.txt']);
});

test('forgetting leaves no word of a document in any file of the database', async (t) => {
  const file = join(temporaryFolder(t), 'dossier.db');
  const store = await openedStore(t, file);
  const secret = readingOf('тайник.txt', 'кварцевый шлагбаум подписан', '2026-02-03');
  await store.insertReadings([first, secret]);
  await store.replaceRecord(recordOf([first, secret]), (await store.progress()).read);
  assert.equal(await store.deleteDocuments([secret.document.id, 'nothing'], at), 1);
  assert.equal((await store.findLines('event', {})).total, 1);
  assert.equal((await store.progress()).pending, 1);
  const traces = ['шлагбаум', 'тайник', secret.document.id, secret.claims[0]?.id ?? ''].map((w) => Buffer.from(w));
  for (const name of readdirSync(join(file, '..'))) {
    const bytes = readFileSync(join(file, '..', name));
    for (const trace of traces) assert.equal(bytes.indexOf(trace), -1, `${trace} is still in ${name}`);
  }
});

testEach('a record that was merged before a document was forgotten is refused', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  await store.insertReadings([first, second]);
  const { read } = await store.progress();
  await store.deleteDocuments([second.document.id], at);
  assert.equal(await store.replaceRecord(recordOf([first, second]), read), false);
  assert.equal((await store.counts()).lines.event, 0);
});

testEach('two programs on one dossier wait for each other', async (t, place) => {
  const file = await place.newDatabase(t);
  const stores = [await openedStore(t, file), await openedStore(t, file)];
  const readings = Array.from({ length: 40 }, (_, i) => readingOf(`${i}.txt`, `текст номер ${i}`));
  await Promise.all(readings.map((reading, i) => stores[i % 2]?.insertReadings([reading])));
  assert.equal((await stores[0]?.counts())?.documents, 40);
});

test('a file that is no database is refused with its name', async (t) => {
  const file = join(temporaryFolder(t), 'dossier.db');
  writeFileSync(file, 'this is not a database, and long enough to be told from an empty file'.repeat(20));
  await assert.rejects(openStore(file), (error: Error) => error.message.includes(file));
});
