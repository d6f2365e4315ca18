import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createRows } from './rows.ts';

test('texts have rows of their own, and one that is lost is given again only after as many others as were asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 24 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(60), { minLength: 100, maxLength: 200 }),
      (most, spare, words) => {
        const rows = createRows(most, spare);
        const rowOf = new Map<string, number>();
        // by row, how many had been given when its text lost it
        const lostAt = new Map<number, number>();
        let given = 0;
        for (const text of words.map((word) => '-'.repeat(word))) {
          assert.equal(rows.find(text), rowOf.get(text));
          if (rowOf.has(text)) continue;
          const row = rows.give(text);
          given++;
          assert.ok(row >= 0 && row < most + spare, `${row}`);
          assert.ok(![...rowOf.values()].includes(row), `${row} belongs to another text`);
          assert.ok(given - (lostAt.get(row) ?? -Infinity) >= spare, `${row} was lost a short while ago`);
          rowOf.set(text, row);
          for (const [other, its] of rowOf) {
            if (rows.find(other) !== undefined) continue;
            rowOf.delete(other);
            lostAt.set(its, given);
          }
        }
        assert.ok(rowOf.size <= most);
      },
    ),
  );
});
