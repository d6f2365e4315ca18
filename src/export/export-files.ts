import type { Record } from '../model/record.ts';
import { namingAt } from './addresses.ts';
import { renderAtom } from './atom.ts';
import { cslJsonOf } from './csl-json.ts';
import { cellText, renderCsv } from './csv.ts';
import { type ExportName, exportFormats } from './formats.data.ts';
import { followTheMoneyOf } from './follow-the-money.ts';
import { renderGexf } from './gexf.ts';
import { renderHtmlBrief } from './html-brief.ts';
import { renderIcs } from './ics.ts';
import { jsonLdOf } from './json-ld.ts';
import { renderJsonl } from './jsonl.ts';
import { renderMarkdownBrief } from './markdown-brief.ts';
import { ploverColumns, ploverRowsOf } from './plover.ts';
import { type CsvTable, csvTables } from './tables.ts';
import { timelineJsOf } from './timeline-js.ts';
import { webAnnotationsOf } from './web-annotation.ts';
import { renderXlsx } from './xlsx.ts';

/** What an export needs to know beside the record. */
export interface ExportContext {
  readonly title: string;
  /** ISO instant, for stamps. */
  readonly now: string;
  /** Where the record is served, `https://desk.example/`; `null` where it is not. */
  readonly base: string | null;
  /** Address of this very file, where it is served. */
  readonly address?: string | null;
  /** Whom lines name. */
  readonly people?: 'public' | 'all';
  /** Which table of CSV. */
  readonly table?: CsvTable;
}

type Rendered = string | Uint8Array | Lines;
type Renderer = (record: Record, context: ExportContext) => Rendered;

/** Lines one by one, and what stands after each. */
export interface Lines {
  readonly lines: Iterable<string>;
  readonly end: '\n' | '\r\n';
}

/** What a format makes of a record. Lines come without their ends. */
export function renderExport(name: ExportName, record: Record, context: ExportContext): Rendered {
  return renderers[name](record, context);
}

const renderers: Readonly<{ [name in ExportName]: Renderer }> = {
  jsonl: (record, { people = 'public' }) => linesEnding(renderJsonl(record, { people }), '\n'),
  csv: (record, { table = 'timeline' }) => linesEnding(renderCsv(record, table), '\r\n'),
  xlsx: (record) => renderXlsx(record),
  ics: (record, { now, base }) => renderIcs(record, now, base),
  markdown: (record, context) => renderMarkdownBrief(record, briefOptions(context)),
  html: (record, context) => renderHtmlBrief(record, briefOptions(context)),
  'json-ld': (record, { base }) => json(jsonLdOf(record, namingAt(base))),
  annotations: (record, { base }) => json(webAnnotationsOf(record, namingAt(base))),
  ftm: (record) =>
    linesEnding(
      mapped(followTheMoneyOf(record), (entity) => JSON.stringify(entity)),
      '\n',
    ),
  plover: (record) => linesEnding(ploverLines(record), '\r\n'),
  timelinejs: (record, { base, title }) => json(timelineJsOf(record, namingAt(base), title)),
  gexf: (record) => renderGexf(record),
  csl: (record) => json(cslJsonOf(record)),
  atom: (record, { title, base, address = null, now }) =>
    renderAtom(record, { title, address, naming: namingAt(base), now }),
};

/** A file that is served. */
export interface ExportFile {
  readonly name: ExportName;
  readonly file: string;
  readonly type: string;
  readonly table?: CsvTable;
}

/** One file of each format, and of CSV one of each table. */
export const exportFiles: readonly ExportFile[] = exportFormats.flatMap(({ name, file, type }): readonly ExportFile[] =>
  name === 'csv' ? csvTables.map((table) => ({ name, file: `${table}.csv`, type, table })) : [{ name, file, type }],
);

function briefOptions({ title, base }: ExportContext) {
  const naming = namingAt(base);
  return base === null ? { title } : { title, addressOf: ({ id }: { readonly id: string }) => naming('documents', id) };
}

function linesEnding(lines: Iterable<string>, end: Lines['end']): Lines {
  return { lines, end };
}

function* mapped<T>(things: Iterable<T>, line: (thing: T) => string): Iterable<string> {
  for (const thing of things) yield line(thing);
}

function* ploverLines(record: Record): Iterable<string> {
  yield ploverColumns.join(',');
  for (const row of ploverRowsOf(record)) yield row.map(cellText).join(',');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
