import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { About, LineKind } from './store.ts';

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
export function aboutLine(engine: Engine, kind: LineKind, about: About): Expression<SqlBool> {
  switch (about.kind) {
    case 'words':
      return sql<SqlBool>`record_line.id in (
        select line_claim.line from line_claim
        where line_claim.kind = ${kind} and line_claim.document in (
          select document.id from document where document.search_key in ${engine.matchingKeys(about.query)}))`;
    case 'entities':
      return sql<SqlBool>`record_line.id in (
        select line_entity.line from line_entity
        where line_entity.kind = ${kind} and line_entity.entity in (${list(about.entities)})
        union select record_line.id from record_line
        where record_line.kind = ${kind} and record_line.id in (${list(about.entities)}))`;
    default:
      return sql<SqlBool>`1 = 0`;
  }
}

/** That the claim names one of the entities, is a statement about it, or stands in a document with the words. */
export function aboutClaim(engine: Engine, about: About): Expression<SqlBool> {
  switch (about.kind) {
    case 'words':
      return sql<SqlBool>`claim.document in (
        select document.id from document where document.search_key in ${engine.matchingKeys(about.query)})`;
    case 'entities':
      return sql<SqlBool>`claim.id in (
        select line_claim.claim from line_claim
        where line_claim.kind in ('entity', 'topic') and line_claim.line in (${list(about.entities)}))`;
    default:
      return sql<SqlBool>`1 = 0`;
  }
}

/** That the claim names the entity. */
export function naming(entity: string): Expression<SqlBool> {
  return sql<SqlBool>`claim.id in (
    select line_claim.claim from line_claim where line_claim.kind = 'entity' and line_claim.line = ${entity})`;
}

/** That a derived line rests on a claim of a document of this outlet. */
export function toldBy(kind: LineKind, outlet: string): Expression<SqlBool> {
  return sql<SqlBool>`record_line.id in (
    select line_claim.line from line_claim inner join document on document.id = line_claim.document
    where line_claim.kind = ${kind} and document.outlet = ${outlet})`;
}

/** That a derived line rests on a claim of one of these types. */
export function restingOn(kind: LineKind, types: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from line_claim where line_claim.kind = ${kind} and line_claim.line = record_line.id
    and line_claim.type in (${list(types)}))`;
}

/** `in ()` with nothing in it is no SQL: an id that nothing has stands in. */
function list(ids: readonly string[]) {
  return sql.join(ids.length > 0 ? ids : ['']);
}
