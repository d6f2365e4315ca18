import type { Kysely } from 'kysely';

import type { Engine } from './engine.ts';
import { inTransaction } from './in-transaction.ts';
import type { Schema } from './schema.ts';

const key = 'news';

/** Until when the news were told last, an ISO instant; `null` where they never were. */
export async function selectNewsMark(db: Kysely<Schema>): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** An earlier mark never takes the place of a later one. */
export function updateNewsMark(db: Kysely<Schema>, engine: Engine, at: string): Promise<void> {
  return inTransaction(db, engine, async (tx) => {
    const last = await selectNewsMark(tx);
    if (last !== null && last >= at) return;
    await tx
      .insertInto('setting')
      .values({ key, value: at })
      .onConflict((c) => c.column('key').doUpdateSet({ value: at }))
      .execute();
  });
}
