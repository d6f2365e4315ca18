import { isHappening, type ClaimType, type Role } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Event } from './record.ts';
import type { Day } from './time.ts';

/** A state or organisation, and in how many happenings it takes part. */
export interface PartyNode {
  readonly entity: Entity;
  readonly events: number;
}

/** Two parties that take part in the same happenings. */
export interface PartyEdge {
  /** Entity ids, the lesser first. */
  readonly parties: readonly [string, string];
  readonly events: readonly string[];
  /** How many of each kind. */
  readonly types: Readonly<Partial<Record<ClaimType, number>>>;
  /** First and last day of what is dated. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface PartyGraph {
  /** Most happenings first. */
  readonly nodes: readonly PartyNode[];
  readonly edges: readonly PartyEdge[];
}

/** What of a happening tells who takes part in it: small enough to keep those of a whole record. */
export type Participation = Pick<Event, 'id' | 'type' | 'status' | 'time'> & {
  readonly roles: readonly Pick<Role, 'role' | 'entity'>[];
};

interface Joint {
  readonly parties: readonly [string, string];
  readonly types: Map<ClaimType, number>;
  readonly events: Participation[];
}

/**
 * Who takes part in what together: states and organisations as nodes, an edge where two of them have a part in one happening.
 * What is denied joins nobody. `limit` keeps the busiest nodes and the edges between them.
 */
export function partyGraphOf(
  events: readonly Participation[],
  entities: ReadonlyMap<string, Entity>,
  limit = Number.POSITIVE_INFINITY,
): PartyGraph {
  const counts = new Map<string, number>();
  const edges = new Map<string, Joint>();
  for (const event of events) {
    if (!isHappening(event.type) || event.status === 'denied') continue;
    const parties = partiesOf(event, entities);
    for (const party of parties) counts.set(party, (counts.get(party) ?? 0) + 1);
    for (const [i, a] of parties.entries()) {
      for (const b of parties.slice(i + 1)) {
        const edge: Joint = edges.get(`${a} ${b}`) ?? { types: new Map(), events: [], parties: [a, b] };
        edge.types.set(event.type, (edge.types.get(event.type) ?? 0) + 1);
        edge.events.push(event);
        edges.set(`${a} ${b}`, edge);
      }
    }
  }
  const nodes = [...counts]
    .flatMap(([id, count]) => {
      const entity = entities.get(id);
      return entity ? [{ entity, events: count }] : [];
    })
    .toSorted((a, b) => b.events - a.events || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, limit);
  const kept = new Set(nodes.map(({ entity }) => entity.id));
  return {
    nodes,
    edges: [...edges.values()]
      .filter(({ parties }) => parties.every((party) => kept.has(party)))
      .map(edgeOf)
      .toSorted((a, b) => b.events.length - a.events.length || (a.parties.join(' ') < b.parties.join(' ') ? -1 : 1)),
  };
}

function edgeOf({ parties, types, events }: Joint): PartyEdge {
  return { parties, events: events.map(({ id }) => id), types: Object.fromEntries(types), ...spanOf(events) };
}

function partiesOf(event: Participation, entities: ReadonlyMap<string, Entity>): readonly string[] {
  const ids = event.roles.flatMap(({ role, entity }) => (entity !== null && role !== 'place' ? [entity] : []));
  const parties = [...new Set(ids)].filter((id) => {
    const type = entities.get(id)?.type;
    return type === 'state' || type === 'organisation';
  });
  return parties.toSorted();
}

function spanOf(events: readonly Participation[]): { readonly from: Day | null; readonly to: Day | null } {
  const days = events.flatMap(({ time }) => [time?.from ?? [], time?.to ?? []].flat()).toSorted();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}
