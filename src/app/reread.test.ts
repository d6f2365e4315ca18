import assert from 'node:assert/strict';
import { join } from 'node:path';

import { newPostgresDatabase, openedStore, testEach } from '../../test/each-engine.ts';
import { exampleFiles, exportOf, readFiles } from '../../test/examples.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { adoptReread, reread } from './reread.ts';
import type { Reader } from './reader.ts';
import { examineStore } from './doctor.ts';
import { loadStages } from './load-stages.ts';
import { readCapture } from './stages.ts';

const files = exampleFiles.slice(0, 6);

/** A later version: it leaves out what the first one found first, and cannot read one source. */
function laterReader(unreadable: string): Reader {
  const stages = loadStages();
  return {
    read: async (captured) => {
      if (captured.source === unreadable)
        return { kind: 'rejected', source: unreadable, reason: 'it is not read any more' };
      const outcome = readCapture(stages, captured);
      if (outcome.kind !== 'read') return outcome;
      return { ...outcome, reading: { ...outcome.reading, claims: outcome.reading.claims.slice(1), engine: 'later' } };
    },
    merge: async () => undefined,
    close: async () => undefined,
  };
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
