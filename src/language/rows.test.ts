import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createRows } from './rows.ts';

test('texts have rows of their own, and one that is lost is given again only after as many others as were asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 24 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(60), { maxLength: 300 }),
      (most, spare, words) => {
        const rows = createRows(most, spare);
        const given: number[] = [];
        for (const word of words) {
          const text = '-'.repeat(word);
          const known = rows.find(text);
          if (known !== undefined) continue;
          const row = rows.give(text);
          assert.equal(rows.find(text), row);
          assert.ok(row >= 0 && row < most + spare);
          assert.ok(!given.slice(-spare).includes(row), `${row} of ${given.join(' ')}`);
          given.push(row);
        }
        const texts = [...new Set(words)].map((word) => rows.find('-'.repeat(word))).filter((row) => row !== undefined);
        assert.equal(new Set(texts).size, texts.length);
      },
    ),
  );
});
