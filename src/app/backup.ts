import { existsSync } from 'node:fs';

import { copyDossier } from '../store/copy-dossier.ts';
import { isServer, nameOfDatabase } from '../store/open-database.ts';

/** Writes the dossier, as it is at this moment, into a new file that is a dossier itself; others may go on reading and writing. */
export async function backup(database: string, file: string): Promise<void> {
  if (isServer(file)) throw new Error('a backup is a file: restore it into a server afterwards');
  await copyDossier(database, file);
}

/** Writes a backup into a new dossier of either engine, and so moves one from an engine into the other. */
export async function restore(file: string, database: string): Promise<void> {
  if (isServer(file)) throw new Error(`a backup is a file, and ${nameOfDatabase(file)} is a server: back it up first`);
  if (!existsSync(file)) throw new Error(`there is no backup at ${file}`);
  await copyDossier(file, database);
}
