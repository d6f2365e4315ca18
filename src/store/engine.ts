import type { Dialect, Kysely, RawBuilder, Transaction } from 'kysely';

import type { Schema } from './schema.ts';
import type { SearchQuery, SearchTerms } from './store.ts';

/**
 * What differs between the databases that can hold a dossier; everything else is one set of migrations and queries.
 * A further engine is one further file that gives this.
 */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** Column type for bytes. */
  readonly bytes: 'blob' | 'bytea';
  createSearchIndex(db: Kysely<Schema>): Promise<void>;
  indexTerms(tx: Transaction<Schema>, key: number, terms: SearchTerms): Promise<void>;
  unindexTerms(tx: Transaction<Schema>, keys: readonly number[]): Promise<void>;
  /** A subquery that gives the search keys of the documents that match. */
  matchingKeys(query: SearchQuery): RawBuilder<number>;
  /** After documents were forgotten: nothing of them stays in the files of the database. */
  scrub(db: Kysely<Schema>): Promise<void>;
}
