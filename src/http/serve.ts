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

/** Whether only this machine can reach what listens there. */
export function isOwnName(host: string): boolean {
  return ownNames.has(host);
}

/**
 * Serves the pages of a dossier until `close()`. `address` is what a reader opens. Rejects where the port is taken, and
 * for a host beyond the own machine without accounts that tell readers apart.
 */
export async function serve(
  dossier: Dossier,
  options: ServeOptions,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 8080, accounts, publicUrl } = options;
  const own = ownNames.has(host) && publicUrl === undefined && options.proxied !== true;
  if (!own && (accounts === undefined || (await accounts.list()).length === 0))
    throw new Error(
      `${publicUrl ?? host} can be reached by others, and there is no account yet: servanda account add NAME --role admin`,
    );
  // Whoever has no account gets nothing under any name; without accounts, only the own machine's names are answered to.
  const hosts = publicUrl === undefined ? ownNames : new Set([...ownNames, new URL(publicUrl).hostname]);
  const application = createApplication(dossier, { ...(own || publicUrl !== undefined ? { hosts } : {}), ...options });
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
