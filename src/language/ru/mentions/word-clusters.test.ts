import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readWordClusters, writeWordClusters } from './word-clusters.ts';

test('clusters are read as they were written, whatever memory the bytes lie in', () => {
  const cluster = fc.integer({ min: 0, max: 2047 });
  const rows = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), cluster, cluster, cluster), {
    selector: ([form]) => form,
    maxLength: 20,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 7 }), (written, shift) => {
      const bytes = writeWordClusters(written);
      const moved = new Uint8Array(bytes.length + shift);
      moved.set(bytes, shift);
      const clusters = readWordClusters(moved.subarray(shift));
      for (const [form, a, b, c] of written) assert.deepEqual(clusters.find(form), [a + 1, b + 1, c + 1]);
    }),
  );
});

test('an unknown form has no clusters', () => {
  assert.deepEqual(readWordClusters(writeWordClusters([['слово', 1, 2, 3]])).find('слона'), [0, 0, 0]);
});
