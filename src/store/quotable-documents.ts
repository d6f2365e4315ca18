import type { Kysely } from 'kysely';

import type { DocumentCard } from '../model/answer.ts';
import { batches } from './batches.ts';
import type { Schema } from './schema.ts';

/** What is needed of a document to quote from it: its card, its text, and where its sentences start and stop. */
export interface QuotableDocument {
  readonly card: DocumentCard;
  readonly text: string;
  readonly sentences: readonly number[];
}

/** By id, in the order asked for; those that are not there are left out. Neither captures nor what was removed from the pages is touched. */
export async function selectQuotable(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, QuotableDocument>> {
  const found = new Map<string, QuotableDocument>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await db.selectFrom('document').select(columns).where('id', 'in', batch).execute();
    for (const { text, sentences_json, published_json, published_time, ...card } of rows) {
      const published = published_json === null ? null : JSON.parse(published_json);
      found.set(card.id, {
        card: { ...card, published, publishedTime: published_time },
        text,
        sentences: JSON.parse(sentences_json),
      });
    }
  }
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const document = found.get(id);
      return document ? [[id, document] as const] : [];
    }),
  );
}

const columns = [
  'id',
  'source',
  'outlet',
  'title',
  'language',
  'origin',
  'published_json',
  'published_time',
  'text',
  'sentences_json',
] as const;
