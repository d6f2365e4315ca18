import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createScoreTable, planes } from './score-table.ts';

const types = 11;
const lanes = 16;
const featureCount = 6;

/** Features by their hash: weights by place in a row. Hashes that differ little meet in the table's slots. */
const weights = fc.uniqueArray(
  fc.record({
    hash: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer()).filter((hash) => hash !== 0),
    run: fc.array(fc.tuple(fc.nat({ max: lanes * planes - 1 }), fc.integer({ min: -128, max: 127 })), {
      minLength: 1,
      maxLength: 12,
    }),
  }),
  { selector: ({ hash }) => hash, maxLength: 60 },
);

/** Tokens as rows of features: of those that have weights, none, and others. */
const rows = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer()), {
    minLength: featureCount,
    maxLength: featureCount,
  }),
  { minLength: 1, maxLength: 9 },
);

type Weights = typeof weights extends fc.Arbitrary<infer T> ? T : never;

test('the kernel adds what the weights add up to', () => {
  fc.assert(
    fc.property(weights, rows, (known, tokens) => {
      const table = filled(known);
      table.clear(tokens.length);
      table.features.set(tokens.flat());
      table.addFeatures(featureCount, tokens.length);
      const sums = tokens.map((features) => sumOf(known, features));
      assert.deepEqual([...table.scores.subarray(0, tokens.length * table.width)], sums.flat());
      const above = Array.from({ length: lanes }, (_, lane) =>
        Math.max(
          ...sums.map(
            (row) => Math.max(...[1, 2, 3, 4].map((plane) => row[plane * lanes + lane] ?? 0)) - (row[lane] ?? 0),
          ),
        ),
      );
      assert.deepEqual([...table.standOut(tokens.length)], above);
    }),
  );
});

test('forms tell of the tokens around them: the first row of what is kept of the token two after it, the last of two before', () => {
  fc.assert(
    fc.property(weights, fc.array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 12 }), rows, (known, row, pool) => {
      const table = filled(known);
      const forms = Array.from({ length: 5 }, (_, form) =>
        Array.from({ length: 5 }, (__, place) => pool[(form + place) % pool.length] ?? []),
      );
      for (const [form, features] of forms.entries()) {
        table.formFeatures.set(features.flat());
        table.keepForm(form, featureCount);
      }
      const tokens = row.length - 4;
      table.sumForms(row, tokens);
      const sums = Array.from({ length: tokens }, (_, token) =>
        sumOf(
          known,
          [0, 1, 2, 3, 4].flatMap((place) => forms[row[token + place] ?? 0]?.[place] ?? []),
        ),
      );
      assert.deepEqual([...table.scores.subarray(0, tokens * table.width)], sums.flat());
    }),
  );
});

function filled(known: Weights): ReturnType<typeof createScoreTable> {
  const count = known.reduce((sum, { run }) => sum + run.length, 0);
  const table = createScoreTable({ features: known.length, weights: count, types });
  let end = 0;
  for (const { hash, run } of known) {
    table.runs.set(
      run.map(([place, weight]) => place * 256 + (weight & 255)),
      end,
    );
    table.put(hash, end, run.length);
    end += run.length;
  }
  return table;
}

/** The plain version. */
function sumOf(known: Weights, features: readonly number[]): readonly number[] {
  const row = Array.from({ length: lanes * planes }, () => 0);
  for (const feature of features) {
    for (const [place, weight] of known.find(({ hash }) => hash === feature)?.run ?? [])
      row[place] = (row[place] ?? 0) + weight;
  }
  return row;
}
