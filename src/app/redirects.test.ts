import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { insertNotation } from '../../test/insert-notation.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { mergeStore } from './merge-dossier.ts';

async function read(store: Store, notation: string): Promise<void> {
  await insertNotation(store, notation);
  await mergeStore(store);
}

const idsOf = async (store: Store, kind: 'event' | 'entity' | 'commitment') =>
  (await store.findLines(kind, {})).rows.map((json): { id: string; name?: string; type: string } => JSON.parse(json));

test('ids that lines gave up to an earlier report lead to them, also after another merge', async (t) => {
  const store = await openStore(join(temporaryFolder(t), 'test.db'));
  t.after(() => store.close());
  await read(
    store,
    `
b 2024-05-16 Пресса
  meeting happened 2024-05-14 | встреча в Веллене | actor=Варония, Мередия; place=Веллен
  supply planned 2024-09 | поставит катера | supplier=Варония; recipient=Мередия; object=катера; future=promise; due=2024-09
`,
  );
  const meeting = (await idsOf(store, 'event')).find((e) => e.type === 'meeting');
  const [promise] = await idsOf(store, 'commitment');
  assert.ok(meeting && promise);
  await read(
    store,
    `
a 2024-05-15 Вестник
  meeting happened 2024-05-14 | переговоры в Веллене | actor=Варония, Мередия; place=Веллен
  supply planned 2024-09 | обещает поставить катера | supplier=Варония; recipient=Мередия; object=катера; future=promise; due=2024-09
`,
  );
  const moved = await store.resolveId(meeting.id);
  assert.equal(moved?.kind, 'event');
  assert.notEqual(moved?.id, meeting.id);
  assert.equal((await store.resolveId(promise.id))?.kind, 'commitment');
  await read(
    store,
    '\nc 2024-06-01 Радио\n  meeting happened 2024-05-30 | встреча в Ольмаре | actor=Варония, Тальмар\n',
  );
  assert.equal((await store.resolveId(meeting.id))?.id, moved?.id);
  assert.equal(await store.resolveId('nothing'), null);
});
