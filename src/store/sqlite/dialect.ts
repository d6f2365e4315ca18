import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import { checkParameter } from '../check-parameter.ts';

/** Where the database is, and how long a writer waits for another program's writing to end. */
export interface SqliteOptions {
  /** A file, or `:memory:`. */
  readonly file: string;
  readonly readOnly?: boolean;
  /** Milliseconds in all; 60,000 where absent. Waiting does not block the thread. */
  readonly busyLimit?: number;
}

/**
 * Kysely over the SQLite that is built into Node. One connection, its queries one after another; transactions begin
 * IMMEDIATE, so that two programs on one file wait for each other at the start and never fail half-way.
 * Parameters are strings, numbers, bigints, bytes and null; anything else is a mistake of the caller and throws.
 */
export function sqliteDialect(options: SqliteOptions): Dialect {
  return {
    createAdapter: (): DialectAdapter => new SqliteAdapter(),
    createDriver: (): Driver => createDriver(options),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
    createQueryCompiler: (): QueryCompiler => new SqliteQueryCompiler(),
  };
}

/** SQLITE_BUSY and SQLITE_LOCKED with all their extended codes: somebody else is writing, trying again helps. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  const primary = code & 0xff;
  return primary === 5 || primary === 6;
}

/** Statements kept prepared: those for so many rows or ids are a statement each, and up to a hundred rows are inserted at once. */
const preparedLimit = 400;

const firstPause = 5;
const longestPause = 250;

function createDriver(options: SqliteOptions): Driver {
  let database: DatabaseSync | null = null;
  let connection: DatabaseConnection | null = null;
  let last: Promise<void> = Promise.resolve();
  let release: () => void = () => undefined;
  const execute = (command: string): Promise<unknown> => {
    if (!connection) throw new Error('the database is not open');
    return connection.executeQuery(CompiledQuery.raw(command));
  };
  return {
    init: async () => {
      database = await openDatabase(options);
      connection = connectionTo(database);
    },
    acquireConnection: async () => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      release = resolve;
      if (!connection) throw new Error('the database is closed');
      return connection;
    },
    releaseConnection: async () => release(),
    beginTransaction: async () => {
      await whenFree(() => execute('begin immediate'), options.busyLimit);
    },
    commitTransaction: async () => {
      await whenFree(() => execute('commit'), options.busyLimit);
    },
    rollbackTransaction: async () => {
      if (database?.isTransaction) await execute('rollback');
    },
    destroy: async () => {
      database?.close();
      database = null;
      connection = null;
    },
  };
}

async function openDatabase(options: SqliteOptions): Promise<DatabaseSync> {
  // SQLite's own waiting holds up the thread, so it is short; longer waiting is done in `whenFree`.
  const database = new DatabaseSync(options.file, { readOnly: options.readOnly ?? false, timeout: 50 });
  const pragmas = options.readOnly
    ? ['foreign_keys = on', 'query_only = on']
    : ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on', 'cache_size = -32000'];
  try {
    for (const pragma of pragmas) await whenFree(() => database.exec(`pragma ${pragma}`), options.busyLimit);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function connectionTo(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const [oldest] = prepared.keys();
    if (oldest !== undefined && prepared.size >= preparedLimit) prepared.delete(oldest);
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const statement = prepare(query.sql);
      const parameters = query.parameters.map(parameterOf);
      // `all` gives plain objects of column values: the row type that Kysely worked out from the query.
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    streamQuery: async function* stream<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      // A statement of its own: a kept one could be reset by another query in between.
      const rows = database.prepare(query.sql).iterate(...query.parameters.map(parameterOf));
      for (const row of rows) yield { rows: [row as Row] };
    },
  };
}

function parameterOf(value: unknown): SQLInputValue {
  const parameter = checkParameter(value);
  return typeof parameter === 'number' && Number.isSafeInteger(parameter) ? BigInt(parameter) : parameter;
}

async function whenFree<T>(act: () => T | Promise<T>, limit = 60_000): Promise<T> {
  for (let waited = 0, pause = firstPause; ; waited += pause, pause = Math.min(pause * 2, longestPause)) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || waited >= limit) throw error;
      await sleep(pause);
    }
  }
}
