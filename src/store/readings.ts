import type { Kysely, Transaction } from 'kysely';

import type { Claim } from '../model/claim.ts';
import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import { inTransaction, lockRecord } from './in-transaction.ts';
import { insertRows } from './insert-rows.ts';
import { appendToJournal } from './journal.ts';
import type { Schema } from './schema.ts';
import type { Reading, StoredCapture } from './store.ts';
import { captureColumns } from './stored-capture.ts';

/** See `Store.insertReadings`: within a transaction that does more. */
export async function writeReadings(
  tx: Transaction<Schema>,
  engine: Engine,
  readings: readonly Reading[],
): Promise<readonly string[]> {
  const known = await documentsAmong(
    tx,
    readings.map((r) => r.document.id),
  );
  const fresh: Reading[] = [];
  const further: Reading[] = [];
  for (const reading of readings) {
    (known.has(reading.document.id) ? further : fresh).push(reading);
    known.add(reading.document.id);
  }
  const keyOf = await freeSearchKeys(tx, fresh);
  const rows = fresh.map((reading) => documentRow(reading, keyOf.get(reading.document.id) ?? 0));
  await insertRows(tx, 'document', rows);
  const captures = fresh.map(({ document, capture }) => captureRow(document.id, 0, capture));
  await insertRows(tx, 'capture', captures);
  const claims = fresh.flatMap((reading) => reading.claims.map(claimRow));
  await insertRows(tx, 'claim', claims);
  const terms = fresh.map((reading) => ({ key: keyOf.get(reading.document.id) ?? 0, terms: reading.terms }));
  await engine.indexTerms(tx, terms);
  for (const { document, capture } of further) await insertFurtherCapture(tx, document.id, capture);
  const entries = fresh.map(({ document, capture }) => {
    return { at: capture.at, action: 'read', subject: document.id } as const;
  });
  await appendToJournal(tx, entries);
  return fresh.map((reading) => reading.document.id);
}

async function documentsAmong(tx: Transaction<Schema>, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const batch of batches(ids)) {
    const rows = await tx.selectFrom('document').select('id').where('id', 'in', batch).execute();
    for (const row of rows) found.add(row.id);
  }
  return found;
}

/** See `Store.deleteDocuments`. */
export async function deleteDocuments(
  db: Kysely<Schema>,
  engine: Engine,
  ids: readonly string[],
  at: string,
): Promise<number> {
  const deleted = await inTransaction(db, engine, async (tx) => {
    await lockRecord(tx);
    let count = 0;
    for (const batch of batches(ids)) {
      const rows = await tx.selectFrom('document').select(['id', 'search_key']).where('id', 'in', batch).execute();
      if (rows.length === 0) continue;
      const found = rows.map((r) => r.id);
      await engine.unindexTerms(
        tx,
        rows.map((r) => Number(r.search_key)),
      );
      await deleteLinesOn(tx, found);
      await tx.deleteFrom('document').where('id', 'in', found).execute();
      await tx.deleteFrom('journal').where('subject', 'in', found).execute();
      count += found.length;
    }
    // That something was forgotten is kept, what it was is not.
    if (count > 0) await appendToJournal(tx, [{ at, action: 'forget', subject: null }]);
    return count;
  });
  if (deleted > 0) await engine.scrub(db);
  return deleted;
}

function documentRow({ document, sentences, engine }: Reading, key: number) {
  return {
    id: document.id,
    source: document.source,
    outlet: document.outlet,
    title: document.title,
    language: document.language,
    published_from: document.published?.from ?? null,
    published_to: document.published?.to ?? null,
    published_json: document.published ? JSON.stringify(document.published) : null,
    published_time: document.publishedTime,
    text: document.text,
    removed_json: JSON.stringify(document.removed),
    sentences_json: JSON.stringify(sentences),
    engine,
    search_key: key,
    origin: document.origin,
    replaces: document.replaces,
    copied_json: document.copied ? JSON.stringify(document.copied) : null,
  };
}

/** The same text got again in other bytes, or the same bytes under another name: one more capture of one document. */
async function insertFurtherCapture(tx: Transaction<Schema>, document: string, capture: StoredCapture): Promise<void> {
  const captures = await tx
    .selectFrom('capture')
    .select(['n', 'sha256', 'source'])
    .where('document', '=', document)
    .execute();
  if (captures.some((c) => c.sha256 === capture.sha256 && c.source === capture.source)) return;
  await tx
    .insertInto('capture')
    .values(captureRow(document, captures.length, capture))
    .execute();
}

function captureRow(document: string, n: number, capture: StoredCapture) {
  return {
    document,
    n,
    encoding: 'zstd',
    ...captureColumns(capture),
  };
}

function claimRow(claim: Claim, n: number) {
  return {
    document: claim.document,
    n,
    id: claim.id,
    type: claim.type,
    status: claim.status,
    time_from: claim.time?.from ?? null,
    time_to: claim.time?.to ?? null,
    claim_json: JSON.stringify(claim),
    entities_json: null,
    ruled_json: null,
  };
}

const millisecondsADay = 86_400_000;

/**
 * Search answers in the order of its keys, so the publication day leads the key (undated documents come last of all)
 * and the document's id follows: the order is the same whatever the order of reading.
 */
async function freeSearchKeys(
  tx: Transaction<Schema>,
  readings: readonly Reading[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = readings.map(({ document }) => searchKey(document.id, document.published?.from ?? null));
  const taken = new Set<number>();
  for (const batch of batches(wanted)) {
    const rows = await tx.selectFrom('document').select('search_key').where('search_key', 'in', batch).execute();
    for (const row of rows) taken.add(Number(row.search_key));
  }
  const keyOf = new Map<string, number>();
  for (const [i, { document }] of readings.entries()) {
    let key = wanted[i] ?? 0;
    while (taken.has(key) || (key !== wanted[i] && (await isTaken(tx, key)))) key++;
    taken.add(key);
    keyOf.set(document.id, key);
  }
  return keyOf;
}

function searchKey(id: string, day: string | null): number {
  const days = day === null ? 0 : Math.max(0, Math.floor(Date.parse(day) / millisecondsADay) + 100_000);
  return days * 2 ** 32 + Number.parseInt(id.slice(0, 8), 16);
}

async function isTaken(tx: Transaction<Schema>, key: number): Promise<boolean> {
  return !!(await tx.selectFrom('document').select('id').where('search_key', '=', key).executeTakeFirst());
}

/** Derived lines that rest on one of these documents go with it; the next record step makes anew what the others carry. */
async function deleteLinesOn(tx: Transaction<Schema>, documents: readonly string[]): Promise<void> {
  const touched = await tx
    .selectFrom('line_claim')
    .select(['kind', 'line'])
    .distinct()
    .where('document', 'in', documents)
    .execute();
  for (const { kind, line } of touched) {
    await tx.deleteFrom('record_line').where('kind', '=', kind).where('id', '=', line).execute();
    await tx.deleteFrom('line_claim').where('kind', '=', kind).where('line', '=', line).execute();
    await tx.deleteFrom('line_entity').where('kind', '=', kind).where('line', '=', line).execute();
    await tx.deleteFrom('redirect').where('line', '=', line).execute();
    if (kind === 'entity') await tx.deleteFrom('entity_name').where('entity', '=', line).execute();
  }
}
