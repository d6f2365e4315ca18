import { readFileSync, writeFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';

import { Kysely } from 'kysely';

import { copyTables } from '../../src/store/copy-dossier.ts';
import type { Engine } from '../../src/store/engine.ts';
import { migrate, migrations } from '../../src/store/migrations.ts';
import type { OpenDatabase } from '../../src/store/open-database.ts';
import { postgresEngine } from '../../src/store/postgres/engine.ts';
import type { Schema } from '../../src/store/schema.ts';
import { sqliteEngine } from '../../src/store/sqlite/engine.ts';

/** A dossier of version 0.1.0 with the examples in it. */
const oldDossier = new URL('dossier-0.1.0.db.zst', import.meta.url);
export const documentsOfOld = 25;
const migrationsOfOld = 2;

export function writeOldDossier(file: string): void {
  writeFileSync(file, zstdDecompressSync(readFileSync(oldDossier)));
}

/** The old dossier in an empty database of a server, as its version would have kept it there. */
export async function copyUnmigrated(file: string, url: string): Promise<void> {
  const source = openUnmigrated(sqliteEngine({ file }));
  const target = openUnmigrated(postgresEngine({ url }));
  try {
    await migrate(target.db, target.engine, migrations.slice(0, migrationsOfOld));
    await copyTables(source, target);
  } finally {
    await source.db.destroy();
    await target.db.destroy();
  }
}

function openUnmigrated(engine: Engine): OpenDatabase {
  return { engine, db: new Kysely<Schema>({ dialect: engine.dialect, plugins: [...engine.plugins] }) };
}
