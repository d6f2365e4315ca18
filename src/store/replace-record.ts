import { hash } from 'node:crypto';

import type { Kysely, Selectable, Transaction } from 'kysely';

import type { Claim } from '../model/claim.ts';
import { rejectedType } from './claims.ts';
import type { Engine } from './engine.ts';
import { foldName } from './fold-name.ts';
import { inTransaction, lockRecord } from './in-transaction.ts';
import { insertRows } from './insert-rows.ts';
import type { ClaimTable, Schema } from './schema.ts';
import type { DerivedRecord, StoredLine } from './store.ts';

/** See `Store.replaceRecord`. */
export async function replaceRecord(
  db: Kysely<Schema>,
  engine: Engine,
  record: DerivedRecord,
  merged: number,
): Promise<boolean> {
  return inTransaction(db, engine, async (tx) => {
    await lockRecord(tx);
    const forgotten = await tx
      .selectFrom('journal')
      .select('n')
      .where('n', '>', merged)
      .where('action', '=', 'forget')
      .executeTakeFirst();
    if (forgotten) return false;
    const claims = await selectStoredClaims(tx);
    const gone = await replaceLines(tx, record.lines, claims);
    await replaceResolutions(tx, record, claims);
    await replaceOrigins(tx, record);
    await replaceRedirects(tx, record, gone);
    await tx
      .insertInto('setting')
      .values({ key: 'merged', value: String(merged) })
      .onConflict((c) => c.column('key').doUpdateSet({ value: String(merged) }))
      .execute();
    return true;
  });
}

/** Gives the ids of lines that were there and are no more. */
async function replaceLines(
  tx: Transaction<Schema>,
  lines: readonly StoredLine[],
  claims: ReadonlyMap<string, StoredClaim>,
): Promise<readonly string[]> {
  const present = await tx.selectFrom('record_line').select(['kind', 'id', 'stamp']).execute();
  const stampOf = new Map(present.map((row) => [`${row.kind} ${row.id}`, row.stamp]));
  const changed: StampedLine[] = [];
  for (const line of lines) {
    const key = `${line.kind} ${line.id}`;
    const stamp = stampFor(line);
    if (stampOf.get(key) !== stamp) changed.push({ ...line, stamp });
    else stampOf.delete(key);
  }
  // What is left in the map is gone or changed; what changed comes back whole.
  for (const key of stampOf.keys()) {
    const [kind = '', id = ''] = key.split(' ');
    await deleteLine(tx, kind, id);
  }
  await insertLines(tx, changed, claims);
  const ids = new Set(lines.map((line) => line.id));
  return present.flatMap((row) => (ids.has(row.id) ? [] : [row.id]));
}

interface StampedLine extends StoredLine {
  readonly stamp: string;
}

/** One more document that names an entity leaves the entity's own words as they were, and yet the line has one more claim. */
function stampFor(line: StoredLine): string {
  return hash('sha256', JSON.stringify(line), 'base64url').slice(0, 22);
}

async function deleteLine(tx: Transaction<Schema>, kind: string, id: string): Promise<void> {
  await tx.deleteFrom('record_line').where('kind', '=', kind).where('id', '=', id).execute();
  await tx.deleteFrom('line_claim').where('kind', '=', kind).where('line', '=', id).execute();
  await tx.deleteFrom('line_entity').where('kind', '=', kind).where('line', '=', id).execute();
  if (kind === 'entity') await tx.deleteFrom('entity_name').where('entity', '=', id).execute();
}

async function insertLines(
  tx: Transaction<Schema>,
  lines: readonly StampedLine[],
  claims: ReadonlyMap<string, StoredClaim>,
): Promise<void> {
  const rows = lines.map((line) => ({
    kind: line.kind,
    id: line.id,
    type: line.type,
    status: line.status,
    name: line.name,
    time_from: line.from,
    time_to: line.to,
    day: line.from ?? line.to,
    conflicts: line.conflicts,
    private: Number(line.private),
    stamp: line.stamp,
    line_json: line.json,
  }));
  await insertRows(tx, 'record_line', rows);
  const underlying = lines.flatMap(({ kind, id, claims: ids }) =>
    [...new Set(ids)].flatMap((claim) => {
      const row = claims.get(claim);
      return row ? [{ kind, line: id, claim, document: row.document, type: row.type }] : [];
    }),
  );
  await insertRows(tx, 'line_claim', underlying);
  const entities = lines.flatMap(({ kind, id, entities: ids }) =>
    [...new Set(ids)].map((entity) => ({ kind, line: id, entity })),
  );
  await insertRows(tx, 'line_entity', entities);
  const names = lines.flatMap((line) =>
    line.kind === 'entity' ? [...new Set(line.names.map(foldName))].map((name) => ({ name, entity: line.id })) : [],
  );
  await insertRows(tx, 'entity_name', names);
}

