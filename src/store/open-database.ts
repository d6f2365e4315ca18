import { Kysely } from 'kysely';

import type { Engine } from './engine.ts';
import { migrate } from './migrations.ts';
import { postgresEngine } from './postgres/engine.ts';
import type { Schema } from './schema.ts';
import { sqliteEngine } from './sqlite/engine.ts';

/** A database whose tables are up to date, and the engine that keeps it. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  readonly engine: Engine;
}

/** See `openStore`; `onQuery` is told every statement. */
export async function openDatabase(database: string, onQuery?: (sql: string) => void): Promise<OpenDatabase> {
  const engine = engineOf(database);
  const db = new Kysely<Schema>({
    dialect: engine.dialect,
    plugins: [...engine.plugins],
    ...(onQuery && { log: ({ query }) => onQuery(query.sql) }),
  });
  try {
    await engine.checkServer(db);
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new Error(`cannot open the dossier ${nameOfDatabase(database)}: ${reason}${adviceOn(error)}`, {
      cause: error,
    });
  }
  return { db, engine };
}

/** What SQLite does not say of a file that it will not open, by the first byte of its code. */
const advice: ReadonlyMap<number, string> = new Map([
  // SQLITE_READONLY: a share or a disk that may only be read
  [8, '; to be asked, too, it must lie where this account may write: copy it into a folder of your own'],
  // SQLITE_CANTOPEN
  [14, '; its folder is not there or may not be written, or it is a folder itself'],
]);

function adviceOn(error: unknown): string {
  // What the driver says of it names the protocol and not what to do.
  if (error instanceof Error && error.message.endsWith('client password must be a string'))
    return '; the server asks for a password: postgres://USER:PASSWORD@HOST/DATABASE, or PGPASSWORD';
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return advice.get(code & 0xff) ?? '';
}

/** Whether the dossier is kept by a server, and not in a file of this machine. */
export function isServer(database: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(database);
}

/** How a dossier is called in messages and logs: without the password of its server, wherever the address has it. */
export function nameOfDatabase(database: string): string {
  return database
    .replace(/(?<=:\/\/[^:@/?#]{0,200}):[^?#]*(?=@)/u, '')
    .replaceAll(/(?<=[?&](?:ssl)?password=)[^&#]*/gu, '…');
}

function engineOf(database: string): Engine {
  return isServer(database) ? postgresEngine({ url: database }) : sqliteEngine({ file: database });
}
