import assert from 'node:assert/strict';
import { join } from 'node:path';

import { newPostgresDatabase, openedStore, testEach } from '../../test/each-engine.ts';
import { exampleFiles, exportOf, readFiles } from '../../test/examples.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { Claim } from '../model/claim.ts';
import { openStore } from '../store/open-store.ts';
import { ruleOnce } from './desk.ts';
import { adoptReread, reread } from './reread.ts';
import type { RulingDraft } from './rule.ts';
import type { Reader } from './reader.ts';
import { examineStore } from './doctor.ts';
import { loadStages } from './load-stages.ts';
import { readCapture } from './stages.ts';

const files = exampleFiles.slice(0, 6);

/** A later version: it leaves out the `missed` claims that the first one found first, and cannot read one source. */
function laterReader(unreadable: string, missed = 1): Reader {
  const stages = loadStages();
  return {
    read: async (captured) => {
      if (captured.source === unreadable)
        return { kind: 'rejected', source: unreadable, reason: 'it is not read any more' };
      const outcome = readCapture(stages, captured);
      if (outcome.kind !== 'read') return outcome;
      return {
        ...outcome,
        reading: { ...outcome.reading, claims: outcome.reading.claims.slice(missed), engine: 'later' },
      };
    },
    merge: async () => undefined,
    close: async () => undefined,
  };
}

testEach('rulings stand over what is read anew, and can be undone then as before', async (t, place) => {
  const database = place.name === 'SQLite' ? await place.newDatabase(t) : await newPostgresDatabase();
  const beside = join(temporaryFolder(t), 'beside.db');
  await readFiles(database, files);
  const unruled = await exportOf(database);
  const judge = { by: 'Анна', why: 'сверено с источником' };
  const [{ id: rejected }, { id: corrected }] = await firstClaims(database);
  const drafts: readonly RulingDraft[] = [
    { action: 'reject', claim: rejected },
    { action: 'correct', claim: corrected, field: 'status', value: 'cancelled' },
  ];
  const ids: string[] = [];
  for (const [i, draft] of drafts.entries()) {
    const outcome = await ruleOnce(database, draft, { ...judge, at: `2026-03-01T12:00:0${i}.000Z` });
    assert.ok(outcome.kind === 'ruled');
    ids.push(outcome.ruling.id);
  }
  const ruled = await exportOf(database);
  assert.notDeepEqual(ruled, unruled);
  // The second run is as one that goes on where the first was broken off.
  for (let run = 0; run < 2; run++) await reread({ database, beside, readers: [laterReader('none', 0)] });
  await adoptReread(database, beside);
  assert.deepEqual(await exportOf(database), ruled);
  for (const ruling of ids)
    await ruleOnce(database, { action: 'undo', ruling }, { ...judge, at: '2026-03-01T13:00:00.000Z' });
  assert.deepEqual(await exportOf(database), unruled);
});

async function firstClaims(database: string): Promise<readonly [Claim, Claim]> {
  const store = await openStore(database);
  try {
    const { rows } = await store.findClaims({ types: ['meeting', 'agreement', 'measure', 'supply'] });
    const [first, second] = rows;
    assert.ok(first && second, 'the examples tell what happened');
    return [first, second];
  } finally {
    await store.close();
  }
}

testEach('what is read anew is told before it is adopted, and then is there', async (t, place) => {
  const database = place.name === 'SQLite' ? await place.newDatabase(t) : await newPostgresDatabase();
  const beside = join(temporaryFolder(t), 'beside.db');
  await readFiles(database, files);
  const before = await exportOf(database);
  const [unreadable = ''] = files;
  const report = await reread({ database, beside, readers: [laterReader(unreadable)] });
  assert.deepEqual(report.failures, [{ source: unreadable, reason: 'it is not read any more' }]);
  const claims = report.differences.find(({ kind }) => kind === 'claim');
  assert.ok(claims && claims.removed.length > report.captures - 2 && claims.added.length === 0);
  assert.deepEqual(await exportOf(database), before, 'nothing is changed yet');
  assert.equal(await adoptReread(database, beside), report.captures - 1);
  const after = await exportOf(database);
  const claimsIn = (lines: readonly string[]) =>
    lines.map((line) => JSON.parse(line)).filter((l) => l.kind === 'claim');
  const left = new Set(claimsIn(after).map(({ id }) => id));
  const ofUnreadable = claims.removed.filter((id) => left.has(id));
  assert.equal(left.size, claimsIn(before).length - claims.removed.length + ofUnreadable.length);
  assert.ok(ofUnreadable.length > 0, 'the document that could not be read stays as it was');
  const store = await openedStore(t, database);
  assert.deepEqual(
    (await examineStore(store)).flatMap(({ wrong }) => wrong),
    [],
  );
});
