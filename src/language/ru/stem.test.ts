import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stem } from './stem.ts';

// Pairs from the sample vocabulary of the published algorithm.
const pairs = `
вавиловка вавиловк | вагнера вагнер | вагонами вагон | вадима вадим | важная важн | важнейшими важн | важности важност
валентиновны валентиновн | валерия валер | валился вал | вальдшнеп вальдшнеп | вам вам | варвара варвар | варили вар
падаль падал | палкой палк | пальчики пальчик | памятью памят | пансионом пансион | пароходом пароход | патента патент
договорами договор | договоре договор | подписанный подписа | россии росс | tass tass | 2024 2024 | в в
`;

for (const pair of pairs.split(/[|\n]/u).filter((p) => p.trim() !== '')) {
  const [word = '', expected] = pair.trim().split(' ');
  test(`stem of ${word}`, () => assert.equal(stem(word), expected));
}
