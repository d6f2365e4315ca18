import type { AddressInfo } from 'node:net';

import { serve as listen } from '@hono/node-server';

import type { Dossier } from '../app/dossier.ts';
import { createApplication, type ApplicationOptions } from './application.ts';

export interface ServeOptions extends ApplicationOptions {
  /** `127.0.0.1` where absent. */
  readonly host?: string;
  /** 0 takes a free one; 8080 where absent. */
  readonly port?: number;
}

/** Names of the own machine. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/**
 * Serves the pages of a dossier until `close()`. `address` is what a reader opens. Rejects where the port is taken, and
 * for a host beyond the own machine: there are no accounts yet that would tell readers apart.
 */
export async function serve(
  dossier: Dossier,
  options: ServeOptions,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 8080 } = options;
  if (!ownNames.has(host))
    throw new Error(`pages are served to this machine alone (127.0.0.1), not on ${host}: there are no accounts yet`);
  const application = createApplication(dossier, { hosts: ownNames, ...options });
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = listen({ fetch: application.fetch, hostname: host, port }, resolve);
  server.once('error', reject);
  const bound = await promise;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return {
    address: `http://${name}:${bound.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
