import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pointsBack } from './points-back.ts';

const cases: readonly (readonly [sentence: string, back: boolean])[] = [
  ['Об этом 9 октября заявил министр обороны.', true],
  ['Такое мнение высказал посол.', true],
  ['С таким предложением выступила Велория.', true],
  ['Это заявил глава совета.', true],
  ['Обэтомский мост открыт.', false],
  ['Об условиях договора стороны не сообщают.', false],
  ['Этот мост построен.', false],
  ['', false],
];

for (const [sentence, back] of cases)
  test(`«${sentence}» ${back ? 'needs' : 'does not need'} the sentence before it`, () =>
    assert.equal(pointsBack(sentence), back));
