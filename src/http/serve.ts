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

/** Serves the pages of a dossier until `close()`. Rejects where the port is taken. `address` is what a reader opens. */
export async function serve(
  dossier: Dossier,
  options: ServeOptions,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const { host = '127.0.0.1', port = 8080 } = options;
  const application = createApplication(dossier, options);
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
