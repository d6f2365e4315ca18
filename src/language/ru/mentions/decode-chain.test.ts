import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countLabels, decodeChain, mostGained, type Chain } from './decode-chain.ts';

const number = fc.float({ min: -4, max: 4, noNaN: true });
const types = ['A', 'B'];
const labels = countLabels(types.length);
const length = 5;

const chains: fc.Arbitrary<Chain> = fc
  .record({
    transitions: fc.array(number, { minLength: labels * labels, maxLength: labels * labels }),
    first: fc.array(number, { minLength: labels, maxLength: labels }),
    last: fc.array(number, { minLength: labels, maxLength: labels }),
  })
  .map(({ transitions, first, last }) => ({
    types,
    labels,
    transitions: Float32Array.from(transitions),
    first: Float32Array.from(first),
    last: Float32Array.from(last),
  }));

/** Rows of scores in which O has none and each label this much. */
function scoresOf(label: number): Float32Array {
  return Float32Array.from({ length: labels * length }, (_, i) => (i % labels === 0 ? 0 : label));
}

test('where every label stays farther below O than transitions can lift it, nothing is found', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      assert.deepEqual(decodeChain(chain, scoresOf(-mostGained(chain) - 0.01), length), []);
    }),
  );
});

test('transitions that lift one label by so much as it stays below O decide', () => {
  const none = new Float32Array(labels);
  const transitions = new Float32Array(labels * labels);
  const unit = 4;
  transitions[unit] = 1;
  transitions[unit * labels] = 2;
  const chain = { types, labels, transitions, first: none, last: none };
  assert.equal(mostGained(chain), 3);
  const scores = scoresOf(-9);
  scores[2 * labels + unit] = -2.99;
  assert.deepEqual(decodeChain(chain, scores, length), [{ from: 2, to: 3, type: 'A' }]);
});
