import { type Transaction, sql } from 'kysely';

import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';

/** What is told of a change: the document that was read, the ruling that was given, or that something was forgotten. */
export interface JournalEntry {
  readonly at: string;
  readonly action: 'read' | 'forget' | 'rule';
  readonly subject: string | null;
}

/**
 * Adds entries as the last act of a transaction. Their numbers come from a counter that is held until the transaction
 * ends: whoever sees number 7 sees everything up to it, which numbers of a sequence do not promise where several write
 * at once.
 */
export async function appendToJournal(tx: Transaction<Schema>, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { value } = await tx
    .updateTable('setting')
    .set({ value: sql`cast(cast(value as bigint) + cast(${entries.length} as bigint) as text)` })
    .where('key', '=', journalKey)
    .returning('value')
    .executeTakeFirstOrThrow();
  const first = Number(value) - entries.length + 1;
  await insertRows(
    tx,
    'journal',
    entries.map(({ at, action, subject }, i) => ({ n: first + i, at, action, subject })),
  );
}

/** Where the number of the last entry stands; made by a migration. */
export const journalKey = 'journal';
