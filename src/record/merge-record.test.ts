import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import type { Record } from '../model/record.ts';
import { mergeRecord } from './merge-record.ts';

/** The lines of a record that a case is about, in a notation that is read at a glance. */
function draw(record: Record): { entities: string[]; events: string[]; agreements: string[]; commitments: string[] } {
  const name = new Map(record.entities.map((e) => [e.id, e.name]));
  const claim = new Map(record.claims.map((c) => [c.id, c]));
  const documents = (ids: readonly string[]) => ids.map((id) => claim.get(id)?.document).join('');
  const days = (t: { from: string | null; to: string | null } | null) =>
    t === null ? '-' : t.from === t.to ? t.from : `${t.from}..${t.to}`;
  return {
    entities: record.entities.map((e) => [e.name, ...e.aliases].join(' = ')).toSorted(),
    events: record.events
      .map((e) =>
        `${e.type} ${e.status} ${days(e.time)} ${documents(e.claims)} ${e.documents}/${e.origins} ${e.conflicts.map((c) => c.field).join(',')}`.trim(),
      )
      .toSorted(),
    agreements: record.agreements
      .map(
        (a) =>
          `${a.name} [${a.parties
            .map((p) => name.get(p))
            .toSorted()
            .join(', ')}] ${a.current}: ${a.stages.map((s) => `${s.stage} ${s.status} ${days(s.time)}`).join(' > ')}`,
      )
      .toSorted(),
    commitments: record.commitments
      .map((c) =>
        `${documents(c.claims)} ${c.force} ${c.by
          .map((b) => name.get(b))
          .toSorted()
          .join(
            ',',
          )} ${c.dues ? c.dues.map((d) => days(d.due)).join(' -> ') : days(c.due)} ${c.outcome.status} ${days(c.outcome.time)} ${documents(c.outcome.claims)}`.trim(),
      )
      .toSorted(),
  };
}

function merge(text: string, asOf = '2025-06-01') {
  return draw(mergeRecord(readNotation(text), { asOf, engine: 'test' }));
}

test('a treaty told by three outlets under three names is one life, and its planned signing is kept', () => {
  const drawn = merge(`
a 2024-07-04 Вестник
  agreement discussed ongoing - | продолжат обсуждение проекта договора о дружбе и границе | agreement=проект договора о дружбе и границе; party=Варония, Мередия
  agreement signed possible 2024-12 | договор между Варонией и Мередией о дружбе и границе может быть подписан в декабре | agreement=договор между Варонией и Мередией о дружбе и границе; party=Варония, Мередия; future=possibility; due=2024-12
b 2024-12-07 Пресса
  agreement signed happened 2024-12-06 | подписали 6 декабря Договор о дружбе и границе | agreement=Договор о дружбе и границе; party=Варония, Мередия
c 2025-03-20 Радио
  agreement in-force happened 2025-03 | договор о дружбе и границе вступил в силу | agreement=Договор о дружбе и границе
  agreement discussed happened - | документ обсуждали два года | agreement=документ
`);
  assert.deepEqual(drawn.agreements, [
    'Договор о дружбе и границе [Варония, Мередия] in-force: discussed ongoing - > signed happened 2024-12-06 > in-force happened 2025-03-01..2025-03-31 > discussed happened -',
  ]);
  assert.deepEqual(drawn.commitments, ['a possibility Варония,Мередия 2024-12-01..2024-12-31 kept 2024-12-06 b']);
});

test('two treaties of the same states are two, and so are treaties of one kind with other parties', () => {
  const drawn = merge(`
a 2024-01-10 Вестник
  agreement signed happened 2024-01-09 | подписали договор о торговле лесом | agreement=Договор о торговле лесом; party=Варония, Мередия
  agreement signed happened 2024-01-09 | подписали договор об охране рыбы | agreement=Договор об охране рыбы; party=Варония, Мередия
b 2024-05-10 Вестник
  agreement signed happened 2024-05-09 | подписали договор о торговле лесом | agreement=Договор о торговле лесом; party=Варония, Тальмар
`);
  assert.equal(drawn.agreements.length, 3);
});

