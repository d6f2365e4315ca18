import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';
import type { Progress, Store } from './store.ts';

export async function progress(db: Kysely<Schema>): Promise<Progress> {
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'merged').executeTakeFirst();
  const merged = Number(setting?.value ?? 0);
  const last = await db
    .selectFrom('journal')
    .select((e) => e.fn.max('n').as('n'))
    .executeTakeFirst();
  const { pending } = await db
    .selectFrom('journal')
    .select((e) => e.fn.countAll<number>().as('pending'))
    .where('n', '>', merged)
    .executeTakeFirstOrThrow();
  return { read: Number(last?.n ?? 0), merged, pending: Number(pending) };
}

export async function counts(db: Kysely<Schema>): ReturnType<Store['counts']> {
  const documents = await db
    .selectFrom('document')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.min('published_from').as('from'),
      e.fn.max('published_to').as('to'),
    ])
    .executeTakeFirstOrThrow();
  const claims = await db
    .selectFrom('claim')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const lines = await db
    .selectFrom('record_line')
    .select((e) => ['kind', e.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute();
  const of = (kind: string): number => Number(lines.find((l) => l.kind === kind)?.count ?? 0);
  return {
    documents: Number(documents.count),
    claims: Number(claims.count),
    lines: { entity: of('entity'), event: of('event'), agreement: of('agreement'), commitment: of('commitment') },
    from: documents.from,
    to: documents.to,
  };
}
