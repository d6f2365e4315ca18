import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { About } from './store.ts';

/** That a document holds the words, or that some line about the entities rests on it. */
export function aboutDocument<Tables extends keyof Schema>(
  e: ExpressionBuilder<Schema, Tables>,
  engine: Engine,
  about: About,
  id: string,
  key: string,
): Expression<SqlBool> {
  switch (about.kind) {
    case 'words':
      return sql<SqlBool>`${sql.ref(key)} in ${engine.matchingKeys(about.query)}`;
    case 'entities':
      return sql<SqlBool>`${sql.ref(id)} in (
        select line_claim.document from line_claim
        where line_claim.kind = 'entity' and line_claim.line in (${list(about.entities)}))`;
    default:
      return e.lit(false);
  }
}

/** That a derived line names one of the entities, is one of them, or rests on a document with the words. */
export function aboutLine(engine: Engine, about: About): Expression<SqlBool> {
  switch (about.kind) {
    case 'words':
      return sql<SqlBool>`exists (
        select 1 from line_claim inner join document on document.id = line_claim.document
        where line_claim.kind = record_line.kind and line_claim.line = record_line.id
          and document.search_key in ${engine.matchingKeys(about.query)})`;
    case 'entities':
      return sql<SqlBool>`(record_line.id in (${list(about.entities)}) or exists (
        select 1 from line_entity
        where line_entity.kind = record_line.kind and line_entity.line = record_line.id
          and line_entity.entity in (${list(about.entities)})))`;
    default:
      return sql<SqlBool>`1 = 0`;
  }
}

/** That the claim is one of those that give the entities their lines, or stands in a document with the words. */
export function aboutClaim(engine: Engine, about: About): Expression<SqlBool> {
  switch (about.kind) {
    case 'words':
      return sql<SqlBool>`claim.document in (
        select document.id from document where document.search_key in ${engine.matchingKeys(about.query)})`;
    case 'entities':
      return sql<SqlBool>`exists (
        select 1 from line_claim
        where line_claim.kind = 'entity' and line_claim.claim = claim.id and line_claim.line in (${list(about.entities)}))`;
    default:
      return sql<SqlBool>`1 = 0`;
  }
}

/** That a derived line rests on a claim of one of these types. */
export function restingOn(types: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from line_claim inner join claim on claim.id = line_claim.claim
    where line_claim.kind = record_line.kind and line_claim.line = record_line.id and claim.type in (${list(types)}))`;
}

/** `in ()` with nothing in it is no SQL: an id that nothing has stands in. */
function list(ids: readonly string[]) {
  return sql.join(ids.length > 0 ? ids : ['']);
}
