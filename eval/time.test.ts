import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { needs, sharedPath } from '../test/needs.ts';
import { scoreSpans } from './time-spans.ts';
import { scoreSuites } from './time.ts';

interface Floors {
  readonly time: {
    readonly suites: Readonly<Record<string, number>>;
    readonly spans: Readonly<Record<string, { readonly f1: number; readonly spurious: number }>>;
  };
}

const { time } = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8')) as Floors;

test('every suite of times and quantities holds its floor', needs('shared'), () => {
  const scores = scoreSuites(sharedPath('bench', 'time'));
  assert.deepEqual(
    scores.map((score) => score.suite),
    Object.keys(time.suites).toSorted(),
  );
  for (const { suite, right, of } of scores) {
    assert.ok(right / of >= (time.suites[suite] ?? 1), `${suite}: ${right} of ${of} is below the floor`);
  }
});

test('spans of times and quantities in NEREL hold their floors', needs('shared'), () => {
  for (const score of scoreSpans(sharedPath('corpora', 'nerel-dev'), null)) {
    const floor = time.spans[score.types];
    assert.ok(floor, `no floor for ${score.types}`);
    assert.ok(score.f1 >= floor.f1, `${score.types}: F1 ${score.f1} is below the floor`);
    assert.ok(score.spurious <= floor.spurious, `${score.types}: ${score.spurious} spurious is above the floor`);
  }
});
