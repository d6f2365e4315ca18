import { backup, restore } from '../app/backup.ts';
import { requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda backup`: a file that is there already is left alone, and that is an error. */
export async function runBackup(file: string, options: { readonly db: string }, streams: Streams): Promise<number> {
  requireDossier(options.db);
  await backup(options.db, file);
  streams.out(`${file}\n`);
  return exitCodes.done;
}

/** `servanda restore`: into a new dossier only. */
export async function runRestore(file: string, options: { readonly db: string }, streams: Streams): Promise<number> {
  await restore(file, options.db);
  streams.out('restored\n');
  return exitCodes.done;
}
