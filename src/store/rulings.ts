import type { Kysely } from 'kysely';

import type { Ruling } from '../model/ruling.ts';
import type { Schema } from './schema.ts';

export async function insertRuling(db: Kysely<Schema>, ruling: Ruling): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, at, by } = ruling;
    await tx
      .insertInto('ruling')
      .values({ id, at, by, ruling_json: JSON.stringify(ruling) })
      .execute();
    await tx.insertInto('journal').values({ at, action: 'rule', subject: id }).execute();
  });
}

/** In the order in which they were given. */
export async function selectRulings(db: Kysely<Schema>): Promise<readonly Ruling[]> {
  const rows = await db.selectFrom('ruling').select('ruling_json').orderBy('n').execute();
  return rows.map((row) => JSON.parse(row.ruling_json));
}
