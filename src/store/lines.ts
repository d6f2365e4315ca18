import type { Kysely } from 'kysely';

import { aboutLine, restingOn } from './about.ts';
import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import { foldName } from './fold-name.ts';
import type { Schema } from './schema.ts';
import { type Found, type LineFilter, type IdKind, type LineKind, lineKinds } from './store.ts';

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
  let query = db.selectFrom('record_line').where('record_line.kind', '=', kind);
  const { types, status, from, to, about } = filter;
  if (types) query = query.where('type', 'in', types);
  if (status) query = query.where('status', '=', status);
  if (from !== undefined) query = query.where((e) => e.or([e('time_to', '>=', from), e('time_to', 'is', null)]));
  if (to !== undefined) query = query.where((e) => e.or([e('time_from', '<=', to), e('time_from', 'is', null)]));
  if (from !== undefined || to !== undefined) {
    query = query.where((e) => e.or([e('time_from', 'is not', null), e('time_to', 'is not', null)]));
  }
  if (filter.conflicting) query = query.where('conflicts', '>', 0);
  if (filter.restingOn) query = query.where(restingOn(kind, filter.restingOn));
  if (about) query = query.where(aboutLine(engine, kind, about));
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  let page = query.select('line_json');
  const newest = filter.order === 'newest';
  // Undated lines come last either way.
  if (filter.order === 'name') page = page.orderBy('name');
  else page = page.orderBy('day', (order) => (newest ? order.desc().nullsLast() : order.asc().nullsLast()));
  const rows = await page
    .orderBy('id')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? Number.MAX_SAFE_INTEGER)
    .execute();
  return { rows: rows.map((r) => r.line_json), total: Number(total) };
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
  const inOrder: readonly IdKind[] = [...(wanted ? [wanted] : []), 'document', 'claim', ...lineKinds];
  const kind = inOrder.find((k) => kinds.has(k));
  if (kind) return { kind, id };
  const redirect = await db.selectFrom('redirect').select('line').where('gone', '=', id).executeTakeFirst();
  return redirect ? resolveId(db, redirect.line, wanted) : null;
}

export async function findEntities(db: Kysely<Schema>, name: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('entity_name').select('entity').where('name', '=', foldName(name)).execute();
  return rows.map((r) => r.entity).toSorted();
}
