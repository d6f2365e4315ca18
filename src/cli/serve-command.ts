import { once } from 'node:events';

import { openAccounts } from '../app/accounts.ts';
import { openDesk } from '../app/desk.ts';
import { createThreadReader } from '../app/reader.ts';
import { isOwnName, serve } from '../http/serve.ts';
import { createLog } from './log.ts';
import { dayOf, withDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';
import { userName } from './user-name.ts';

/** As commander hands them over. */
export interface ServeOptions {
  readonly db: string;
  readonly host: string;
  readonly port: number;
  readonly url?: string;
  readonly behindProxy?: boolean;
  readonly metrics?: boolean;
  readonly log?: boolean;
}

/** `servanda serve`: until Ctrl-C, which is the way to end it and no failure. Beyond the own machine, accounts let in. */
export async function runServe(options: ServeOptions, streams: Streams): Promise<number> {
  const { db: database, host, port, url, behindProxy = false } = options;
  const shared = !isOwnName(host) || url !== undefined || behindProxy;
  const log = createLog(streams, options.log ? 'info' : 'error');
  await withDossier(database, async (dossier) => {
    const accounts = shared ? await openAccounts({ database, now: streams.now }) : null;
    const reader = createThreadReader();
    const onFault = (error: unknown): void => log.error({ err: error }, 'fault');
    const desk = await openDesk({ database, reader, now: streams.now, onFault });
    try {
      const server = await serve(dossier, {
        host,
        port,
        today: () => dayOf(undefined, streams),
        desk,
        proxied: behindProxy,
        metrics: options.metrics ?? false,
        onAnswer: (answer) => log.info(answer, 'answered'),
        onError: (error, path) => log.error({ err: error, path }, 'fault'),
        ...(accounts ? { accounts } : { owner: userName() }),
        ...(url !== undefined && { publicUrl: url }),
      });
      streams.out(`${server.address}\n`);
      if (!streams.signal.aborted) await once(streams.signal, 'abort');
      await server.close();
    } finally {
      await desk.close();
      await reader.close();
      await accounts?.close();
    }
  });
  return exitCodes.done;
}
