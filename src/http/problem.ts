import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error as RFC 9457 has it. */
export function problem(c: Context, status: ContentfulStatusCode, title: string, detail: string): Response {
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}
