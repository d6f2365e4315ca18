import { z } from 'zod';

import type { Selection } from '../model/answer.ts';
import { claimTypes, statuses } from '../model/claim.ts';
import { outcomes } from '../model/record.ts';
import type { Day } from '../model/time.ts';

/** «30.06.2025», as a Russian reader writes it, is taken as 2025-06-30. */
const day = z.preprocess(isoOf, z.iso.date('a day is written YYYY-MM-DD'));

/**
 * Where a walk through a list has come to, in letters that mean nothing to whoever holds them: the place, and the state of the
 * record that it was counted in.
 */
export interface Cursor {
  readonly offset: number;
  readonly version: string;
}

export function writeCursor({ offset, version }: Cursor): string {
  return Buffer.from(JSON.stringify([offset, version])).toString('base64url');
}

/** `null` for letters that were never given out. */
export function readCursor(cursor: string): Cursor | null {
  try {
    const [offset, version] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { offset, version };
  } catch {
    return null;
  }
}

const cursorShape = z.tuple([z.int().min(0).max(10_000_000), z.string().max(100)]);

/** Query parameters of every list, by the names that stand in an address. */
export const selectionQuery = z.object({
  'as-of': day.optional().describe('The day as of which outcomes are told; today where absent.'),
  about: z
    .string()
    .max(200)
    .optional()
    .describe('Id or name of an entity or agreement, or words: only what concerns it.'),
  outlet: z.string().max(200).optional().describe('Only what documents of this outlet tell, by its name.'),
  from: day.optional().describe('Only lines whose time overlaps the days from here on.'),
  to: day.optional().describe('Only lines whose time overlaps the days up to here.'),
  type: z.enum(claimTypes).optional().describe('Only lines of this claim type.'),
  status: z.enum(statuses).optional().describe('Only lines of this status.'),
  order: z.enum(['oldest', 'newest']).optional().describe('By time; oldest first where absent.'),
  offset: z.coerce.number().int().min(0).max(10_000_000).optional().describe('How many lines to pass over.'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('How many lines to give.'),
});

/** The list of commitments can be narrowed by outcome, too. */
export const commitmentQuery = selectionQuery.extend({
  outcome: z.enum(outcomes).optional().describe('Only commitments with this outcome.'),
});

/** The list of statements can be narrowed by speaker and topic, too. */
export const statementQuery = selectionQuery.extend({
  speaker: z.string().max(200).optional().describe('Id or name of the entity that speaks.'),
  topic: z.string().max(200).optional().describe('Id or name of an entity that the statement is about.'),
});

export const searchQuery = selectionQuery.extend({
  q: z.string().max(400).optional().describe('Words to look for.'),
});

/** «30.06.2025» as `2025-06-30`; whatever is written otherwise stays as it is. */
export function isoOf<Value>(value: Value): Value | string {
  const parts = typeof value === 'string' ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(value.trim()) : null;
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : value;
}

/** Either what was asked, or why it was not understood, in words that name the parameter. */
export type Parsed<T> =
  | { readonly kind: 'asked'; readonly asked: T }
  | { readonly kind: 'refused'; readonly parameter: string; readonly reason: string };

/** Checks a query against a schema. An empty value means: not given. Parameters that the schema does not know pass unread. */
export function parseQuery<T>(schema: z.ZodType<T>, query: URLSearchParams): Parsed<T> {
  const parsed = schema.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  if (parsed.success) return { kind: 'asked', asked: parsed.data };
  const issue = parsed.error.issues[0];
  return { kind: 'refused', parameter: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not understood' };
}

/** What a checked query selects; `today` stands in for a day that was not given, `limit` for a length that was not. */
export function selectionOf(asked: z.infer<typeof selectionQuery>, today: Day, limit: number): Selection {
  const { about, outlet, from, to, type, status, order, offset } = asked;
  return {
    asOf: asked['as-of'] ?? today,
    limit: asked.limit ?? limit,
    ...(about !== undefined && { about }),
    ...(outlet !== undefined && { outlet }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(type !== undefined && { type }),
    ...(status !== undefined && { status }),
    ...(order !== undefined && { order }),
    ...(offset !== undefined && { offset }),
  };
}
