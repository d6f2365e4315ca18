import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';

import type { Engine, IndexedTerms, KeyPage } from '../engine.ts';
import type { Schema } from '../schema.ts';
import type { SearchPhrase, SearchQuery } from '../store.ts';
import { textByBytes } from './column-types.ts';
import { postgresDialect, type PostgresOptions } from './dialect.ts';
import { retryTransaction } from './retry-transaction.ts';
import { phraseLiteral, termsOfVectors, type VectorPart, vectorsOf } from './search-vector.ts';

/**
 * PostgreSQL 15 or later: search by `tsvector` with GIN over the same stems as FTS5 has them. A document whose words one
 * vector cannot hold has several, in a table of its own, so that questions to the others stay one look into one index.
 */
export function postgresEngine(options: PostgresOptions): Engine {
  return {
    name: 'postgres',
    dialect: postgresDialect(options),
    plugins: [textByBytes],
    bytes: 'bytea',
    skipLocked: sql`for update skip locked`,
    now: sql<number>`(extract(epoch from statement_timestamp()) * 1000)::bigint`,
    retry: (act) => retryTransaction(act, options),
    hasTable: async (db, table) => {
      const found = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(db);
      return found.rows[0]?.found ?? false;
    },
    checkServer,
    createSearchIndex,
    renewSearchIndex: putVectorsAside,
    indexTerms,
    unindexTerms: async (tx, keys) => {
      await sql`delete from search where key in (${sql.join(keys)})`.execute(tx);
      await sql`delete from search_part where key in (${sql.join(keys)})`.execute(tx);
    },
    matchingKeys,
    matchingPage,
    countMatching,
    whenSearching: (db, act) => retryTransaction(() => db.transaction().execute((tx) => searchIn(tx, act)), options),
    searchKeys: sql`select key from search union all select distinct key from search_part`,
    // A server checks its pages when it reads them (`data_checksums`); every row is read by what else is checked.
    findDamage: async () => [],
    tables: async (db) => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = current_schema()
        and table_type = 'BASE TABLE' and table_name not in ('search', 'search_part')`.execute(db);
      return rows.map(({ name }) => name);
    },
    streamTerms,
    scrub: async (db) => {
      await sql`vacuum document, capture, claim, search, search_part, record_line, line_claim, line_entity`.execute(db);
    },
  };
}

/** Lower-case letters and stems are the program's own work: all that is asked of the server is to keep UTF-8 as it is. */
async function checkServer(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ encoding: string; version: number }>`
    select pg_encoding_to_char(encoding) as encoding, current_setting('server_version_num')::integer as version
    from pg_database where datname = current_database()`.execute(db);
  const { encoding = '', version = 0 } = rows[0] ?? {};
  if (version < 150_000) throw new Error(`the server is older than PostgreSQL 15 (${version})`);
  if (encoding !== 'UTF8') throw new Error(`the encoding of the database is ${encoding}: make one with UTF8`);
}

async function* streamTerms(db: Kysely<Schema>): AsyncIterable<IndexedTerms> {
  interface Row {
    readonly key: number;
    readonly words: readonly { readonly lexeme: string; readonly positions: readonly number[] }[];
  }
  const vectors = sql<Row>`
    select key, (select json_agg(json_build_object('lexeme', lexeme, 'positions', positions)) from unnest(terms)) as words
    from (select key, 0 as n, terms from search union all select key, n, terms from search_part) as parts
    order by key, n`.compile(db);
  let key: number | null = null;
  let parts: VectorPart[] = [];
  for await (const { rows } of db.getExecutor().stream<Row>(vectors, 100)) {
    for (const row of rows) {
      if (key !== null && key !== row.key) {
        yield { key, terms: termsOfVectors(parts) };
        parts = [];
      }
      key = row.key;
      parts.push(new Map((row.words ?? []).flatMap(({ lexeme, positions }) => positions.map((p) => [p, lexeme]))));
    }
  }
  if (key !== null) yield { key, terms: termsOfVectors(parts) };
}

async function createSearchIndex(db: Kysely<Schema>): Promise<void> {
  await sql`create table search (key bigint primary key, terms tsvector not null)`.execute(db);
  await sql`create index search_terms on search using gin (terms)`.execute(db);
  await sql`
    create table search_part (key bigint, n integer, terms tsvector not null, primary key (key, n))`.execute(db);
  await sql`create index search_part_terms on search_part using gin (terms)`.execute(db);
}

/**
 * Whoever counts the documents of a common word visits most rows, and a row with its vector takes as much as twenty without.
 * The server puts a vector aside only in rows above 2 kB, and then all that stays above the target: two thousand spaces,
 * which take thirty bytes when they are packed, bring every row there.
 */
async function putVectorsAside(db: Kysely<Schema>): Promise<void> {
  await sql`alter table search rename to search_before`.execute(db);
  await sql`
    create table search (key bigint not null, terms tsvector not null, weight text not null default repeat(' ', 2048))
    with (toast_tuple_target = 128)`.execute(db);
  await sql`insert into search (key, terms) select key, terms from search_before order by key`.execute(db);
  await sql`drop table search_before`.execute(db);
  await sql`alter table search add primary key (key)`.execute(db);
  await sql`create index search_terms on search using gin (terms)`.execute(db);
}

/** The planner takes a look through all rows for cheap, since it sees how small they are and not that each vector lies aside. */
async function searchIn<T>(tx: Transaction<Schema>, act: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  await sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`.execute(tx);
  return act(tx);
}

async function indexTerms(tx: Transaction<Schema>, documents: readonly IndexedTerms[]): Promise<void> {
  for (const { key, terms } of documents) {
    const [vector = '', ...further] = vectorsOf(terms);
    if (further.length === 0) {
      await sql`insert into search (key, terms) values (${key}, ${vector}::tsvector)`.execute(tx);
      continue;
    }
    for (const [n, part] of [vector, ...further].entries()) {
      await sql`insert into search_part (key, n, terms) values (${key}, ${n}, ${part}::tsvector)`.execute(tx);
    }
  }
}

function matchingKeys(query: SearchQuery): RawBuilder<number> {
  return sql<number>`(
    select key from search where terms @@ ${literalOf(query)}::tsquery
    union all ${keysInParts(query)})`;
}

/**
 * Of one word the server knows how common it is: for a page of a common one it goes through the keys from the highest, for a
 * page of a rare one through the index of words. How often several meet it can only guess, and a wrong guess would take it
 * through the vectors of all documents: for these all keys are found and then put in order.
 */
function matchingPage(query: SearchQuery, { offset, limit }: KeyPage): RawBuilder<number> {
  const [first, ...further] = query;
  const isOneWord = first?.stems.length === 1 && !first.prefix && further.length === 0;
  const highest = isOneWord ? sql` order by key desc limit ${offset + limit}` : sql``;
  return sql<number>`
    select key from (
      (select key from search where terms @@ ${literalOf(query)}::tsquery${highest})
      union all ${keysInParts(query)}) as matching
    order by key desc limit ${limit} offset ${offset}`;
}

/** A document is in one of the two tables. */
function countMatching(query: SearchQuery): RawBuilder<{ readonly total: number }> {
  return sql`
    select (select count(*) from search where terms @@ ${literalOf(query)}::tsquery)
      + (select count(*) from ${keysInParts(query)} as parts) as total`;
}

function literalOf(query: SearchQuery): string {
  return query.map(phraseLiteral).join(' & ');
}

/** Each phrase may stand in another part of a long text. */
function keysInParts(query: SearchQuery): RawBuilder<number> {
  const having = (phrase: SearchPhrase): RawBuilder<number> =>
    sql`select distinct key from search_part where terms @@ ${phraseLiteral(phrase)}::tsquery`;
  return sql<number>`(${sql.join(query.map(having), sql` intersect `)})`;
}
