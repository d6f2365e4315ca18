import type { MiddlewareHandler } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import type { Day } from '../model/time.ts';

/** Bytes of answers that are kept at most. */
const most = 64 * 1024 * 1024;

interface Kept {
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

/**
 * Keeps answers until the record or the day changes: a page is a function of its address, the reader's language, the
 * record and the day, so what was drawn once need not be drawn again.
 */
export function pageCache(dossier: Dossier, today: () => Day): MiddlewareHandler {
  const kept = new Map<string, Kept>();
  /** What is being drawn, so that many who ask at once wait for one drawing. */
  const drawing = new Map<string, Promise<Kept | null>>();
  let size = 0;
  return async (c, next) => {
    if (c.req.method !== 'GET' || apart.test(c.req.path)) return next();
    const asked = ['accept-language', 'accept-encoding', 'host'].map((name) => c.req.header(name) ?? '');
    const key = [c.req.url, ...asked, JSON.stringify(c.get('who') ?? null), await dossier.version(), today()].join(
      '\n',
    );
    const entry = kept.get(key) ?? (await drawing.get(key));
    if (entry) {
      keep(key, entry);
      return answer(entry, c.req.header('if-none-match'));
    }
    const { promise, resolve } = Promise.withResolvers<Kept | null>();
    drawing.set(key, promise);
    let drawn: Kept | null = null;
    try {
      await next();
      if (c.res.status !== 200) return;
      drawn = { headers: new Headers(c.res.headers), body: await c.res.arrayBuffer() };
      c.res = new Response(drawn.body, { headers: drawn.headers });
      keep(key, drawn);
    } finally {
      drawing.delete(key);
      resolve(drawn);
    }
  };

  /** Puts an answer last in the row; what was asked for longest ago goes where there is no room. Other versions go in time. */
  function keep(key: string, entry: Kept): void {
    if (entry.body.byteLength > most / 16) return;
    if (kept.delete(key)) size -= entry.body.byteLength;
    kept.set(key, entry);
    size += entry.body.byteLength;
    for (const [oldest, { body }] of kept) {
      if (size <= most) break;
      kept.delete(oldest);
      size -= body.byteLength;
    }
  }
}

function answer({ headers, body }: Kept, ifNoneMatch: string | undefined): Response {
  return sameTag(ifNoneMatch, headers) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** What is read from the disk once anyway, and what is sent line by line. */
const apart = /^\/(?:assets|export)\//u;

function sameTag(asked: string | undefined, headers: Headers): boolean {
  const tag = headers.get('etag')?.replace(/^W\//u, '');
  return tag !== undefined && (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === tag);
}
