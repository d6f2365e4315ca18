import { type Dossier, openDossier } from '../app/dossier.ts';
import { isDossierThere, nameOfDatabase } from '../app/dossier-place.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

/** Opens a dossier that is there, hands it to `use` and closes it; a question must not make an empty file. */
export async function withDossier<T>(database: string, use: (dossier: Dossier) => Promise<T>): Promise<T> {
  requireDossier(database);
  const dossier = await openDossier({ database });
  try {
    return await use(dossier);
  } finally {
    await dossier.close();
  }
}

/** Throws with what to do where there is no such file. */
export function requireDossier(database: string): void {
  if (isDossierThere(database)) return;
  const message = `there is no dossier at ${nameOfDatabase(database)}: read something first (servanda read PATH…), or name another file with --db`;
  throw new CommandError(message, exitCodes.failed);
}

/** The day that was asked for, or today in the local time zone of the program. */
export function dayOf(asOf: string | undefined, streams: Pick<Streams, 'now'>): string {
  if (asOf !== undefined) return asOf;
  const now = new Date(streams.now());
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
