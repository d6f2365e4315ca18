import { once } from 'node:events';
import { userInfo } from 'node:os';

import { openDesk } from '../app/desk.ts';
import { openDossier } from '../app/dossier.ts';
import { createThreadReader } from '../app/reader.ts';
import { serve } from '../http/serve.ts';
import { dayOf, requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda serve`: until Ctrl-C, which is the way to end it and no failure. */
export async function runServe(
  options: { readonly db: string; readonly host: string; readonly port: number },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const dossier = await openDossier({ database: options.db });
  const today = (): string => dayOf(undefined, streams);
  const reader = createThreadReader();
  const desk = await openDesk({ database: options.db, reader, now: streams.now });
  const server = await serve(dossier, {
    host: options.host,
    port: options.port,
    today,
    desk,
    owner: userInfo().username,
  });
  streams.out(`${server.address}\n`);
  if (!streams.signal.aborted) await once(streams.signal, 'abort');
  await server.close();
  await desk.close();
  await reader.close();
  await dossier.close();
  return exitCodes.done;
}
