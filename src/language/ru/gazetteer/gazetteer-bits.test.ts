import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGazetteerBits, writeNameLists } from './gazetteer-bits.ts';

const bitsOf = createGazetteerBits(
  writeNameLists([
    ['муром', 4],
    ['елец', 4],
    ['гессен', 32],
    ['лесин', 2],
  ]),
);

/** Words whose bits are alike and differ from those of the other rows; the last row says nothing. */
const rows = ['муром елец', 'муромский елецкий', 'гессен', 'гессенский', 'лесинский', 'муромка лесной ский'];

test('an adjective is known by the town, region or person that it comes from', () => {
  const bits = rows.map((row) => row.split(' ').map(bitsOf));
  for (const [i, own] of bits.entries()) assert.equal(new Set(own).size, 1, rows[i]);
  assert.equal(new Set(bits.map(([first]) => first)).size, rows.length);
  assert.equal(bits.at(-1)?.[0], 0);
});

test('a list that is cut short is refused', () => {
  assert.throws(() => createGazetteerBits(writeNameLists([['муром', 4]]).subarray(0, 8)), RangeError);
});
