import assert from 'node:assert/strict';
import { test } from 'node:test';

import { renderQuality, tenthsOf } from './quality.ts';

const judged = [
  { confidence: 0.3, isRight: true },
  { confidence: 0.7, isRight: true },
  { confidence: 0.8, isRight: true },
  { confidence: 0.75, isRight: false },
  { confidence: 1, isRight: false },
].map((j) => Object.assign({ rule: 'meeting.talks', type: 'meeting' as const }, j));

test('claims fall into the tenth that their confidence begins', () => {
  assert.deepEqual(tenthsOf(judged), [
    { from: 0.3, claims: 1, right: 1, mean: 0.3 },
    { from: 0.7, claims: 2, right: 1, mean: 0.725 },
    { from: 0.8, claims: 1, right: 1, mean: 0.8 },
    { from: 0.9, claims: 1, right: 0, mean: 1 },
  ]);
});

test('the page has a row for each type and field, with the sums below', () => {
  const page = renderQuality([
    {
      name: 'blind',
      about: 'two articles',
      documents: 2,
      types: new Map([
        ['statement', { right: 3, found: 4, gold: 6 }],
        ['meeting', { right: 1, found: 1, gold: 2 }],
      ]),
      fields: new Map([['speaker', { right: 2, found: 3, gold: 3 }]]),
      judged,
    },
  ]);
  const rows = [
    '| statement | 6 | 4 | 3 | 75 % | 50 % | 0.60 |',
    '| meeting | 2 | 1 | 1 | 100 % | 50 % | 0.67 |',
    '| **all** | 8 | 5 | 4 | 80 % | 50 % | 0.62 |',
    '| speaker | 3 | 2 | 67 % |',
    '| 0.7–0.8 | 2 | 73 % | 50 % |',
  ];
  for (const row of rows) assert.ok(page.split('\n').includes(row), `${row} is not in\n${page}`);
});
