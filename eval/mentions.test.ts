import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { needs, sharedPath } from '../test/needs.ts';
import { evaluateChains } from './chains.ts';
import { evaluateMentions, scoreMentions } from './mentions.ts';
import type { ScoredDocument } from './mentions.ts';
import { evaluateNominative } from './nominative.ts';
import { evaluateResolution } from './resolution.ts';

/** Token F1 by type, exact spans and nested spans; pairs of objects in chains. Floors only rise. */
const floors = z
  .object({
    mentions: z.object({ PER: z.number(), LOC: z.number(), ORG: z.number(), span: z.number(), nested: z.number() }),
    nominative: z.number(),
    resolution: z.record(z.string(), z.number()),
    chains: z.object({ Person: z.number(), Org: z.number(), LocOrg: z.number(), Location: z.number() }),
  })
  .parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')));

/** «0-5 PER, 6-9 LOC» */
function spansOf(notation: string): ScoredDocument['gold'] {
  return [...notation.matchAll(/(\d+)-(\d+) (\p{Lu}+)/gu)].map(([, start, stop, label]) => ({
    start: Number(start),
    stop: Number(stop),
    label: label ?? '',
  }));
}

const tokens = [0, 2, 4, 6, 8].map((start) => ({ start, stop: start + 1 }));

const scored: readonly (readonly [gold: string, found: string, per: number, span: number])[] = [
  ['0-3 PER', '0-3 PER', 1, 1],
  ['0-3 PER', '0-1 PER', 0.6667, 0],
  ['0-3 PER', '0-3 LOC', 0, 0],
  ['0-3 PER, 6-9 PER', '0-3 PER', 0.6667, 0.6667],
  ['', '0-1 PER', 0, 0],
];

for (const [gold, found, per, span] of scored) {
  test(`gold ${gold || 'nothing'}, found ${found}: tokens ${per}, spans ${span}`, () => {
    const document = { tokens, gold: spansOf(gold), found: spansOf(found), goldNested: [], foundNested: [] };
    const scores = scoreMentions('factrueval', [document]);
    assert.equal(scores.token.PER.f1, per);
    assert.equal(scores.span.f1, span);
    assert.equal(scores.nested, null);
  });
}

test('nested spans count by place and type', () => {
  const goldNested = spansOf('0-9 ORG, 4-9 COUNTRY');
  const foundNested = spansOf('0-9 ORG, 4-9 CITY');
  const scores = scoreMentions('nerel', [{ tokens, gold: [], found: [], goldNested, foundNested }]);
  assert.equal(scores.nested?.f1, 0.5);
});

test('names come to the nominative no worse than their floor', needs('shared'), () => {
  const accuracy = evaluateNominative(sharedPath('corpora'), false)['all']?.accuracy ?? 0;
  assert.ok(accuracy >= floors.nominative, `nominative is ${accuracy}, its floor ${floors.nominative}`);
});

test('surnames, posts, bodies and pronouns resolve no worse than their floors', needs('shared'), () => {
  const measured = evaluateResolution(sharedPath('corpora'), false);
  for (const [kind, floor] of Object.entries(floors.resolution)) {
    const value = measured[kind]?.accuracy ?? 0;
    assert.ok(value >= floor, `${kind} is ${value}, its floor ${floor}`);
  }
});

test('mentions on NEREL dev are no worse than their floors', needs('shared'), () => {
  const { token, span, nested } = evaluateMentions(sharedPath('corpora', 'nerel-dev'), 'nerel');
  const measured = { PER: token.PER.f1, LOC: token.LOC.f1, ORG: token.ORG.f1, span: span.f1, nested: nested?.f1 ?? 0 };
  for (const [name, floor] of Object.entries(floors.mentions)) {
    const value = measured[name as keyof typeof measured];
    assert.ok(value >= floor, `${name} is ${value}, its floor ${floor}`);
  }
});

test('chains on the factRuEval devset are no worse than their floors', needs('shared'), () => {
  const measured = evaluateChains(sharedPath('corpora', 'factrueval-devset'), false);
  for (const [name, floor] of Object.entries(floors.chains)) {
    const value = measured[name as keyof typeof floors.chains].f1;
    assert.ok(value >= floor, `${name} is ${value}, its floor ${floor}`);
  }
});
