import { exportCaptures } from '../app/export-captures.ts';
import { forget } from '../app/forget.ts';
import { type CsvTable, renderCsv } from '../export/csv.ts';
import { renderIcs } from '../export/ics.ts';
import { renderJsonl } from '../export/jsonl.ts';
import { renderMarkdownBrief } from '../export/markdown-brief.ts';
import { dayOf, requireDossier, withDossier } from './open-existing.ts';
import type { ExportFormat } from './program.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda forget`: exit code 1 where a name led to no document; the others are forgotten all the same. */
export async function runForget(
  names: readonly string[],
  options: { readonly db: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const forgotten = await forget(options.db, names, streams.now());
  for (const name of forgotten.unknown) streams.err(`${name}: no document of ${options.db} has this id or source\n`);
  if (options.json) streams.out(`${JSON.stringify(forgotten)}\n`);
  else streams.out(`${forgotten.documents} forgotten\n`);
  return forgotten.unknown.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** `servanda export`: the whole record as of a day, or the captures as WARC. */
export async function runExport(
  options: {
    readonly db: string;
    readonly format: ExportFormat;
    readonly table: CsvTable;
    readonly asOf?: string;
    readonly people: 'public' | 'all';
  },
  streams: Streams,
): Promise<number> {
  const { format } = options;
  if (format === 'warc') {
    requireDossier(options.db);
    for await (const bytes of exportCaptures(options.db)) await streams.outBytes(bytes);
    return exitCodes.done;
  }
  const record = await withDossier(options.db, (dossier) => dossier.record(dayOf(options.asOf, streams)));
  switch (format) {
    case 'jsonl':
      for (const line of renderJsonl(record, { people: options.people })) streams.out(`${line}\n`);
      break;
    case 'csv':
      for (const row of renderCsv(record, options.table)) streams.out(`${row}\r\n`);
      break;
    case 'ics':
      streams.out(renderIcs(record, streams.now()));
      break;
    case 'markdown':
      streams.out(renderMarkdownBrief(record, { title: 'Servanda' }));
      break;
  }
  return exitCodes.done;
}
