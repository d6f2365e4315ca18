import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One kind of row that leads to nothing, and the question that finds such rows by a name. */
interface Orphans {
  readonly what: string;
  find(engine: Engine): RawBuilder<{ readonly id: string }>;
}

/** What no foreign key watches over. */
const kinds: readonly Orphans[] = [
  {
    what: 'document without its capture',
    find: () => sql`select id from document where not exists (
      select 1 from capture where capture.document = document.id and capture.n = 0)`,
  },
  {
    what: 'document that search does not know',
    find: (engine) => sql`select id from document where search_key not in (${engine.searchKeys})`,
  },
  {
    what: 'entry of the search index without a document',
    find: (engine) => sql`select cast(k.key as text) as id from (${engine.searchKeys}) as k
      where k.key not in (select search_key from document)`,
  },
  {
    what: 'reading in the journal without a document',
    find: () => sql`select subject as id from journal where action = 'read' and subject not in (
      select id from document)`,
  },
  {
    what: 'line whose claim is gone',
    find: () => sql`select distinct line as id from line_claim where not exists (
      select 1 from claim where claim.id = line_claim.claim)`,
  },
  {
    what: 'claim under a line that is gone',
    find: () => sql`select distinct line as id from line_claim where not exists (
      select 1 from record_line where record_line.kind = line_claim.kind and record_line.id = line_claim.line)`,
  },
  {
    what: 'entity under a line that is gone',
    find: () => sql`select distinct line as id from line_entity where not exists (
      select 1 from record_line where record_line.kind = line_entity.kind and record_line.id = line_entity.line)`,
  },
  {
    what: 'entity that a line names and that is gone',
    find: () => sql`select distinct entity as id from line_entity where not exists (
      select 1 from record_line where record_line.kind = 'entity' and record_line.id = line_entity.entity)`,
  },
  {
    what: 'name of an entity that is gone',
    find: () => sql`select distinct entity as id from entity_name where not exists (
      select 1 from record_line where record_line.kind = 'entity' and record_line.id = entity_name.entity)`,
  },
  {
    what: 'redirect to a line that is gone',
    find: () => sql`select gone as id from redirect where not exists (
      select 1 from record_line where record_line.id = redirect.line)`,
  },
];

/** Damage of the database itself, and rows that lead to nothing, each in a few words. Empty where all is well. */
export async function findOrphans(db: Kysely<Schema>, engine: Engine): Promise<readonly string[]> {
  const found = [...(await engine.findDamage(db))];
  for (const { what, find } of kinds) {
    const { rows } = await find(engine).execute(db);
    found.push(...rows.map(({ id }) => `${what}: ${id}`));
  }
  return found;
}
