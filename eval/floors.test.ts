import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { needs, sharedPath } from '../test/needs.ts';
import { closedSets } from './annotations.ts';
import { calibrationError, type Judged } from './fit-confidence.ts';
import { measureSet, summaryOf } from './quality.ts';
import { floorDay, readRecord, runScorer } from './record.ts';
import { readGold, scoreRecord } from './score-record.ts';

const floorsOfRecord = z.object({
  claimsF1: z.number(),
  fields: z.number(),
  published: z.number(),
  violations: z.number(),
});
/** `overstatement` is the most that there may be. */
const floorsOfArticles = z.object({ claimsF1: z.number(), fields: z.number(), overstatement: z.number() });
/** Floors only rise; `violations` is the most that there may be. */
const {
  record: floors,
  annotations,
  calibrationError: mostError,
} = z
  .object({
    record: z.object({ seeds: floorsOfRecord, examples: floorsOfRecord }),
    annotations: z.record(z.string(), floorsOfArticles),
    /** On the articles that nobody looks at, together: the most that there may be. */
    calibrationError: z.number(),
  })
  .parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')));

const sharedScore = z.object({
  claims: z.object({ f1: z.number() }),
  fieldAccuracy: z.number(),
  documents: z.object({ published: z.number() }),
  violations: z.number(),
  brokenEvidence: z.number(),
});

test('the record of the examples is no worse than its floor', async () => {
  const record = await readRecord([fileURLToPath(new URL('../examples/dossier', import.meta.url))], floorDay);
  const gold = readGold(fileURLToPath(new URL('../examples/gold.json', import.meta.url)));
  const { claimsF1, fields, published, violations } = scoreRecord(record, gold);
  assertFloor({ claimsF1, fields: fields ?? 0, published: published ?? 0, violations }, floors.examples);
});

test('the record of the seeds is no worse than its floor', needs('shared'), async () => {
  const record = await readRecord([sharedPath('seeds')], floorDay);
  const { output } = runScorer(record, sharedPath('gold', 'seeds.json'), ['--json']);
  const score = sharedScore.parse(JSON.parse(output));
  const { violations } = score;
  const { published } = score.documents;
  assertFloor({ claimsF1: score.claims.f1, fields: score.fieldAccuracy, published, violations }, floors.seeds);
  assert.equal(score.brokenEvidence, 0);
});

for (const [name, floor] of Object.entries(annotations)) {
  test(
    `the articles of ${name} are read no worse than their floor, and confidence does not say more than is right`,
    needs('shared'),
    async () => {
      const summary = summaryOf(await measureSet(name));
      const { claims, fields, overstatement } = summary;
      const words = JSON.stringify({ name, ...summary, floor });
      assert.ok(claims.f1 >= floor.claimsF1, `claimsF1 is below its floor: ${words}`);
      assert.ok((fields ?? 0) >= floor.fields, `fields is below its floor: ${words}`);
      assert.ok((overstatement ?? 1) <= floor.overstatement, `overstatement is above its floor: ${words}`);
    },
  );
}

test('confidence means what it says on the articles that nobody looks at', needs('shared'), async () => {
  const judged: Judged[] = [];
  for (const name of closedSets) judged.push(...(await measureSet(name)).judged);
  const error = calibrationError(judged) ?? 1;
  assert.ok(error <= mostError, `the calibration error is ${error}, the most that there may be ${mostError}`);
});

function assertFloor(score: z.infer<typeof floorsOfRecord>, floor: z.infer<typeof floorsOfRecord>): void {
  const words = JSON.stringify({ score, floor });
  assert.ok(score.claimsF1 >= floor.claimsF1, `claimsF1 is below its floor: ${words}`);
  assert.ok(score.fields >= floor.fields, `fields is below its floor: ${words}`);
  assert.ok(score.published >= floor.published, `published is below its floor: ${words}`);
  assert.ok(score.violations <= floor.violations, `violations are above their floor: ${words}`);
}
