import type { Kysely } from 'kysely';

import { createAccountStore } from './accounts.ts';
import {
  countByFacet,
  selectLatestClaims,
  countClaimsByMonth,
  selectTopics,
  findClaims,
  selectClaims,
  selectClaimsOf,
  streamClaims,
} from './claims.ts';
import {
  checkCaptures,
  countOutlets,
  findDocuments,
  selectCapture,
  selectDocumentOf,
  selectDocuments,
  selectSentences,
  streamCaptures,
  streamDocuments,
} from './documents.ts';
import type { Engine } from './engine.ts';
import { findOrphans } from './find-orphans.ts';
import {
  countByEntity,
  countByMonth,
  countClaimsBy,
  findEntities,
  findLineIds,
  findLines,
  resolveId,
  selectLines,
  selectLinesOn,
  selectPublic,
} from './lines.ts';
import { selectNewsMark, updateNewsMark } from './news-mark.ts';
import { counts, progress } from './progress.ts';
import { createQueue, insertReadings } from './queue.ts';
import { deleteDocuments } from './readings.ts';
import { selectQuotable } from './quotable-documents.ts';
import { replaceRecord } from './replace-record.ts';
import { insertRuling, selectRulings } from './rulings.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** A store over a database whose tables are up to date. */
export function createStore(db: Kysely<Schema>, engine: Engine): Store {
  return {
    insertReadings: (readings) => insertReadings(db, engine, readings),
    selectDocumentOf: (source, sha256) => selectDocumentOf(db, source, sha256),
    deleteDocuments: (ids, at) => deleteDocuments(db, engine, ids, at),
    selectDocuments: (ids) => selectDocuments(db, ids),
    selectQuotable: (ids) => selectQuotable(db, ids),
    findDocuments: (filter) => findDocuments(db, engine, filter),
    countOutlets: () => countOutlets(db),
    selectSentences: (ids) => selectSentences(db, ids),
    selectCapture: (document) => selectCapture(db, document),
    streamCaptures: () => streamCaptures(db),
    checkCaptures: () => checkCaptures(db),
    selectClaims: (ids) => selectClaims(db, ids),
    findClaims: (filter) => findClaims(db, engine, filter),
    selectLatestClaims: (entities, type, each) => selectLatestClaims(db, entities, type, each),
    countByFacet: (facet, filter, limit) => countByFacet(db, engine, facet, filter, limit),
    countClaimsByMonth: (filter) => countClaimsByMonth(db, engine, filter),
    selectTopics: (claims) => selectTopics(db, claims),
    selectClaimsOf: (document) => selectClaimsOf(db, document),
    streamClaims: (as) => streamClaims(db, as),
    streamDocuments: () => streamDocuments(db),
    replaceRecord: (record, merged) => replaceRecord(db, engine, record, merged),
    selectLines: (kind, ids) => selectLines(db, kind, ids),
    findLines: (kind, filter) => findLines(db, engine, kind, filter),
    findLineIds: (kind, filter) => findLineIds(db, engine, kind, filter),
    countByMonth: (kind, filter) => countByMonth(db, engine, kind, filter),
    countByEntity: (kind, filter, most) => countByEntity(db, engine, kind, filter, most),
    countClaimsBy: (entities, type) => countClaimsBy(db, entities, type),
    selectPublic: (entities) => selectPublic(db, entities),
    selectLinesOn: (kind, claims) => selectLinesOn(db, kind, claims),
    resolveId: (id, wanted) => resolveId(db, id, wanted),
    findEntities: (name) => findEntities(db, name),
    insertRuling: (ruling) => insertRuling(db, engine, ruling),
    selectRulings: () => selectRulings(db),
    selectNewsMark: () => selectNewsMark(db),
    updateNewsMark: (at) => updateNewsMark(db, engine, at),
    queue: createQueue(db, engine),
    accounts: createAccountStore(db),
    progress: () => progress(db),
    counts: () => counts(db),
    findOrphans: () => findOrphans(db, engine),
    close: () => db.destroy(),
  };
}
