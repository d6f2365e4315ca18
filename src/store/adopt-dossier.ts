import type { Transaction } from 'kysely';

import { batches } from './batches.ts';
import { foundClaimsOf } from './claims.ts';
import { capturesOf, selectDocuments, selectSentences } from './documents.ts';
import type { Engine, IndexedTerms } from './engine.ts';
import { inTransaction, lockRecord } from './in-transaction.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { writeReadings } from './readings.ts';
import type { Schema } from './schema.ts';
import type { Reading } from './store.ts';

/**
 * Puts what was read anew in place of what was read before: every document of `from` into `database`, instead of those
 * that the same captures gave there, in one transaction. Documents whose captures `from` does not have stay as they are.
 * The record is to be merged afterwards. Gives how many documents were written.
 */
export async function adoptDossier(from: string, database: string): Promise<number> {
  // A file has one connection: over one of these the words are streamed, over the other all else is asked.
  const words = await openDatabase(from);
  const source = await openDatabase(from);
  const target = await openDatabase(database);
  try {
    return await inTransaction(target.db, target.engine, (tx) => adopt(words, source, tx, target.engine));
  } finally {
    await target.db.destroy();
    await source.db.destroy();
    await words.db.destroy();
  }
}

async function adopt(
  words: OpenDatabase,
  source: OpenDatabase,
  tx: Transaction<Schema>,
  engine: Engine,
): Promise<number> {
  await lockRecord(tx);
  let written = 0;
  for await (const terms of words.engine.streamTerms(words.db)) {
    const readings = await readingsAt(source, terms);
    const [first] = readings;
    if (!first) continue;
    await deleteThoseOf(
      tx,
      engine,
      readings.map((reading) => reading.capture),
    );
    await writeReadings(tx, engine, readings);
    written++;
  }
  return written;
}

/** The document under this search key, once for each of its captures. */
async function readingsAt({ db }: OpenDatabase, { key, terms }: IndexedTerms): Promise<readonly Reading[]> {
  const row = await db
    .selectFrom('document')
    .select(['id', 'engine'])
    .where('search_key', '=', key)
    .executeTakeFirstOrThrow();
  const [document] = await selectDocuments(db, [row.id]);
  if (!document) return [];
  const claims = await foundClaimsOf(db, row.id);
  const sentences = (await selectSentences(db, [row.id])).get(row.id) ?? [];
  const { copied: _merged, ...plain } = document;
  const fresh = { ...plain, origin: document.id, replaces: null };
  return (await capturesOf(db, row.id)).map((capture) => {
    return { capture, document: fresh, claims, sentences, terms, engine: row.engine };
  });
}

/** The documents that these captures gave before. */
async function deleteThoseOf(
  tx: Transaction<Schema>,
  engine: Engine,
  captures: readonly { readonly source: string; readonly sha256: string }[],
): Promise<void> {
  const ids = new Set<string>();
  for (const { source, sha256 } of captures) {
    const rows = await tx
      .selectFrom('capture')
      .select('document')
      .where('sha256', '=', sha256)
      .where('source', '=', source)
      .execute();
    for (const { document } of rows) ids.add(document);
  }
  for (const batch of batches([...ids])) {
    const rows = await tx.selectFrom('document').select('search_key').where('id', 'in', batch).execute();
    await engine.unindexTerms(
      tx,
      rows.map((row) => Number(row.search_key)),
    );
    await tx.deleteFrom('document').where('id', 'in', batch).execute();
    await tx.deleteFrom('journal').where('subject', 'in', batch).where('action', '=', 'read').execute();
  }
}
