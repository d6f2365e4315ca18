import { findReprints } from '../document/find-reprints.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Ruling } from '../model/ruling.ts';
import { recordOf, redirectsOf } from '../record/merge-record.ts';
import { createRecordIndex, deleteDocument, insertDocuments, type RecordIndex } from '../record/record-index.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { derivedRecordOf } from './derived-record.ts';
import { engineVersion } from './engine-version.ts';
import { ruledClaims } from './ruled-claims.ts';

/**
 * The day that stored outcomes are worked out for: later than any due day, so that every report is joined to its plan.
 * Surfaces work out the outcomes of their own day from it.
 */
export const endOfDays = '9999-12-31';

/** What a merge leaves in memory for the next one of the same dossier: only what changed is put into clusters again. */
export interface KeptIndex {
  index: RecordIndex | null;
  /** The rulings that it follows. */
  rulings: string;
}

export function keepIndex(): KeptIndex {
  return { index: null, rulings: '' };
}

/** Opens the dossier, brings its record up to date with all documents that were read, and closes it. */
export async function mergeDossier(database: string, kept: KeptIndex = keepIndex()): Promise<void> {
  const store = await openStore(database);
  try {
    await mergeStore(store, kept);
  } finally {
    await store.close();
  }
}

/**
 * Merges all documents, claims and rulings into the record; does nothing where the record holds them all already. `kept`
 * may come from any earlier merge, also of what has changed since in whatever way: the record is the same as without it.
 */
export async function mergeStore(store: Store, kept: KeptIndex = keepIndex()): Promise<void> {
  for (;;) {
    const { read, merged } = await store.progress();
    if (read === merged) return;
    const documents: Document[] = [];
    for await (const document of store.streamDocuments()) documents.push(document);
    const claims: Claim[] = [];
    for await (const claim of store.streamClaims('found')) claims.push(claim);
    const rulings = await store.selectRulings();
    const index = indexOf(kept, withOrigins(documents), claims, rulings);
    const record = recordOf(index, { asOf: endOfDays, engine: engineVersion });
    const ruled = ruledClaims(documents, claims, rulings);
    if (await store.replaceRecord({ ...derivedRecordOf(record, redirectsOf(index)), ruled }, read)) return;
  }
}

/** The kept index with what came, changed and went since it was made; a new one where people have ruled otherwise since. */
function indexOf(
  kept: KeptIndex,
  documents: readonly Document[],
  claims: readonly Claim[],
  rulings: readonly Ruling[],
): RecordIndex {
  const followed = JSON.stringify(rulings);
  const index = kept.rulings === followed && kept.index ? kept.index : createRecordIndex(rulings);
  // An index that a fault left half changed is no use to anyone.
  kept.index = null;
  const there = new Set(documents.map((d) => d.id));
  for (const id of index.entries.keys()) if (!there.has(id)) deleteDocument(index, id);
  const byDocument = Map.groupBy(claims, (claim) => claim.document);
  insertDocuments(
    index,
    documents.map((document) => ({ document, claims: byDocument.get(document.id) ?? [] })),
  );
  kept.index = index;
  kept.rulings = followed;
  return index;
}

/** Each document with the root of its report, and without what an earlier merge said of it. */
function withOrigins(documents: readonly Document[]): readonly Document[] {
  const { origins, copied } = findReprints(documents);
  const sources = new Map(documents.map(({ id, source }) => [id, source]));
  return documents.map(({ copied: _earlier, ...document }) => {
    // What an edited article kept of its own earlier version is nobody else's.
    const parts = (copied.get(document.id) ?? []).filter(({ from }) => sources.get(from) !== document.source);
    const origin = origins.get(document.id) ?? document.id;
    return { ...document, origin, replaces: null, ...(parts.length > 0 && { copied: parts }) };
  });
}
