import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { z } from 'zod';

import type { Claim } from '../../src/model/claim.ts';
import { mergeRecord } from '../../src/record/merge-record.ts';
import { compareRecord } from './compare-record.ts';
import { makeWorld } from './make-world.ts';
import { readClaims } from './read-claims.ts';
import { writeArticles, type Article } from './write-articles.ts';

const floorsOfWorld = z.object({
  entityPairs: z.number(),
  eventPairs: z.number(),
  outcomes: z.number(),
  conflictRecall: z.number(),
  conflictPrecision: z.number(),
});
/** `ideal`: claims of a perfect reader of articles that leave out and err; `text`: claims found in the articles. */
const { ideal, text } = z
  .object({ world: z.object({ ideal: floorsOfWorld, text: floorsOfWorld }) })
  .parse(JSON.parse(readFileSync(new URL('../../eval/floors.json', import.meta.url), 'utf8'))).world;

for (const seed of [1, 3]) {
  test(`out of ideal claims the record is the world of seed ${seed}`, () =>
    check(seed, ideal, (articles) => articles.flatMap((a) => a.assertions.map((b) => b.claim))));
}

test('out of the text of the articles the record is the world of seed 3', () => check(3, text, readClaims));

function check(
  seed: number,
  floors: z.infer<typeof floorsOfWorld>,
  claimsOf: (articles: readonly Article[]) => readonly Claim[],
): void {
  const world = makeWorld(seed);
  const articles = writeArticles(world, seed);
  assert.ok(articles.length >= 300);
  const record = mergeRecord(
    { documents: articles.map((a) => a.document), claims: claimsOf(articles) },
    { asOf: world.asOf, engine: 'test' },
  );
  const found = compareRecord(record, world, articles);
  const errors = found.errors.join('\n');
  assert.ok(found.entityPairs.f1 >= floors.entityPairs, `entity pairs ${found.entityPairs.f1}`);
  assert.ok(found.eventPairs.f1 >= floors.eventPairs, `event pairs ${found.eventPairs.f1}\n${errors}`);
  assert.ok(found.outcomes.accuracy >= floors.outcomes, `outcomes ${found.outcomes.accuracy}\n${errors}`);
  assert.ok(found.conflicts.recall >= floors.conflictRecall, `conflicts found ${found.conflicts.recall}\n${errors}`);
  assert.ok(found.conflicts.precision >= floors.conflictPrecision, `conflicts ${found.conflicts.precision}\n${errors}`);
}
