import { Hono } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import type { Answer, Cited, Page } from '../model/answer.ts';
import type { Day } from '../model/time.ts';
import { lineEndpoints, listEndpoints } from './endpoints.ts';
import { openApiOf } from './open-api.ts';
import { problem } from './problem.ts';
import { parseQuery, readCursor, selectionQuery, writeCursor } from './request.ts';

/**
 * The record as data, under `/api/v1`. No page of another origin may read it in a browser: a dossier on one's own machine is unpublished
 * work, and asks nobody who he is.
 */
export function api(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  app.get('/openapi.json', (c) => c.json(openApiOf()));
  app.get('/summary', async (c) => {
    const parsed = parseQuery(selectionQuery, new URL(c.req.url).searchParams);
    if (parsed.kind === 'refused')
      return problem(c, 400, 'Query not understood', `${parsed.parameter}: ${parsed.reason}`);
    return c.json(await dossier.summary(parsed.asked['as-of'] ?? today()));
  });
  for (const endpoint of listEndpoints) {
    app.get(endpoint.path, async (c) => {
      const url = new URL(c.req.url);
      const parsed = parseQuery(endpoint.query, url.searchParams);
      if (parsed.kind === 'refused')
        return problem(c, 400, 'Query not understood', `${parsed.parameter}: ${parsed.reason}`);
      const version = await dossier.version();
      const cursor = typeof parsed.asked['cursor'] === 'string' ? readCursor(parsed.asked['cursor']) : undefined;
      if (cursor === null) return problem(c, 400, 'Query not understood', 'cursor: take it from `next` of an answer');
      if (cursor && cursor.version !== version)
        return problem(
          c,
          410,
          'The record has changed',
          'Lines may have moved since this cursor was given: begin again.',
        );
      const asked = cursor ? { ...parsed.asked, offset: cursor.offset } : parsed.asked;
      const page = await endpoint.fetchPage(dossier, asked, today());
      return c.json({ ...page, next: nextOf(url, page, version), cited: citedObject(page.cited) });
    });
  }
  for (const { path, kind } of lineEndpoints) {
    app.get(`${path}/:id`, async (c) => {
      const parsed = parseQuery(selectionQuery, new URL(c.req.url).searchParams);
      if (parsed.kind === 'refused')
        return problem(c, 400, 'Query not understood', `${parsed.parameter}: ${parsed.reason}`);
      const shown: Answer<unknown> | null = await dossier.show(
        c.req.param('id'),
        parsed.asked['as-of'] ?? today(),
        kind,
      );
      if (shown === null)
        return problem(c, 404, 'No such line', `The record has no ${kind} with the id ${c.req.param('id')}.`);
      return c.json({ kind, line: shown.line, cited: citedObject(shown.cited) });
    });
  }
  app.all('*', (c) => {
    if (c.req.method === 'GET') return problem(c, 404, 'No such endpoint', 'See /api/v1/openapi.json.');
    c.header('allow', 'GET, HEAD');
    return problem(c, 405, 'Read only', 'The API answers GET alone.');
  });
  return app;
}

/** The address of the part that follows; `null` at the end. */
function nextOf(url: URL, page: Page<unknown>, version: string): string | null {
  const offset = page.offset + page.lines.length;
  if (offset >= page.total || page.lines.length === 0) return null;
  const query = new URLSearchParams(url.searchParams);
  query.delete('offset');
  query.set('cursor', writeCursor({ offset, version }));
  return `${url.pathname}?${query}`;
}

/** What lines cite, by id. */
function citedObject(cited: Cited): object {
  return {
    entities: Object.fromEntries(cited.entities),
    claims: Object.fromEntries(cited.claims),
    documents: Object.fromEntries(cited.documents),
    passages: Object.fromEntries(cited.passages),
  };
}
