import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNotation } from '../../test/claim-notation.ts';
import { mergeRecord } from './merge-record.ts';
import { names } from './name-affinity.ts';
import { namingsOf } from './name-node.ts';

/** Bodies that documents name, each document by one name, and the entities that these are: names of one joined by `=`. */
const cases: readonly (readonly [name: string, named: readonly string[], wanted: readonly string[]])[] = [
  [
    'ministries of two states are two, and one of no state is of neither',
    ['ФСН Варонии', 'ФСН Мередии', 'ФСН'],
    ['ФСН', 'ФСН Варонии', 'ФСН Мередии'],
  ],
  [
    'few letters stand neither for names nor for what begins with a small letter',
    ['ФСБ', 'федеральный суд Брона', 'ЛАГ', 'Лескен-Арна Галс'],
    ['ЛАГ', 'Лескен-Арна Галс', 'ФСБ', 'федеральный суд Брона'],
  ],
  [
    'two bodies of one state with the same letters are two, and the letters are of neither',
    ['Судебная коллегия Варонии', 'Следственный комитет Варонии', 'СК Варонии'],
    ['СК Варонии', 'Следственный комитет Варонии', 'Судебная коллегия Варонии'],
  ],
  [
    'the head of a name is what its letters stand for',
    ['Совет министров Илмарии', 'Комитет по Оценке СМИ'],
    ['Комитет по Оценке СМИ', 'Совет министров Илмарии'],
  ],
  [
    'letters and words of one owner are one',
    ['Служба безопасности Варонии', 'СБВ', 'Министерство рыболовства РФ', 'Министерство рыболовства России'],
    ['Министерство рыболовства России=Министерство рыболовства РФ', 'Служба безопасности Варонии=СБВ'],
  ],
  [
    'nouns and owners alike make no one body of two',
    ['Союз рыбаков Варонии', 'Варонский союз поваров', 'Комитет Поваров Варонии', 'Совет поваров'],
    ['Варонский союз поваров', 'Комитет Поваров Варонии', 'Совет поваров', 'Союз рыбаков Варонии'],
  ],
];

for (const [name, named, wanted] of cases) {
  const input = readNotation(named.map(measureBy).join('\n'));

  test(name, () => {
    const { entities } = mergeRecord(input, { asOf: '2025-06-01', engine: 'test' });
    const found = entities.map((e) => [e.name, ...e.aliases].join('='));
    assert.deepEqual(found.toSorted(), wanted.toSorted());
  });

  test(`${name}: whichever is compared with the other`, () => {
    const nodes = input.documents.flatMap((document) =>
      namingsOf(
        document,
        input.claims.filter((c) => c.document === document.id),
      ).map(({ node }) => node),
    );
    assert.equal(nodes.length, named.length);
    const verdicts = (turned: boolean) =>
      nodes.flatMap((a) => nodes.map((b) => scoreOf(turned ? names.compare(b, a) : names.compare(a, b))));
    assert.deepEqual(verdicts(true), verdicts(false));
  });
}

function measureBy(body: string, i: number): string {
  return `d${i} 2024-01-1${i} Вестник\n  measure happened - | ввела запрет ${i} | actor=organisation:${body}`;
}

function scoreOf(verdict: ReturnType<typeof names.compare>): number | 'apart' | null {
  return verdict === null || verdict === 'apart' ? verdict : verdict.score;
}
