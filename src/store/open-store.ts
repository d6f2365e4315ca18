import { createStore } from './kysely-store.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/**
 * Opens the dossier at `database`, a file, `:memory:` or `postgres://…`, and makes its tables where there are none; brings
 * it up to this program. Rejects with a sentence that names the dossier where it is no database or cannot be opened.
 */
export async function openStore(database: string): Promise<Store> {
  const { db, engine } = await openDatabase(database);
  return createStore(db, engine);
}
