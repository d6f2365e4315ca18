import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import { parseSentence } from '../syntax/parse-sentence.ts';
import { tokenise } from '../tokenise.ts';
import { splitPieces } from './split-pieces.ts';

const { syntax } = loadLanguage();

/** Each sentence with its pieces, parted by spaces; those of a cut token that holds more than one word are marked by `+`. */
const cases: readonly (readonly [text: string, pieces: string])[] = [
  ['Экс-президент Перу', 'Экс+ -+ президент+ Перу'],
  ['польско-чешский договор', 'польско+ -+ чешский+ договор'],
  ['Победа 4:0 на Играх-2031', 'Победа 4+ :+ 0+ на Играх+ -+ 2031+'],
  [
    'Санкт-петербургский вице-премьер кое-что кому-нибудь обещал',
    'Санкт-петербургский вице-премьер кое-что кому-нибудь обещал',
  ],
  ['Нью-Йорк, Ростов-на-Дону, С-400, 30-летний', 'Нью-Йорк , Ростов-на-Дону , С-400 , 30-летний'],
  ['В 2031 г. сдали в 2032 г.', 'В 2031 г. сдали в 2032 г .'],
];

for (const [text, pieces] of cases) {
  test(text, () => {
    const found = tokenise(text).flatMap((sentence) => splitPieces(parseSentence(sentence, syntax).tokens));
    assert.equal(found.map((piece) => `${piece.text}${piece.isPart ? '+' : ''}`).join(' '), pieces);
    for (const { text: own, start, stop } of found) assert.equal(text.slice(start, stop), own);
  });
}

test('a piece hangs on the first piece of the token that its own hangs on', () => {
  const pieces = tokenise('Экс-президент Перу приехал.').flatMap((sentence) =>
    splitPieces(parseSentence(sentence, syntax).tokens),
  );
  assert.deepEqual(
    pieces.map(({ text, head }) => `${text} ${pieces[head]?.text ?? '-'}`),
    ['Экс приехал', '- приехал', 'президент приехал', 'Перу Экс', 'приехал -', '. приехал'],
  );
});