/** A claim as the store has it, but for its words. */
type StoredClaim = Pick<Selectable<ClaimTable>, 'id' | 'document' | 'n' | 'type' | 'entities_json' | 'ruled_json'>;

async function selectStoredClaims(tx: Transaction<Schema>): Promise<ReadonlyMap<string, StoredClaim>> {
  const columns = ['id', 'document', 'n', 'type', 'entities_json', 'ruled_json'] as const;
  const rows = await tx.selectFrom('claim').select(columns).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function replaceResolutions(
  tx: Transaction<Schema>,
  record: DerivedRecord,
  claims: ReadonlyMap<string, StoredClaim>,
): Promise<void> {
  for (const row of claims.values()) {
    const resolution = record.resolutions.get(row.id);
    const json = resolution ? JSON.stringify(resolution) : null;
    const ruled = record.ruled?.get(row.id);
    const ruledJson = ruled === undefined ? null : JSON.stringify(ruled);
    if (json === row.entities_json && ruledJson === row.ruled_json) continue;
    await tx
      .updateTable('claim')
      .set({ entities_json: json, ...(ruledJson !== row.ruled_json && (await ruledColumns(tx, row, ruled))) })
      .where('document', '=', row.document)
      .where('n', '=', row.n)
      .execute();
  }
}

/** What queries ask of a claim that people changed or rejected; of one that they let be again, as it was found. */
async function ruledColumns(
  tx: Transaction<Schema>,
  row: { readonly document: string; readonly n: number },
  ruled: Claim | null | undefined,
) {
  const found = await tx
    .selectFrom('claim')
    .select('claim_json')
    .where('document', '=', row.document)
    .where('n', '=', row.n)
    .executeTakeFirstOrThrow();
  const claim = ruled ?? (JSON.parse(found.claim_json) as Claim);
  return {
    ruled_json: ruled === undefined ? null : JSON.stringify(ruled),
    type: ruled === null ? rejectedType : claim.type,
    status: claim.status,
    time_from: claim.time?.from ?? null,
    time_to: claim.time?.to ?? null,
  };
}

async function replaceOrigins(tx: Transaction<Schema>, record: DerivedRecord): Promise<void> {
  const present = await tx.selectFrom('document').select(['id', 'origin', 'replaces', 'copied_json']).execute();
  for (const row of present) {
    const origin = record.origins.get(row.id) ?? row.id;
    const replaces = record.replaces.get(row.id) ?? null;
    const copied = record.copied.get(row.id);
    const copied_json = copied ? JSON.stringify(copied) : null;
    if (origin === row.origin && replaces === row.replaces && copied_json === row.copied_json) continue;
    await tx.updateTable('document').set({ origin, replaces, copied_json }).where('id', '=', row.id).execute();
  }
}

/** Ids that lines give up, and those that once were, lead to the lines that took over; to lines that are there alone. */
async function replaceRedirects(
  tx: Transaction<Schema>,
  { lines, redirects }: DerivedRecord,
  gone: readonly string[],
): Promise<void> {
  const there = new Set(lines.map((line) => line.id));
  const known = await tx.selectFrom('redirect').select('gone').execute();
  await tx.deleteFrom('redirect').execute();
  const wanted = new Set([...known.map((row) => row.gone), ...gone]);
  const rows = [...wanted].flatMap((id) => {
    const line = redirects.get(id);
    return line !== undefined && there.has(line) && !there.has(id) ? [{ gone: id, line }] : [];
  });
  await insertRows(tx, 'redirect', rows);
}
