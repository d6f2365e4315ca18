import type { MiddlewareHandler } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import type { Day } from '../model/time.ts';

/** Bytes of answers that are kept at most. */
const most = 64 * 1024 * 1024;

interface Kept {
  readonly version: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

/**
 * Keeps answers until the record or the day changes: a page is a function of its address, the reader's language, the
 * record and the day, so what was drawn once need not be drawn again. The longest unasked go first.
 */
export function pageCache(dossier: Dossier, today: () => Day): MiddlewareHandler {
  const kept = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string) => {
    size -= kept.get(key)?.body.byteLength ?? 0;
    kept.delete(key);
  };
  return async (c, next) => {
    if (c.req.method !== 'GET' || apart.test(c.req.path)) return next();
    const version = `${await dossier.version()} ${today()}`;
    const asked = ['accept-language', 'accept-encoding', 'host'].map((name) => c.req.header(name) ?? '');
    const key = [c.req.url, ...asked].join('\n');
    const found = kept.get(key);
    if (found) drop(key);
    if (found?.version === version) {
      keep(key, found);
      return sameTag(c.req.header('if-none-match'), found.headers)
        ? new Response(null, { status: 304, headers: found.headers })
        : new Response(found.body, { headers: found.headers });
    }
    await next();
    if (c.res.status !== 200) return;
    const body = await c.res.arrayBuffer();
    const headers = new Headers(c.res.headers);
    c.res = new Response(body, { status: 200, headers });
    keep(key, { version, headers, body });
  };

  function keep(key: string, entry: Kept): void {
    if (entry.body.byteLength > most / 16) return;
    kept.set(key, entry);
    size += entry.body.byteLength;
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
  }
}

/** What is read from the disk once anyway, and what is sent line by line. */
const apart = /^\/(?:assets|export)\//u;

function sameTag(asked: string | undefined, headers: Headers): boolean {
  const tag = headers.get('etag')?.replace(/^W\//u, '');
  return tag !== undefined && (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === tag);
}
