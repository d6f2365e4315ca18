import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';

import type { CopiedPart, Document, Publication, Removed } from '../model/document.ts';
import type { Outlets } from '../model/answer.ts';
import { aboutDocument } from './about.ts';
import { batches } from './batches.ts';
import type { Engine } from './engine.ts';
import type { CaptureTable, DocumentTable, Schema } from './schema.ts';
import type { Found, SearchQuery, Store, StoredCapture } from './store.ts';
import { captureOf } from './stored-capture.ts';

type DocumentRow = Selectable<DocumentTable> & { readonly at: string; readonly sha256: string };

export async function selectDocumentOf(db: Kysely<Schema>, source: string, sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('capture')
    .select('document')
    .where('sha256', '=', sha256)
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.document ?? null;
}

/** In the order of the ids asked for; those that are not there are left out. */
export async function selectDocuments(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Document[]> {
  const byId = new Map<string, Document>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await documentQuery(db).where('document.id', 'in', batch).execute();
    for (const row of rows) byId.set(row.id, documentOf(row));
  }
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

export async function findDocuments(
  db: Kysely<Schema>,
  engine: Engine,
  filter: Parameters<Store['findDocuments']>[0],
): Promise<Found<Document>> {
  const { about, outlet, sources, origins, from, to } = filter;
  const isNarrowed = [outlet, sources, origins, from, to].some((part) => part !== undefined);
  if (about?.kind === 'words' && !isNarrowed) return documentsWith(db, engine, about.query, filter);
  let query = db.selectFrom('document');
  if (about) query = query.where((e) => aboutDocument(e, engine, about, 'document.id', 'document.search_key'));
  if (outlet !== undefined) query = query.where('document.outlet', '=', outlet);
  if (sources) query = query.where('document.source', 'in', sources);
  if (origins) query = query.where('document.origin', 'in', origins);
  if (from !== undefined) query = query.where((e) => e.or([e('published_to', '>=', from), isOpen(e, 'published_to')]));
  if (to !== undefined) query = query.where((e) => e.or([e('published_from', '<=', to), isOpen(e, 'published_from')]));
  let page = query
    .select('document.id')
    .orderBy('search_key', 'desc')
    .offset(filter.offset ?? 0);
  page = page.limit(filter.limit ?? Number.MAX_SAFE_INTEGER);
  const ids = await page.execute();
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await selectDocuments(
    db,
    ids.map((r) => r.id),
  );
  return { rows, total: Number(total) };
}

/** The index has its documents in their order: no other table is asked which of them make a page, nor how many they are. */
async function documentsWith(
  db: Kysely<Schema>,
  engine: Engine,
  words: SearchQuery,
  { offset = 0, limit = Number.MAX_SAFE_INTEGER }: Parameters<Store['findDocuments']>[0],
): Promise<Found<Document>> {
  const page = sql<number>`(${engine.matchingPage(words, { offset, limit })})`;
  return engine.whenSearching(db, async (searching) => {
    const found = documentQuery(searching).where('search_key', 'in', page).orderBy('search_key', 'desc');
    const rows = await found.execute();
    const counted = await engine.countMatching(words).execute(searching);
    return { rows: rows.map(documentOf), total: Number(counted.rows[0]?.total ?? 0) };
  });
}

/** A publication known to one side only («2006 or later») reaches as far as is asked on the other. */
function isOpen(e: ExpressionBuilder<Schema, 'document'>, side: 'published_from' | 'published_to') {
  const other = side === 'published_to' ? 'published_from' : 'published_to';
  return e.and([e(side, 'is', null), e(other, 'is not', null)]);
}

export async function selectSentences(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  for (const batch of batches(ids)) {
    const rows = await db.selectFrom('document').select(['id', 'sentences_json']).where('id', 'in', batch).execute();
    for (const row of rows) found.set(row.id, JSON.parse(row.sentences_json));
  }
  return found;
}

export async function selectCapture(db: Kysely<Schema>, document: string): Promise<StoredCapture | null> {
  const row = await db
    .selectFrom('capture')
    .selectAll()
    .where('document', '=', document)
    .where('n', '=', 0)
    .executeTakeFirst();
  return row ? captureOf(row) : null;
}

/** All captures of a document, the first of them first. */
export async function capturesOf(db: Kysely<Schema>, document: string): Promise<readonly StoredCapture[]> {
  const rows = await db.selectFrom('capture').selectAll().where('document', '=', document).orderBy('n').execute();
  return rows.map(captureOf);
}

export async function* streamCaptures(db: Kysely<Schema>): AsyncIterable<StoredCapture> {
  for await (const row of captureRows(db)) yield captureOf(row);
}

export async function* checkCaptures(
  db: Kysely<Schema>,
): AsyncIterable<Omit<StoredCapture, 'bytes'> & { readonly bytes: Uint8Array | null }> {
  for await (const row of captureRows(db)) yield { ...captureOf({ ...row, bytes: empty }), bytes: unpack(row.bytes) };
}

async function* captureRows(db: Kysely<Schema>): AsyncIterable<Selectable<CaptureTable>> {
  const keys = await db.selectFrom('capture').select(['document', 'n']).orderBy('document').orderBy('n').execute();
  for (const { document, n } of keys) {
    const query = db.selectFrom('capture').selectAll().where('document', '=', document).where('n', '=', n);
    const row = await query.executeTakeFirst();
    if (row) yield row;
  }
}

const empty = zstdCompressSync(new Uint8Array());

function unpack(bytes: Uint8Array): Uint8Array | null {
  try {
    return zstdDecompressSync(bytes);
  } catch {
    return null;
  }
}

export async function* streamDocuments(db: Kysely<Schema>): AsyncIterable<Document> {
  const ids = await db.selectFrom('document').select('id').orderBy('id').execute();
  for (const batch of batches(ids, 200)) {
    yield* await selectDocuments(
      db,
      batch.map((r) => r.id),
    );
  }
}

function documentQuery(db: Kysely<Schema>) {
  return db
    .selectFrom('document')
    .innerJoin('capture', (join) => join.onRef('capture.document', '=', 'document.id').on('capture.n', '=', 0))
    .selectAll('document')
    .select(['capture.at', 'capture.sha256']);
}

function documentOf(row: DocumentRow): Document {
  const published: Publication | null = row.published_json === null ? null : JSON.parse(row.published_json);
  const removed: readonly Removed[] = JSON.parse(row.removed_json);
  return {
    kind: 'document',
    id: row.id,
    source: row.source,
    outlet: row.outlet,
    title: row.title,
    language: row.language,
    published,
    publishedTime: row.published_time,
    replaces: row.replaces,
    text: row.text,
    removed,
    capture: { at: row.at, sha256: row.sha256 },
    ...(row.copied_json !== null && { copied: JSON.parse(row.copied_json) as readonly CopiedPart[] }),
    origin: row.origin,
  };
}

/** Those that a page can show. */
const mostOutlets = 100;

/** See `Store.countOutlets`. */
export async function countOutlets(db: Kysely<Schema>): Promise<Outlets> {
  const outlets = await db
    .selectFrom('document')
    .select((e) => [
      'outlet',
      e.fn.countAll<number>().as('documents'),
      e.fn.sum<number>(e.case().when('origin', '=', e.ref('id')).then(0).else(1).end()).as('reprints'),
    ])
    .groupBy('outlet')
    .orderBy('documents', 'desc')
    .orderBy('outlet')
    .limit(mostOutlets)
    .execute();
  const reprinted = await db
    .selectFrom('document')
    .innerJoin('document as root', 'root.id', 'document.origin')
    .whereRef('document.origin', '<>', 'document.id')
    .select((e) => ['document.outlet as outlet', 'root.outlet as from', e.fn.countAll<number>().as('documents')])
    .groupBy(['document.outlet', 'root.outlet'])
    .orderBy('documents', 'desc')
    .orderBy('document.outlet')
    .limit(mostOutlets)
    .execute();
  return {
    outlets: outlets.map(({ outlet, documents, reprints }) => ({
      outlet,
      documents: Number(documents),
      reprints: Number(reprints),
    })),
    reprinted: reprinted.map(({ outlet, from, documents }) => ({ outlet, from, documents: Number(documents) })),
  };
}
