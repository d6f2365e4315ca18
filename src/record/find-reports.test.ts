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
  [
    'what was told to be missed is done late a year after, what nobody told of is another year',
    `
a 2023-03-01 Вестник
  event planned 2023-06 | в июне Варония откроет порт для Мередии | actor=state:Варония; object=порт для Мередии; future=promise; due=2023-06
  event planned 2023-06 | в июне Тальмар откроет школы для Мередии | actor=state:Тальмар; object=школы для Мередии; future=promise; due=2023-06
b 2023-07-03 Пресса
  event denied 2023-06 | в июне Варония не открыла порт для Мередии | actor=state:Варония; object=порт для Мередии
c 2024-05-11 Радио
  event happened 2024-05-10 | 10 мая Варония открыла порт для Мередии | actor=state:Варония; object=порт для Мередии
  event happened 2024-05-10 | 10 мая Тальмар открыл школы для Мередии | actor=state:Тальмар; object=школы для Мередии
`,
    ['a kept-late cb', 'a unreported -'],
  ],
  [
    'of what was missed and promised anew the page tells both',
    `
a 2025-01-10 Вестник
  agreement signed planned ..2025-03-31 | до конца марта подпишут договор о водах Талы | agreement=договор о водах Талы; party=Варония, Мередия; future=promise; due=..2025-03-31
b 2025-04-02 Пресса
  agreement signed denied 2025-03 | в марте договор о водах Талы не подписали | agreement=договор о водах Талы; party=Варония, Мередия
  agreement signed planned 2025-09 | договор о водах Талы подпишут в сентябре | agreement=договор о водах Талы; party=Варония, Мередия; future=plan; due=2025-09
`,
    ['ab open b'],
  ],
];

for (const [name, text, wanted] of cases) test(name, () => assert.deepEqual(outcomes(text), wanted));
