import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { figureSeries } from './figure-series.ts';
import { mergeRecord } from './merge-record.ts';
import { news } from './news.ts';

const first = `
a 2024-05-15 Вестник
  agreement signed planned 2024-06 | подпишут договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия; future=plan; due=2024-06
  figure happened 2022 | товарооборот составил 2 млрд | indicator=товарооборот Варонии и Мередии; figure=2e9 USD
  figure happened 2023 | товарооборот составил 3 млрд | indicator=товарооборот Варонии и Мередии; figure=3e9 USD
  meeting planned 2024-07 | встреча пройдёт в июле | actor=Варония, Тальмар; future=plan; due=2024-07
`;
const second = `
b 2024-06-20 Пресса
  agreement signed happened 2024-06-19 | подписали договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия
  figure happened 2023 | товарооборот составил 4 млрд | indicator=товарооборот Варонии и Мередии; figure=4e9 USD
  exercise happened 2024-06 | прошло учение «Щит-2024» | exercise=Щит-2024
`;

test('news: stages, conflicts, events, outcomes and what fell due; the same record again is no news', () => {
  const before = mergeRecord(readNotation(first), { asOf: '2024-05-20', engine: 'test' });
  const after = mergeRecord(readNotation(first + second), { asOf: '2024-08-01', engine: 'test' });
  assert.deepEqual(
    news(before, after).map((n) => `${n.kind} ${n.what} ${n.day}`),
    [
      'conflict figure 2023-01-01',
      'event exercise happened 2024-06-01',
      'outcome open → kept 2024-06-19',
      'stage signed happened 2024-06-19',
      'outcome open → unreported 2024-07-31',
    ],
  );
  assert.deepEqual(news(after, after), []);
});

test('figures stand as one series, periods in order, contradicting values in one point', () => {
  const record = mergeRecord(readNotation(first + second), { asOf: '2024-08-01', engine: 'test' });
  assert.deepEqual(
    figureSeries(record).map(({ indicator, unit, points }) => ({
      indicator,
      unit,
      points: points.map((p) => `${p.period?.from} ${p.values.map((v) => v.figure.value).join(' ')} ${p.conflict}`),
    })),
    [
      {
        indicator: 'товарооборот Варонии и Мередии',
        unit: 'USD',
        points: ['2022-01-01 2000000000 false', '2023-01-01 3000000000 4000000000 true'],
      },
    ],
  );
});
