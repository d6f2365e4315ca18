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
