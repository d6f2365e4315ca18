import type { Kysely } from 'kysely';

import type { Ruling } from '../model/ruling.ts';
import type { Engine } from './engine.ts';
import { inTransaction, lockRecord } from './in-transaction.ts';
import { appendToJournal } from './journal.ts';
import type { Schema } from './schema.ts';

/** See `Store.insertRuling`; a ruling that is there already is left as it is. */
export async function insertRuling(db: Kysely<Schema>, engine: Engine, ruling: Ruling): Promise<void> {
  await inTransaction(db, engine, async (tx) => {
    const { id, at, by } = ruling;
    await lockRecord(tx);
    const last = await tx
      .selectFrom('ruling')
      .select((e) => e.fn.max('n').as('n'))
      .executeTakeFirst();
    const inserted = await tx
      .insertInto('ruling')
      .values({ n: Number(last?.n ?? 0) + 1, id, at, by, ruling_json: JSON.stringify(ruling) })
      .onConflict((c) => c.column('id').doNothing())
      .returning('n')
      .execute();
    if (inserted.length > 0) await appendToJournal(tx, [{ at, action: 'rule', subject: id }]);
  });
}

/** In the order in which they were given. */
export async function selectRulings(db: Kysely<Schema>): Promise<readonly Ruling[]> {
  const rows = await db.selectFrom('ruling').select('ruling_json').orderBy('n').execute();
  return rows.map((row) => JSON.parse(row.ruling_json));
}
