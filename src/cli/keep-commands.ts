import { nameOfDatabase } from '../app/dossier-place.ts';
import { exportCaptures } from '../app/export-captures.ts';
import { forget } from '../app/forget.ts';
import { renderExport } from '../export/export-files.ts';
import type { ExportName } from '../export/formats.data.ts';
import type { CsvTable } from '../export/tables.ts';
import { dayOf, requireDossier, withDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda forget`: exit code 1 where a name led to no document; the others are forgotten all the same. */
export async function runForget(
  names: readonly string[],
  options: { readonly db: string; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const forgotten = await forget(options.db, names, streams.now());
  for (const name of forgotten.unknown)
    streams.err(`${name}: no document of ${nameOfDatabase(options.db)} has this id or source\n`);
  if (options.json) streams.out(`${JSON.stringify(forgotten)}\n`);
  else streams.out(`${forgotten.documents} forgotten\n`);
  return forgotten.unknown.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** `servanda export`: the record as of a day, or the part of it that was asked for, or the captures as WARC. */
export async function runExport(
  options: {
    readonly db: string;
    readonly format: ExportName | 'warc';
    readonly table: CsvTable;
    readonly asOf?: string;
    readonly about?: string;
    readonly from?: string;
    readonly to?: string;
    readonly title?: string;
    readonly people: 'public' | 'all';
  },
  streams: Streams,
): Promise<number> {
  const { about, from, to, people, table } = options;
  if (options.format === 'warc') {
    requireDossier(options.db);
    for await (const bytes of exportCaptures(options.db)) await streams.outBytes(bytes);
    return exitCodes.done;
  }
  const selection = { ...(about && { about }), ...(from && { from }), ...(to && { to }) };
  const record = await withDossier(options.db, (dossier) => dossier.record(dayOf(options.asOf, streams), selection));
  if (record.claims.length === 0 && record.documents.length === 0)
    streams.err(`the record tells nothing of what was asked for${about ? `: ${about}` : ''}\n`);
  const title = options.title ?? about ?? 'Servanda';
  const rendered = renderExport(options.format, record, { title, now: streams.now(), base: null, people, table });
  if (typeof rendered === 'string') streams.out(rendered);
  else if (rendered instanceof Uint8Array) await streams.outBytes(rendered);
  else for (const line of rendered.lines) streams.out(line + rendered.end);
  return exitCodes.done;
}
