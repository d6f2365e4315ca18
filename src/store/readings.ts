import { zstdCompressSync } from 'node:zlib';

import type { Kysely, Transaction } from 'kysely';

import type { Claim } from '../model/claim.ts';
import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import type { Reading, StoredCapture } from './store.ts';

/** See `Store.insertReadings`. */
export async function insertReadings(
  db: Kysely<Schema>,
  engine: Engine,
  readings: readonly Reading[],
): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    const inserted: string[] = [];
    for (const reading of readings) {
      if (await insertReading(tx, engine, reading)) inserted.push(reading.document.id);
    }
    return inserted;
  });
}

/** See `Store.deleteDocuments`. */
export async function deleteDocuments(
  db: Kysely<Schema>,
  engine: Engine,
  ids: readonly string[],
  at: string,
): Promise<number> {
  const deleted = await db.transaction().execute(async (tx) => {
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
    if (count > 0) await tx.insertInto('journal').values({ at, action: 'forget', subject: null }).execute();
    return count;
  });
  if (deleted > 0) await engine.scrub(db);
  return deleted;
}

async function insertReading(tx: Transaction<Schema>, engine: Engine, reading: Reading): Promise<boolean> {
  const { document, claims } = reading;
  const known = await tx.selectFrom('document').select('id').where('id', '=', document.id).executeTakeFirst();
  if (known) {
    await insertFurtherCapture(tx, document.id, reading.capture);
    return false;
  }
  const key = await freeSearchKey(tx, document.id, document.published?.from ?? null);
  await tx
    .insertInto('document')
    .values({
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
      sentences_json: JSON.stringify(reading.sentences),
      engine: reading.engine,
      search_key: key,
      origin: document.origin,
      replaces: document.replaces,
    })
    .execute();
  await tx
    .insertInto('capture')
    .values(captureRow(document.id, 0, reading.capture))
    .execute();
  for (const rows of batches(claims.map(claimRow), 50)) await tx.insertInto('claim').values(rows).execute();
  await engine.indexTerms(tx, key, reading.terms);
  await tx.insertInto('journal').values({ at: reading.capture.at, action: 'read', subject: document.id }).execute();
  return true;
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
    source: capture.source,
    sha256: capture.sha256,
    at: capture.at,
    format: capture.format,
    content_type: capture.contentType,
    size: capture.bytes.length,
    encoding: 'zstd',
    bytes: zstdCompressSync(capture.bytes),
    headers_json: JSON.stringify(capture.headers),
    hints_json: JSON.stringify(capture.hints),
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
  };
}

const millisecondsADay = 86_400_000;

/**
 * Search answers in the order of its keys, so the publication day leads the key (undated documents come last of all)
 * and the document's id follows: the order is the same whatever the order of reading.
 */
async function freeSearchKey(tx: Transaction<Schema>, id: string, day: string | null): Promise<number> {
  const days = day === null ? 0 : Math.max(0, Math.floor(Date.parse(day) / millisecondsADay) + 100_000);
  for (let key = days * 2 ** 32 + Number.parseInt(id.slice(0, 8), 16); ; key++) {
    const taken = await tx.selectFrom('document').select('id').where('search_key', '=', key).executeTakeFirst();
    if (!taken) return key;
  }
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
