import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeSame, sameStem, showPersonName } from './person-name.ts';
import type { PersonName } from './person-name.ts';

/** «given patronymic surname initials», a dash for what is not given. */
function nameOf(notation: string): PersonName {
  const [given = '-', patronymic = '-', surname = '-', initials = '-'] = notation.split(' ');
  const part = (word: string): string => (word === '-' ? '' : word);
  return { given: part(given), patronymic: part(patronymic), surname: part(surname), initials: part(initials) };
}

const pairs: readonly (readonly [a: string, b: string, same: boolean])[] = [
  ['Иван - Луговой -', '- - Луговой -', true],
  ['Иван - Луговой -', 'Петр - Луговой -', false],
  ['Иван - Луговой -', '- - Луговой И', true],
  ['Иван - Луговой -', '- - Луговой П', false],
  ['Иван - Луговой -', 'Иван - - -', true],
  ['Иван Петрович Луговой -', 'Иван Сергеевич Луговой -', false],
  ['Иван - Луговой -', '- - Дубов -', false],
  ['Анна - Дубова -', '- - Дубов -', true],
  ['Серины - Вольмс -', 'Вольмс - Серина -', true],
  ['Иван - Петров -', 'Петр - Иванов -', false],
];

for (const [a, b, same] of pairs) {
  test(`${a} ${same ? 'may be' : 'is not'} ${b}`, () => {
    assert.equal(mayBeSame(nameOf(a), nameOf(b)), same);
    assert.equal(mayBeSame(nameOf(b), nameOf(a)), same);
  });
}

test('case endings of surnames do not part them', () => {
  for (const [a, b] of [
    ['Дубова', 'Дубов'],
    ['Дубовым', 'Дубов'],
    ['Луговского', 'Луговской'],
    ['Рощиным', 'Рощин'],
    ['Секретой', 'Секрета'],
  ] as const) {
    assert.ok(sameStem(a, b), `${a} ${b}`);
  }
  assert.ok(!sameStem('Дубов', 'Дубинин'));
});

test('a name shows given name and surname, or what there is', () => {
  assert.equal(showPersonName(nameOf('Иван Петрович Луговой -')), 'Иван Луговой');
  assert.equal(showPersonName(nameOf('- - Луговой ИП')), 'И. П. Луговой');
  assert.equal(showPersonName(nameOf('Иван Петрович - -')), 'Иван Петрович');
});
