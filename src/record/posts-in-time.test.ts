import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';
import { postsInTime } from './posts-in-time.ts';

const record = mergeRecord(
  readNotation(`
a 2017-03-01 Вестник
  position current happened - | министр обороны Варонии Пётр Ланской | person=Пётр Ланской; post=министр обороны Варонии; organisation=state:Варония
b 2019-05-02 Пресса
  position current happened - | министр обороны П. Ланской | person=П. Ланской; post=министр обороны; organisation=state:Варония
c 2021-01-20 Вестник
  position new happened 2021-01-15 | Олега Дайнеко назначили министром обороны | person=Олег Дайнеко; post=министр обороны; organisation=state:Варония
d 2021-02-01 Радио
  position former happened - | бывший министр обороны Пётр Ланской | person=Пётр Ланской; post=министр обороны; organisation=state:Варония
e 2025-04-03 Курьер
  position current happened - | министр обороны Олег Дайнеко | person=Олег Дайнеко; post=министр обороны; organisation=state:Варония
f 2025-04-03 Курьер
  position current happened - | министр обороны Мередии Юхан Сетер | person=Юхан Сетер; post=министр обороны; organisation=state:Мередия
`),
  { asOf: '2026-01-01', engine: 'test' },
);
const names = new Map(record.entities.map((e) => [e.id, e.name]));
const documents = new Map(record.documents.map((d) => [d.id, d]));
const posts = postsInTime(
  record.claims.filter((c) => c.type === 'position'),
  (id) => documents.get(id),
);
const ofVaronia = posts.find((p) => names.get(p.organisation ?? '') === 'Варония');

test('a post of one state is one line with its holders in time; the post of another state is another', () => {
  assert.equal(posts.length, 2);
  assert.deepEqual(
    ofVaronia?.holders.map((h) => `${names.get(h.person)} ${h.from}..${h.to}${h.isOver ? ' over' : ''}`),
    ['Пётр Ланской 2017-03-01..2019-05-02 over', 'Олег Дайнеко 2021-01-15..2025-04-03'],
  );
});

test('what tells of a holder stands in the order in which it came out', () => {
  const claims = new Map(record.claims.map((c) => [c.id, c.document]));
  const told = ofVaronia?.holders.map((h) =>
    h.claims.map((id) => documents.get(claims.get(id) ?? '')?.published?.from ?? ''),
  );
  assert.deepEqual(told, [
    ['2017-03-01', '2019-05-02', '2021-02-01'],
    ['2021-01-20', '2025-04-03'],
  ]);
});
