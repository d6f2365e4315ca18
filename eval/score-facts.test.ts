import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Fact, type FactTally, pairFacts, qualityOf, sameValue, tallyFacts } from './score-facts.ts';

/** «who: Анна Лис | Лис; where: Тальмар; position: посол», and a «!» before it for a hard one. */
function fact(words: string, type = 'Occupation'): Fact {
  const isHard = words.startsWith('!');
  const parts = words.slice(isHard ? 1 : 0).split(';');
  const args = parts.map((part) => {
    const [role = '', values = ''] = part.split(':');
    return { role: role.trim(), values: values.split('|').map((v) => v.trim()) };
  });
  return { type, arguments: args, isHard };
}

const qualities: readonly (readonly [gold: string, found: string, quality: number])[] = [
  ['who: Анна Лис | Лис; where: Тальмар; position: посол', 'who: Лис; where: Тальмар; position: посол', 1],
  // The post is missing: 2 of 2.5 of all, both of those that identify.
  ['who: Лис; where: Тальмар; position: посол', 'who: Лис; where: Тальмар', (2 / 2.5 + 1) / 2],
  // The place is missing: 1.5 of 2.5 of all, one of the two.
  ['who: Лис; where: Тальмар; position: посол', 'who: Лис; position: посол', (1.5 / 2.5 + 0.5) / 2],
  // One place too many counts like one too few.
  ['who: Лис; position: посол', 'who: Лис; where: Тальмар; position: посол', (1.5 / 2.5 + 0.5) / 2],
  // The post alone is no pair.
  ['who: Лис; where: Тальмар; position: посол', 'who: Гай; where: Мередия; position: посол', 0],
  ['participant: Лис; participant: Гай', 'participant: Гай; participant: Лис', 1],
  // One name of the found cannot stand for two of the gold.
  ['participant: Лис; participant: Лис Анна | Лис', 'participant: Лис', 0.5],
];

test('quality of a pair by its arguments', () => {
  for (const [gold, found, quality] of qualities) {
    assert.equal(qualityOf(fact(gold), fact(found)).toFixed(6), quality.toFixed(6), `${gold} — ${found}`);
  }
  assert.equal(qualityOf(fact('who: Лис', 'Meeting'), fact('who: Лис')), 0);
});

test('values agree up to one edit, two from nine letters on', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['мэра', 'Мэр', true],
    ['лидером', 'лидер', false],
    ['президентом', 'президент', true],
    ['Пётр Орлов', 'петр орлов', true],
    ['банк «Север»', 'банк Север', true],
    ['ООН', 'ОАЭ', false],
  ];
  for (const [a, b, same] of cases) assert.equal(sameValue(a, b), same, `${a} — ${b}`);
});

test('the best pairing of the whole component is taken, not the best pair first', () => {
  const meeting = (names: string): Fact => fact(names.replaceAll(/(^|; )/gu, '$1participant: '), 'Meeting');
  // The best pair alone is 0.75; both golds find a partner when the first makes do with less: 0.33 + 0.5.
  const gold = [meeting('Лис; Гай; Орвель'), meeting('Лис; Сетер')];
  const found = [meeting('Лис; Гай; Орвель; Сетер'), meeting('Гай')];
  assert.deepEqual(
    pairFacts(gold, found).map((pair) => [gold.indexOf(pair.gold), found.indexOf(pair.found), pair.quality.toFixed(2)]),
    [
      [0, 1, '0.33'],
      [1, 0, '0.50'],
    ],
  );
});

test('hard facts and what pairs with them count neither way', () => {
  const tallies = new Map<string, FactTally>();
  tallyFacts(
    tallies,
    [fact('!who: Лис; where: Тальмар'), fact('who: Гай; where: Мередия')],
    [fact('who: Лис; where: Тальмар'), fact('who: Орвель; where: Норд')],
  );
  assert.deepEqual(tallies.get('Occupation'), { right: 0, gold: 1, found: 1 });
});
