import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { insertNotation } from '../../test/insert-notation.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { keepIndex, mergeStore } from './merge-dossier.ts';
import { recordAsOf } from './outcomes.ts';
import { ruleOn } from './rule.ts';

const long = 'министры двух прибрежных стран на встрече в порту подробно обсудили улов рыбы и ремонт старых причалов';

/** The second document is a reprint of the third, which is read after it; the fourth shares its events. */
const documents = {
  a: `
a 2024-05-16 Пресса
  meeting happened 2024-05-14 | встреча в Веллене | actor=Варония, Мередия; place=Веллен
  supply planned 2024-09 | поставит катера | supplier=Варония; recipient=Мередия; object=катера; future=promise; due=2024-09
`,
  b: `
b 2024-05-17 Радио
  meeting happened 2024-05-15 | ${long} и ещё раз о рыбе, причалах, судах, сетях, портах, маяках, бакенах, картах | actor=Варония, Мередия
`,
  c: `
c 2024-05-16 Вестник
  meeting happened 2024-05-15 | ${long} и ещё раз о рыбе, причалах, судах, сетях, портах, маяках, бакенах, картах | actor=Варония, Мередия
`,
  d: `
d 2024-10-02 Курьер
  supply happened 2024-09-20 | поставила катера | supplier=Варония; recipient=Мередия; object=катера
  position current happened - | министр обороны Пётр Ланской | person=Пётр Ланской; post=министр обороны; organisation=state:Варония
`,
} as const;

test('a record merged on from a kept index is the record merged from nothing: after reading, forgetting and ruling', async (t) => {
  const folder = temporaryFolder(t);
  const [one, other] = await Promise.all(['one.db', 'other.db'].map((name) => openStore(join(folder, name))));
  assert.ok(one && other);
  t.after(() => Promise.all([one.close(), other.close()]));
  const kept = keepIndex();
  const reject = async (store: Store): Promise<void> => {
    const claim = (await recordAsOf(store, '2025-01-01')).claims.find((c) => c.type === 'supply')?.id ?? '';
    const judge = { by: 'Анна', at: '2026-03-01T12:00:00.000Z', why: 'проверено' };
    assert.equal((await ruleOn(store, { action: 'reject', claim }, judge)).kind, 'ruled');
  };
  const steps: readonly ((store: Store) => Promise<unknown>)[] = [
    (store) => insertNotation(store, documents.a + documents.b),
    (store) => insertNotation(store, documents.c),
    (store) => insertNotation(store, documents.d),
    (store) => store.deleteDocuments(['a'], '2026-03-01T13:00:00.000Z'),
    reject,
    (store) => insertNotation(store, documents.a),
    (store) => store.deleteDocuments(['c'], '2026-03-01T14:00:00.000Z'),
  ];
  for (const step of steps) {
    await step(one);
    await mergeStore(one, kept);
    await step(other);
    await mergeStore(other);
    const record = await recordAsOf(one, '2025-01-01');
    assert.ok(record.events.length > 0);
    assert.deepEqual(record, await recordAsOf(other, '2025-01-01'));
  }
});
