import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { figureSeries } from './figure-series.ts';
import { mergeRecord } from './merge-record.ts';

/** `indicator unit: from values`, a point each; `!` where they contradict. */
const cases: readonly (readonly [name: string, notation: string, series: readonly string[]])[] = [
  [
    'periods in order, contradicting values in one point, the earlier report first',
    `
b 2024-06-20 Пресса
  figure happened 2023 | товарооборот составил 4 млрд | indicator=товарооборот Варонии и Мередии; figure=4e9 USD
a 2024-05-15 Вестник
  figure happened 2023 | товарооборот составил 3 млрд | indicator=товарооборот Варонии и Мередии; figure=3e9 USD
  figure happened 2022 | товарооборот составил 2 млрд | indicator=товарооборот Варонии и Мередии; figure=2e9 USD`,
    ['товарооборот Варонии и Мередии USD: 2022-01-01 2000000000, 2023-01-01 3000000000 4000000000 !'],
  ],
  [
    'one value of one period makes none',
    `
a 2024-05-15 Вестник
  figure happened 2023 | улов составил 40 тысяч тонн | indicator=улов Варонии; figure=40000 t`,
    [],
  ],
  [
    'of whom nobody knows makes none: people as such, and what points back',
    `
a 2024-05-15 Вестник
  figure happened 2022 | погибли три человека | indicator=три человека; figure=3 person
  figure happened 2022 | его доход вырос до 5 млн | indicator=его доход; figure=5e6 USD
b 2024-06-20 Пресса
  figure happened 2023 | пришли 1500 человек | indicator=1500 человек; figure=1500 person
  figure happened 2023 | его доход упал до 4 млн | indicator=его доход; figure=4e6 USD`,
    [],
  ],
  [
    'what is told for no period is no point',
    `
a 2024-05-15 Вестник
  figure happened 2022 | экспорт рыбы составил 7 тысяч тонн | indicator=экспорт рыбы; figure=7000 t
  figure happened - | экспорт рыбы достигал 9 тысяч тонн | indicator=экспорт рыбы; figure=9000 t
b 2024-06-20 Пресса
  figure happened 2023 | экспорт рыбы составил 8 тысяч тонн | indicator=экспорт рыбы; figure=8000 t`,
    ['экспорт рыбы t: 2022-01-01 7000, 2023-01-01 8000'],
  ],
];

for (const [name, notation, expected] of cases) {
  test(`series: ${name}`, () => {
    const record = mergeRecord(readNotation(notation), { asOf: '2024-08-01', engine: 'test' });
    const claims = new Map(record.claims.map((c) => [c.id, c]));
    const days = new Map(record.documents.map((d) => [d.id, d.published?.from ?? null]));
    const series = figureSeries(
      record.events.filter((e) => e.type === 'figure'),
      claims,
      (document) => days.get(document) ?? null,
    );
    assert.deepEqual(
      series.map(({ indicator, unit, points }) => {
        const told = points.map(({ period, values, conflict }) =>
          [period?.from, ...values.map(({ figure }) => figure.value), ...(conflict ? ['!'] : [])].join(' '),
        );
        return `${indicator} ${unit}: ${told.join(', ')}`;
      }),
      expected,
    );
  });
}
