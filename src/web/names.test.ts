import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plainView } from '../../test/plain-view.ts';
import type { EntityType } from '../model/entity.ts';
import { nameOf } from './names.ts';

const view = { ...plainView, language: 'en' } as const;

const cases: readonly (readonly [name: string, type: EntityType, english: string])[] = [
  ['Германия', 'state', 'Germany'],
  ['США', 'state', 'United States'],
  ['Соединённые Штаты', 'state', 'United States'],
  ['Велория', 'state', 'Veloriya'],
  ['Германия', 'organisation', 'Германия'],
  ['Ольмар', 'place', 'Olmar'],
  ['Договор о мостах', 'agreement', 'Договор о мостах'],
];

for (const [name, type, english] of cases)
  test(`${type} «${name}» is ${english} to an English reader`, () =>
    assert.equal(nameOf(view, { name, type }), english));

test('whoever chose a table gets its letters for states too, and a Russian reader the name as it is', () => {
  assert.equal(nameOf({ ...view, letters: 'gost-2006' }, { name: 'Германия', type: 'state' }), 'Germaniia');
  assert.equal(nameOf({ ...view, language: 'ru' }, { name: 'Германия', type: 'state' }), 'Германия');
});
