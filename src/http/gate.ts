import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import type { Accounts } from '../app/accounts.ts';
import type { Day } from '../model/time.ts';
import { hrefTo } from '../web/links.ts';
import { renderMessage } from '../web/pages/message.ts';
import { problem } from './problem.ts';
import { createRateLimiter } from './rate-limit.ts';
import { viewOf } from './view-of.ts';

export interface GateOptions {
  readonly today: () => Day;
  /** Milliseconds of a clock, for the limits. */
  readonly milliseconds: () => number;
  /** Whether a proxy that we trust stands before us and says who asks, in X-Forwarded-For and X-Forwarded-Proto. */
  readonly proxied: boolean;
}

const cookieName = 'servanda';

/** Requests a minute from one address, and attempts to sign in. */
const usual = { most: 600, per: 60_000 };
const signIns = { most: 10, per: 60_000 };

/** What may be had without an account: the way in, and what its page is drawn with. */
const open = /^\/(?:sign-in|assets\/[^/]+)$/u;
/** What a program may subscribe to with a token in the address. */
const subscribed = /^\/(?:export\/(?:due\.ics|news\.atom)|news\.atom)$/u;

/**
 * Lets in who has an account: by the cookie of a session, by `Authorization: Bearer`, or to calendar and feed by a token in
 * the address. Everybody has a measure of requests a minute.
 */
export function gate(accounts: Accounts, options: GateOptions): MiddlewareHandler {
  const limit = createRateLimiter(usual, options.milliseconds);
  const signInLimit = createRateLimiter(signIns, options.milliseconds);
  return async (c, next) => {
    c.set('accounts', true);
    const address = addressOf(c, options.proxied);
    const signingIn = c.req.path === '/sign-in' && c.req.method === 'POST';
    const wait = limit.take(address) || (signingIn ? signInLimit.take(address) : 0);
    if (wait > 0) return tooOften(c, options.today(), wait);
    const token = tokenOf(c);
    const found = token === null ? null : await accounts.whoOfToken(token);
    const secret = getCookie(c, cookieName);
    if (found && (found.scope !== 'calendar' || subscribed.test(c.req.path))) c.set('who', found.who);
    else if (token === null && secret !== undefined) {
      const who = await accounts.whoOfSession(secret);
      if (who) c.set('who', who);
    }
    if (!c.get('who') && !open.test(c.req.path)) return notIn(c, options.today());
    await next();
    c.header('cache-control', c.res.headers.get('cache-control') ?? 'private, no-cache');
    return undefined;
  };
}

/** Gives the browser the secret of a session. Other sites' forms do not send it, and scripts do not see it. */
export function openSession(c: Context, secret: string, proxied: boolean): void {
  setCookie(c, cookieName, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 7 * 24 * 3600,
    secure: isSecure(c, proxied),
  });
}

/** Takes it back; the secret that it was, where there was one. */
export function endSession(c: Context): string | undefined {
  return deleteCookie(c, cookieName, { path: '/' });
}

function isSecure(c: Context, proxied: boolean): boolean {
  const forwarded = proxied ? c.req.header('x-forwarded-proto') : undefined;
  return (forwarded ?? new URL(c.req.url).protocol.replace(':', '')) === 'https';
}

/** Who asks: of a proxy that we trust, the last that it says. */
function addressOf(c: Context, proxied: boolean): string {
  const forwarded = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  // Without a server, as in tests, there is no connection.
  return c.env && 'incoming' in Object(c.env) ? (getConnInfo(c).remote.address ?? '') : '';
}

function tokenOf(c: Context): string | null {
  const bearer = /^Bearer (\S{1,200})$/u.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? (subscribed.test(c.req.path) ? (c.req.query('token') ?? null) : null);
}

function notIn(c: Context, today: Day): Response | Promise<Response> {
  if (/^\/(?:api|export)\//u.test(c.req.path) || subscribed.test(c.req.path)) {
    c.header('www-authenticate', 'Bearer');
    return problem(c, 401, 'Not signed in', 'Give an access token: Authorization: Bearer TOKEN.');
  }
  const view = viewOf(c, today);
  if (c.req.method !== 'GET') return c.html(renderMessage(view, 'sign-in-first'), 401);
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(hrefTo(view, '/sign-in', { next: pathname + search }), 303);
}

function tooOften(c: Context, today: Day, wait: number): Response | Promise<Response> {
  c.header('retry-after', String(wait));
  if (c.req.path.startsWith('/api/')) return problem(c, 429, 'Too many requests', `Wait ${wait} s.`);
  return c.html(renderMessage(viewOf(c, today), 'too-often'), 429);
}
