import { Hono } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import { exportFiles, type Lines, renderExport } from '../export/export-files.ts';
import type { Day } from '../model/time.ts';
import { parseQuery, selectionOf, selectionQuery } from './request.ts';

const query = selectionQuery.omit({ order: true, offset: true, limit: true });

/** Read where they stand by programs that subscribe to them; the others are taken away. */
const subscribed: ReadonlySet<string> = new Set(['due.ics', 'news.atom']);

/** The record, or the part of it that a query selects, as files under `/export`; lines are sent one by one. */
export function exports(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  for (const { name, file, type, table } of exportFiles) {
    app.get(`/${file}`, async (c) => {
      const url = new URL(c.req.url);
      const origin = c.get('origin') ?? url.origin;
      const parsed = parseQuery(query, url.searchParams);
      if (parsed.kind === 'refused') return c.text(`${parsed.parameter}: ${parsed.reason}`, 400);
      const { asOf, limit: _limit, ...selection } = selectionOf(parsed.asked, today(), 0);
      const title = selection.about === undefined ? 'Servanda' : `Servanda: ${selection.about}`;
      // A calendar is taken over anew when its stamp moves: with the day.
      const context = {
        title,
        now: `${today()}T00:00:00Z`,
        base: origin,
        address: new URL(url.pathname + url.search, origin).href,
      };
      const rendered = renderExport(name, await dossier.record(asOf, selection), {
        ...context,
        ...(table && { table }),
      });
      return c.body(bodyOf(rendered), 200, {
        'content-type': type.includes(';') || !isText(type) ? type : `${type}; charset=utf-8`,
        'content-disposition': `${subscribed.has(file) ? 'inline' : 'attachment'}; filename="${file}"`,
      });
    });
  }
  return app;
}

function isText(type: string): boolean {
  return !type.startsWith('application/vnd.openxmlformats');
}

function bodyOf(rendered: string | Uint8Array | Lines): string | Uint8Array<ArrayBuffer> | ReadableStream {
  if (typeof rendered === 'string') return rendered;
  return rendered instanceof Uint8Array ? new Uint8Array(rendered) : ReadableStream.from(encoded(rendered));
}

/** Lines in UTF-8, joined to pieces of about 64 kB, since a piece a line is slow to send. */
function* encoded({ lines, end }: Lines): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const line of lines) {
    piece += line + end;
    if (piece.length < 65_536) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}
