import { type Kysely, sql } from 'kysely';

import type { Schema } from '../../src/store/schema.ts';

/** Each with the columns that are copied as they are, after the kind and the id of the line. */
const tables = [
  {
    name: 'record_line',
    id: 'id',
    rest: 'type, status, name, time_from, time_to, day, conflicts, private, stamp, line_json',
  },
  { name: 'line_claim', id: 'line', rest: 'claim, document, type' },
  { name: 'line_entity', id: 'line', rest: 'entity' },
] as const;

/**
 * Puts the merged lines other than entities into the tables again, under ids that end in `#N`, from the `from`th time to the
 * one before `to`; once is as they were merged.
 */
export async function spreadRecord(db: Kysely<Schema>, from: number, to: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { name, id, rest } of tables) {
      const [kept, line, columns] = [sql.table(`merged_${name}`), sql.ref(id), sql.raw(rest)];
      await sql`
        create temporary table ${kept} as select kind, ${line} as line, ${columns} from ${sql.table(name)}
        where kind <> 'entity' and ${line} not like '%#%'`.execute(tx);
      for (let n = from; n < to; n++) {
        await sql`
          insert into ${sql.table(name)} (kind, ${line}, ${columns})
          select kind, line || ${`#${n}`}, ${columns} from ${kept}`.execute(tx);
      }
      await sql`drop table ${kept}`.execute(tx);
    }
  });
}
