import type { Dialect, Kysely, KyselyPlugin, RawBuilder, Transaction } from 'kysely';

import type { Schema } from './schema.ts';
import type { SearchQuery, SearchTerms } from './store.ts';

/** The words of one document under its key in the search index. */
export interface IndexedTerms {
  readonly key: number;
  readonly terms: SearchTerms;
}

export interface KeyPage {
  readonly offset: number;
  readonly limit: number;
}

/**
 * What differs between the databases that can hold a dossier; everything else is one set of migrations and queries.
 * A further engine is one further folder that gives this.
 */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  readonly plugins: readonly KyselyPlugin[];
  /** Column type for bytes. */
  readonly bytes: 'blob' | 'bytea';
  /** Ends a query for work to be taken: rows that another program is taking are passed over. Empty where one writes at a time. */
  readonly skipLocked: RawBuilder<unknown>;
  /** The clock of the database in milliseconds, the same for all machines that ask it. */
  readonly now: RawBuilder<number>;
  /** Does a transaction anew where it was in the way of another's, or lost its server. */
  retry<T>(act: () => Promise<T>): Promise<T>;
  hasTable(db: Kysely<Schema>, table: string): Promise<boolean>;
  /** Throws with the reason where this server cannot hold a dossier. */
  checkServer(db: Kysely<Schema>): Promise<void>;
  createSearchIndex(db: Kysely<Schema>): Promise<void>;
  /** Makes an index that an earlier program made what this one works with; absent where nothing is to be done. */
  renewSearchIndex?(db: Kysely<Schema>): Promise<void>;
  indexTerms(tx: Transaction<Schema>, documents: readonly IndexedTerms[]): Promise<void>;
  unindexTerms(tx: Transaction<Schema>, keys: readonly number[]): Promise<void>;
  /** A subquery that gives the search keys of the documents that match, each once, as `key`. */
  matchingKeys(query: SearchQuery): RawBuilder<number>;
  /** A query for a page of these keys, the highest first. */
  matchingPage(query: SearchQuery, page: KeyPage): RawBuilder<number>;
  /** A query for how many they are, as `total`. */
  countMatching(query: SearchQuery): RawBuilder<{ readonly total: number }>;
  /** Asks questions with these as this engine answers them best. */
  whenSearching<T>(db: Kysely<Schema>, act: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** A subquery that gives the keys of all documents that search knows, as `key`. */
  readonly searchKeys: RawBuilder<unknown>;
  /** What the engine's own checks find wrong with its files, in its words. */
  findDamage(db: Kysely<Schema>): Promise<readonly string[]>;
  /** Names of the tables that hold the dossier, without those of the search index. */
  tables(db: Kysely<Schema>): Promise<readonly string[]>;
  /** What `indexTerms` was given, in the order of the keys; words that no search tells apart may differ. */
  streamTerms(db: Kysely<Schema>): AsyncIterable<IndexedTerms>;
  /** Writes a consistent copy into a new file while others go on writing; absent where the engine has no files. */
  copyInto?(db: Kysely<Schema>, file: string): Promise<void>;
  /** After documents were forgotten: nothing of them stays in the files of the database, as far as the engine can tell. */
  scrub(db: Kysely<Schema>): Promise<void>;
}
