import type { Attribution, Claim, Role } from '../model/claim.ts';
import { publicPeople } from '../model/public-people.ts';
import type { Record } from '../model/record.ts';

/** The record without people who have neither a post nor a statement in it: they stay words in a text. */
export function publicRecord(record: Record): Record {
  const shown = publicPeople(record);
  const hidden = new Set(record.entities.flatMap((e) => (e.type === 'person' && !shown.has(e.id) ? [e.id] : [])));
  if (hidden.size === 0) return record;
  const seen = (id: string | null) => (id !== null && hidden.has(id) ? null : id);
  const withRoles = <T extends { readonly roles: readonly Role[] }>(line: T): T => ({
    ...line,
    roles: line.roles.map((role) => ({ ...role, entity: seen(role.entity) })),
  });
  return {
    ...record,
    entities: record.entities.filter(({ id }) => !hidden.has(id)),
    claims: record.claims.map((claim) => withAttribution(withRoles(claim), seen)),
    events: record.events.map(withRoles),
    agreements: record.agreements.map((line) => ({ ...line, parties: line.parties.filter((id) => !hidden.has(id)) })),
    commitments: record.commitments.map((line) => ({ ...line, by: line.by.filter((id) => !hidden.has(id)) })),
  };
}

function withAttribution(claim: Claim, seen: (id: string | null) => string | null): Claim {
  const attribution = claim.attribution.map((link): Attribution => ({ ...link, entity: seen(link.entity) }));
  return { ...claim, attribution };
}
