import type { Dossier } from '../app/dossier.ts';
import type {
  Cited,
  DocumentCard,
  FigurePoint,
  FigureSeries,
  Hit,
  Page,
  Person,
  Post,
  PostHolder,
  Selection,
} from '../model/answer.ts';
import {
  type Claim,
  claimTypes,
  type Figure,
  type FigureClaim,
  type Role,
  type StatementClaim,
  statuses,
} from '../model/claim.ts';
import { type Agreement, type Commitment, type Event, outcomes, type OutcomeStatus } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';
import { formatDays } from './format-days.ts';
import type { Column } from './table.ts';

/** An option of one command beside those that all have. */
interface OwnOption {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** A selection with what the options of single commands add to it. */
type Asked = Selection & { readonly outcome?: OutcomeStatus; readonly speaker?: string; readonly topic?: string };

/** A command that prints lines: what it asks of the dossier, and how a line looks in a table. */
export interface ListCommand {
  readonly name: string;
  readonly description: string;
  readonly words?: { readonly name: string; readonly description: string };
  readonly options: readonly OwnOption[];
  readonly example: string;
  readonly list: (dossier: Dossier, asked: Asked, words: string) => Promise<Listed>;
}

/** An answer, and the same as rows for a table. */
export interface Listed {
  readonly page: Page<unknown>;
  readonly columns: readonly Column<unknown>[];
  /** Said where there is no line. */
  readonly empty: string;
}

const orderOption: OwnOption = {
  flags: '--order <ORDER>',
  description: 'which come first',
  choices: ['oldest', 'newest'],
};
const statusOption: OwnOption = {
  flags: '--status <STATUS>',
  description: 'only lines of this status',
  choices: statuses,
};

/** In the order in which the help lists them. */
export const listCommands: readonly ListCommand[] = [
  {
    name: 'timeline',
    description: 'what happened, happens and is planned, by time',
    options: [
      { flags: '--type <TYPE>', description: 'only events of this type', choices: claimTypes },
      statusOption,
      orderOption,
    ],
    example: 'servanda timeline --from 2024-12-01 --about Россия',
    list: async (dossier, asked) => {
      const page = await dossier.timeline(asked);
      const columns: Column<Event>[] = [
        { title: 'When', cell: (e) => formatDays(e.time) },
        { title: 'What', cell: (e) => `${e.type} ${e.status}`, most: 20 },
        { title: 'Who', cell: (e) => namesOf(e.roles, page.cited), most: 32 },
        { title: 'In the words of the first report', cell: (e) => wordsOf(e.claims[0], page.cited), wide: true },
        { title: 'Origins', cell: (e) => `${e.origins} of ${e.documents}` },
        { title: 'Conflicts', cell: (e) => e.conflicts.map((c) => c.field).join(', '), most: 12 },
        idColumn,
      ];
      return listed(page, columns, 'nothing is on the timeline');
    },
  },
  {
    name: 'agreements',
    description: 'agreements with their parties and the stages of their lives',
    options: [],
    example: 'servanda agreements --as-of 2025-03-31',
    list: async (dossier, asked) => {
      const page = await dossier.agreements(asked);
      const columns: Column<Agreement>[] = [
        { title: 'Agreement', cell: (a) => a.name, most: 40 },
        { title: 'Stands at', cell: (a) => a.current ?? '' },
        { title: 'Parties', cell: (a) => namesBy(a.parties, page.cited), most: 30 },
        { title: 'Stages', cell: stagesOf, wide: true },
        idColumn,
      ];
      return listed(page, columns, 'no agreement is in the record');
    },
  },
  {
    name: 'commitments',
    description: 'who promised, planned or forecast what, by when, and what became of it',
    options: [
      {
        flags: '--outcome <OUTCOME>',
        description: 'only those with this outcome',
        choices: outcomes,
      },
      orderOption,
    ],
    example: 'servanda commitments --outcome unreported --as-of 2026-03-01',
    list: async (dossier, asked) => {
      const page = await dossier.commitments(asked);
      const columns: Column<Commitment>[] = [
        { title: 'Due', cell: dueOf },
        { title: 'Force', cell: (c) => c.force },
        { title: 'By', cell: (c) => namesBy(c.by, page.cited), most: 28 },
        { title: 'In the words of the first report', cell: (c) => wordsOf(c.claim, page.cited), wide: true },
        { title: 'Outcome', cell: (c) => `${c.outcome.status} ${formatDays(c.outcome.time)}`, most: 21 },
        idColumn,
      ];
      return listed(page, columns, 'no commitment is in the record');
    },
  },
  {
    name: 'statements',
    description: 'who said what, in which words, as reported by whom',
    options: [
      { flags: '--speaker <NAME>', description: 'only those of this speaker, by name or id' },
      {
        flags: '--topic <NAME>',
        description: 'only those about this entity or agreement, by name or id',
      },
      statusOption,
      orderOption,
    ],
    example: 'servanda statements --speaker "Марина Ветрова"',
    list: async (dossier, asked) => {
      const page = await dossier.statements(asked);
      const columns: Column<StatementClaim>[] = [
        { title: 'When', cell: (c) => formatDays(c.time ?? page.cited.documents.get(c.document)?.published ?? null) },
        {
          title: 'Speaker',
          cell: (c) =>
            namesOf(
              c.roles.filter((r) => r.role === 'speaker'),
              page.cited,
            ),
          most: 28,
        },
        { title: 'Words', cell: (c) => c.quote ?? c.evidence.text, wide: true },
        { title: 'Mode', cell: (c) => c.mode },
        { title: 'Reported by', cell: reportedBy, most: 24 },
        idColumn,
      ];
      return listed(page, columns, 'no statement is in the record');
    },
  },
  {
    name: 'people',
    description: 'people with a post or a statement in the record',
    options: [],
    example: 'servanda people --about МИД',
    list: async (dossier, asked) => {
      const page = await dossier.people(asked);
      const columns: Column<Person>[] = [
        { title: 'Name', cell: (p) => p.entity.name, most: 36 },
        { title: 'Posts', cell: (p) => postsOf(p), wide: true },
        { title: 'Statements', cell: (p) => String(p.statements) },
        { title: 'ID', cell: (p) => p.entity.id },
      ];
      return listed(page, columns, 'nobody with a post or a statement is in the record');
    },
  },
  {
    name: 'posts',
    description: 'who held which post when, by what documents call people',
    options: [],
    example: 'servanda posts --about Варония',
    list: async (dossier, asked) => {
      const page = await dossier.posts(asked);
      const nameOf = (id: string | null): string => page.cited.entities.get(id ?? '')?.name ?? '';
      const columns: Column<Post>[] = [
        { title: 'Post', cell: (p) => p.post, most: 40 },
        { title: 'Of', cell: (p) => nameOf(p.organisation), most: 32 },
        {
          title: 'Held by',
          cell: (p) => p.holders.map((h) => holderWords(h, nameOf(h.person))).join('; '),
          wide: true,
        },
        { title: 'ID', cell: (p) => p.id },
      ];
      return listed(page, columns, 'nobody is called by a post');
    },
  },
  {
    name: 'figures',
    description: 'sums, numbers and shares, with what they measure and when',
    options: [statusOption, orderOption],
    example: 'servanda figures --about товарооборот',
    list: async (dossier, asked) => {
      const page = await dossier.figures(asked);
      const columns: Column<FigureClaim>[] = [
        { title: 'Period', cell: (c) => formatDays(c.time) },
        { title: 'Value', cell: (c) => valueOf(c.figure), most: 24 },
        { title: 'Of what', cell: (c) => namesOf(c.roles, page.cited), most: 36 },
        { title: 'In the words of the report', cell: (c) => wordsOf(c.id, page.cited), wide: true },
        idColumn,
      ];
      return listed(page, columns, 'no figure is in the record');
    },
  },
  {
    name: 'series',
    description: 'each indicator over its periods, with what was revised or is contradicted',
    options: [],
    example: 'servanda series --about товарооборот',
    list: async (dossier, asked) => {
      const page = await dossier.series(asked);
      const columns: Column<FigureSeries>[] = [
        { title: 'Indicator', cell: (s) => s.indicator, most: 48 },
        { title: 'Values', cell: (s) => s.points.map(pointWords).join('; '), wide: true },
      ];
      return listed(page, columns, 'no figure is told for several periods or with several values');
    },
  },
  {
    name: 'conflicts',
    description: 'where reports of one happening or agreement differ',
    options: [],
    example: 'servanda conflicts --json',
    list: async (dossier, asked) => {
      const page = await dossier.conflicts(asked);
      const columns: Column<Event | Agreement>[] = [
        { title: 'When', cell: (l) => (l.kind === 'event' ? formatDays(l.time) : '') },
        { title: 'What', cell: (l) => (l.kind === 'event' ? `${l.type} ${l.status}` : l.name), most: 32 },
        { title: 'Field', cell: (l) => l.conflicts.map((c) => c.field).join(', '), most: 16 },
        { title: 'Values, each with a report that gives it', cell: (l) => valuesOf(l, page.cited), wide: true },
        idColumn,
      ];
      return listed(page, columns, 'no reports differ');
    },
  },
  {
    name: 'search',
    description: 'documents that hold all these words, newest first; "a phrase", prefix*',
    words: { name: 'WORDS', description: 'what to search for, in any form of the words' },
    options: [],
    example: 'servanda search "гарантии безопасности" догов*',
    list: async (dossier, asked, words) => {
      const page = await dossier.search(words, asked);
      const columns: Column<Hit>[] = [
        { title: 'Published', cell: (h) => formatDays(h.document.published) },
        { title: 'Outlet', cell: (h) => h.document.outlet ?? h.document.source, most: 24 },
        { title: 'Found', cell: (h) => marked(h.snippets[0]) || (h.document.title ?? ''), wide: true },
        { title: 'ID', cell: (h) => h.document.id },
      ];
      return listed(page, columns, `no document holds ${words}`);
    },
  },
  {
    name: 'documents',
    description: 'what has been read, newest first',
    options: [],
    example: 'servanda documents --limit 20',
    list: async (dossier, asked) => {
      const page = await dossier.documents(asked);
      const columns: Column<DocumentCard>[] = [
        { title: 'Published', cell: (d) => formatDays(d.published) },
        { title: 'Outlet', cell: (d) => d.outlet ?? '', most: 24 },
        { title: 'Title', cell: (d) => d.title ?? '', wide: true },
        { title: 'Source', cell: (d) => d.source, most: 40 },
        { title: 'ID', cell: (d) => d.id },
      ];
      return listed(page, columns, 'nothing has been read');
    },
  },
];

const idColumn: Column<{ readonly id: string }> = { title: 'ID', cell: (line) => line.id };

/** Forgets the type of the lines, which columns and page share. */
function listed<Line>(page: Page<Line>, columns: readonly Column<Line>[], empty: string): Listed {
  return { page, columns: columns as readonly Column<unknown>[], empty };
}

/** «2023: 3 USD, 4 USD (they differ)»: a period with its values, the earliest published first. */
function pointWords({ period, values, conflict }: FigurePoint): string {
  const told = values.map((value) => valueOf(value.figure)).join(', ');
  return `${period === null ? 'at no stated time' : formatDays(period)}: ${told}${conflict ? ' (they differ)' : ''}`;
}

/** Names of those who play a part, as the record knows them. */
export function namesOf(roles: readonly Role[], cited: Cited): string {
  const names = roles.map((r) => (r.entity === null ? r.name : (cited.entities.get(r.entity)?.name ?? r.name)));
  return [...new Set(names)].join(', ');
}

/** People without a post or a statement have no name here: they stay words of their texts. */
function namesBy(ids: readonly string[], cited: Cited): string {
  return ids.flatMap((id) => cited.entities.get(id)?.name ?? []).join(', ');
}

/** The words that carry a claim; its sentence is one `servanda show` away. */
function wordsOf(claim: string | undefined, cited: Cited): string {
  return cited.claims.get(claim ?? '')?.evidence.text ?? '';
}

function stagesOf(agreement: Agreement): string {
  const words = (s: Agreement['stages'][number]): string =>
    [s.stage, s.status === 'happened' ? '' : `(${s.status})`, formatDays(s.time)].filter((w) => w !== '').join(' ');
  return agreement.stages.map(words).join(' → ');
}

/** Every day that was set, in the order of the reports: `2024-12 → 2024-12-06`. */
function dueOf({ due, dues }: Commitment): string {
  return dues && dues.length > 0 ? dues.map((set) => formatDays(set.due)).join(' → ') : formatDays(due);
}

function reportedBy(claim: Claim): string {
  return claim.attribution
    .filter((link) => link.role !== 'speaker')
    .map((link) => link.name)
    .join(' ← ');
}

function postsOf(person: Person): string {
  const posts = person.positions.map((claim) => {
    const words = claim.roles.filter((r) => r.role === 'post' || r.role === 'organisation').map((r) => r.name);
    return `${words.join(', ')}${claim.tense === 'current' ? '' : ` (${claim.tense})`}`;
  });
  return [...new Set(posts)].join('; ');
}

function valueOf(figure: Figure): string {
  const { value, unit, approx, change } = figure;
  const text = `${approx ? '≈ ' : ''}${value.toLocaleString('en')} ${unit}`;
  if (!change) return text;
  const sign = change.direction === 'up' ? '+' : '−';
  return `${text} (${sign}${change.value.toLocaleString('en')} ${change.unit})`;
}

function valuesOf(line: Event | Agreement, cited: Cited): string {
  const all = line.conflicts.flatMap((conflict) =>
    conflict.values.map(({ value, claims }) => `${valueText(value)}: «${wordsOf(claims[0], cited)}»`),
  );
  return all.join(' · ');
}

/** Days as days, figures as figures, everything else as it is: a conflict may be about any field. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('from' in value && 'to' in value) return formatDays(value as DayRange);
  return 'unit' in value && 'approx' in value ? valueOf(value as Figure) : JSON.stringify(value);
}

/** The sentence with the words found between marks that a terminal without colours shows too. */
function marked(snippet: Hit['snippets'][number] | undefined): string {
  if (!snippet) return '';
  const { text, marks } = snippet;
  return marks.reduceRight((t, m) => `${t.slice(0, m.start)}[${t.slice(m.start, m.stop)}]${t.slice(m.stop)}`, text);
}

/** «Пётр Ланской 2017-03-01–2019-05-02, over» */
function holderWords({ from, to, isOver }: PostHolder, name: string): string {
  const days = formatDays(from === null && to === null ? null : { from, to });
  return [`${name} ${days}`.trim(), ...(isOver ? ['over'] : [])].join(', ');
}
