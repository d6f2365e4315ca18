import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord, recordOf } from './merge-record.ts';
import { createRecordIndex, insertDocuments } from './record-index.ts';

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
  [
    "a treaty is one with or without its states and the states' border «между двумя странами», however much of it is called strategic",
    `
a 2024-05-01 Вестник
  agreement signed happened - | подписали договор о прочном партнёрстве Варонии и Мередии | agreement=договор о прочном партнёрстве Варонии и Мередии; party=Варония, Мередия
  agreement signed happened - | договорились о новом соглашении о границе между двумя странами | agreement=соглашение о границе между двумя странами; party=Варония, Мередия
b 2024-05-02 Пресса
  agreement signed happened - | подписали договор о прочном морском партнёрстве | agreement=договор о прочном морском партнёрстве; party=Варония, Мередия
  agreement signed happened - | подписали договор о государственной границе | agreement=договор о государственной границе; party=Варония, Мередия
c 2024-05-03 Радио
  agreement signed happened - | подписали договор о морском партнёрстве | agreement=договор о морском партнёрстве; party=Варония, Мередия
`,
    'ab abc',
  ],
  [
    "what goes on from a day is one with what was done on it, by a state or its ministry; another state's ministry does its own",
    `
a 2024-05-01 Вестник
  measure ongoing 2024-05-01.. | с 1 мая Варония вводит пошлины на ввоз рыбы | actor=state:Варония; object=пошлины на ввоз рыбы; target=thing:ввоз рыбы
b 2024-05-01 Пресса
  measure ongoing 2024-05-01.. | с 1 мая Варония вводит пошлины на ввоз рыбы и соли | actor=state:Варония; object=пошлины на ввоз рыбы и соли; target=thing:ввоз рыбы и соли
c 2024-06-20 Радио
  measure happened 2024-05-01 | 1 мая Минторг Варонии ввёл пошлины на ввоз рыбы | actor=organisation:Минторг Варонии; object=пошлины на ввоз рыбы
  statement indirect happened - | Варония объяснила пошлины | speaker=state:Варония
d 2024-06-20 Взгляд
  measure happened 2024-05-01 | 1 мая Минторг Мередии ввёл пошлины на ввоз рыбы | actor=organisation:Минторг Мередии; object=пошлины на ввоз рыбы
  statement indirect happened - | Мередия объяснила пошлины | speaker=state:Мередия
`,
    'abc c d d',
  ],
  [
    'sums written in other ways are one, other sums are two; so are the coming and the going of troops',
    `
a 2024-05-03 Вестник
  measure happened 2024-05-02 | Варония дала Мередии кредит размером 2,4 миллиарда долларов | actor=state:Варония; target=state:Мередия; object=кредит размером 2,4 миллиарда долларов
  figure happened - | 2,4 миллиарда долларов | figure=2.4e9 USD; indicator=кредит
  deployment happened 2024-05-02 | Варония ввела в Ольмар горных стрелков | actor=state:Варония; object=горные стрелки; place=Ольмар
b 2024-05-04 Пресса
  measure happened 2024-05-02 | Варония дала Мередии льготный кредит в 2,4 млрд долларов | actor=state:Варония; target=state:Мередия; object=льготный кредит в 2,4 млрд долларов
  figure happened - | 2,4 млрд долларов | figure=2.4e9 USD; indicator=кредит
  deployment happened 2024-05-02 | Варония вывела из Ольмара горных стрелков | actor=state:Варония; object=горные стрелки; place=Ольмар
c 2024-05-04 Радио
  measure happened 2024-05-02 | Варония дала Мередии льготный кредит в 500 млн долларов | actor=state:Варония; target=state:Мередия; object=льготный кредит в 500 млн долларов
  figure happened - | 500 млн долларов | figure=5e8 USD; indicator=кредит
`,
    // the three figures are of one indicator
    'a ab abc b c',
  ],
  [
    'an equal number of soldiers is of one army only where the documents name no other states',
    `
a 2024-05-03 Вестник
  figure happened - | 1200 солдат | indicator=солдаты; figure=1200 person
  deployment happened - | Варония увела из Тальмара роты | actor=state:Варония; object=роты; place=state:Тальмар
b 2024-05-04 Пресса
  figure happened - | 1200 солдат | indicator=солдаты; figure=1200 person
  deployment happened - | Мередия увела из Тальмара катера | actor=state:Мередия; object=катера; place=state:Тальмар
c 2024-05-04 Радио
  figure happened - | 1200 солдат | indicator=солдаты; figure=1200 person
  deployment happened - | Варония увела мосты | actor=state:Варония; object=мосты
`,
    'a ac b b c',
  ],
  [
    'treaties on two rivers are two, however much else of their names is the same, and one is in whatever case it stands',
    `
a 2024-05-01 Вестник
  agreement signed happened - | подписали соглашение о разделе вод реки Талы | agreement=соглашение о разделе вод реки Талы; party=Варония, Мередия
b 2024-05-02 Пресса
  agreement signed happened - | подписали соглашение о разделе вод реки Альмарья | agreement=соглашение о разделе вод реки Альмарья; party=Варония, Мередия
c 2024-05-03 Радио
  agreement signed happened - | подписали соглашение о разделе вод Альмарьи | agreement=соглашение о разделе вод Альмарьи; party=Варония, Мередия
`,
    'a bc',
  ],
  [
    'a treaty told by its first adjective, by its second and by both, where one side is left to the document, is one; so is a peace',
    `
a 2024-05-01 Вестник
  agreement signed happened - | подписали договор о прочном морском партнёрстве | agreement=договор о прочном морском партнёрстве; party=Варония, Мередия
  agreement signed happened - | подписали мирный договор | agreement=мирный договор; party=Варония, Тальмар
b 2024-05-02 Пресса
  agreement signed happened - | подписали договор о морском партнёрстве | agreement=договор о морском партнёрстве; party=Варония, Мередия
c 2024-05-03 Радио
  agreement signed happened - | подписали с Мередией договор о прочном партнёрстве | agreement=договор о прочном партнёрстве; party=Мередия
  statement indirect happened - | Варония рада | speaker=state:Варония
d 2024-05-03 Взгляд
  agreement signed happened - | подписали соглашение об установлении мира и дружбе | agreement=соглашение об установлении мира и дружбе
  statement indirect happened - | Варония поздравила Тальмар | speaker=state:Варония; addressee=state:Тальмар
`,
    'abc ad c d',
  ],
  [
    'decrees of one day of which no more is said are two, unless both documents name the state that they concern; packages are counted',
    `
a 2024-05-01 Вестник
  measure happened 2024-05-01 | 1 мая Лосский подписал указ | actor=person:Иван Лосский; object=указ
b 2024-05-01 Пресса
  measure happened 2024-05-01 | Лосский 1 мая подписал указ | actor=person:Иван Лосский; object=указ
  event happened - | Тальмар ждёт рыбу | actor=state:Тальмар; object=рыба
c 2024-05-01 Радио
  measure happened 2024-05-01 | Иван Лосский 1 мая подписал указ | actor=person:Иван Лосский; object=указ
  event happened - | Тальмар рад соли | actor=state:Тальмар; object=соль
d 2024-05-03 Взгляд
  measure happened 2024-05-02 | Союз принял 14-й пакет мер против Тальмара | actor=organisation:Союз Рыбаков; object=меры против Тальмара; target=state:Тальмар
e 2024-05-03 Курьер
  measure happened 2024-05-02 | Союз принял 15-й пакет мер против Тальмара | actor=organisation:Союз Рыбаков; object=меры против Тальмара; target=state:Тальмар
f 2024-05-03 Эхо
  measure happened 2024-05-02 | Союз принял пятнадцатый пакет мер против Тальмара | actor=organisation:Союз Рыбаков; object=меры против Тальмара; target=state:Тальмар
`,
    'a b bc c d ef',
  ],
  [
    'troops of one state by whatever words, from a place by its long or short name, are one; those of another name or state are not',
    `
a 2024-06-12 Вестник
  deployment happened 2024-06-12 | 12 июня Варония вывела миротворцев из Лескена | actor=state:Варония; object=thing:варонские миротворцы; place=Лескен
b 2024-06-13 Пресса
  deployment happened 2024-06-12 | 12 июня вывели миротворческий контингент Варонии из Горного Лескена | actor=state:Варония; object=thing:миротворческий контингент Варонии; place=Горный Лескен
c 2024-06-13 Радио
  deployment happened 2024-06-12 | 12 июня Варония вывела сапёров из Лескена | actor=state:Варония; object=thing:варонские сапёры; place=Лескен
d 2024-06-13 Взгляд
  deployment happened 2024-06-12 | 12 июня Тальмар вывел миротворцев из Лескена | actor=state:Тальмар; object=thing:миротворцы; place=Лескен
e 2024-06-13 Курьер
  deployment happened 2024-06-12 | 12 июня вывели миротворческий контингент Варонии из Ольмара | actor=state:Варония; object=thing:миротворческий контингент Варонии; place=Ольмар
`,
    'ab c d e',
  ],
];

for (const [name, text, wanted] of cases) test(name, () => assert.equal(joined(text), wanted));

test('a passage that a page repeats is compared once, and all its claims are of one event', () => {
  const line = `  meeting happened - | Лосский и Вольден обсудили рыбу | actor=person:Иван Лосский, person:Пётр Вольден\n`;
  const { documents, claims } = readNotation(`a 2024-05-01 Вестник\n${line.repeat(400)}`);
  const index = createRecordIndex();
  insertDocuments(
    index,
    documents.map((document) => ({ document, claims })),
  );
  assert.equal(index.happenings.size, 1);
  const { events } = recordOf(index, { asOf: '2025-06-01', engine: 'test' });
  assert.deepEqual(
    events.map((e) => e.claims.length),
    [400],
  );
});
