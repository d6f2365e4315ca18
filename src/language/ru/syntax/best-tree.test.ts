import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bestTree } from './best-tree.ts';

const scoresOf = (count: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: count * (count + 1), maxLength: count * (count + 1) });

test('bestTree finds a tree with one root and no crossing arcs that no other such tree beats', () => {
  const small = fc.integer({ min: 1, max: 5 }).chain((count) => scoresOf(count).map((scores) => ({ count, scores })));
  fc.assert(
    fc.property(small, ({ count, scores }) => {
      const heads = [...bestTree(Float32Array.from(scores), count)];
      assert.ok(isTree(heads), `not a tree with one root: ${heads.join(' ')}`);
      assert.ok(!crosses(heads), `arcs cross: ${heads.join(' ')}`);
      const best = Math.max(...allTrees(count).map((tree) => sumOf(scores, tree)));
      assert.equal(sumOf(scores, heads), best);
    }),
    { numRuns: 200 },
  );
});

test('bestTree gives a tree with one root and no crossing arcs for long rows, too', () => {
  fc.assert(
    fc.property(scoresOf(40), (scores) => {
      const heads = [...bestTree(Float32Array.from(scores), 40)];
      assert.ok(isTree(heads) && !crosses(heads));
    }),
    { numRuns: 30 },
  );
});

function sumOf(scores: readonly number[], heads: readonly number[]): number {
  return heads.reduce((sum, head, i) => sum + (scores[i * (heads.length + 1) + head + 1] ?? 0), 0);
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at < 0) return true;
      at = heads[at] ?? -1;
    }
    return false;
  });
}

/** The ends of an arc are both within any other or both without; that of the root goes to the left of all. */
function crosses(heads: readonly number[]): boolean {
  const arcs = heads.map((head, i) => [Math.min(i, head), Math.max(i, head)] as const);
  return arcs.some(([a, b]) => arcs.some(([c, d]) => a < c && c < b && b < d));
}

function allTrees(count: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: (count + 1) ** count }, (_, code) =>
    Array.from({ length: count }, (_unused, i) => (Math.floor(code / (count + 1) ** i) % (count + 1)) - 1),
  );
  return rows.filter((heads) => heads.every((head, i) => head !== i) && isTree(heads) && !crosses(heads));
}
