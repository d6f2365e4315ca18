import { lookup } from 'node:dns/promises';

import { Agent, buildConnector, request, type Dispatcher } from 'undici';

import { literalAddress, refusedRange } from './check-address.ts';
import { decodeBody, TooMuch } from './decode-body.ts';

export interface DoorOptions {
  /** Names of hosts that may be on private addresses (an intranet), or `true` for all. Empty by default. */
  readonly allowPrivate?: boolean | readonly string[];
  readonly userAgent?: string;
  readonly limits?: Partial<Limits>;
  /** Looks a name up; the addresses that it gives are the ones connected to. The system's by default. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
}

export interface Limits {
  readonly redirects: number;
  /** For the whole fetch with its redirects, in milliseconds. */
  readonly totalTime: number;
  readonly connectTime: number;
  readonly headerBytes: number;
  /** As sent, and as decoded. */
  readonly compressedBytes: number;
  readonly decodedBytes: number;
}

const usualLimits: Limits = {
  redirects: 8,
  totalTime: 30_000,
  connectTime: 10_000,
  headerBytes: 32_768,
  compressedBytes: 10_000_000,
  decodedBytes: 20_000_000,
};

/** What an earlier answer gave, to ask only for what changed since. */
export interface Conditions {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type FetchResult =
  | {
      readonly kind: 'fetched';
      /** Where the redirects ended. */
      readonly url: string;
      readonly redirects: readonly string[];
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Decoded of its content encoding, exact otherwise. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'unchanged'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: 'failed';
      readonly url: string;
      readonly reason: string;
      /** Refused by rule: asking again would not help. */
      readonly refused: boolean;
      /** `null` where no answer came. */
      readonly status: number | null;
      /** Seconds that the server asks to wait. */
      readonly retryAfter: number | null;
    };

/** Whether asking again is of no use: refused by a rule of ours, or by the server with a 4xx that does not pass. */
export function isRefusedForGood({ refused, status }: FetchResult & { readonly kind: 'failed' }): boolean {
  return refused || (status !== null && status >= 400 && status < 500 && !passing.has(status));
}

/** Timed out, too early, too many. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/** The one way out to the network. */
export interface FetchDoor {
  fetch(url: string, conditions?: Conditions): Promise<FetchResult>;
  /** For webhooks and model endpoints: the same checks, no redirects followed. */
  send(url: string, outgoing: Outgoing): Promise<FetchResult>;
  close(): Promise<void>;
}

class Refused extends Error {}

/**
 * Opens the door. Only http and https; each name is looked up once for each connection, every address that it gives must
 * be public, and the connection goes to a checked address, so that no second answer of the name server counts. Literal
 * addresses and each step of a redirect are checked in the same way. Bounded in redirects, time, header, compressed and
 * decoded bytes. Failures are values; nothing is thrown for what a server does.
 */
export function openFetchDoor(options: DoorOptions = {}): FetchDoor {
  const limits: Limits = { ...usualLimits, ...options.limits };
  const userAgent = options.userAgent ?? 'Servanda/0.1 (reads the press; respects robots.txt)';
  const agent = new Agent({
    connect: checkedConnector(options, limits),
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.totalTime,
    bodyTimeout: limits.totalTime,
    pipelining: 1,
    keepAliveTimeout: 4000,
  });
  const go = (url: string, outgoing: Outgoing, conditions: Conditions, redirects: number): Promise<FetchResult> =>
    follow({
      url,
      outgoing: { ...outgoing, headers: { 'user-agent': userAgent, ...outgoing.headers } },
      conditions,
      limits: { ...limits, redirects },
      agent,
    });
  return {
    fetch: (url, conditions = {}) => go(url, { method: 'GET' }, conditions, limits.redirects),
    send: (url, outgoing) => go(url, outgoing, {}, 0),
    close: () => agent.close(),
  };
}

/** Connects to an address that was looked up and checked here; the name stays for TLS and for the Host header. */
function checkedConnector(options: DoorOptions, limits: Limits): buildConnector.connector {
  const connect = buildConnector({ timeout: limits.connectTime });
  const resolve = options.resolve ?? systemLookup;
  return (target, callback) => {
    checkHost(target.hostname, options.allowPrivate ?? false, resolve).then(
      (address) => connect({ ...target, hostname: address }, callback),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function systemLookup(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);
}

async function checkHost(
  hostname: string,
  allowPrivate: boolean | readonly string[],
  resolve: (hostname: string) => Promise<readonly string[]>,
): Promise<string> {
  const literal = literalAddress(hostname);
  const addresses = literal === null ? await resolve(hostname) : [literal];
  const [first] = addresses;
  if (first === undefined) throw new Error(`${hostname} has no address`);
  const allowed = allowPrivate === true || (Array.isArray(allowPrivate) && allowPrivate.includes(hostname));
  if (allowed) return first;
  for (const address of addresses) {
    const reason = refusedRange(address);
    if (reason !== null) throw new Refused(`${hostname} leads to an address that is not public: ${reason}`);
  }
  return first;
}

interface Trip {
  readonly url: string;
  readonly outgoing: Outgoing;
  readonly conditions: Conditions;
  readonly limits: Limits;
  readonly agent: Agent;
}

async function follow(trip: Trip): Promise<FetchResult> {
  const { limits, agent, outgoing, conditions } = trip;
  const redirects: string[] = [];
  const signal = AbortSignal.timeout(limits.totalTime);
  let url = trip.url;
  try {
    for (;;) {
      const target = checkUrl(url);
      const answer = await request(target, {
        method: outgoing.method,
        headers: requestHeaders(outgoing, conditions),
        body: outgoing.body ?? null,
        dispatcher: agent,
        signal,
      });
      const headers = plainHeaders(answer.headers);
      const next = isRedirect(answer.statusCode) ? headers['location'] : undefined;
      if (next === undefined) return await settle(answer, headers, target.href, redirects, limits);
      answer.body.on('error', () => {});
      answer.body.destroy();
      if (redirects.length >= limits.redirects) throw new Refused(`more than ${limits.redirects} redirects`);
      redirects.push(target.href);
      url = URL.parse(next, target.href)?.href ?? next;
      if (redirects.includes(url)) throw new Refused('the redirects go in a circle');
    }
  } catch (error) {
    return failure(url, error, signal, limits);
  }
}

function checkUrl(address: string): URL {
  const url = URL.parse(address);
  if (!url) throw new Refused('it is no address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refused(`only http and https are fetched, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '')
    throw new Refused('addresses with a name or password in them are not fetched');
  return url;
}

function requestHeaders(outgoing: Outgoing, conditions: Conditions): Record<string, string> {
  return {
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/plain;q=0.8, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'ru, *;q=0.5',
    ...outgoing.headers,
    ...(conditions.etag ? { 'if-none-match': conditions.etag } : {}),
    ...(conditions.lastModified ? { 'if-modified-since': conditions.lastModified } : {}),
  };
}

async function settle(
  answer: Dispatcher.ResponseData,
  headers: Readonly<Record<string, string>>,
  url: string,
  redirects: readonly string[],
  limits: Limits,
): Promise<FetchResult> {
  const status = answer.statusCode;
  if (status === 304 || status >= 400) {
    answer.body.on('error', () => {});
    answer.body.destroy();
    if (status === 304) return { kind: 'unchanged', url, headers };
    return {
      kind: 'failed',
      url,
      reason: `the server answered ${status}`,
      refused: false,
      status,
      retryAfter: secondsOf(headers['retry-after']),
    };
  }
  const bytes = await decodeBody(answer.body, headers['content-encoding'] ?? '', limits);
  return { kind: 'fetched', url, redirects, status, headers, bytes };
}

function failure(url: string, error: unknown, signal: AbortSignal, limits: Limits): FetchResult {
  const refusal = findCause(error, (e) => e instanceof Refused || e instanceof TooMuch);
  const code = findCause(error, (e) => 'code' in e && typeof e.code === 'string');
  const reason = refusal
    ? refusal.message
    : signal.aborted
      ? `it took longer than ${limits.totalTime / 1000} s`
      : describe(code ?? (error instanceof Error ? error : new Error(String(error))), limits);
  return { kind: 'failed', url, reason, refused: refusal !== null, status: null, retryAfter: null };
}

function findCause(error: unknown, is: (error: Error) => boolean): Error | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 6; e = e.cause, depth += 1) if (is(e)) return e;
  return null;
}

function describe(error: Error, limits: Limits): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return `its headers are larger than ${limits.headerBytes} bytes`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name cannot be found';
  if (code === 'ECONNREFUSED') return 'nothing answers at its address';
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return `no connection within ${limits.connectTime / 1000} s`;
  return `${code === '' ? error.name : code}: ${error.message}`;
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value] as const],
    ),
  );
}

/** `Retry-After: 120`; the form with a date is left to the rhythm of the source. */
function secondsOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,7}$/u.test(value.trim()) ? Number(value) : null;
}
