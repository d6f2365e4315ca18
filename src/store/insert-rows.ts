import { CompiledQuery, type Insertable, type Transaction } from 'kysely';

import { batches } from './batches.ts';
import type { Schema } from './schema.ts';

/** Rows of a table in one statement: their values stay within what both engines take, whatever the table. */
const rowsAtOnce = 100;

/** By the dialect that words them, the statements that insert so many rows into columns of a table. */
const statements = new WeakMap<object, Map<string, string>>();

/**
 * Inserts rows that have the columns of the first of them. The statement for a number of rows is worded once: wording it
 * takes longer than running it.
 */
export async function insertRows<Table extends keyof Schema>(
  tx: Transaction<Schema>,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (const batch of batches(rows, rowsAtOnce)) {
    const values = batch.flatMap((row) => {
      const valueOf: { readonly [column: string]: unknown } = row;
      return columns.map((column) => valueOf[column]);
    });
    const statement = statementFor(tx, `${table} ${columns.join()} ${batch.length}`, () =>
      tx.insertInto(table).values(batch).compile(),
    );
    await tx.executeQuery(CompiledQuery.raw(statement, values));
  }
}

function statementFor(tx: Transaction<Schema>, shape: string, word: () => CompiledQuery): string {
  const { adapter } = tx.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, string>();
  statements.set(adapter, known);
  const statement = known.get(shape) ?? word().sql;
  known.set(shape, statement);
  return statement;
}
