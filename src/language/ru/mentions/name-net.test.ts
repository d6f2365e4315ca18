import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import { parseSentence } from '../syntax/parse-sentence.ts';
import { tokenise } from '../tokenise.ts';
import { findNames, readNameNet } from './name-net.ts';
import { layOutCells } from './tagger-features.ts';

const { syntax, mentions } = loadLanguage();
const net = readNameNet(readFileSync(new URL('../../../../models/ru-name-net.bin', import.meta.url)));

/** «Варшава LOC» for each name that the net finds. */
function namesIn(text: string): readonly string[] {
  const sentences = tokenise(text).map((sentence) => parseSentence(sentence, syntax).tokens);
  return findNames(net, layOutCells(sentences, mentions.forms)).map(({ sentence, from, to, type }) => {
    const words = sentences[sentence]?.slice(from, to).map((token) => token.text) ?? [];
    return `${words.join(' ')} ${type}`;
  });
}

test('people, places and organisations are told by the words beside them', () => {
  assert.deepEqual(namesIn('Министр обороны Польши прибыл в Краков. Его встретил Андрей Соколов.'), [
    'Польши LOC',
    'Краков LOC',
    'Андрей Соколов PER',
  ]);
  assert.deepEqual(namesIn('Погода вчера была хорошая.'), []);
});

test('a name may be a word that is nowhere else', () => {
  assert.deepEqual(namesIn('Вчера Хруздов встретился с послами в Зебрянске.'), ['Хруздов PER', 'Зебрянске LOC']);
});

test('a sentence longer than a run is read to its end', () => {
  const long = `${'и снова дождь, '.repeat(90)}и Россия.`;
  assert.deepEqual(namesIn(long), ['Россия LOC']);
});

test('what is no net is refused with the name of the file', () => {
  assert.throws(() => readNameNet(new TextEncoder().encode('something else')), /ru-name-net\.bin/u);
});
