import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';

/** Names of documents by the event that their claims are of: `ab c`. */
function joined(text: string): string {
  const record = mergeRecord(readNotation(text), { asOf: '2025-06-01', engine: 'test' });
  const documentOf = new Map(record.claims.map((c) => [c.id, c.document]));
  return record.events
    .map((e) => e.claims.map((id) => documentOf.get(id)).join(''))
    .toSorted()
    .join(' ');
}

const cases: readonly (readonly [name: string, text: string, wanted: string])[] = [
  [
    'an agreement by the first letters of its name is the same, another with other letters is not',
    `
a 2024-05-01 Вестник
  agreement ratified happened 2024-04-30 | договор о ДРТ ратифицирован | agreement=договор о ДРТ
b 2024-05-02 Пресса
  agreement ratified happened 2024-04-30 | ратифицировали договор о добыче речных трав | agreement=договор о добыче речных трав
c 2024-05-02 Радио
  agreement ratified happened 2024-04-30 | ратифицировали договор о вывозе речного песка | agreement=договор о вывозе речного песка
`,
    'ab c',
  ],
  [
    'where a body is named alone, the place and the day tell its meeting, and another place another',
    `
a 2024-05-03 Вестник
  meeting ongoing 2024-05-03 | открывается заседание Форума рыбаков в Лескене | actor=organisation:Форум рыбаков; place=Лескен
b 2024-05-04 Пресса
  meeting happened - | Варония поехала на саммит Форума рыбаков в Лескене | actor=state:Варония, organisation:Форум рыбаков; place=Лескен
c 2024-05-04 Радио
  meeting happened - | Мередия поехала на саммит Форума рыбаков в Ольмаре | actor=state:Мередия, organisation:Форум рыбаков; place=Ольмар
`,
    'ab c',
  ],
  [
    'much of what one person does on one day is one deed; of another person, or on another day, it is not',
    `
a 2024-05-03 Вестник
  event happened 2024-05-02 | Рудин открыл огонь из пушки по лодкам у мыса | actor=person:Иван Рудин; object=огонь из пушки по лодкам у мыса
b 2024-05-04 Пресса
  event happened 2024-05-02 | Рудин открыл огонь из пушки по кораблям соседей | actor=person:Иван Рудин; object=огонь из пушки по кораблям соседей
c 2024-05-04 Радио
  event happened 2024-05-02 | Лугов открыл огонь из пушки по берегу острова | actor=person:Пётр Лугов; object=огонь из пушки по берегу острова
d 2024-08-04 Радио
  event happened 2024-08-02 | Рудин открыл огонь из пушки по скалам залива | actor=person:Иван Рудин; object=огонь из пушки по скалам залива
`,
    'ab c d',
  ],
  [
    'a treaty whose name is said of any («мирный договор») is one where its parties are, and another elsewhere',
    `
a 2024-05-01 Вестник
  agreement signed happened - | Варония и Мередия подписали мирный договор | agreement=мирный договор; party=Варония, Мередия
b 2024-05-20 Пресса
  agreement signed happened - | мирный договор подписан | agreement=мирный договор
  statement indirect happened - | Тальмар поздравил Ольмар | speaker=state:Тальмар
c 2024-06-01 Радио
  agreement signed happened - | исторический мирный договор подписан | agreement=исторический мирный договор
  statement indirect happened - | Варония поздравила Мередию | speaker=state:Варония
  statement indirect happened - | Мередия ответила Варонии | speaker=state:Мередия
`,
    'ac b b c c',
  ],
  [
    'what begins a sentence is no name of a place («Политическое соглашение»), as «Лесканское соглашение» is',
    `
a 2024-05-01 Вестник
  agreement signed happened - | Политическое соглашение подписано | agreement=Политическое соглашение; party=Варония, Мередия
  agreement signed happened - | Лесканское соглашение подписано | agreement=Лесканское соглашение; party=Варония, Мередия
b 2024-05-20 Пресса
  agreement signed happened - | Политическое соглашение подписано | agreement=Политическое соглашение
  agreement signed happened - | Лесканское соглашение подписано | agreement=Лесканское соглашение
  statement indirect happened - | Тальмар поздравил Ольмар | speaker=state:Тальмар
`,
    'a ab b b',
  ],
  [
    'what befalls one and the same is not therefore the same: he was arrested, he was charged',
    `
a 2024-05-01 Вестник
  measure happened 2024-05 | в мае Рудина выдали Мередии | target=person:Иван Рудин
b 2024-05-20 Пресса
  measure happened 2024-05 | в мае Рудину предъявили обвинения в краже | target=person:Иван Рудин; object=обвинения в краже
`,
    'a b',
  ],
  [
    'a figure told for a year and again soon after is one, years later another',
    `
a 2024-05-01 Вестник
  figure happened 2023 | в 2023 году погибли трое рыбаков | indicator=погибшие рыбаки; figure=3
b 2024-06-20 Пресса
  figure happened - | погибли трое рыбаков | indicator=погибшие рыбаки; figure=3
c 2028-06-20 Радио
  figure happened - | погибли трое рыбаков | indicator=погибшие рыбаки; figure=3
`,
    'ab c',
  ],
];

for (const [name, text, wanted] of cases) test(name, () => assert.equal(joined(text), wanted));
