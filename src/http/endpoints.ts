import { z } from 'zod';

import type { Dossier } from '../app/dossier.ts';
import type { Page } from '../model/answer.ts';
import type { Day } from '../model/time.ts';
import { commitmentQuery, searchQuery, selectionOf, selectionQuery, statementQuery } from './request.ts';

/** How many lines a list gives where the request does not say. */
const defaultLimit = 100;

type Asked = z.infer<typeof selectionQuery>;

const cursor = z
  .string()
  .max(200)
  .optional()
  .describe('Goes on where an earlier answer ended: the `cursor` in its `next`. Takes the place of `offset`.');

/** A list of the API: its address, what may be asked of it, and where the dossier has it. */
export interface ListEndpoint {
  readonly path: string;
  readonly summary: string;
  /** Name of the schema of its lines. */
  readonly line: string;
  readonly query: z.ZodObject;
  readonly fetchPage: (
    dossier: Dossier,
    asked: Asked & { readonly [key: string]: unknown },
    today: Day,
  ) => Promise<Page<unknown>>;
}

function list<Query extends Asked>(
  path: string,
  summary: string,
  line: string,
  query: z.ZodObject & z.ZodType<Query>,
  fetchPage: (dossier: Dossier, asked: Query, selection: ReturnType<typeof selectionOf>) => Promise<Page<unknown>>,
): ListEndpoint {
  return {
    path,
    summary,
    line,
    query: query.extend({ cursor }),
    fetchPage: (dossier, asked, today) =>
      fetchPage(dossier, asked as unknown as Query, selectionOf(asked, today, defaultLimit)),
  };
}

/** Every list, in the order of the description. */
export const listEndpoints: readonly ListEndpoint[] = [
  list('/documents', 'Articles, newest first.', 'DocumentCard', selectionQuery, (d, _, s) => d.documents(s)),
  list('/events', 'What happened, happens and is to happen, by time.', 'Event', selectionQuery, (d, _, s) =>
    d.timeline(s),
  ),
  list('/agreements', 'Agreements with the stages of their lives.', 'Agreement', selectionQuery, (d, _, s) =>
    d.agreements(s),
  ),
  list(
    '/commitments',
    'Plans, promises and forecasts with what became of them, by due day.',
    'Commitment',
    commitmentQuery,
    (d, { outcome }, s) => d.commitments({ ...s, ...(outcome && { outcome }) }),
  ),
  list('/statements', 'Who said what.', 'Claim', statementQuery, (d, { speaker, topic }, s) =>
    d.statements({ ...s, ...(speaker && { speaker }), ...(topic && { topic }) }),
  ),
  list('/people', 'Holders of posts and makers of statements, by name.', 'Person', selectionQuery, (d, _, s) =>
    d.people(s),
  ),
  list('/posts', 'Posts by name, with who held each of them when.', 'Post', selectionQuery, (d, _, s) => d.posts(s)),
  list('/figures', 'Quantities with their periods.', 'Claim', selectionQuery, (d, _, s) => d.figures(s)),
  list(
    '/series',
    'Indicators that are told for several periods or with several values, those of most periods first.',
    'FigureSeries',
    selectionQuery,
    (d, _, s) => d.series(s),
  ),
  list(
    '/conflicts',
    'Events and agreements for which sources give different values.',
    'EventOrAgreement',
    selectionQuery,
    (d, _, s) => d.conflicts(s),
  ),
  list('/search', 'Articles that hold all of the words.', 'Hit', searchQuery, (d, { q }, s) => d.search(q ?? '', s)),
];

/** Single lines, by the folder of their address. */
export const lineEndpoints = [
  {
    path: '/documents',
    kind: 'document',
    summary: 'A document with everything that was taken out of it.',
    line: 'DocumentFile',
  },
  { path: '/entities', kind: 'entity', summary: 'An entity with every line that concerns it.', line: 'EntityFile' },
  { path: '/claims', kind: 'claim', summary: 'A claim with the lines that rest on it.', line: 'ClaimFile' },
  { path: '/events', kind: 'event', summary: 'An event.', line: 'Event' },
  { path: '/agreements', kind: 'agreement', summary: 'An agreement.', line: 'Agreement' },
  { path: '/commitments', kind: 'commitment', summary: 'A commitment.', line: 'Commitment' },
] as const;
