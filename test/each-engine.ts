import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';

import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { needs } from './needs.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where a test keeps its dossier: every law of the store holds in both engines. */
export interface Place {
  readonly name: 'SQLite' | 'PostgreSQL';
  newDatabase(t: TestContext): Promise<string>;
}

let server: Promise<PostgresServer> | null = null;
after(async () => (await server)?.stop());

const places: readonly (Place & { readonly needed: { readonly skip: string | false } })[] = [
  { name: 'SQLite', needed: { skip: false }, newDatabase: async (t) => join(temporaryFolder(t), 'dossier.db') },
  { name: 'PostgreSQL', needed: needs('postgres'), newDatabase: newPostgresDatabase },
];

/** One test of each engine. */
export function testEach(name: string, act: (t: TestContext, place: Place) => Promise<void>): void {
  for (const place of places) test(`${name} (${place.name})`, place.needed, (t) => act(t, place));
}

/** The address of an empty dossier on a server that this test file has for itself. */
export async function newPostgresDatabase(): Promise<string> {
  return (await (server ??= startPostgres())).newDatabase();
}

/** A store that is closed when the test is over. */
export async function openedStore(t: TestContext, database: string): Promise<Store> {
  const store = await openStore(database);
  t.after(() => store.close());
  return store;
}
