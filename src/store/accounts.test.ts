import assert from 'node:assert/strict';

import { openedStore, testEach } from '../../test/each-engine.ts';
import { readingOf } from '../../test/invented-reading.ts';
import { inventedRecord } from '../../test/invented-record.data.ts';
import type { Document } from '../model/document.ts';
import type { Reading } from './store.ts';

/** A document of the invented record as it was read, with its claims as they were found. */
function inventedReading(document: Document): Reading {
  const reading = readingOf(document.source, document.text);
  const claims = inventedRecord.claims.filter((claim) => claim.document === document.id);
  return { ...reading, document: { ...document, origin: document.id }, claims };
}

const at = '2026-02-01T10:00:00Z';
const anna = { name: 'anna', role: 'admin', password: 'digest', at } as const;

testEach('accounts, sessions and tokens come and go together', async (t, place) => {
  const { accounts } = await openedStore(t, await place.newDatabase(t));
  assert.equal(await accounts.insert(anna), true);
  assert.equal(await accounts.insert({ ...anna, role: 'reader' }), false, 'the name is taken');
  assert.deepEqual(await accounts.select('anna'), anna);
  await accounts.insertSession({ hash: 's', account: 'anna', until: '2026-02-08T10:00:00Z' });
  assert.equal((await accounts.selectSession('s', at))?.name, 'anna');
  assert.equal(await accounts.selectSession('s', '2026-02-08T10:00:00Z'), null, 'a session ends');
  const token = { id: 't', account: 'anna', scope: 'read', label: 'проба', at } as const;
  await accounts.insertToken({ ...token, hash: 'h' });
  assert.deepEqual((await accounts.selectToken('h'))?.token, token);
  assert.equal(await accounts.deleteToken('boris', 't'), false, 'a token is its owner’s');
  assert.equal(await accounts.update('anna', { role: 'editor' }), true);
  assert.equal((await accounts.list())[0]?.role, 'editor');
  assert.equal(await accounts.delete('anna'), true);
  assert.equal(await accounts.selectToken('h'), null);
});

testEach('a new password ends every session', async (t, place) => {
  const { accounts } = await openedStore(t, await place.newDatabase(t));
  await accounts.insert(anna);
  await accounts.insertSession({ hash: 's', account: 'anna', until: '2026-02-08T10:00:00Z' });
  await accounts.update('anna', { password: 'another' });
  assert.equal(await accounts.selectSession('s', at), null);
});

testEach('the log is read latest first; what is followed is followed once', async (t, place) => {
  const { accounts } = await openedStore(t, await place.newDatabase(t));
  await accounts.insertAudit({ at, who: 'anna', action: 'sign-in', subject: null });
  await accounts.insertAudit({ at: '2026-02-01T11:00:00Z', who: 'anna', action: 'read in', subject: 'j' });
  assert.deepEqual(
    (await accounts.selectAudit(10)).map(({ action }) => action),
    ['read in', 'sign-in'],
  );
  const feed = { url: 'https://vesti.example/feed', kind: 'feed', by: 'anna', at } as const;
  await accounts.follow(feed);
  await accounts.follow({ ...feed, by: 'boris' });
  assert.deepEqual(await accounts.followed(), [feed]);
  await accounts.unfollow(feed.url);
  assert.deepEqual(await accounts.followed(), []);
});

testEach(
  'a claim that people changed is found as they left it, one that they rejected in no list',
  async (t, place) => {
    const store = await openedStore(t, await place.newDatabase(t));
    const { documents, claims } = inventedRecord;
    await store.insertReadings(documents.map(inventedReading));
    const [rejected, corrected] = claims.filter(({ type }) => type === 'statement');
    assert.ok(rejected && corrected);
    const derived = {
      lines: [],
      resolutions: new Map(),
      origins: new Map(),
      replaces: new Map(),
      copied: new Map(),
      redirects: new Map(),
    };
    const replace = async (ruled: ReadonlyMap<string, (typeof claims)[number] | null>) =>
      store.replaceRecord({ ...derived, ruled }, (await store.progress()).read);
    const found = async () => (await store.findClaims({ types: ['statement'] })).rows;
    const all = await found();
    await replace(
      new Map([
        [rejected.id, null],
        [corrected.id, { ...corrected, status: 'denied' }],
      ]),
    );
    assert.deepEqual(
      (await found()).map(({ id }) => id),
      all.map(({ id }) => id).filter((id) => id !== rejected.id),
    );
    assert.equal((await store.findClaims({ types: ['statement'], status: 'denied' })).rows[0]?.id, corrected.id);
    assert.ok((await Array.fromAsync(store.streamClaims('found'))).some(({ id }) => id === rejected.id));
    assert.ok(!(await Array.fromAsync(store.streamClaims('ruled'))).some(({ id }) => id === rejected.id));
    await replace(new Map());
    assert.deepEqual(await found(), all);
  },
);

testEach('outlets are counted with what they reprint', async (t, place) => {
  const store = await openedStore(t, await place.newDatabase(t));
  const [a, b] = inventedRecord.documents.map(inventedReading);
  assert.ok(a && b);
  await store.insertReadings([a, b]);
  const counts = await store.countOutlets();
  assert.equal(
    counts.outlets.reduce((sum, { documents }) => sum + documents, 0),
    2,
  );
  assert.deepEqual(counts.reprinted, []);
});
