import { type ExpressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';

import type { Attribution, Claim, ClaimType, Role } from '../model/claim.ts';
import { aboutClaim, naming } from './about.ts';
import { batches } from './batches.ts';
import { countMonths } from './count-months.ts';
import type { Engine } from './engine.ts';
import type { ClaimTable, Schema } from './schema.ts';
import type { ClaimFilter, EntityCount, Facet, Found, MonthCount, Resolution } from './store.ts';

/** In the order of the ids asked for; those that are not there are left out. */
export async function selectClaims(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Claim[]> {
  const wanted = [...new Set(ids)];
  const byId = new Map<string, Claim>();
  for (const batch of batches(wanted)) {
    const rows = await db
      .selectFrom('claim')
      .select(['id', ...claimColumns])
      .where('id', 'in', batch)
      .execute();
    for (const row of rows) byId.set(row.id, claimOf(row));
  }
  return wanted.flatMap((id) => byId.get(id) ?? []);
}

export async function selectClaimsOf(db: Kysely<Schema>, document: string): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .select(claimColumns)
    .where('document', '=', document)
    .where('type', '<>', rejectedType)
    .orderBy('n')
    .execute();
  return rows.map(claimOf);
}

/** The claims as the document's reading gave them: without what people ruled and what a merge resolved. */
export async function foundClaimsOf(db: Kysely<Schema>, document: string): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .select('claim_json')
    .where('document', '=', document)
    .orderBy('n')
    .execute();
  return rows.map(foundClaim);
}

export async function findClaims(db: Kysely<Schema>, engine: Engine, filter: ClaimFilter): Promise<Found<Claim>> {
  const query = claimsQuery(db, engine, filter);
  const direction = filter.order === 'newest' ? 'desc' : 'asc';
  const rows = await query
    .select(claimColumns)
    .orderBy(daysOf(filter).first, (order) =>
      direction === 'desc' ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .orderBy('document')
    .orderBy('n')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? Number.MAX_SAFE_INTEGER)
    .execute();
  if (filter.limit === undefined && filter.offset === undefined) return { rows: rows.map(claimOf), total: rows.length };
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(claimOf), total: Number(total) };
}

export async function selectLatestClaims(
  db: Kysely<Schema>,
  entities: readonly string[],
  type: ClaimType,
  each: number,
): Promise<readonly Claim[]> {
  const ranked = db
    .selectFrom('line_claim')
    .innerJoin('claim', 'claim.id', 'line_claim.claim')
    .select((e) => [
      'line_claim.claim',
      e.fn
        .agg<number>('row_number')
        .over((o) =>
          o
            .partitionBy('line_claim.line')
            .orderBy('claim.time_from', (order) => order.desc().nullsLast())
            .orderBy('claim.id'),
        )
        .as('rank'),
    ])
    .where('line_claim.kind', '=', 'entity')
    .where('line_claim.type', '=', type)
    .where('line_claim.line', 'in', [...entities, '']);
  const rows = await db
    .selectFrom('claim')
    .select(claimColumns)
    .where('claim.type', '=', type)
    .where('claim.id', 'in', db.selectFrom(ranked.as('ranked')).select('ranked.claim').where('ranked.rank', '<=', each))
    .orderBy('time_from', (order) => order.asc().nullsLast())
    .orderBy('document')
    .orderBy('n')
    .execute();
  return rows.map(claimOf);
}

export async function countByFacet(
  db: Kysely<Schema>,
  engine: Engine,
  facet: Facet,
  filter: ClaimFilter,
  limit: number,
): Promise<readonly EntityCount[]> {
  const rows = await db
    .selectFrom('line_claim')
    .select((e) => ['line_claim.line', e.fn.countAll<number>().as('count')])
    .where('line_claim.kind', '=', facet)
    .where('line_claim.claim', 'in', claimsQuery(db, engine, filter).select('claim.id'))
    .groupBy('line_claim.line')
    .orderBy('count', 'desc')
    .orderBy('line_claim.line')
    .limit(limit)
    .execute();
  return rows.map(({ line, count }) => ({ entity: line, count: Number(count) }));
}

export async function countClaimsByMonth(
  db: Kysely<Schema>,
  engine: Engine,
  filter: ClaimFilter,
): Promise<readonly MonthCount[]> {
  return countMonths(claimsQuery(db, engine, filter), daysOf(filter).first);
}

