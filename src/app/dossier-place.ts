import { statSync } from 'node:fs';

import { isServer } from '../store/open-database.ts';

/** How a dossier is called in messages. */
export { nameOfDatabase } from '../store/open-database.ts';

/** Whether it is an address of a server that keeps no dossiers: «mysql://desk/press». */
export function isForeignAddress(database: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//iu.test(database) && !isServer(database);
}

/** Whether there is a dossier to ask: an empty file is none yet; that of a server shows when it is opened. */
export function isDossierThere(database: string): boolean {
  return isServer(database) || (statSync(database, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Where a watch keeps what it saw: beside the dossier, or beside the list where the dossier is kept by a server. */
export function watchJournalOf(database: string, list: string): string {
  return `${isServer(database) ? list : database}.watch.jsonl`;
}

/** Where what is followed from the pages is kept, as of a watch. */
export function followJournalOf(database: string): string {
  return `${isServer(database) ? 'servanda' : database}.follow.jsonl`;
}

/** The file in which a dossier is read anew: beside it, or in the folder of the program where it is kept by a server. */
export function rereadBeside(database: string): string {
  return isServer(database) ? 'servanda.reread.db' : `${database}.reread`;
}
