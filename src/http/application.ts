import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';

import type { Accounts } from '../app/accounts.ts';
import type { Desk } from '../app/desk.ts';
import type { Dossier } from '../app/dossier.ts';
import type { Day } from '../model/time.ts';
import { renderMessage } from '../web/pages/message.ts';
import { accountPages } from './account-pages.ts';
import { api } from './api.ts';
import { assets } from './assets.ts';
import { exports } from './exports.ts';
import { gate } from './gate.ts';
import { createHealth } from './health.ts';
import { newsPages } from './news-pages.ts';
import { pageCache } from './page-cache.ts';
import { pages } from './pages.ts';
import { problem } from './problem.ts';
import { mostHandedIn, readInPages } from './read-in-pages.ts';
import { rulingPages } from './ruling-pages.ts';
import { viewOf } from './view-of.ts';
import { webhookPages } from './webhook-pages.ts';

export interface ApplicationOptions {
  /** The day that outcomes are told for where a request names none. */
  readonly today: () => Day;
  /** Names that a request may call this host by; any where absent. A page elsewhere must not reach in under a name of its own. */
  readonly hosts?: ReadonlySet<string>;
  /** Where articles are read in and rulings are made; absent, the record is only shown. */
  readonly desk?: Desk;
  /** Who asks, where there are no accounts: the owner of the machine; nobody where absent. */
  readonly owner?: string;
  /** Who may enter; where given, nobody else does, and there is no owner. */
  readonly accounts?: Accounts;
  /** Where readers find us, `https://desk.example`, when that is not where we listen. */
  readonly publicUrl?: string;
  /** Whether a proxy that we trust stands before us and says who asks. */
  readonly proxied?: boolean;
  /** Whether `/metrics` answers, to whoever can reach it: for a network where only the operator does. */
  readonly metrics?: boolean;
  /** Told of every answer, for the log. */
  readonly onAnswer?: (answer: Answered) => void;
  /** Told of every fault, for the log. */
  readonly onError?: (error: unknown, path: string) => void;
}

/** One answer as a log tells it: without what was asked for in the address. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

/** Pages, styles and data of a dossier as one application, tested without a server by `application.request(path)`. */
export function createApplication(dossier: Dossier, options: ApplicationOptions): Hono {
  const { owner, accounts, proxied = false, publicUrl } = options;
  const app = new Hono();
  const health = createHealth(dossier, options.today);
  // Probes call the machine by whatever name it has inside a cluster.
  app.route('/', health.probes);
  app.use(health.count);
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    const { method, path } = c.req;
    options.onAnswer?.({ method, path, status: c.res.status, ms: Math.round(performance.now() - start) });
  });
  app.use(secureHeaders(security));
  app.use((c, next) => (c.req.path === '/read' ? largeBody : smallBody)(c, next));
  app.use((c, next) => {
    c.set('origin', new URL(publicUrl ?? c.req.url).origin);
    return next();
  });
  // The API knows no cookies, and no browser can be made to send a token: neither can be asked in somebody's name.
  app.use((c, next) => {
    const inOwnName = c.req.path.startsWith('/api/') || c.req.header('authorization')?.startsWith('Bearer ');
    return inOwnName ? next() : ownForms(c, next);
  });
  app.use(async (c, next) => {
    const host = c.req.header('host')?.replace(/:\d+$/u, '') ?? '';
    if (options.hosts && !options.hosts.has(host))
      return c.text(`This server does not answer to the name ${host}.`, 421);
    return next();
  });
  if (options.metrics) app.get('/metrics', health.metrics);
  if (accounts) {
    app.use(gate(accounts, { today: options.today, milliseconds: () => performance.now(), proxied }));
    app.route('/', accountPages(accounts, options.today, proxied));
  } else if (owner !== undefined)
    app.use((c, next) => {
      c.set('who', { name: owner, role: 'admin', by: 'own' });
      return next();
    });
  app.use((c, next) => {
    c.set('desk', options.desk !== undefined);
    return next();
  });
  if (options.desk) {
    app.route('/', readInPages(dossier, options.desk, options.today, accounts));
    app.route('/', rulingPages(dossier, options.desk, options.today, accounts));
    app.route('/', webhookPages(options.desk.herald, options.today, accounts));
  }
  app.use(pageCache(dossier, options.today));
  app.use(compress());
  app.route('/assets', assets());
  app.route('/export', exports(dossier, options.today));
  app.use(etag({ weak: true }));
  app.route('/api/v1', api(dossier, options.today));
  app.route('/', newsPages(dossier, options.today));
  app.route('/', pages(dossier, options.today));
  app.notFound((c) => c.html(renderMessage(viewOf(c, options.today()), 'no-such-page'), 404));
  app.onError((error, c) => {
    const refused = error instanceof HTTPException && error.status < 500;
    if (!refused) options.onError?.(error, c.req.path);
    const status = refused ? error.status : 500;
    if (c.req.path.startsWith('/api/')) return problem(c, status, refused ? 'Refused' : 'Fault of the program', '');
    return c.html(renderMessage(viewOf(c, options.today()), refused ? 'not-allowed' : 'server-fault'), status);
  });
  return app;
}

/** A browser says of a form whether a page of ours sent it; behind a proxy our own name is the public one. */
const ownForms = csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === c.get('origin') });
const smallBody = bodyLimit({ maxSize: 64 * 1024 });
const largeBody = bodyLimit({ maxSize: mostHandedIn });

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
  // `no-referrer` would take the origin off the forms, by which a request of our own pages is told.
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  // Served as plain HTTP on the own machine; a proxy that speaks TLS sets its own.
  strictTransportSecurity: false,
};
