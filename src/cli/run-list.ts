import type { Cited, Page, Selection } from '../model/answer.ts';
import type { ListCommand } from './list-commands.ts';
import { dayOf, withDossier } from './open-existing.ts';
import type { SharedOptions } from './options.ts';
import { exitCodes, type Streams } from './streams.ts';
import { renderTable } from './table.ts';

type ListOptions = SharedOptions & Partial<Omit<Selection, 'asOf'>>;

/** Prints the lines that a list command asks for, as a table or as JSON with all that they cite. */
export async function runList(
  command: ListCommand,
  words: string,
  options: ListOptions,
  streams: Streams,
): Promise<number> {
  const { db, json, asOf, ...narrowing } = options;
  const asked = { ...narrowing, asOf: dayOf(asOf, streams) };
  const { page, columns, empty } = await withDossier(db, (dossier) => command.list(dossier, asked, words));
  if (json) {
    streams.out(`${JSON.stringify(jsonOf(page, asked.asOf), null, 2)}\n`);
    return exitCodes.done;
  }
  if (page.lines.length === 0) {
    streams.err(`${whyNone(page, options.about === undefined ? empty : `${empty} about ${options.about}`)}\n`);
    return exitCodes.done;
  }
  streams.out(`${renderTable(columns, page.lines, streams.width)}\n`);
  const last = page.offset + page.lines.length;
  if (last < page.total) streams.err(`${page.offset + 1}–${last} of ${page.total}; go on with --offset ${last}\n`);
  return exitCodes.done;
}

/** There may be lines, and none of them on the page that was asked for. */
function whyNone({ total, offset, limit }: Page<unknown>, empty: string): string {
  if (total === 0) return empty;
  return `none of ${total} with ${limit === 0 ? '--limit 0' : `--offset ${offset}`}`;
}

/** An answer as JSON: the lines, and what they cite as lists. */
function jsonOf(page: Page<unknown>, asOf: string) {
  const { lines, total, offset, limit, cited } = page;
  return { asOf, total, offset, limit, lines, cited: citedAsLists(cited) };
}

export function citedAsLists(cited: Cited) {
  return {
    entities: [...cited.entities.values()],
    claims: [...cited.claims.values()],
    documents: [...cited.documents.values()],
    passages: [...cited.passages.values()],
  };
}
