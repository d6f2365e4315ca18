import { isHappening, type Role } from '../model/claim.ts';
import type { Record } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';
import { publicRecord } from './public-record.ts';

export const csvTables = [
  'timeline',
  'agreements',
  'commitments',
  'statements',
  'figures',
  'conflicts',
  'documents',
  'codebook',
] as const;
export type CsvTable = (typeof csvTables)[number];

export type Cell = string | number | null;

/** A table of the record: columns with their meanings, and rows of as many cells. */
export interface Table {
  readonly columns: readonly (readonly [name: string, meaning: string])[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One table of a record; people who are only words in a text are not named as entities in it. */
export function tableOf(record: Record, table: CsvTable): Table {
  if (table === 'codebook') return codebook();
  const shown = publicRecord(record);
  const evidence = new Map(shown.claims.map((c) => [c.id, c.evidence.text]));
  const rows = rowsOf[table](shown, (claim) => evidence.get(claim ?? '') ?? null);
  return { columns: columns[table], rows };
}

type RecordTable = Exclude<CsvTable, 'codebook'>;

const ids = 'id, stable while the sources stay the same; the address of its page ends in it';
const firstDay = 'first day, YYYY-MM-DD; empty: open or not known';
const lastDay = 'last day, inclusive; empty: open or not known';
const words = 'the words of the source that carry it';

/** The codebook: what each column of each table means. */
const columns: Readonly<{ [table in RecordTable]: Table['columns'] }> = {
  timeline: [
    ['id', ids],
    ['type', 'agreement, meeting, exercise, supply, deployment, institution, measure or event'],
    ['status', 'happened, ongoing, planned, possible, denied or cancelled, as the sources say'],
    ['from', firstDay],
    ['to', lastDay],
    ['who', 'who takes part, and in what'],
    ['where', 'place'],
    ['documents', 'how many documents report it'],
    ['origins', 'how many independent origins those have: reprints count once'],
    ['evidence', words],
  ],
  agreements: [
    ['id', ids],
    ['name', 'name of the agreement'],
    ['current', 'the stage it stands at as of the day of the record'],
    ['stage', 'one stage of its life, a row each'],
    ['status', 'status of that stage'],
    ['from', firstDay],
    ['to', lastDay],
    ['claims', 'ids of the claims that report the stage'],
  ],
  commitments: [
    ['id', ids],
    ['force', 'promise, plan, forecast or possibility'],
    ['due from', 'first day on which it is due'],
    ['due to', 'last day on which it is due'],
    ['outcome', 'open, kept, kept-late, broken, cancelled or unreported, as of the day of the record'],
    ['from', 'first day of what came of it'],
    ['to', 'last day of what came of it'],
    ['why', 'why the report was joined to the plan'],
    ['as of', 'day of the record'],
    ['evidence', words],
  ],
  statements: [
    ['id', ids],
    ['speaker', 'who is said to have spoken'],
    ['mode', 'direct or indirect speech'],
    ['quote', 'the quoted words, without the outer marks'],
    ['from', firstDay],
    ['to', lastDay],
    ['document', 'id of the document'],
    ['evidence', words],
  ],
  figures: [
    ['id', ids],
    ['indicator', 'what is counted'],
    ['value', 'number, in base units'],
    ['unit', 'ISO 4217 code, %, person, t, m3 …'],
    ['from', 'first day of the period'],
    ['to', 'last day of the period'],
    ['document', 'id of the document'],
    ['evidence', words],
  ],
  conflicts: [
    ['event', 'id of the event that its sources tell differently'],
    ['field', 'the field that differs'],
    ['value', 'one of its values, as JSON, a row each'],
    ['claims', 'ids of the claims that give it'],
    ['evidence', words],
  ],
  documents: [
    ['id', ids],
    ['outlet', 'who published it'],
    ['title', 'headline'],
    ['from', 'first day on which it may have come out'],
    ['to', 'last such day'],
    ['basis', 'metadata, printed or inferred'],
    ['source', 'address or file it was read from'],
    ['origin', 'id of the document that it reprints, or its own'],
  ],
};

function codebook(): Table {
  return {
    columns: [
      ['table', 'table'],
      ['column', 'column'],
      ['meaning', 'what it holds'],
    ],
    rows: Object.entries(columns).flatMap(([table, named]) => named.map(([name, meaning]) => [table, name, meaning])),
  };
}

const rowsOf: Readonly<{
  [table in RecordTable]: (
    record: Record,
    evidenceOf: (claim: string | undefined) => string | null,
  ) => readonly (readonly Cell[])[];
}> = {
  timeline: (record, evidenceOf) =>
    record.events
      .filter(({ type }) => isHappening(type))
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
  agreements: (record) =>
    record.agreements.flatMap((a) =>
      a.stages.map((s) => [a.id, a.name, a.current, s.stage, s.status, from(s.time), to(s.time), s.claims.join(' ')]),
    ),
  commitments: (record, evidenceOf) =>
    record.commitments.map((c) => [
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
  statements: (record) =>
    record.claims.flatMap((c) =>
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
  figures: (record) =>
    record.claims.flatMap((c) =>
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
  conflicts: (record, evidenceOf) =>
    record.events.flatMap((e) =>
      e.conflicts.flatMap((c) =>
        c.values.map((v) => [e.id, c.field, JSON.stringify(v.value), v.claims.join(' '), evidenceOf(v.claims[0])]),
      ),
    ),
  documents: (record) =>
    record.documents.map((d) => [
      d.id,
      d.outlet,
      d.title,
      from(d.published),
      to(d.published),
      d.published?.basis ?? null,
      d.source,
      d.origin,
    ]),
};

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
