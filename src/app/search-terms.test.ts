import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findQueryWords, parseQuery, termsOfText } from './search-terms.ts';

/** Stems of a phrase joined by `+`, a prefix with `*`, phrases divided by spaces. */
function notation(words: string): string {
  return parseQuery(words)
    .map((p) => p.stems.join('+') + (p.prefix ? '*' : ''))
    .join(' ');
}

const questions: readonly (readonly [words: string, expected: string])[] = [
  ['договоры', 'договор'],
  ['Подписан договор', 'подписа договор'],
  ['"совет безопасности"', 'совет+безопасн'],
  ['«гарантиями безопасности» догов*', 'гарант+безопасн догов*'],
  ['военно-техническое', 'воен+техническ'],
  ['Пётр ПЕТРОВ', 'петр петр'],
  ['С-400', 'с+400'],
  ['"', ''],
  ['* — !', ''],
];
for (const [words, expected] of questions) {
  test(`question: ${words}`, () => assert.equal(notation(words), expected));
}

test('the words of a question are found in a text in all their forms', () => {
  const text = 'Договоры о поставках: договора нет, но поставщик есть.';
  const found = findQueryWords(text, parseQuery('договор постав*')).map(({ start, stop }) => text.slice(start, stop));
  assert.deepEqual(found, ['Договоры', 'поставках', 'договора', 'поставщик']);
});

test('a text that was not analysed is indexed by its stems', () => {
  assert.deepEqual(termsOfText('Ёлки, и С-400!'), { stems: 'елк и с 400', lemmas: 'елк и с 400' });
});
