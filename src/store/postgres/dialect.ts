import { setTimeout as sleep } from 'node:timers/promises';

import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import { Pool, type PoolClient, type QueryResult as Answer, types } from 'pg';

import { checkParameter } from '../check-parameter.ts';
import { faultOf, isStarting } from './faults.ts';

/** Which database, and how long a server that is down is waited for. */
export interface PostgresOptions {
  /** `postgres://user@host/database`; a socket folder goes as `?host=/folder`. */
  readonly url: string;
  /** Milliseconds for the first connection, where nothing answers; 5,000 where absent. */
  readonly openLimit?: number;
  /** Milliseconds for a server that was there before; 60,000 where absent. */
  readonly busyLimit?: number;
}

/** Connections of one program: pages are answered while a transaction is written. */
const mostConnections = 6;

/**
 * Milliseconds in a transaction without a question, after which the server ends it: a program that was stopped there would
 * hold its rows for ever. The address may say another number: `?idle_in_transaction_session_timeout=5000`.
 */
const silenceLimit = 30_000;

const firstPause = 20;
const longestPause = 500;

/**
 * Kysely over node-postgres. A question outside a transaction whose connection is lost is asked again over a new one,
 * since a server that restarts is back in seconds; a transaction that is lost rejects and is tried anew as a whole by
 * `retryTransaction`.
 */
export function postgresDialect(options: PostgresOptions): Dialect {
  return {
    createAdapter: (): DialectAdapter => new PostgresAdapter(),
    createDriver: (): Driver => createDriver(options),
    createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db),
    createQueryCompiler: (): QueryCompiler => new PostgresQueryCompiler(),
  };
}

/**
 * Does this again while a server that is down may come back, up to `limit` milliseconds; one that says that it is starting
 * is there, and is waited for as long as any.
 */
async function whileLost<T>(act: () => Promise<T>, limit: number, startingLimit: number): Promise<T> {
  for (let waited = 0, pause = firstPause; ; waited += pause, pause = Math.min(pause * 2, longestPause)) {
    try {
      return await act();
    } catch (error) {
      if (faultOf(error) !== 'lost' || waited >= (isStarting(error) ? startingLimit : limit)) throw error;
      await sleep(pause);
    }
  }
}

export const usualBusyLimit = 60_000;

function createDriver({ url, openLimit = 5000, busyLimit = usualBusyLimit }: PostgresOptions): Driver {
  let pool: Pool | null = null;
  const connections = new WeakMap<DatabaseConnection, Connection>();
  const of = (connection: DatabaseConnection): Connection => {
    const found = connections.get(connection);
    if (!found) throw new Error('this connection is not of this driver');
    return found;
  };
  const connect = async (limit: number): Promise<PoolClient> => {
    const open = pool;
    if (!open) throw new Error('the database is closed');
    return whileLost(() => open.connect(), limit, busyLimit);
  };
  /** Waits once: who asks again and again is told by another error that waiting is over. */
  const connectAgain = async (): Promise<PoolClient> => {
    try {
      return await connect(busyLimit);
    } catch (error) {
      if (faultOf(error) !== 'lost') throw error;
      throw new Error(`the server did not come back within ${busyLimit / 1000} s`, { cause: error });
    }
  };
  return {
    init: async () => {
      pool = openPool(url);
      (await connect(openLimit)).release();
    },
    acquireConnection: async () => {
      const connection = connectionOver(await connectAgain(), connectAgain, busyLimit);
      connections.set(connection.asked, connection);
      return connection.asked;
    },
    releaseConnection: async (connection) => of(connection).release(),
    beginTransaction: async (connection, settings) => of(connection).begin(settings.isolationLevel ?? 'read committed'),
    commitTransaction: async (connection) => of(connection).end('commit'),
    rollbackTransaction: async (connection) => of(connection).end('rollback'),
    destroy: async () => {
      const open = pool;
      pool = null;
      await open?.end();
    },
  };
}

function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    application_name: 'servanda',
    // A server that went without a word is noticed in minutes, and not never.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idle_in_transaction_session_timeout: silenceLimit,
    types: {
      // Counts and keys are below 2^53.
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // An idle connection that is lost is replaced when the next one is wanted. Each one has a listener from its first moment
  // to its last: an error that nobody hears, in between two of its users or while it is closed, would end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool.on('error', () => undefined);
}

/** One connection as Kysely asks it, and what the driver does with it. */
interface Connection {
  readonly asked: DatabaseConnection;
  begin(isolation: string): Promise<void>;
  end(how: 'commit' | 'rollback'): Promise<void>;
  release(): void;
}

function connectionOver(first: PoolClient, reconnect: () => Promise<PoolClient>, busyLimit: number): Connection {
  let client: PoolClient | null = first;
  let lost: Error | null = null;
  let within = false;
  // What breaks between two questions shows at the next one.
  const onError = (error: Error): void => {
    lost = error;
  };
  first.on('error', onError);
  const drop = (): void => {
    client?.off('error', onError);
    client?.release(lost ?? undefined);
    client = null;
    lost = null;
  };
  const ask = async (text: string, values: unknown[] = []): Promise<Answer> => {
    if (!client) {
      client = await reconnect();
      client.on('error', onError);
    }
    try {
      return await client.query(text, values);
    } catch (error) {
      if (faultOf(error) === 'lost' && error instanceof Error) lost = error;
      throw error;
    }
  };
  const executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    const values = query.parameters.map(checkParameter);
    const act = async (): Promise<QueryResult<Row>> => resultOf(await ask(query.sql, values));
    if (within || !/^\s*select\b/iu.test(query.sql)) return act();
    // With the server all connections went, those too that wait in the pool and have not noticed yet.
    const askAnew = (): Promise<QueryResult<Row>> => {
      if (lost) drop();
      return act();
    };
    return whileLost(askAnew, busyLimit, busyLimit);
  };
  return {
    asked: {
      executeQuery,
      streamQuery: async function* stream<Row>(
        query: CompiledQuery,
        chunkSize = 100,
      ): AsyncIterableIterator<QueryResult<Row>> {
        // A cursor lives in a transaction; one at a time, as the rows are taken.
        await ask(`declare streamed no scroll cursor for ${query.sql}`, query.parameters.map(checkParameter));
        for (;;) {
          const answer = await ask(`fetch ${chunkSize} from streamed`);
          if (answer.rows.length === 0) break;
          yield resultOf(answer);
        }
        await ask('close streamed');
      },
    },
    begin: async (isolation) => {
      await ask(`begin isolation level ${isolation}`);
      within = true;
    },
    end: async (how) => {
      within = false;
      // With its connection a transaction is gone: there is nothing to roll back.
      if (how === 'commit' || !lost) await ask(how);
    },
    release: drop,
  };
}

function resultOf<Row>({ command, rowCount, rows }: Answer): QueryResult<Row> {
  const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
  // Plain objects of column values: the row type that Kysely worked out from the query.
  return { rows: rows as Row[], ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
}
