import type { Kysely, Transaction } from 'kysely';

import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One transaction, done anew where the engine says that this helps: `act` may run several times, and counts once. */
export function inTransaction<T>(
  db: Kysely<Schema>,
  engine: Engine,
  act: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return engine.retry(() => db.transaction().execute(act));
}

/**
 * Whoever changes derived lines holds this until the end of its transaction, so that a record merged from what was there
 * before cannot come after the forgetting of a part of it.
 */
export async function lockRecord(tx: Transaction<Schema>): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key: 'record-lock', value: '' })
    .onConflict((c) => c.column('key').doUpdateSet({ value: '' }))
    .execute();
}
