import { type Expression, type SelectQueryBuilder, sql } from 'kysely';

import type { Schema } from './schema.ts';
import type { MonthCount } from './store.ts';

/** How many rows of a query fall into each month of a day of theirs, in the order of the months; undated ones into none. */
export async function countMonths<Table extends keyof Schema>(
  query: SelectQueryBuilder<Schema, Table, object>,
  day: Expression<string | null>,
): Promise<readonly MonthCount[]> {
  const month = sql<string>`substr(${day}, 1, 7)`;
  const rows = await query
    .where(day, 'is not', null)
    .select((e) => [month.as('month'), e.fn.countAll<number>().as('count')])
    .groupBy(month)
    .orderBy(month)
    .execute();
  return rows.map((row) => ({ month: row.month, count: Number(row.count) }));
}
