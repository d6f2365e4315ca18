import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { type Kysely, sql, type Transaction } from 'kysely';

import { batches } from './batches.ts';
import type { Engine, IndexedTerms } from './engine.ts';
import { isServer, nameOfDatabase, openDatabase, type OpenDatabase } from './open-database.ts';
import type { Schema } from './schema.ts';

/**
 * Writes everything that the dossier holds, rulings and queue too, into a new dossier of either engine. It is there wholly
 * or not at all: a file gets its name when it is complete and on disk, a server is written in one transaction. What
 * changes in the source meanwhile is not in it. Rejects where the target holds a dossier already.
 */
export async function copyDossier(from: string, to: string): Promise<void> {
  const source = await openDatabase(from);
  try {
    if (isServer(to)) await copyIntoServer(source, to);
    else await copyIntoFile(source, to);
  } finally {
    await source.db.destroy();
  }
}

async function copyIntoServer(source: OpenDatabase, to: string): Promise<void> {
  const target = await openDatabase(to);
  try {
    const { count } = await target.db
      .selectFrom('journal')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) throw new Error(`there is a dossier at ${nameOfDatabase(to)} already: nothing was written`);
    await copyTables(source, target);
  } finally {
    await target.db.destroy();
  }
}

async function copyIntoFile(source: OpenDatabase, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`there is a file at ${to} already: nothing was written`);
  const part = `${to}.part`;
  removeDatabase(part);
  try {
    if (source.engine.copyInto) await source.engine.copyInto(source.db, part);
    else {
      const target = await openDatabase(part);
      try {
        await copyTables(source, target);
      } finally {
        await target.db.destroy();
      }
    }
    sync(part);
    renameSync(part, to);
    sync(dirname(to));
  } catch (error) {
    removeDatabase(part);
    throw error;
  }
}

/** Removes the file of a dossier with what SQLite keeps beside it; nothing where it is not there. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Rows read and written at once. */
const rowsAtOnce = 200;

/** Fills the empty tables of one dossier with the rows of another, and its search index. */
export async function copyTables(source: OpenDatabase, target: OpenDatabase): Promise<void> {
  const tables = await tablesOf(source);
  await source.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (reading) => {
      await target.db.transaction().execute(async (writing) => {
        await sql`delete from setting`.execute(writing);
        for (const table of tables) await copyTable(reading, writing, table);
        await copySearchIndex(source.engine, reading, target.engine, writing);
      });
    });
}

/** Those of the dossier in an order in which none comes before what it refers to. */
async function tablesOf({ db, engine }: OpenDatabase): Promise<readonly string[]> {
  const names = await engine.tables(db);
  const first = ['setting', 'document'];
  return [...first, ...names.filter((name) => !first.includes(name)).toSorted()];
}

async function copyTable(reading: Kysely<Schema>, writing: Transaction<Schema>, table: string): Promise<void> {
  // A table by its name alone has no columns to Kysely.
  const rows = sql<{ readonly [column: string]: unknown }>`select * from ${sql.table(table)}`;
  let batch: { readonly [column: string]: unknown }[] = [];
  for await (const row of streamRows(reading, rows)) {
    batch.push(row);
    if (batch.length >= rowsAtOnce) batch = await insertRows(writing, table, batch);
  }
  await insertRows(writing, table, batch);
}

async function* streamRows<Row>(reading: Kysely<Schema>, query: ReturnType<typeof sql<Row>>): AsyncIterable<Row> {
  const executor = reading.getExecutor();
  for await (const { rows } of executor.stream<Row>(query.compile(reading), rowsAtOnce)) yield* rows;
}

async function insertRows(
  writing: Transaction<Schema>,
  table: string,
  rows: readonly { readonly [column: string]: unknown }[],
): Promise<[]> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (const batch of batches(rows, Math.max(1, Math.floor(4000 / columns.length)))) {
    const values = batch.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(writing);
  }
  return [];
}

async function copySearchIndex(
  from: Engine,
  reading: Kysely<Schema>,
  to: Engine,
  writing: Transaction<Schema>,
): Promise<void> {
  let batch: IndexedTerms[] = [];
  for await (const terms of from.streamTerms(reading)) {
    batch.push(terms);
    if (batch.length < rowsAtOnce) continue;
    await to.indexTerms(writing, batch);
    batch = [];
  }
  await to.indexTerms(writing, batch);
}