test('an exercise of one year is not that of another, also where the year is only in its time', () => {
  const drawn = merge(`
a 2021-09-01 Вестник
  exercise happened 2021-08 | учение «Щит-2021» прошло | exercise=Щит-2021; party=Варония
b 2025-09-01 Вестник
  exercise happened 2025-08 | учение «Щит-2025» прошло | exercise=учение «Щит – 2025»; party=Варония
c 2025-10-01 Пресса
  exercise happened 2025-08-03 | на учении «Щит» в августе | exercise=учение «Щит»; party=Варония
`);
  assert.deepEqual(drawn.events, [
    'exercise happened 2021-08-01..2021-08-31 a 1/1',
    'exercise happened 2025-08-03 bc 2/2',
  ]);
});

test('people: initials, Latin letters and a surname join; another first name and another state keep apart', () => {
  const drawn = merge(`
a 2024-01-10 Вестник
  position current happened - | президент Варонии Пётр Ланской | person=Пётр Ланской; post=президент; organisation=Варония
b 2024-01-11 Пресса
  statement indirect happened - | Ланской П. И. сообщил о визите | speaker=Ланской П. И.
c 2024-01-12 Herald
  statement indirect happened - | Lanskoy said | speaker=Pyotr Lanskoy
d 2024-01-13 Радио
  position current happened - | министр Иванов | person=Сергей Иванов; post=министр обороны; organisation=Варония
e 2024-01-14 Радио
  position current happened - | министр Иванов | person=Андрей Иванов; post=министр обороны; organisation=Варония
f 2024-01-15 Радио
  statement indirect happened - | Иванов напомнил о встрече | speaker=Иванов
`);
  assert.deepEqual(
    drawn.entities.filter((e) => e !== 'Варония'),
    ['Андрей Иванов', 'Иванов', 'Пётр Ланской = Pyotr Lanskoy = Ланской П. И.', 'Сергей Иванов'],
  );
});

test('bodies: an abbreviation joins its expansion, unless their states differ', () => {
  const drawn = merge(`
a 2024-01-10 Вестник
  measure happened - | Служба ввела запрет на ввоз леса | actor=organisation:Федеральная служба по надзору Варонии; object=запрет на ввоз леса
b 2024-01-11 Пресса
  measure happened - | ФСН ввела запрет на ввоз леса | actor=organisation:ФСН Варонии; object=запрет на ввоз леса
  measure happened - | ФСН открыла музей кораблей | actor=organisation:ФСН Тальмара; object=музей кораблей
`);
  assert.deepEqual(drawn.entities, ['ФСН Тальмара', 'Федеральная служба по надзору Варонии = ФСН Варонии']);
  assert.equal(drawn.events.length, 2);
});

test('one meeting told with other days and by posts is one event with a conflict; the next month is another', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  meeting happened 2024-05-14 | Ланской и Вольф провели 14 мая переговоры в Веллене | actor=person:Пётр Ланской, person:Рейнар Вольф; place=Веллен
b 2024-05-16 Пресса
  meeting happened 2024-05-15 | Вольф 15 мая встретился с Ланским в Веллене | actor=person:Рейнар Вольф, person:Пётр Ланской; place=Веллен
c 2024-05-16 Радио origin=b
  meeting happened 2024-05-15 | Вольф 15 мая встретился с Ланским | actor=person:Рейнар Вольф, person:Пётр Ланской; place=Веллен
d 2024-06-20 Вестник
  meeting happened 2024-06-19 | Ланской и Вольф встретились в Веллене | actor=person:Пётр Ланской, person:Рейнар Вольф; place=Веллен
`);
  assert.deepEqual(drawn.events, ['meeting happened 2024-05-14 abc 3/2 time', 'meeting happened 2024-06-19 d 1/1']);
});

test('journeys of one traveller to two places in one report are two plans', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  meeting planned - | Вольф посетит Тальмар | actor=person:Рейнар Вольф; place=Тальмар; future=plan
  meeting planned - | затем посетит Варонию | actor=person:Рейнар Вольф; place=Варония; future=plan
`);
  assert.equal(drawn.commitments.length, 2);
});

test('each parliament ratifies for itself, also where its report names the other side', () => {
  const drawn = merge(`
a 2024-02-29 Вестник
  agreement ratified happened 2024-02-29 | Парламент Мередии ратифицировал договор с Варонией о дружбе | agreement=договор о дружбе; actor=organisation:Парламент Мередии; party=Варония, Мередия
b 2024-03-20 Пресса
  agreement ratified happened 2024-03-19 | Парламент Варонии ратифицировал договор о дружбе | agreement=договор о дружбе; actor=organisation:Парламент Варонии; party=Варония, Мередия
`);
  assert.deepEqual(drawn.events, ['agreement happened 2024-02-29 a 1/1', 'agreement happened 2024-03-19 b 1/1']);
});

