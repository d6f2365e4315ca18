import type { Role } from '../model/claim.ts';
import type { Record } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';
import { linesOf } from './jsonl.ts';

export const csvTables = ['timeline', 'agreements', 'commitments', 'statements', 'figures', 'conflicts'] as const;
export type CsvTable = (typeof csvTables)[number];

/**
 * One table of the record as CSV (RFC 4180, CRLF left to the caller), the column names first. A cell that a spreadsheet would
 * take for a formula is given an apostrophe before it: texts come from strangers.
 */
export function* renderCsv(record: Record, table: CsvTable): Iterable<string> {
  const shown = publicRecord(record);
  const evidence = new Map(shown.claims.map((c) => [c.id, c.evidence.text]));
  const evidenceOf = (claim: string | undefined) => evidence.get(claim ?? '') ?? null;
  for (const row of rowsOf[table](shown, evidenceOf)) yield row.map(cell).join(',');
}

type Row = readonly (string | number | null)[];

const rowsOf: Readonly<{
  [table in CsvTable]: (record: Record, evidenceOf: (claim: string | undefined) => string | null) => readonly Row[];
}> = {
  timeline: (record, evidenceOf) => [
    ['id', 'type', 'status', 'from', 'to', 'who', 'where', 'documents', 'origins', 'evidence'],
    ...record.events
      .filter((e) => !['statement', 'position', 'figure'].includes(e.type))
      .map((e) => [
        e.id,
        e.type,
        e.status,
        from(e.time),
        to(e.time),
        fillers(e.roles, (r) => r.role !== 'place'),
        fillers(e.roles, (r) => r.role === 'place'),
        e.documents,
        e.origins,
        evidenceOf(e.claims[0]),
      ]),
  ],
  agreements: (record) => [
    ['id', 'name', 'current', 'stage', 'status', 'from', 'to', 'claims'],
    ...record.agreements.flatMap((a) =>
      a.stages.map((s) => [a.id, a.name, a.current, s.stage, s.status, from(s.time), to(s.time), s.claims.join(' ')]),
    ),
  ],
  commitments: (record, evidenceOf) => [
    ['id', 'force', 'due from', 'due to', 'outcome', 'from', 'to', 'why', 'as of', 'evidence'],
    ...record.commitments.map((c) => [
      c.id,
      c.force,
      from(c.due),
      to(c.due),
      c.outcome.status,
      from(c.outcome.time),
      to(c.outcome.time),
      c.outcome.why,
      c.asOf,
      evidenceOf(c.claim),
    ]),
  ],
  statements: (record) => [
    ['id', 'speaker', 'mode', 'quote', 'from', 'to', 'document', 'evidence'],
    ...record.claims.flatMap((c) =>
      c.type === 'statement'
        ? [
            [
              c.id,
              fillers(c.roles, (r) => r.role === 'speaker'),
              c.mode,
              c.quote,
              from(c.time),
              to(c.time),
              c.document,
              c.evidence.text,
            ],
          ]
        : [],
    ),
  ],
  figures: (record) => [
    ['id', 'indicator', 'value', 'unit', 'from', 'to', 'document', 'evidence'],
    ...record.claims.flatMap((c) =>
      c.type === 'figure'
        ? [
            [
              c.id,
              fillers(c.roles, (r) => r.role === 'indicator'),
              c.figure.value,
              c.figure.unit,
              from(c.time),
              to(c.time),
              c.document,
              c.evidence.text,
            ],
          ]
        : [],
    ),
  ],
  conflicts: (record, evidenceOf) => [
    ['event', 'field', 'value', 'claims', 'evidence'],
    ...record.events.flatMap((e) =>
      e.conflicts.flatMap((c) =>
        c.values.map((v) => [e.id, c.field, JSON.stringify(v.value), v.claims.join(' '), evidenceOf(v.claims[0])]),
      ),
    ),
  ],
};

function publicRecord(record: Record): Record {
  const claims = [...linesOf(record)].flatMap((line) => (line.kind === 'claim' ? [line] : []));
  return { ...record, claims };
}

function fillers(roles: readonly Role[], wanted: (role: Role) => boolean): string {
  return roles
    .filter(wanted)
    .map((r) => r.name)
    .join('; ');
}

function from(time: DayRange | null): string | null {
  return time?.from ?? null;
}

function to(time: DayRange | null): string | null {
  return time?.to ?? null;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
