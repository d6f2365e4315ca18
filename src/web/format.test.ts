import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatChange, formatCount, formatFigure, formatRange } from './format.ts';
import { words } from './words.data.ts';

const ranges: readonly (readonly [from: string | null, to: string | null, ru: string, en: string])[] = [
  ['2024-12-06', '2024-12-06', '6 декабря 2024', '6 December 2024'],
  ['2024-12-01', '2024-12-31', 'декабрь 2024', 'December 2024'],
  ['2024-02-01', '2024-02-29', 'февраль 2024', 'February 2024'],
  ['2026-03-11', '2026-03-20', 'середина марта 2026', 'mid March 2026'],
  ['2025-09-01', '2025-09-10', 'начало сентября 2025', 'early September 2025'],
  ['2025-09-21', '2025-09-30', 'конец сентября 2025', 'late September 2025'],
  ['2021-09-10', '2021-09-16', '10–16 сентября 2021', '10–16 September 2021'],
  ['2024-01-01', '2024-12-31', '2024 год', '2024'],
  ['2024-10-01', '2024-12-31', 'IV квартал 2024', 'Q4 2024'],
  ['1995-01-01', null, 'с 1995 года', 'from 1995'],
  ['2024-07-11', null, 'с 11 июля 2024', 'from 11 July 2024'],
  [null, '2030-06-30', 'до 30 июня 2030', 'until 30 June 2030'],
  [null, null, 'без даты', 'undated'],
  ['2024-11-01', '2025-02-28', 'ноябрь 2024 – февраль 2025', 'November 2024 – February 2025'],
];

test('ranges of days are said as a reader says them, in both languages', () => {
  for (const [from, to, ru, en] of ranges) {
    assert.equal(plainSpaces(formatRange({ from, to }, 'ru')), ru);
    assert.equal(plainSpaces(formatRange({ from, to }, 'en')), en);
  }
  assert.equal(formatRange(null, 'ru'), 'без даты');
});

test('counts take the right form of the noun', () => {
  const forms = [0, 1, 2, 5, 11, 21, 104, 1000].map((n) => plainSpaces(formatCount(n, words.ru.count.documents, 'ru')));
  assert.deepEqual(forms, [
    '0 документов',
    '1 документ',
    '2 документа',
    '5 документов',
    '11 документов',
    '21 документ',
    '104 документа',
    '1 000 документов',
  ]);
  assert.deepEqual(
    [1, 2].map((n) => formatCount(n, words.en.count.people, 'en')),
    ['1 person', '2 people'],
  );
});

const figures: readonly (readonly [value: number, unit: string, approx: boolean, ru: string, en: string])[] = [
  [52e9, 'USD', true, '≈ 52 млрд $', '≈ $52bn'],
  [1.2e6, 't', false, '1,2 млн т', '1.2 million t'],
  [12, '%', false, '12 %', '12%'],
  [3, 'person', false, '3 человека', '3 people'],
  [214_000, 'm', false, '214 км', '214 km'],
  [3.5, 'катер', false, '3,5 × катер', '3.5 × катер'],
];

test('figures keep their unit, and say when they are approximate', () => {
  for (const [value, unit, approx, ru, en] of figures) {
    const figure = { value, unit, approx, change: null };
    assert.equal(plainSpaces(formatFigure(figure, 'ru')), ru);
    assert.equal(plainSpaces(formatFigure(figure, 'en')), en);
  }
  assert.equal(plainSpaces(formatChange({ value: 3, unit: '%', direction: 'down', approx: false }, 'ru')), '−3 %');
});

function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u202F\u2009]/gu, ' ');
}
