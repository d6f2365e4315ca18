import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mergeRecord } from '../../src/record/merge-record.ts';
import { compareRecord } from './compare-record.ts';
import { makeWorld } from './make-world.ts';
import { writeArticles } from './write-articles.ts';

/** What issue 7 asks of any seed; the claims are those of a perfect reader of articles that leave out and err. */
const floors = { entityPairs: 0.97, eventPairs: 0.93, outcomes: 0.93, conflictRecall: 0.9, conflictPrecision: 0.9 };

for (const seed of [1, 3]) {
  test(`out of ideal claims the record is the world of seed ${seed}`, () => {
    const world = makeWorld(seed);
    const articles = writeArticles(world, seed);
    assert.ok(articles.length >= 300);
    const record = mergeRecord(
      { documents: articles.map((a) => a.document), claims: articles.flatMap((a) => a.assertions.map((b) => b.claim)) },
      { asOf: world.asOf, engine: 'test' },
    );
    const found = compareRecord(record, world, articles);
    const errors = found.errors.join('\n');
    assert.ok(found.entityPairs.f1 >= floors.entityPairs, `entity pairs ${found.entityPairs.f1}`);
    assert.ok(found.eventPairs.f1 >= floors.eventPairs, `event pairs ${found.eventPairs.f1}\n${errors}`);
    assert.ok(found.outcomes.accuracy >= floors.outcomes, `outcomes ${found.outcomes.accuracy}\n${errors}`);
    assert.ok(found.conflicts.recall >= floors.conflictRecall, `conflicts found ${found.conflicts.recall}\n${errors}`);
    assert.ok(
      found.conflicts.precision >= floors.conflictPrecision,
      `conflicts ${found.conflicts.precision}\n${errors}`,
    );
  });
}
