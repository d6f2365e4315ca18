import type { Kysely, Selectable } from 'kysely';

import type { Attribution, Claim, Role } from '../model/claim.ts';
import { aboutClaim } from './about.ts';
import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import type { ClaimTable, Schema } from './schema.ts';
import type { ClaimFilter, Found, Resolution } from './store.ts';

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
  let query = db.selectFrom('claim').where('claim.type', '<>', rejectedType);
  const { types, status, from, to, about, entity } = filter;
  if (types) query = query.where('claim.type', 'in', types);
  if (status) query = query.where('claim.status', '=', status);
  if (from !== undefined) query = query.where((e) => e.or([e('time_to', '>=', from), e('time_to', 'is', null)]));
  if (to !== undefined) query = query.where((e) => e.or([e('time_from', '<=', to), e('time_from', 'is', null)]));
  if (from !== undefined || to !== undefined) {
    query = query.where((e) => e.or([e('time_from', 'is not', null), e('time_to', 'is not', null)]));
  }
  if (about) query = query.where(aboutClaim(engine, about));
  if (entity !== undefined) query = query.where(aboutClaim(engine, { kind: 'entities', entities: [entity] }));
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const direction = filter.order === 'newest' ? 'desc' : 'asc';
  const rows = await query
    .select(claimColumns)
    .orderBy((e) => e('time_from', 'is', null))
    .orderBy('time_from', direction)
    .orderBy('document')
    .orderBy('n')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? Number.MAX_SAFE_INTEGER)
    .execute();
  return { rows: rows.map(claimOf), total: Number(total) };
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

/** What stands in the column `type` of a claim that people rejected, so that no list finds it. */
export const rejectedType = 'rejected';
/** `ruled_json` of such a claim. */
export const rejectedClaim = 'null';

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
