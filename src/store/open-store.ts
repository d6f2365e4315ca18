import { Kysely } from 'kysely';

import type { Engine } from './engine.ts';
import { createStore } from './kysely-store.ts';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { sqliteEngine } from './sqlite/engine.ts';
import type { Store } from './store.ts';

/**
 * Opens the dossier at `database`, a file or `:memory:`, and makes it where there is none; brings it up to this
 * program's tables. Rejects with a sentence that names the file where it is no database or cannot be opened.
 */
export async function openStore(database: string): Promise<Store> {
  const engine = engineOf(database);
  const db = new Kysely<Schema>({ dialect: engine.dialect });
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot open the dossier ${database}: ${reason}`, { cause: error });
  }
  return createStore(db, engine);
}

function engineOf(database: string): Engine {
  if (/^postgres(?:ql)?:\/\//u.test(database)) {
    throw new Error('PostgreSQL is not supported in this version: give a file to --db');
  }
  return sqliteEngine({ file: database });
}
