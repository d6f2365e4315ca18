import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';

/** Commitments of several documents or with reports: documents that state it, its outcome, documents that tell this. */
function outcomes(text: string): readonly string[] {
  const record = mergeRecord(readNotation(text), { asOf: '2025-06-01', engine: 'test' });
  const documentOf = new Map(record.claims.map((c) => [c.id, c.document]));
  const documents = (ids: readonly string[]) => ids.map((id) => documentOf.get(id)).join('') || '-';
  return record.commitments
    .map(({ claims, outcome }) => `${documents(claims)} ${outcome.status} ${documents(outcome.claims)}`)
    .toSorted();
}

const cases: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
  [
    'what is due until a day may be done on any day from the promise on, and is not what was done before it',
    `
a 2024-03-01 Вестник
  measure planned ..2024-12-31 | до конца года Варония снимет запрет на ввоз рыбы из Мередии | actor=state:Варония; object=запрет на ввоз рыбы из Мередии; future=promise; due=..2024-12-31
b 2024-06-11 Пресса
  measure happened 2024-06-10 | 10 июня Варония сняла запрет на ввоз рыбы из Мередии | actor=state:Варония; object=запрет на ввоз рыбы из Мередии
c 2024-03-05 Радио
  measure happened 2023-06-10 | год назад Варония сняла запрет на ввоз рыбы из Мередии | actor=state:Варония; object=запрет на ввоз рыбы из Мередии
`,
    ['a kept b'],
  ],
];

for (const [name, text, wanted] of cases) test(name, () => assert.deepEqual(outcomes(text), wanted));
