import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settlePlaces } from './flat-names.ts';
import type { TaggedSpan } from './tag-spans.ts';

/** A sentence, what the flat head found in it, what the typed heads found, and what is right: each «TYPE words of the find». */
const cases: readonly (readonly [text: string, flat: string, typed: string, settled: string])[] = [
  ['указ норвежского короля', '', 'COUNTRY норвежского', 'LOC норвежского'],
  ['указ норвежского короля', '', 'NATIONALITY норвежского', ''],
  ['вышли к Ольмару и Дубне', 'LOC Дубне', 'CITY Ольмару, CITY Дубне', 'LOC Ольмару, LOC Дубне'],
  ['вышли к северу от Ольмара', 'LOC Ольмара', 'LOCATION северу, CITY Ольмара', 'LOC Ольмара'],
  ['пресса порта Ольмар', 'ORG порта Ольмар', 'CITY Ольмар', 'ORG порта Ольмар'],
  ['собрались на Кленовой площади', 'LOC Кленовой площади', 'FACILITY Кленовой площади', ''],
  ['собрались на Дубовой', 'LOC Дубовой', 'FACILITY Дубовой, CITY Дубовой', 'LOC Дубовой'],
  ['суд на Кленовой', 'ORG суд на Кленовой', 'FACILITY суд на Кленовой', 'ORG суд на Кленовой'],
  ['он из графства Берри', 'LOC Берри', 'STATE_OR_PROVINCE графства Берри', 'LOC графства Берри'],
  ['Пётр Берри прибыл', 'PER Берри', 'CITY Пётр Берри', 'PER Берри'],
];

for (const [text, flat, typed, settled] of cases) {
  test(`«${text}», flat: ${flat || 'nothing'}, typed: ${typed}`, () => {
    const words = text.split(' ');
    const found = settlePlaces(spansOf(words, flat, 'flat'), spansOf(words, typed, 'typed'));
    assert.equal(found.map(({ type, from, to }) => `${type} ${words.slice(from, to).join(' ')}`).join(', '), settled);
  });
}

test('a place of one sentence settles nothing in another', () => {
  const flat: readonly TaggedSpan[] = [{ sentence: 0, from: 1, to: 2, type: 'LOC', head: 'flat' }];
  const typed: readonly TaggedSpan[] = [{ sentence: 1, from: 1, to: 2, type: 'FACILITY', head: 'FACILITY' }];
  assert.deepEqual(settlePlaces(flat, typed), flat);
});

function spansOf(words: readonly string[], listed: string, head: string): readonly TaggedSpan[] {
  return listed
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [type = '', ...name] = one.split(' ');
      const from = words.findIndex((_, i) => name.every((word, k) => words[i + k] === word));
      return { sentence: 0, from, to: from + name.length, type, head };
    });
}
