import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { z } from 'zod';

import { needs, sharedPath } from '../test/needs.ts';
import { evaluateFacts } from './facts.ts';
import { evaluatePositions } from './positions.ts';

/** Floors only rise. */
const floors = z
  .object({
    facts: z.object({ Occupation: z.number(), Meeting: z.number() }),
    positions: z.object({ f1: z.number(), organisation: z.number() }),
  })
  .parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')));

test('facts of factRuEval are found no worse than their floor', needs('shared'), () => {
  const scores = evaluateFacts(sharedPath('corpora', 'factrueval-devset'));
  for (const [type, floor] of Object.entries(floors.facts)) {
    const f1 = scores[type]?.f1 ?? 0;
    assert.ok(f1 >= floor, `${type}: ${f1} is below its floor ${floor}`);
  }
});

test('posts of NEREL are found no worse than their floor', needs('shared'), () => {
  const { f1, organisation } = evaluatePositions(sharedPath('corpora', 'nerel-dev'));
  assert.ok(f1 >= floors.positions.f1, `f1 ${f1} is below its floor ${floors.positions.f1}`);
  assert.ok(organisation >= floors.positions.organisation, `organisation ${organisation} is below its floor`);
});
