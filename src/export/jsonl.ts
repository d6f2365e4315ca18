import type { Attribution, Claim, Role } from '../model/claim.ts';
import type { Line, Record } from '../model/record.ts';
import { publicPeople } from '../model/public-people.ts';

export interface JsonlOptions {
  /** `public` (the default) leaves out people without a post or a statement: they stay words in a text. */
  readonly people?: 'public' | 'all';
}

/** The record as JSON Lines, the header first, without line ends. */
export function* renderJsonl(record: Record, options: JsonlOptions = {}): Iterable<string> {
  for (const line of linesOf(record, options)) yield JSON.stringify(line);
}

/** The lines of an export, in the order in which they are printed. */
export function* linesOf(record: Record, { people = 'public' }: JsonlOptions = {}): Iterable<Line> {
  const shown = people === 'all' ? null : publicPeople(record);
  const hidden = new Set(
    record.entities.flatMap((e) => (shown !== null && e.type === 'person' && !shown.has(e.id) ? [e.id] : [])),
  );
  const seen = (id: string | null) => (id !== null && hidden.has(id) ? null : id);
  const withRoles = <T extends { readonly roles: readonly Role[] }>(line: T): T => ({
    ...line,
    roles: line.roles.map((role) => ({ ...role, entity: seen(role.entity) })),
  });
  yield record.header;
  yield* record.documents;
  for (const entity of record.entities) if (!hidden.has(entity.id)) yield entity;
  for (const claim of record.claims) yield withAttribution(withRoles(claim), seen);
  for (const event of record.events) yield withRoles(event);
  for (const agreement of record.agreements) {
    yield { ...agreement, parties: agreement.parties.filter((id) => !hidden.has(id)) };
  }
  for (const commitment of record.commitments) {
    yield { ...commitment, by: commitment.by.filter((id) => !hidden.has(id)) };
  }
}

function withAttribution(claim: Claim, seen: (id: string | null) => string | null): Claim {
  const attribution = claim.attribution.map((link): Attribution => ({ ...link, entity: seen(link.entity) }));
  return { ...claim, attribution };
}
