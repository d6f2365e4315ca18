import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';

import type { ClaimType } from '../model/claim.ts';
import { aboutLine, restingOn, toldBy } from './about.ts';
import { batches } from './batches.ts';
import { countMonths } from './count-months.ts';
import type { Engine } from './engine.ts';
import { foldName } from './fold-name.ts';
import type { Schema } from './schema.ts';
import {
  type EntityCount,
  type Found,
  type LineFilter,
  type IdKind,
  type LineKind,
  lineKinds,
  type MonthCount,
} from './store.ts';

/** The JSON of the lines, in the order of the ids asked for; those that are not there are left out. */
export async function selectLines(
  db: Kysely<Schema>,
  kind: LineKind,
  ids: readonly string[],
): Promise<readonly string[]> {
  const wanted = [...new Set(ids)];
  const byId = new Map<string, string>();
  for (const batch of batches(wanted)) {
    const rows = await db
      .selectFrom('record_line')
      .select(['id', 'line_json'])
      .where('kind', '=', kind)
      .where('id', 'in', batch)
      .execute();
    for (const row of rows) byId.set(row.id, row.line_json);
  }
  return wanted.flatMap((id) => byId.get(id) ?? []);
}

export async function selectLinesOn(
  db: Kysely<Schema>,
  kind: LineKind,
  claims: readonly string[],
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const batch of batches(claims)) {
    const rows = await db
      .selectFrom('line_claim')
      .select('line')
      .distinct()
      .where('claim', 'in', batch)
      .where('kind', '=', kind)
      .execute();
    for (const row of rows) ids.add(row.line);
  }
  return selectLines(db, kind, [...ids].toSorted());
}

export async function findLines(
  db: Kysely<Schema>,
  engine: Engine,
  kind: LineKind,
  filter: LineFilter,
): Promise<Found<string>> {
  const query = linesQuery(db, engine, kind, filter);
  if (filter.limit === undefined && filter.offset === undefined) {
    const rows = (await inOrder(query.select('line_json'), filter).execute()).map((r) => r.line_json);
    return { rows, total: rows.length };
  }
  // Which lines make a page is told by an index alone; of the table no row is read but theirs.
  const rows = await selectLines(db, kind, await findLineIds(db, engine, kind, filter));
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: Number(total) };
}

export async function findLineIds(
  db: Kysely<Schema>,
  engine: Engine,
  kind: LineKind,
  filter: LineFilter,
): Promise<readonly string[]> {
  const rows = await inOrder(linesQuery(db, engine, kind, filter).select('record_line.id'), filter).execute();
  return rows.map((r) => r.id);
}

export async function countByMonth(
  db: Kysely<Schema>,
  engine: Engine,
  kind: LineKind,
  filter: LineFilter,
): Promise<readonly MonthCount[]> {
  return countMonths(linesQuery(db, engine, kind, filter), sql.ref<string | null>('day'));
}

export async function countByEntity(
  db: Kysely<Schema>,
  engine: Engine,
  kind: LineKind,
  filter: LineFilter,
  { types, limit }: { readonly types: readonly string[]; readonly limit: number },
): Promise<readonly EntityCount[]> {
  const lines = linesQuery(db, engine, kind, filter).select('record_line.id');
  const rows = await db
    .selectFrom('line_entity')
    .where('line_entity.kind', '=', kind)
    .where('line_entity.line', 'in', lines)
    .where('line_entity.entity', 'in', (e) =>
      e
        .selectFrom('record_line as named')
        .select('named.id')
        .where('named.kind', '=', 'entity')
        .where('named.type', 'in', types),
    )
    .select((e) => ['line_entity.entity', e.fn.countAll<number>().as('count')])
    .groupBy('line_entity.entity')
    .orderBy('count', 'desc')
    .orderBy('line_entity.entity')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ entity: row.entity, count: Number(row.count) }));
}