test('a claim in agency copy inside a longer article has the origin of the agency', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  meeting happened 2024-05-14 | Ланской и Вольф провели переговоры | actor=person:Пётр Ланской, person:Рейнар Вольф
b 2024-05-15 Пресса copied=0-20:a
  meeting happened 2024-05-14 | Ланской и Вольф провели переговоры | actor=person:Пётр Ланской, person:Рейнар Вольф
c 2024-05-15 Радио copied=90-120:a
  meeting happened 2024-05-14 | Ланской и Вольф провели переговоры | actor=person:Пётр Ланской, person:Рейнар Вольф
`);
  assert.deepEqual(drawn.events, ['meeting happened 2024-05-14 abc 3/2']);
});

test('who promises without a name is somebody of the own document alone', () => {
  const drawn = merge(`
a 2024-01-10 Вестник
  event planned - | депутаты рассмотрят вопрос | actor=other:депутаты; object=other:вопрос; future=plan; by=депутаты
  event planned - | Депутаты выслушают посла | actor=other:Депутаты; object=other:посол; future=plan; by=Депутаты
b 2024-01-10 Пресса
  event planned - | депутаты откроют порт | actor=other:депутаты; object=other:порт; future=plan; by=депутаты
`);
  assert.deepEqual(drawn.entities, ['депутаты', 'депутаты']);
  assert.equal(drawn.commitments.filter((line) => line.includes('депутаты')).length, 3);
});

test('«президенты Варонии и Мередии» met where their namesakes by post met that day', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  meeting happened 2024-05-14 | президенты Варонии и Мередии встретились | actor=person:президент Варонии, person:президент Мередии
  agreement discussed happened - | Варония и Мередия обсудили договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия
b 2024-05-16 Пресса
  meeting happened 2024-05-14 | Ланской встретился с Вольфом | actor=person:Пётр Ланской, person:Рейнар Вольф
  position current happened - | президент Варонии Пётр Ланской | person=Пётр Ланской; post=президент; organisation=Варония
  position current happened - | президент Мередии Рейнар Вольф | person=Рейнар Вольф; post=президент; organisation=Мередия
`);
  assert.ok(drawn.events.includes('meeting happened 2024-05-14 ab 2/2'));
});

test('one voice does not contradict itself, two in one document do', () => {
  const told = (speaker: string) => `
a 2024-05-16 Вестник
  event happened 2024-05-14 | пожар на верфи начался 14 мая | object=пожар на верфи
  event denied 2024-05-14 | пожара на верфи 14 мая не было | object=пожар на верфи${speaker}
`;
  assert.deepEqual(merge(told('')).events, ['event happened 2024-05-14 aa 1/1']);
  assert.deepEqual(merge(told('; speaker=person:Рита Соль')).events, ['event happened 2024-05-14 aa 1/1 status']);
});

test('figures of one indicator and period that differ are a conflict; another year is another point', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  figure happened 2023 | товарооборот в 2023 году достиг 3,2 млрд долларов | indicator=товарооборот Варонии и Мередии; figure=3.2e9 USD
b 2024-05-16 Пресса
  figure happened 2023 | товарооборот двух стран составил 2,9 млрд долларов | indicator=товарооборот Варонии и Мередии; figure=2.9e9 USD
c 2023-05-16 Пресса
  figure happened 2022 | товарооборот составил 2,5 млрд | indicator=товарооборот Варонии и Мередии; figure=2.5e9 USD
`);
  assert.deepEqual(drawn.events, [
    'figure happened 2022-01-01..2022-12-31 c 1/1',
    'figure happened 2023-01-01..2023-12-31 ab 2/2 figure',
  ]);
});

test('two values that one article gives in its own voice are of two things', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  figure happened - | за объединение высказались 52 % опрошенных в Варонии | indicator=опрошенные в Варонии; figure=52 %
  figure happened - | против — 41 % опрошенных в Варонии | indicator=опрошенные в Варонии; figure=41 %
b 2024-05-16 Пресса
  figure happened - | за объединение высказались 52 % опрошенных в Варонии | indicator=опрошенные в Варонии; figure=52 %
`);
  assert.deepEqual(drawn.events, ['figure happened - a 1/1', 'figure happened - ab 2/2']);
});