export async function selectTopics(
  db: Kysely<Schema>,
  claims: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const topics = new Map<string, string[]>();
  for (const batch of batches([...new Set(claims)])) {
    const rows = await db
      .selectFrom('line_claim')
      .select(['claim', 'line'])
      .where('kind', '=', 'topic')
      .where('claim', 'in', batch)
      .orderBy('line')
      .execute();
    for (const { claim, line } of rows) topics.set(claim, [...(topics.get(claim) ?? []), line]);
  }
  return topics;
}

export async function* streamClaims(db: Kysely<Schema>, as: 'found' | 'ruled'): AsyncIterable<Claim> {
  const documents = await db.selectFrom('document').select('id').orderBy('id').execute();
  for (const batch of batches(documents, 200)) {
    const ids = batch.map((d) => d.id);
    const rows = await db
      .selectFrom('claim')
      .select(claimColumns)
      .where('document', 'in', ids)
      .orderBy('document')
      .orderBy('n')
      .execute();
    for (const row of rows) {
      if (as === 'found') yield foundClaim(row);
      else if (row.ruled_json !== rejectedClaim) yield claimOf(row);
    }
  }
}

/** The claims that a filter leaves, in no order. */
function claimsQuery(db: Kysely<Schema>, engine: Engine, filter: ClaimFilter) {
  let query = db.selectFrom('claim').where('claim.type', '<>', rejectedType);
  const { types, status, from, to, about, entity, speaker, topic } = filter;
  if (types) query = query.where('claim.type', 'in', types);
  if (status) query = query.where('claim.status', '=', status);
  const { first, last } = daysOf(filter);
  if (from !== undefined)
    query = query.where(sql<SqlBool>`(${last} >= ${from} or (${last} is null and ${first} is not null))`);
  if (to !== undefined)
    query = query.where(sql<SqlBool>`(${first} <= ${to} or (${first} is null and ${last} is not null))`);
  if (about) query = query.where(aboutClaim(engine, about));
  if (filter.outlet !== undefined)
    query = query.where(
      'claim.document',
      'in',
      db.selectFrom('document').select('id').where('outlet', '=', filter.outlet),
    );
  if (entity !== undefined) query = query.where(naming(entity));
  if (speaker) query = query.where(hasFacet('speaker', speaker));
  if (topic) query = query.where(hasFacet('topic', topic));
  return query;
}

/** The first and last day of a claim, open ends as `null`; where it tells none, and the filter says so, those of its document. */
function daysOf({ undated }: ClaimFilter) {
  if (undated === undefined)
    return { first: sql<string | null>`claim.time_from`, last: sql<string | null>`claim.time_to` };
  const published = (day: 'published_from' | 'published_to') =>
    sql`(select ${sql.ref(day)} from document where document.id = claim.document)`;
  return {
    first: sql<string | null>`coalesce(claim.time_from, claim.time_to, ${published('published_from')})`,
    last: sql<string | null>`coalesce(claim.time_to, claim.time_from, ${published('published_to')})`,
  };
}

function hasFacet(facet: Facet, entities: readonly string[]) {
  return (e: ExpressionBuilder<Schema, 'claim'>) =>
    e(
      'claim.id',
      'in',
      e
        .selectFrom('line_claim')
        .select('line_claim.claim')
        .where('kind', '=', facet)
        .where('line', 'in', [...entities, '']),
    );
}

/** What stands in the column `type` of a claim that people rejected, so that no list finds it. */
export const rejectedType = 'rejected';
/** `ruled_json` of such a claim. */
const rejectedClaim = 'null';

const claimColumns = ['claim_json', 'entities_json', 'ruled_json'] as const;

function foundClaim({ claim_json }: Pick<Selectable<ClaimTable>, 'claim_json'>): Claim {
  return JSON.parse(claim_json);
}

function claimOf(row: Pick<Selectable<ClaimTable>, (typeof claimColumns)[number]>): Claim {
  const left = row.ruled_json === null || row.ruled_json === rejectedClaim ? row.claim_json : row.ruled_json;
  const claim: Claim = JSON.parse(left);
  if (row.entities_json === null) return claim;
  const resolution: Resolution = JSON.parse(row.entities_json);
  return {
    ...claim,
    roles: claim.roles.map((role, i) => resolved(role, resolution.roles[i])),
    attribution: claim.attribution.map((link, i) => resolved(link, resolution.attribution[i])),
  };
}

function resolved<T extends Role | Attribution>(named: T, entity: string | null | undefined): T {
  return { ...named, entity: entity ?? null };
}
