import { Hono, type Context } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import { csvTables, renderCsv } from '../export/csv.ts';
import { renderIcs } from '../export/ics.ts';
import { renderJsonl } from '../export/jsonl.ts';
import { renderMarkdownBrief } from '../export/markdown-brief.ts';
import type { Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { parseQuery, selectionQuery } from './request.ts';

/** A file of the whole record as of the day asked for: its name, its media type, and what is in it. */
interface ExportFile {
  readonly name: string;
  readonly type: string;
  /** Between lines that come one by one: CSV wants CRLF (RFC 4180). */
  readonly lineEnd?: string;
  readonly render: (record: Record, c: Context, today: Day) => string | Iterable<string>;
}

const files: readonly ExportFile[] = [
  { name: 'record.jsonl', type: 'application/jsonl', render: (record) => renderJsonl(record) },
  // A calendar may be subscribed to: the stamp moves with the day, so that a changed day is taken over.
  { name: 'due.ics', type: 'text/calendar', render: (record, _, today) => renderIcs(record, `${today}T00:00:00Z`) },
  {
    name: 'brief.md',
    type: 'text/markdown',
    render: (record, c) =>
      renderMarkdownBrief(record, {
        title: 'Servanda',
        addressOf: ({ id }) => new URL(`/documents/${id}`, c.req.url).href,
      }),
  },
  ...csvTables.map((table): ExportFile => ({
    name: `${table}.csv`,
    type: 'text/csv',
    lineEnd: '\r\n',
    render: (record) => renderCsv(record, table),
  })),
];

/** The record as files, under `/export`, sent line by line. */
export function exports(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  for (const { name, type, lineEnd = '\n', render } of files) {
    app.get(`/${name}`, async (c) => {
      const parsed = parseQuery(selectionQuery.pick({ 'as-of': true }), new URL(c.req.url).searchParams);
      if (parsed.kind === 'refused') return c.text(`${parsed.parameter}: ${parsed.reason}`, 400);
      const rendered = render(await dossier.record(parsed.asked['as-of'] ?? today()), c, today());
      const body = typeof rendered === 'string' ? rendered : ReadableStream.from(encoded(rendered, lineEnd));
      const disposition = type === 'text/calendar' ? 'inline' : 'attachment';
      return c.body(body, 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `${disposition}; filename="${name}"`,
      });
    });
  }
  return app;
}

/** Lines in UTF-8, joined to pieces of about 64 kB, since a piece a line is slow to send. */
function* encoded(lines: Iterable<string>, lineEnd: string): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const line of lines) {
    piece += line + lineEnd;
    if (piece.length < 65_536) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}
