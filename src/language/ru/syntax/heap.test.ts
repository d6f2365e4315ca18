import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createHeap } from './heap.ts';

const number = fc.float({ min: -4, max: 4, noNaN: true });

test('the product on the heap is the product, to a thousandth of its largest terms', () => {
  const cases = fc
    .record({
      rows: fc.integer({ min: 1, max: 9 }),
      inputs: fc.constantFrom(8, 64),
      columns: fc.integer({ min: 1, max: 21 }),
    })
    .chain((sizes) =>
      fc.record({
        sizes: fc.constant(sizes),
        left: fc.array(number, { minLength: sizes.rows * sizes.inputs, maxLength: sizes.rows * sizes.inputs }),
        right: fc.array(number, { minLength: sizes.columns * sizes.inputs, maxLength: sizes.columns * sizes.inputs }),
        bias: fc.array(number, { minLength: sizes.columns, maxLength: sizes.columns }),
      }),
    );
  fc.assert(
    fc.property(cases, ({ sizes: { rows, inputs, columns }, left, right, bias }) => {
      const heap = createHeap(32, 64);
      heap.floats.set(left, heap.room.x);
      const matrix = heap.add(Float32Array.from(right), columns, Float32Array.from(bias));
      heap.take(heap.room.x, inputs, rows, inputs);
      heap.multiply(matrix, heap.room.a);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = bias[j] ?? 0;
          for (let k = 0; k < inputs; k++) sum += (left[i * inputs + k] ?? 0) * (right[k * columns + j] ?? 0);
          const got = heap.floats[heap.room.a + i * matrix.columns + j] ?? NaN;
          assert.ok(Math.abs(got - sum) <= 0.016 * inputs, `row ${i}, column ${j}: ${got}, not ${sum}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a row is added as the plain sum adds it, bit for bit', () => {
  const size = 24;
  fc.assert(
    fc.property(
      fc.array(number, { minLength: size, maxLength: size }),
      fc.array(fc.integer({ min: -128, max: 127 }), { minLength: size, maxLength: size }),
      number,
      (values, whole, scale) => {
        const heap = createHeap(32, size);
        heap.floats.set(values, heap.room.x);
        heap.addRow(new Int32Array(Int8Array.from(whole).buffer), 0, Math.fround(scale), heap.room.x);
        const sums = values.map((value, i) => Math.fround(Math.fround(value) + Math.fround(scale) * (whole[i] ?? 0)));
        assert.deepEqual([...heap.floats.subarray(heap.room.x, heap.room.x + size)], sums);
      },
    ),
    { numRuns: 60 },
  );
});

test('what lies near the largest number is found at its place', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 1, maxLength: 21 }),
      fc.float({ min: 0, max: 3, noNaN: true }),
      (values, margin) => {
        const heap = createHeap(32, 64);
        const from = heap.room.wide;
        // what stands beyond the numbers is not asked
        heap.floats.fill(100, from, from + 32);
        heap.floats.set(values, from);
        const least = Math.fround(Math.max(...values) - margin);
        const near = values.flatMap((value, i) => (value >= least ? [i] : []));
        const count = heap.near(from, values.length, margin);
        assert.deepEqual([...heap.nearest.subarray(0, count)], near);
      },
    ),
    { numRuns: 60 },
  );
});

test('rows of tokens that have been seen are joined as the plain sum joins them, and what the window says below 0 is left out', () => {
  const size = 16;
  const most = 6;
  const table = fc.array(number, { minLength: most * size, maxLength: most * size });
  fc.assert(
    fc.property(
      fc.tuple(table, table, table, table),
      fc.array(fc.integer({ min: 1, max: most - 1 }), { minLength: 1, maxLength: 7 }),
      (tables, tokens) => {
        const heap = createHeap(32, size);
        const { seen, seenBefore, seenHere, seenAfter, x } = heap.room;
        [seen, seenBefore, seenHere, seenAfter].forEach((at, i) =>
          heap.floats.set(tables[i]?.slice(size) ?? [], at + size),
        );
        heap.neighbours.set([0, ...tokens, 0]);
        heap.joinSeen(tokens.length, size);
        const cell = (at: number, row: number, k: number): number => heap.floats[at + row * size + k] ?? NaN;
        tokens.forEach((token, i) => {
          for (let k = 0; k < size; k++) {
            const left = Math.fround(cell(seenBefore, tokens[i - 1] ?? 0, k) + cell(seenHere, token, k));
            const window = Math.fround(left + cell(seenAfter, tokens[i + 1] ?? 0, k));
            assert.equal(cell(x, i, k), Math.fround(cell(seen, token, k) + Math.max(0, window)));
          }
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('a recurrence goes over the rows forwards in the first half of columns and backwards in the other', () => {
  const size = 64;
  const rows = 3;
  const cells = fc.array(number, { minLength: rows * size, maxLength: rows * size });
  fc.assert(
    fc.property(cells, cells, (states, forgets) => {
      const heap = createHeap(32, size);
      heap.floats.set(states, heap.room.a);
      heap.floats.set(forgets, heap.room.b);
      heap.recur(rows, size);
      for (let k = 0; k < size; k++) {
        const order = k < size / 2 ? [0, 1, 2] : [2, 1, 0];
        let h = 0;
        for (const row of order) {
          const forget = 1 / (1 + Math.exp(-(forgets[row * size + k] ?? NaN)));
          h = forget * h + (1 - forget) * (states[row * size + k] ?? NaN);
          assert.ok(Math.abs((heap.floats[heap.room.x + row * size + k] ?? NaN) - Math.tanh(h)) < 1e-4);
        }
      }
    }),
    { numRuns: 40 },
  );
});
