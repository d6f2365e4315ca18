import type { Line, Record } from '../model/record.ts';
import { publicRecord } from './public-record.ts';

export interface JsonlOptions {
  /** `public` (the default) leaves out people without a post or a statement: they stay words in a text. */
  readonly people?: 'public' | 'all';
}

/** The record as JSON Lines, the header first, without line ends. */
export function* renderJsonl(record: Record, options: JsonlOptions = {}): Iterable<string> {
  for (const line of linesOf(record, options)) yield JSON.stringify(line);
}

/** The lines of an export, in the order in which they are printed. */
function* linesOf(record: Record, { people = 'public' }: JsonlOptions = {}): Iterable<Line> {
  const shown = people === 'all' ? record : publicRecord(record);
  yield shown.header;
  yield* shown.documents;
  yield* shown.entities;
  yield* shown.claims;
  yield* shown.events;
  yield* shown.agreements;
  yield* shown.commitments;
}
