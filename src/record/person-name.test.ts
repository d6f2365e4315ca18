import assert from 'node:assert/strict';
import { test } from 'node:test';

import { firstNamesAgree, parsePersonName } from './person-name.ts';

const taken: readonly (readonly [name: string, first: string | null, patronymic: string | null, surname: string])[] = [
  ['Пётр Ланской', 'petr', null, 'lanskoi'],
  ['П. И. Ланской', 'p', 'i', 'lanskoi'],
  ['Ланской П.И.', 'p', 'i', 'lanskoi'],
  ['Ланской Пётр Ильич', 'petr', 'iliq', 'lanskoi'],
  ['Пётр Ильич Ланской', 'petr', 'iliq', 'lanskoi'],
  ['Pyotr Lanskoy', 'petr', null, 'lanskoi'],
  ['Анна Попович', 'ana', null, 'popoviq'],
  ['Урсула фон дер Ланд', 'ursula', null, 'fonderland'],
  ['Ланской', null, null, 'lanskoi'],
];

for (const [name, first, patronymic, surname] of taken) {
  test(`«${name}» is taken apart`, () => assert.deepEqual(parsePersonName(name), { first, patronymic, surname }));
}

test('a description is no name', () => assert.equal(parsePersonName('министр обороны Варонии'), null));

test('first names agree with their initials and other spellings, not with each other', () => {
  assert.ok(firstNamesAgree('petr', 'p') && firstNamesAgree('petr', null) && firstNamesAgree('elena', 'i'));
  assert.ok(!firstNamesAgree('petr', 'pavel') && !firstNamesAgree('petr', 'i'));
});
