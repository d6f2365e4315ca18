import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';
import { newsSince } from './news.ts';

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

test('news: stages, conflicts, events, outcomes and what fell due; what was known before is no news', () => {
  const record = mergeRecord(captured(first + second, { a: '2024-05-16', b: '2024-06-21' }), {
    asOf: '2024-08-01',
    engine: 'test',
  });
  const since = (at: string) => newsSince(record, at).map((n) => `${n.kind} ${n.what} ${n.day} ${n.at.slice(0, 10)}`);
  assert.deepEqual(since('2024-05-20T00:00:00Z'), [
    'conflict figure 2023-01-01 2024-06-21',
    'event exercise happened 2024-06-01 2024-06-21',
    'outcome open → kept 2024-06-19 2024-06-21',
    'stage signed happened 2024-06-19 2024-06-21',
    'outcome open → unreported 2024-07-31 2024-05-20',
  ]);
  assert.deepEqual(since('2024-07-01T00:00:00Z'), ['outcome open → unreported 2024-07-31 2024-07-01']);
  assert.deepEqual(since('2024-08-01T00:00:00Z'), []);
});

test('a commitment that falls due without an end is news once', () => {
  const plan = `
a 2024-05-15 Вестник
  supply planned 2024-06 | поставит катера | supplier=Варония; recipient=Мередия; object=катера; future=promise; due=2024-06
b 2024-05-20 Пресса
  supply cancelled 2024-06 | поставка катеров отменена | supplier=Варония; recipient=Мередия; object=катера
`;
  const record = mergeRecord(captured(plan, { a: '2024-05-16', b: '2024-05-21' }), {
    asOf: '2024-07-10',
    engine: 'test',
  });
  const since = (at: string) => newsSince(record, at).map((n) => `${n.kind} ${n.what}`);
  assert.deepEqual(since('2024-06-01T00:00:00Z'), ['due cancelled']);
  assert.deepEqual(since('2024-07-05T00:00:00Z'), []);
});

/** The notation with the days on which its documents were captured. */
function captured(text: string, days: Readonly<{ [document: string]: string }>) {
  const { documents, claims } = readNotation(text);
  const at = (id: string) => ({ at: `${days[id] ?? '2024-01-01'}T10:00:00Z`, sha256: id });
  return { documents: documents.map((d) => Object.assign({}, d, { capture: at(d.id) })), claims };
}
