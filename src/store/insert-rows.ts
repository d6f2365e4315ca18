import { CompiledQuery, type Insertable, type Transaction } from 'kysely';

import { batches } from './batches.ts';
import type { Schema } from './schema.ts';

/** Rows of a table in one statement: their values stay within what both engines take, whatever the table. */
const rowsAtOnce = 100;

/** By the dialect that words them, the statements that insert so many rows into a table. */
const statements = new WeakMap<object, Map<string, string>>();

/**
 * Inserts rows that all have the same columns in the same order. The statement for a number of rows is worded once: wording
 * it takes longer than running it.
 */
export async function insertRows<Table extends keyof Schema>(
  tx: Transaction<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  for (const batch of batches(rows, rowsAtOnce)) {
    const values = batch.flatMap((row) => Object.values(row));
    await tx.executeQuery(CompiledQuery.raw(statementFor(tx, table, batch), values));
  }
}

function statementFor<Table extends keyof Schema>(
  tx: Transaction<Schema>,
  table: Table,
  batch: readonly Insertable<Schema[Table]>[],
): string {
  const { adapter } = tx.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, string>();
  statements.set(adapter, known);
  const key = `${table} ${batch.length}`;
  const statement = known.get(key) ?? tx.insertInto(table).values(batch).compile().sql;
  known.set(key, statement);
  return statement;
}
