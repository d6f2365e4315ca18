import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { needs, sharedPath } from '../test/needs.ts';
import { scoreSyntax } from './syntax.ts';

const figures = z.object({ uas: z.number(), las: z.number(), upos: z.number(), feats: z.number(), lemma: z.number() });
const floors = z
  .object({ syntax: figures })
  .parse(JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'))).syntax;

test('tags and trees of GSD test are no worse than their floors', needs('shared'), () => {
  const score = scoreSyntax(sharedPath('corpora', 'ud', 'ru_gsd-ud-test.conllu'));
  for (const name of ['uas', 'las', 'upos', 'feats', 'lemma'] as const) {
    assert.ok(score[name] >= floors[name], `${name} is ${score[name]}, below its floor ${floors[name]}`);
  }
});
