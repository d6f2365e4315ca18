import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';

import type { Dossier } from '../app/dossier.ts';
import type { Day } from '../model/time.ts';
import { renderMessage } from '../web/pages/message.ts';
import { api } from './api.ts';
import { assets } from './assets.ts';
import { exports } from './exports.ts';
import { pageCache } from './page-cache.ts';
import { pages } from './pages.ts';
import { viewOf } from './view-of.ts';

export interface ApplicationOptions {
  /** The day that outcomes are told for where a request names none. */
  readonly today: () => Day;
  /** Names that a request may call this host by; any where absent. A page elsewhere must not reach in under a name of its own. */
  readonly hosts?: ReadonlySet<string>;
  /** Told of every fault, for the log. */
  readonly onError?: (error: unknown, path: string) => void;
}

/** Pages, styles and data of a dossier as one application, tested without a server by `application.request(path)`. */
export function createApplication(dossier: Dossier, options: ApplicationOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders(security));
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.use(async (c, next) => {
    const host = c.req.header('host')?.replace(/:\d+$/u, '') ?? '';
    if (options.hosts && !options.hosts.has(host))
      return c.text(`This server does not answer to the name ${host}.`, 421);
    return next();
  });
  app.use(pageCache(dossier, options.today));
  app.use(compress());
  app.route('/assets', assets());
  app.route('/export', exports(dossier, options.today));
  app.use(etag({ weak: true }));
  app.route('/api/v1', api(dossier, options.today));
  app.route('/', pages(dossier, options.today));
  app.notFound((c) => c.html(renderMessage(viewOf(c, options.today()), 'no-such-page'), 404));
  app.onError((error, c) => {
    options.onError?.(error, c.req.path);
    return c.html(renderMessage(viewOf(c, options.today()), 'server-fault'), 500);
  });
  return app;
}

/** Nothing but our own files is loaded, nothing inline runs or styles, no other site frames a page. */
const security = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  // Served as plain HTTP on the own machine; a proxy that speaks TLS sets its own.
  strictTransportSecurity: false,
};
