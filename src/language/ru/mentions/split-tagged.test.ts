import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import type { MentionKind } from '../../analysis.ts';
import { parseSentence } from '../syntax/parse-sentence.ts';
import { tokenise } from '../tokenise.ts';
import { splitTagged } from './split-tagged.ts';

const { syntax, mentions } = loadLanguage();

/** A sentence with what the tagger took for one name in brackets, its kind, and the names that it is split into. */
const cases: readonly (readonly [sentence: string, kind: MentionKind, names: readonly string[]])[] = [
  ['Пришла вдова [Дубова Инга Петровна].', 'person', ['Дубова', 'Инга Петровна']],
  ['Пришла жительница [Дубова Инга Петровна].', 'person', ['Дубова Инга Петровна']],
  ['Пришёл брат [Мохаммеда Али Рахмана].', 'person', ['Мохаммеда Али Рахмана']],
  ['Пришёл предшественник [Орбеладзе Ираклий Месхишвили].', 'person', ['Орбеладзе', 'Ираклий Месхишвили']],
  ['После встречи с [Дубовым Лосенко] сообщил, что порт закрыт.', 'person', ['Дубовым', 'Лосенко']],
  ['На встрече с [Иваном Дубовым Янукевич] заявил, что порт закрыт.', 'person', ['Иваном Дубовым', 'Янукевич']],
  ['После встречи с [Дубенко Рощин] уехал.', 'person', ['Дубенко', 'Рощин']],
  ['Он встретился с [Лопесом Рамосом].', 'person', ['Лопесом Рамосом']],
  ['Он встретился с [Дубовой Марией Петровной].', 'person', ['Дубовой Марией Петровной']],
  ['Он встретился с [Дубовым Иваном].', 'person', ['Дубовым Иваном']],
  ['Это [Дубов Иван Петрович].', 'person', ['Дубов Иван Петрович']],
  ['Так цитирует [Newsline Рощин].', 'person', ['Рощин']],
  ['Это John Smith, он же [Джон Смит].', 'person', ['Джон Смит']],
  ['Ждут сделки [Vostor — Luma].', 'organisation', ['Vostor', 'Luma']],
  ['Ушёл [начальник штаба - замначальника порта] Иван Дубов.', 'post', ['начальник штаба', 'замначальника порта']],
  ['Ушёл [директор порта «Ольмар - Север»] Иван Дубов.', 'post', ['директор порта «Ольмар - Север»']],
  ['Это решила [Лига рыбаков — любителей].', 'organisation', ['Лига рыбаков — любителей']],
];

for (const [sentence, kind, names] of cases) {
  test(`${sentence} ${kind}`, () => {
    const open = sentence.indexOf('[');
    const stop = sentence.indexOf(']') - 1;
    const text = sentence.replace('[', '').replace(']', '');
    const tokens = tokenise(text).map((one) => parseSentence(one, syntax).tokens)[0] ?? [];
    const from = tokens.findIndex((token) => token.start >= open);
    const to = tokens.findLastIndex((token) => token.stop <= stop) + 1;
    const candidate = { sentence: 0, from, to, kind, form: 'name', known: null, name: null, why: 'tagger' } as const;
    const found = splitTagged(candidate, tokens, mentions.morphology);
    assert.deepEqual(
      found.map((one) => text.slice(tokens[one.from]?.start, tokens[one.to - 1]?.stop)),
      names,
    );
  });
}