test('a bare indicator is that of the states which its document speaks of', () => {
  const drawn = merge(`
a 2024-05-15 Вестник
  figure happened 2023 | товарооборот Варонии и Мередии достиг 3,2 млрд долларов | indicator=товарооборот Варонии и Мередии; figure=3.2e9 USD
  meeting happened 2024-05-14 | Варония и Мередия провели переговоры | actor=Варония, Мередия
b 2024-05-16 Пресса
  meeting happened 2024-05-14 | переговоры Варонии и Мередии прошли | actor=Мередия, Варония
  figure happened 2023 | товарооборот двух стран составил 2,9 млрд долларов | indicator=товарооборот двух стран; figure=2.9e9 USD
c 2024-05-16 Радио
  meeting happened 2024-05-14 | Тальмар и Варония провели переговоры | actor=Тальмар, Варония
  figure happened 2023 | товарооборот составил 1 млрд долларов | indicator=товарооборот; figure=1e9 USD
`);
  assert.deepEqual(
    drawn.events.filter((e) => e.startsWith('figure')),
    ['figure happened 2023-01-01..2023-12-31 ab 2/2 figure', 'figure happened 2023-01-01..2023-12-31 c 1/1'],
  );
});

const outcomes: readonly (readonly [name: string, asOf: string, text: string, expected: readonly string[]])[] = [
  [
    'a batch that nobody reports on',
    '2025-06-01',
    `
a 2022-02-05 Вестник
  supply planned 2022-10 | вторую партию самолётов получат в октябре | recipient=Варония; object=equipment:вторая партия самолётов Ту-9; future=plan; by=Варония; due=2022-10
b 2022-04-01 Вестник
  supply happened 2022-03 | получила первую партию самолётов | recipient=Варония; object=equipment:первая партия самолётов Ту-9
`,
    ['a plan Варония 2022-10-01..2022-10-31 unreported -'],
  ],
  [
    'a round of talks without participants, told by its place',
    '2025-06-01',
    `
a 2023-05-18 Вестник
  meeting planned 2023-09 | следующий раунд переговоров запланирован на сентябрь в Лескене | place=Лескен; future=plan; due=2023-09
  agreement drafted happened - | Варония подготовила проект договора о рыбе | agreement=договор о рыбе; party=Варония
b 2023-09-21 Пресса
  meeting happened 2023-09-20 | переговоры прошли в Лескене 20 сентября | place=Лескен
  agreement discussed happened - | Варония и Мередия обсудили договор о рыбе | agreement=договор о рыбе; party=Варония, Мередия
c 2023-09-22 Радио
  meeting happened 2023-09-20 | переговоры прошли в Лескене | place=Лескен
  agreement discussed happened - | Тальмар обсудил договор о лесе | agreement=договор о лесе; party=Тальмар
`,
    ['a plan  2023-09-01..2023-09-30 kept 2023-09-20 b'],
  ],
  [
    'not yet due',
    '2024-03-01',
    `
a 2024-02-05 Вестник
  meeting planned 2024-04 | вторая встреча пройдёт в апреле | actor=Варония, Мередия; future=plan; due=2024-04
`,
    ['a plan Варония,Мередия 2024-04-01..2024-04-30 open -'],
  ],
  [
    'an exercise put off and held: the chain of days, kept on the day set anew',
    '2025-06-01',
    `
a 2024-06-11 Вестник
  exercise planned 2024-08-05..2024-08-12 | проведут 5-12 августа учение «Щит-2024» | exercise=Щит-2024; party=Варония, Тальмар; future=plan; by=Варония, Тальмар; due=2024-08-05..2024-08-12
b 2024-07-20 Пресса
  exercise cancelled 2024-10 | учение «Щит-2024» перенесено на октябрь | exercise=Щит-2024; future=plan; due=2024-10
c 2024-10-20 Радио
  exercise happened 2024-10-10..2024-10-18 | учение «Щит-2024» прошло 10-18 октября | exercise=Щит-2024
`,
    ['ab plan Варония,Тальмар 2024-08-05..2024-08-12 -> 2024-10-01..2024-10-31 kept 2024-10-10..2024-10-18 c'],
  ],
  [
    'a meeting that was not held is broken, one that was called off before is cancelled',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  meeting planned 2024-04 | встреча пройдёт в апреле | actor=Варония, Мередия; future=plan; due=2024-04
b 2024-05-05 Вестник
  meeting denied 2024-04 | встреча в апреле не состоялась | actor=Варония, Мередия
c 2024-02-05 Вестник
  meeting planned 2024-09 | встреча пройдёт в сентябре | actor=Варония, Тальмар; future=plan; due=2024-09
d 2024-06-05 Вестник
  meeting cancelled 2024-09 | встречу в сентябре отменили | actor=Варония, Тальмар
`,
    [
      'a plan Варония,Мередия 2024-04-01..2024-04-30 broken 2024-04-01..2024-04-30 b',
      'c plan Варония,Тальмар 2024-09-01..2024-09-30 cancelled 2024-09-01..2024-09-30 d',
    ],
  ],
  [
    'last year’s meeting and a forecast by others tell nothing of a promise',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  meeting planned 2024-04 | встреча пройдёт в апреле | actor=Варония, Мередия; future=promise; by=Варония; due=2024-04
b 2024-02-10 Вестник
  meeting happened 2023-04-10 | встреча прошла в апреле прошлого года | actor=Варония, Мередия
c 2024-02-11 Вестник
  meeting possible 2024-04 | эксперты ждут встречи в апреле | actor=Варония, Мередия; future=forecast; due=2024-04
`,
    ['a promise Варония 2024-04-01..2024-04-30 unreported -', 'c forecast  2024-04-01..2024-04-30 unreported -'],
  ],
  [
    'a ratified treaty has been signed, though no day of it is known',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  agreement signed planned 2024-04 | подпишут договор о дружбе и границе | agreement=договор о дружбе и границе; party=Варония, Мередия; future=plan; due=2024-04
b 2024-07-05 Вестник
  agreement ratified happened 2024-07-04 | ратифицировал договор о дружбе и границе | agreement=договор о дружбе и границе; party=Варония, Мередия
`,
    ['a plan Варония,Мередия 2024-04-01..2024-04-30 kept - b'],
  ],
  [
    'what is told in words that any state may be told of belongs to the state that one of the two names',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  event planned - | в Варонии пройдут выборы | object=выборы; place=state:Варония; future=plan
b 2024-03-05 Пресса
  event happened - | на выборах в Мередии | object=выборы; place=state:Мередия
c 2024-03-06 Радио
  event happened - | выборы в Варонии прошли | object=выборы; place=state:Варония
d 2024-02-06 Вестник
  measure planned - | будет принято решение | object=решение; future=plan
e 2024-02-20 Пресса
  measure happened - | решение принято | object=решение
`,
    ['a plan  - kept - c', 'd plan  - open -'],
  ],
  [
    'a visit elsewhere, and one on no day that is known, are other visits',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  meeting planned - | Лосский посетит Тальмар | actor=person:Андрей Лосский; place=state:Тальмар; future=plan
b 2024-03-05 Пресса
  meeting happened - | Лосский посетил Мередию | actor=person:Андрей Лосский; place=state:Мередия
c - Радио
  meeting happened - | Лосский посетил Тальмар | actor=person:Андрей Лосский; place=state:Тальмар
`,
    ['a plan Андрей Лосский - open -'],
  ],
  [
    'those who have no name («лидеры») are others in every document',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  meeting planned - | лидеры обсудят торговлю | actor=person:лидеры, person:министры; future=plan
b 2024-03-05 Пресса
  meeting happened - | лидеры и министры обсудили рыбу | actor=person:лидеры, person:министры
`,
    ['a plan  - open -'],
  ],
  [
    'who is sent binds himself to nothing, who goes does',
    '2025-06-01',
    `
a 2024-02-05 Вестник
  meeting planned - | Лосский будет направлен в Тальмар | actor=person:Андрей Лосский; place=state:Тальмар; future=plan
b 2024-02-05 Пресса
  meeting planned - | Вольден поедет в Мередию | actor=person:Пётр Вольден; place=state:Мередия; future=plan
`,
    ['a plan  - open -', 'b plan Пётр Вольден - open -'],
  ],
];

for (const [name, asOf, text, expected] of outcomes) {
  test(`outcome: ${name}`, () => assert.deepEqual(merge(text, asOf).commitments, expected));
}
