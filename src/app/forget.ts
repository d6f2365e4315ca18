import { openStore } from '../store/open-store.ts';
import { mergeStore } from './merge-dossier.ts';

/** What `forget` did, and which of the names it was given led to no document. */
export interface Forgotten {
  readonly documents: number;
  readonly unknown: readonly string[];
}

/**
 * Removes documents and all that came from them, and merges the record anew, as if they had never been read.
 * `names` are ids of documents or sources, as `servanda show` prints them; `at` is the instant for the journal.
 */
export async function forget(database: string, names: readonly string[], at: string): Promise<Forgotten> {
  const store = await openStore(database);
  try {
    const ids = new Set<string>();
    const unknown: string[] = [];
    for (const name of names) {
      const byId = (await store.selectDocuments([name])).map((d) => d.id);
      const bySource = (await store.findDocuments({ sources: [name] })).rows.map((d) => d.id);
      const found = [...byId, ...bySource];
      if (found.length === 0) unknown.push(name);
      for (const id of found) ids.add(id);
    }
    const documents = await store.deleteDocuments([...ids], at);
    await mergeStore(store);
    return { documents, unknown };
  } finally {
    await store.close();
  }
}