export async function countClaimsBy(
  db: Kysely<Schema>,
  entities: readonly string[],
  type: ClaimType,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const batch of batches(entities)) {
    const rows = await db
      .selectFrom('line_claim')
      .select((e) => ['line', e.fn.countAll<number>().as('count')])
      .where('kind', '=', 'entity')
      .where('type', '=', type)
      .where('line', 'in', batch)
      .groupBy('line')
      .execute();
    for (const row of rows) counts.set(row.line, Number(row.count));
  }
  return counts;
}

export async function selectPublic(db: Kysely<Schema>, entities: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const batch of batches([...new Set(entities)])) {
    const rows = await db
      .selectFrom('record_line')
      .select('id')
      .where('kind', '=', 'entity')
      .where('private', '=', 0)
      .where('id', 'in', batch)
      .execute();
    for (const row of rows) found.add(row.id);
  }
  return found;
}

/** The lines that a filter leaves, in no order. */
function linesQuery(db: Kysely<Schema>, engine: Engine, kind: LineKind, filter: LineFilter) {
  let query = db.selectFrom('record_line').where('record_line.kind', '=', kind);
  const { types, status, from, to, about, outlet } = filter;
  if (types) query = query.where('record_line.type', 'in', types);
  if (status) query = query.where('record_line.status', '=', status);
  if (from !== undefined) query = query.where((e) => e.or([e('time_to', '>=', from), e('time_to', 'is', null)]));
  if (to !== undefined) query = query.where((e) => e.or([e('time_from', '<=', to), e('time_from', 'is', null)]));
  if (from !== undefined || to !== undefined) {
    query = query.where((e) => e.or([e('time_from', 'is not', null), e('time_to', 'is not', null)]));
  }
  if (filter.conflicting) query = query.where('conflicts', '>', 0);
  if (filter.public) query = query.where('private', '=', 0);
  if (filter.restingOn) query = query.where(restingOn(kind, filter.restingOn));
  if (about) query = query.where(aboutLine(engine, kind, about));
  if (outlet !== undefined) query = query.where(toldBy(kind, outlet));
  return query;
}

/** By name or time, undated lines last either way, and that part of them which is asked for. */
function inOrder<Row>(query: SelectQueryBuilder<Schema, 'record_line', Row>, filter: LineFilter) {
  let page = query;
  const newest = filter.order === 'newest';
  if (filter.order === 'name') page = page.orderBy('name', (order) => order.asc().nullsFirst());
  else page = page.orderBy('day', (order) => (newest ? order.desc().nullsLast() : order.asc().nullsLast()));
  return page
    .orderBy('record_line.id')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? Number.MAX_SAFE_INTEGER);
}

export async function resolveId(
  db: Kysely<Schema>,
  id: string,
  wanted?: IdKind,
): Promise<{ readonly kind: IdKind; readonly id: string } | null> {
  const documents = await db.selectFrom('document').select('id').where('id', '=', id).execute();
  const claims = await db.selectFrom('claim').select('id').where('id', '=', id).limit(1).execute();
  const lines = await db.selectFrom('record_line').select('kind').where('id', '=', id).execute();
  const kinds = new Set<string>(lines.map((line) => line.kind));
  if (documents.length > 0) kinds.add('document');
  if (claims.length > 0) kinds.add('claim');
  const byRank: readonly IdKind[] = [...(wanted ? [wanted] : []), 'document', 'claim', ...lineKinds];
  const kind = byRank.find((k) => kinds.has(k));
  if (kind) return { kind, id };
  const redirect = await db.selectFrom('redirect').select('line').where('gone', '=', id).executeTakeFirst();
  return redirect ? resolveId(db, redirect.line, wanted) : null;
}

export async function findEntities(db: Kysely<Schema>, name: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('entity_name').select('entity').where('name', '=', foldName(name)).execute();
  const shown = await selectPublic(
    db,
    rows.map((r) => r.entity),
  );
  return [...shown].toSorted();
}
