import { type Kysely, sql, type RawBuilder, type Transaction } from 'kysely';

import type { Engine, IndexedTerms } from '../engine.ts';
import type { Schema } from '../schema.ts';
import type { SearchPhrase, SearchQuery } from '../store.ts';
import { sqliteDialect, type SqliteOptions } from './dialect.ts';

/** The embedded engine: one file, search by FTS5 over stems that the program made (the index keeps no text). */
export function sqliteEngine(options: SqliteOptions): Engine {
  return {
    name: 'sqlite',
    dialect: sqliteDialect(options),
    plugins: [],
    bytes: 'blob',
    // One writes at a time: nothing that is being taken is seen by another.
    skipLocked: sql``,
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    retry: (act) => act(),
    hasTable: async (db, table) => {
      const found = await sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`.execute(db);
      return found.rows.length > 0;
    },
    checkServer: async () => undefined,
    createSearchIndex,
    indexTerms: async (tx: Transaction<Schema>, documents: readonly IndexedTerms[]): Promise<void> => {
      for (const { key, terms } of documents) {
        const { stems, lemmas } = terms;
        await sql`insert into search (rowid, stems, lemmas) values (${key}, ${stems}, ${lemmas})`.execute(tx);
      }
    },
    unindexTerms: async (tx: Transaction<Schema>, keys: readonly number[]): Promise<void> => {
      for (const key of keys) await sql`delete from search where rowid = ${key}`.execute(tx);
    },
    matchingKeys: (query: SearchQuery): RawBuilder<number> =>
      sql<number>`(select rowid as key from search where search match ${matchOf(query)})`,
    matchingPage: (query, { offset, limit }) => sql<number>`
      select rowid as key from search where search match ${matchOf(query)}
      order by rowid desc limit ${limit} offset ${offset}`,
    countMatching: (query) => sql`select count(*) as total from search where search match ${matchOf(query)}`,
    whenSearching: (db, act) => act(db),
    searchKeys: sql`select rowid as key from search`,
    findDamage,
    tables: async (db) => {
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_schema where type = 'table' and name not glob 'sqlite*' and name not glob 'search*'`.execute(
        db,
      );
      return rows.map(({ name }) => name);
    },
    streamTerms,
    copyInto: async (db, file) => {
      await sql`vacuum into ${file}`.execute(db);
    },
    scrub: async (db: Kysely<Schema>): Promise<void> => {
      // What was deleted is overwritten (`secure_delete`); the log of writes still has it until it is folded in.
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
  };
}

/** The index keeps no text: the words are put together from the places where it has them. */
async function* streamTerms(db: Kysely<Schema>): AsyncIterable<IndexedTerms> {
  await sql`create virtual table if not exists temp.search_word using fts5vocab('main', 'search', 'instance')`.execute(
    db,
  );
  interface Row {
    readonly key: number;
    /** `null` for a document without words. */
    readonly col: 'stems' | 'lemmas' | null;
    readonly term: string;
  }
  const words = sql<Row>`
    select search.rowid as key, word.col, word.term from search left join (
      select doc, col, term, offset from temp.search_word order by doc, col, offset) as word on word.doc = search.rowid
    order by search.rowid, word.col, word.offset`.compile(db);
  let key: number | null = null;
  let lists: { readonly stems: string[]; readonly lemmas: string[] } = { stems: [], lemmas: [] };
  const collected = (of: number): IndexedTerms => {
    return { key: of, terms: { stems: lists.stems.join(' '), lemmas: lists.lemmas.join(' ') } };
  };
  for await (const { rows } of db.getExecutor().stream<Row>(words, 1)) {
    for (const row of rows) {
      if (key !== null && key !== row.key) {
        yield collected(key);
        lists = { stems: [], lemmas: [] };
      }
      key = row.key;
      if (row.col) lists[row.col].push(row.term);
    }
  }
  if (key !== null) yield collected(key);
}

async function findDamage(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const damage = rows.map((row) => row.integrity_check).filter((word) => word !== 'ok');
  const keys = await sql<{ table: string; rowid: number }>`pragma foreign_key_check`.execute(db);
  damage.push(...keys.rows.map((row) => `row ${row.rowid} of ${row.table} leads to nothing`));
  try {
    await sql`insert into search (search) values ('integrity-check')`.execute(db);
  } catch (error) {
    damage.push(`the search index: ${error instanceof Error ? error.message : String(error)}`);
  }
  return damage;
}

async function createSearchIndex(db: Kysely<Schema>): Promise<void> {
  await sql`
    create virtual table search using fts5(
      stems, lemmas, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
    )`.execute(db);
  await sql`insert into search (search, rank) values ('secure-delete', 1)`.execute(db);
}

/** `[['договор'], ['совет', 'безопасн'*]]` → `("договор") AND ("совет" + "безопасн" *)`; over stems and lemmas alike. */
function matchOf(query: SearchQuery): string {
  return query.map((phrase) => `(${phraseOf(phrase)})`).join(' AND ');
}

function phraseOf(phrase: SearchPhrase): string {
  const words = phrase.stems.map((stem) => `"${stem.replaceAll('"', '""')}"`).join(' + ');
  return phrase.prefix ? `${words} *` : words;
}
