import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeSpans } from './attach-punctuation.ts';

/** Words and marks of a sentence → for each pair of marks their places. */
const cases: readonly { readonly words: string; readonly pairs: string }[] = [
  { words: 'газета « Утро » ( вчера ) вышла', pairs: '1-3 4-6' },
  { words: 'фильм « Дом ( часть вторая ) »', pairs: '1-7 3-6' },
  { words: '" Мир " и " Труд "', pairs: '0-2 4-6' },
  { words: 'пункт а ) и пункт ( б', pairs: '' },
  { words: 'он ( по слухам « уехал ) домой', pairs: '1-6' },
];

for (const { words, pairs } of cases) {
  test(`pairs of marks: ${words}`, () => {
    const texts = words.split(' ');
    const { partner } = treeSpans({
      texts,
      isMark: texts.map((text) => /^[«»"()]$/u.test(text)),
      heads: new Int32Array(texts.length).fill(-1),
      relations: texts.map(() => 'dep'),
      pos: texts.map(() => 'X'),
    });
    const found = Array.from(partner, (other, i) => (other > i ? `${i}-${other}` : '')).filter((pair) => pair !== '');
    assert.equal(found.join(' '), pairs);
  });
}
