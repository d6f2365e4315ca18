import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import { tokenise } from '../tokenise.ts';
import { parseSentence } from './parse-sentence.ts';

const { syntax } = loadLanguage();

/** A sentence with one word in brackets, and the lemma of that word. */
const cases: readonly (readonly [sentence: string, lemma: string])[] = [
  ['Суда подошли [к] порту.', 'к'],
  ['Они готовились [ко] всему.', 'к'],
  ['Мосты [стали] длиннее.', 'стать'],
  ['Они [пили] воду.', 'пить'],
  ['Встречу отложили [на] май.', 'на'],
];

for (const [marked, lemma] of cases) {
  test(`${marked} ${lemma}`, () => {
    const start = marked.indexOf('[');
    const tokens = tokenise(marked.replace(/[[\]]/gu, '')).flatMap((one) => parseSentence(one, syntax).tokens);
    assert.equal(tokens.find((token) => token.start === start)?.lemma, lemma);
  });
}
