import type { Record } from './record.ts';

/** Ids of the people who act in public here: they hold a post, make a statement, or stand in a sourced table. */
export function publicPeople(record: Record): ReadonlySet<string> {
  const ids = new Set(record.entities.flatMap((e) => (e.type === 'person' && e.wikidata !== null ? [e.id] : [])));
  for (const claim of record.claims) {
    for (const { role, entity } of claim.roles) {
      if (entity !== null && (role === 'speaker' || (role === 'person' && claim.type === 'position'))) ids.add(entity);
    }
    for (const { role, entity } of claim.attribution) {
      if (entity !== null && role === 'speaker') ids.add(entity);
    }
  }
  return ids;
}
