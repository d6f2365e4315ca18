import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import type { TaggerToken } from './tagger-features.ts';
import { layOutCells } from './tagger-features.ts';
import { keyTreeCount, placeInTree, treeCount, writeKeyTreeFeatures, writeTreeFeatures } from './tree-features.ts';

const { forms } = loadLanguage().mentions;

/** «полиция города Лимы сообщила»: each word, the index of its head, its relation. */
function tokensOf(line: string): readonly TaggerToken[] {
  return line.split(', ').map((word): TaggerToken => {
    const [text = '', head = '', relation = ''] = word.split(' ');
    return { text, head: Number(head), relation, pos: relation === 'root' ? 'VERB' : 'NOUN', features: {} };
  });
}

const phrase = tokensOf('полиция 3 nsubj, города 0 nmod, Лимы 1 appos, сообщила -1 root');

test('what hangs on a token reaches from its first to its last word', () => {
  assert.deepEqual(
    placeInTree(phrase).map(({ first, last }) => [first, last]),
    [
      [0, 2],
      [1, 2],
      [2, 2],
      [0, 3],
    ],
  );
});

/** The tree's features of one token. */
function featuresOf(tokens: readonly TaggerToken[], i: number): readonly number[] {
  const out = new Int32Array(treeCount + keyTreeCount + 1);
  const row = layOutCells([tokens], forms)[0] ?? [];
  writeTreeFeatures(row, i, out, 0, 0);
  writeKeyTreeFeatures(row, i, 1, out, 0, treeCount);
  return [...out];
}

test('every column is filled and none beyond them', () => {
  for (const i of phrase.keys()) {
    const features = featuresOf(phrase, i);
    assert.equal(features.at(-1), 0);
    assert.ok(!features.slice(0, -1).includes(0), phrase[i]?.text ?? '');
  }
});

test('the same words tell different things where they hang together otherwise', () => {
  const other = tokensOf('полиция 3 nsubj, города 0 nmod, Лимы 3 obl, сообщила -1 root');
  assert.notDeepEqual(featuresOf(phrase, 2), featuresOf(other, 2));
  const [, , headless] = [0, 1, 2].map((i) => featuresOf(tokensOf('полиция -1 root, города 0 nmod, Лимы 1 appos'), i));
  assert.deepEqual(featuresOf(phrase, 2).slice(0, 4), headless?.slice(0, 4));
});
