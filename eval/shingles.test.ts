import assert from 'node:assert/strict';
import { test } from 'node:test';

import { scoreShingles } from './shingles.ts';

/** Worked out by hand: shingles are runs of four words, here named by their first. */
const cases: readonly (readonly [name: string, truth: string, text: string, precision: number, recall: number])[] = [
  ['the same text', 'a b c d e f', 'a b c d e f', 1, 1],
  ['dress does not count', 'Порт открыт, мост — нет.', 'Порт открыт мост нет', 1, 1],
  ['case does', 'Порт открыт для всех', 'порт открыт для всех', 0, 0],
  ['two words more: 3 of 5 shingles are true', 'a b c d e f', 'a b c d e f g h', 3 / 5, 1],
  ['two words less: 3 of 5 shingles are found', 'a b c d e f g h', 'a b c d e f', 1, 3 / 5],
  ['said twice: the second time is extra', 'a b c d', 'a b c d a b c d', 1 / 5, 1],
  ['shorter than a shingle', 'a b', 'a b', 1, 1],
  ['nothing in common', 'a b c d', 'e f g h', 0, 0],
];

for (const [name, truth, text, precision, recall] of cases) {
  test(`shingles: ${name}`, () => {
    const { pages } = scoreShingles([{ truth, text }]);
    assert.deepEqual(pages, [{ precision, recall }]);
  });
}

test('an empty text counts in recall and not in precision; F1 is that of the averages', () => {
  const { total } = scoreShingles([
    { truth: 'a b c d', text: 'a b c d' },
    { truth: 'a b c d', text: '' },
  ]);
  assert.deepEqual(total, { precision: 1, recall: 0.5, f1: 2 / 3 });
});
