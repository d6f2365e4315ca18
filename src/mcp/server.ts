import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';

import type { Dossier } from '../app/dossier.ts';
import { engineVersion } from '../app/engine-version.ts';
import type { Page, Selection } from '../model/answer.ts';
import { claimTypes, statuses } from '../model/claim.ts';
import { outcomes } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { agreementTold, claimTold, commitmentTold, eventTold } from './sourced.ts';

const day = z.iso.date();
const selection = {
  about: z
    .string()
    .max(200)
    .optional()
    .describe('Name or id of an entity or agreement, or words: only what concerns it.'),
  from: day.optional().describe('Only what overlaps the days from here on.'),
  to: day.optional().describe('Only what overlaps the days up to here.'),
  asOf: day.optional().describe('The day as of which outcomes are told; today where absent.'),
  offset: z.int().min(0).optional().describe('How many lines to pass over.'),
  limit: z.int().min(1).max(100).optional().describe('How many lines to give; 20 where absent.'),
};

const linesOut = {
  total: z.int().describe('How many lines the whole selection has.'),
  offset: z.int(),
  lines: z.array(z.looseObject({})).describe('Each with `sources`: outlet, day, sentence and the words that carry it.'),
};

const instructions =
  'The record of what states agree, promise and do, read from the press. It says who says what and settles no contradiction: ' +
  'repeat a line with its sources (outlet, day, sentence), and say so where sources conflict or reports share one origin.';

/** The record for assistants, over the Model Context Protocol: six tools, each answer with the sentences it rests on. */
export function createMcpServer(dossier: Dossier, today: () => Day): McpServer {
  const server = new McpServer({ name: 'servanda', version: engineVersion }, { instructions });
  const selectionOf = (asked: Asked): Selection => {
    const { asOf = today(), limit = 20, ...rest } = asked;
    return { ...(definedOf(rest) as Omit<Selection, 'asOf'>), asOf, limit };
  };
  const readOnly = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    'search',
    {
      title: 'Search the articles',
      description: 'Articles that hold all of the words ("phrases", prefix*), newest first, with the sentences.',
      inputSchema: { words: z.string().min(1).max(400), ...selection },
      outputSchema: linesOut,
      annotations: readOnly,
    },
    async ({ words, ...asked }) =>
      told(await dossier.search(words, selectionOf(asked)), ({ document, snippets }) => ({
        ...document,
        sentences: snippets.map(({ text }) => text),
      })),
  );
  server.registerTool(
    'timeline',
    {
      title: 'What happened, happens and is to happen',
      description:
        'Happenings by time, with how many documents of how many independent origins report each, and conflicts.',
      inputSchema: {
        ...selection,
        type: z.enum(claimTypes).optional(),
        status: z.enum(statuses).optional(),
        order: z.enum(['oldest', 'newest']).optional(),
      },
      outputSchema: linesOut,
      annotations: readOnly,
    },
    async (asked) => {
      const page = await dossier.timeline(selectionOf(asked));
      return told(page, (event) => eventTold(event, page.cited));
    },
  );
  server.registerTool(
    'agreement',
    {
      title: 'Agreements and their lives',
      description:
        'Agreements with their parties, the stage they stand at and the report of each stage. Narrow with `about`.',
      inputSchema: selection,
      outputSchema: linesOut,
      annotations: readOnly,
    },
    async (asked) => {
      const page = await dossier.agreements(selectionOf(asked));
      return told(page, (agreement) => agreementTold(agreement, page.cited));
    },
  );
  server.registerTool(
    'commitments',
    {
      title: 'Promises, plans and forecasts with what became of them',
      description: 'By due day; `outcome` unreported means: the day is past and no document says what happened.',
      inputSchema: { ...selection, outcome: z.enum(outcomes).optional() },
      outputSchema: linesOut,
      annotations: readOnly,
    },
    async ({ outcome, ...asked }) => {
      const page = await dossier.commitments({ ...selectionOf(asked), ...(outcome && { outcome }) });
      return told(page, (commitment) => commitmentTold(commitment, page.cited));
    },
  );
  server.registerTool(
    'statements',
    {
      title: 'Who said what',
      description: 'Statements with their words, as reported by whom.',
      inputSchema: {
        ...selection,
        speaker: z.string().max(200).optional().describe('Name or id of who speaks.'),
        topic: z.string().max(200).optional().describe('Name or id of whom or what it is about.'),
      },
      outputSchema: linesOut,
      annotations: readOnly,
    },
    async ({ speaker, topic, ...asked }) => {
      const narrowing = { ...(speaker && { speaker }), ...(topic && { topic }) };
      const page = await dossier.statements({ ...selectionOf(asked), ...narrowing });
      return told(page, (claim) => claimTold(claim, page.cited));
    },
  );
  server.registerTool(
    'evidence',
    {
      title: 'What a line rests on',
      description: 'For the id of a claim, event, agreement, commitment or document: every sentence it rests on.',
      inputSchema: {
        id: z.string().max(64),
        kind: z.enum(['claim', 'event', 'agreement', 'commitment', 'document']).optional(),
        asOf: day.optional(),
      },
      outputSchema: { kind: z.string(), id: z.string(), claims: z.array(z.looseObject({})) },
      annotations: readOnly,
    },
    async ({ id, kind, asOf = today() }) => {
      const shown = await dossier.show(id, asOf, kind);
      if (shown === null || shown.kind === 'entity')
        return {
          isError: true,
          content: [{ type: 'text', text: `The record has no ${kind ?? 'line'} with the id ${id}.` }],
        };
      const ids =
        shown.kind === 'document' ? shown.line.claims.map((claim) => claim.id) : [...shown.cited.claims.keys()];
      const claims = ids.flatMap((one) => shown.cited.claims.get(one) ?? []);
      const answer = {
        kind: shown.kind,
        id,
        claims: claims.map((claim) => claimTold(claim, shown.cited)),
      };
      return { structuredContent: answer, content: [{ type: 'text', text: JSON.stringify(answer) }] };
    },
  );
  return server;
}

/** Serves assistants over standard input and output; settles when they are gone or `signal` is aborted. */
export async function serveMcp(dossier: Dossier, today: () => Day, signal: AbortSignal): Promise<void> {
  const server = createMcpServer(dossier, today);
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  process.stdin.once('end', () => resolve());
  await server.connect(new StdioServerTransport());
  if (!signal.aborted) await promise;
  await server.close();
}

type Asked = { readonly [name in keyof Selection]?: Selection[name] | undefined };

/** Without the fields that were not given. */
function definedOf(asked: object): object {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

function told<Line>(page: Page<Line>, tell: (line: Line) => object) {
  const answer = { total: page.total, offset: page.offset, lines: page.lines.map((line) => ({ ...tell(line) })) };
  return { structuredContent: answer, content: [{ type: 'text' as const, text: JSON.stringify(answer) }] };
}
