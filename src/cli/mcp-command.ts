import { serveMcp } from '../mcp/server.ts';
import { dayOf, withDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda mcp`: speaks the protocol on standard input and output until the assistant is gone. */
export async function runMcp(options: { readonly db: string }, streams: Streams): Promise<number> {
  await withDossier(options.db, (dossier) => serveMcp(dossier, () => dayOf(undefined, streams), streams.signal));
  return exitCodes.done;
}
