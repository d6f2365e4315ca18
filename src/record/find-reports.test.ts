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
    'a meeting that was missed is not held by another months after',
    `
a 2023-05-10 Вестник
  meeting planned 2023-06 | Лосский и Вольден встретятся в июне | actor=person:Лосский; actor=person:Вольден; place=Осло; future=plan; due=2023-06
b 2023-07-03 Пресса
  meeting denied 2023-06 | Лосский и Вольден в июне не встретились | actor=person:Лосский; actor=person:Вольден; place=Осло
c 2023-12-11 Радио
  meeting happened 2023-12-10 | Лосский и Вольден встретились 10 декабря | actor=person:Лосский; actor=person:Вольден; place=Осло
`,
    ['a broken b'],
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
  [
    'a part of what was promised keeps it no more than two parts that are less than all do; parts that make it up do',
    `
a 2024-03-01 Вестник
  supply planned 2024 | в 2024 году Варония передаст Мередии 40 катеров | supplier=state:Варония; recipient=state:Мередия; object=thing:40 катеров; future=promise; due=2024
  supply planned 2024 | в 2024 году Тальмар передаст Мередии 40 катеров | supplier=state:Тальмар; recipient=state:Мередия; object=thing:40 катеров; future=promise; due=2024
  supply planned 2024 | в 2024 году Ольмар передаст Мередии до 40 катеров | supplier=state:Ольмар; recipient=state:Мередия; object=thing:до 40 катеров; future=promise; due=2024
  supply planned 2024 | в 2024 году Гелтор передаст Мередии катера | supplier=state:Гелтор; recipient=state:Мередия; object=thing:катера; future=promise; due=2024
b 2024-06-02 Пресса
  supply happened 2024-06-01 | Варония передала Мередии 15 катеров | supplier=state:Варония; recipient=state:Мередия; object=thing:15 катеров
  supply happened 2024-06-01 | Тальмар передал Мередии 15 катеров | supplier=state:Тальмар; recipient=state:Мередия; object=thing:15 катеров
  supply happened 2024-06-01 | Ольмар передал Мередии 36 катеров | supplier=state:Ольмар; recipient=state:Мередия; object=thing:36 катеров
  supply happened 2024-06-01 | Гелтор передал Мередии первую партию катеров | supplier=state:Гелтор; recipient=state:Мередия; object=thing:первая партия катеров
c 2024-09-02 Радио
  supply happened 2024-09-01 | Варония передала Мередии 15 катеров | supplier=state:Варония; recipient=state:Мередия; object=thing:15 катеров
  supply happened 2024-09-01 | Тальмар передал Мередии двадцать пять катеров | supplier=state:Тальмар; recipient=state:Мередия; object=thing:25 катеров
`,
    ['a kept b', 'a kept bc', 'a unreported b', 'a unreported bc'],
  ],
  [
    "the body of whose head speaks for a state does what he promised of it, not what he told of another's goods",
    `
a 2024-10-01 Вестник
  position current happened - | глава Рыбнадзора Игорь Данин | person=Игорь Данин; post=глава; organisation=Рыбнадзор
  measure planned ..2024-10-31 | до конца октября Варония снимет запрет на ввоз рыбы из Мередии | actor=state:Варония; object=запрет на ввоз рыбы из Мередии; speaker=person:Игорь Данин; future=promise; due=..2024-10-31
  measure planned ..2024-10-31 | до конца октября Тальмар снимет запрет на ввоз соли из Варонии | actor=state:Тальмар; object=запрет на ввоз соли из Варонии; speaker=person:Игорь Данин; future=promise; due=..2024-10-31
b 2024-10-30 Пресса
  measure happened 2024-10-29 | 29 октября Рыбнадзор снял запрет на ввоз рыбы из Мередии | actor=organisation:Рыбнадзор; object=запрет на ввоз рыбы из Мередии
`,
    ['a kept b', 'a unreported -'],
  ],
  [
    'a ban on one good is not lifted with that on another',
    `
a 2024-10-01 Вестник
  measure planned ..2024-10-31 | до конца октября Варония снимет запрет на ввоз рыбы из Мередии | actor=state:Варония; object=запрет на ввоз рыбы из Мередии; future=promise; due=..2024-10-31
b 2024-10-30 Пресса
  measure happened 2024-10-29 | 29 октября Варония сняла запрет на ввоз соли из Мередии | actor=state:Варония; object=запрет на ввоз соли из Мередии
`,
    ['a unreported -'],
  ],
  [
    'less gas than was promised is a part of it, a little less is not',
    `
a 2024-02-01 Вестник
  supply planned 2024 | Варония поставит Мередии 3 млрд кубометров газа в 2024 году | supplier=state:Варония; recipient=state:Мередия; object=thing:газ; future=plan; due=2024
  supply planned 2024 | Тальмар поставит Мередии 3 млрд кубометров газа в 2024 году | supplier=state:Тальмар; recipient=state:Мередия; object=thing:газ; future=plan; due=2024
  figure planned 2024 | 3 млрд кубометров газа | indicator=газ; figure=3e9 m3
b 2025-01-20 Пресса
  figure happened 2024 | 1,1 млрд кубометров газа | indicator=газ; figure=1.1e9 m3
  figure happened 2024 | 2,99 млрд кубометров газа | indicator=газ; figure=2.99e9 m3
  supply happened 2024 | Варония поставила Мередии 1,1 млрд кубометров газа в 2024 году | supplier=state:Варония; recipient=state:Мередия; object=thing:газ
  supply happened 2024 | Тальмар поставил Мередии 2,99 млрд кубометров газа в 2024 году | supplier=state:Тальмар; recipient=state:Мередия; object=thing:газ
`,
    ['a kept b', 'a unreported b'],
  ],
  [
    'an exercise is the one of its quoted name, also where the name lost the quote that ends it',
    `
a 2023-03-01 Вестник
  exercise planned 2024-09 | учение «Щит Севера» пройдёт в сентябре 2024 года | exercise=учение «Щит Севера»; party=Варония, Мередия; future=plan; due=2024-09
b 2023-09-20 Пресса
  exercise happened 2023-09 | в сентябре прошло учение «Морской ветер» | exercise=учение «Морской ветер»; party=Варония, Мередия
c 2024-09-18 Радио
  exercise happened 2024-09-16 | учение Варонии и Мередии «Щит Севера — 2024» завершилось 16 сентября | exercise=учение Варонии и Мередии «Щит Севера — 2024; party=Варония, Мередия
`,
    ['a kept c'],
  ],
  [
    'a consulate in another town and a law on something else are no outcome',
    `
a 2024-05-10 Вестник
  institution planned ..2024-11-30 | Варония закроет консульство Мередии в Лескене до конца ноября | actor=state:Варония; object=organisation:консульство Мередии в Лескене; future=plan; due=..2024-11-30
  measure planned ..2024-11-30 | Тальмар примет закон о морской границе до конца ноября | actor=state:Тальмар; object=закон о морской границе; future=plan; due=..2024-11-30
b 2024-11-26 Пресса
  institution happened 2024-11-25 | Варония закрыла консульство Мередии в Ольмаре 25 ноября | actor=state:Варония; object=organisation:консульство Мередии в Ольмаре
  measure happened 2024-11-25 | Тальмар принял закон о морской рыбе 25 ноября | actor=state:Тальмар; object=закон о морской рыбе
c 2024-11-29 Радио
  institution happened 2024-11-28 | Варония закрыла консульство Мередии в Лескене 28 ноября | actor=state:Варония; object=organisation:консульство Мередии в Лескене
  measure happened 2024-11-28 | Тальмар принял закон о границе 28 ноября | actor=state:Тальмар; object=закон о границе
`,
    ['a kept c', 'a kept c'],
  ],
  [
    'the first of many are a part, whoever counts them, and a works for something else is none',
    `
a 2024-05-01 Вестник
  supply planned 2024 | в 2024 году Варония передаст Мередии 24 катера | supplier=state:Варония; recipient=state:Мередия; object=thing:24 катера; future=promise; due=2024
  event planned 2024 | в 2024 году Варония построит завод по выпуску сетей | actor=state:Варония; object=завод по выпуску сетей; future=promise; due=2024
b 2024-10-07 Пресса
  supply happened 2024-10-06 | Варония 6 октября передала Мередии первые катера | supplier=state:Варония; recipient=state:Мередия; object=thing:первые катера
  event happened 2024-10-06 | Варония 6 октября построила завод по выпуску лодок | actor=state:Варония; object=завод по выпуску лодок
`,
    ['a unreported -', 'a unreported b'],
  ],
  [
    'what was told to be missed in the last days of its term and done after it is late, with both told',
    `
a 2023-03-01 Вестник
  event planned 2023 | в 2023 году Варония откроет порт для Мередии | actor=state:Варония; object=порт для Мередии; future=promise; due=2023
b 2023-12-28 Пресса
  event denied 2023 | в этом году Варония так и не открыла порт для Мередии | actor=state:Варония; object=порт для Мередии
c 2024-02-11 Радио
  event happened 2024-02-10 | 10 февраля Варония открыла порт для Мередии | actor=state:Варония; object=порт для Мередии
`,
    ['a kept-late cb'],
  ],
];

for (const [name, text, wanted] of cases) test(name, () => assert.deepEqual(outcomes(text), wanted));
