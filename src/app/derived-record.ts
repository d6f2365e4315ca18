import { publicPeople } from '../model/public-people.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event, Record } from '../model/record.ts';
import type { DerivedRecord, StoredLine } from '../store/store.ts';
import { bareLine } from './bare-line.ts';
import { facetLines } from './statement-facets.ts';

/** A merged record in the form in which the store keeps it: each derived line with what queries ask of it. */
export function derivedRecordOf(record: Record, redirects: ReadonlyMap<string, string> = new Map()): DerivedRecord {
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const claimsOfEntity = claimsByEntity(record);
  const shown = publicPeople(record);
  return {
    lines: [
      ...record.entities.map((e) => ({
        ...entityLine(e, claimsOfEntity.get(e.id) ?? []),
        private: e.type === 'person' && !shown.has(e.id),
      })),
      ...record.events.map(eventLine),
      ...record.agreements.map(agreementLine),
      ...record.commitments.map((c) => commitmentLine(c, claims)),
      ...facetLines(record),
    ],
    resolutions: new Map(record.claims.map((c) => [c.id, resolutionOf(c)])),
    origins: new Map(record.documents.map((d) => [d.id, d.origin])),
    replaces: new Map(record.documents.flatMap((d) => (d.replaces === null ? [] : [[d.id, d.replaces]]))),
    copied: new Map(record.documents.flatMap((d) => (d.copied ? [[d.id, d.copied]] : []))),
    redirects,
  };
}

/** Every entity that a claim names, in its roles or its attribution. */
export function entitiesOf(claim: Claim): readonly string[] {
  const named = [...claim.roles, ...claim.attribution].flatMap((link) => link.entity ?? []);
  return [...new Set(named)];
}

function resolutionOf(claim: Claim) {
  return { roles: claim.roles.map((r) => r.entity), attribution: claim.attribution.map((a) => a.entity) };
}

function claimsByEntity(record: Record): ReadonlyMap<string, readonly string[]> {
  const byEntity = new Map<string, string[]>();
  for (const claim of record.claims) {
    for (const entity of entitiesOf(claim)) {
      const claims = byEntity.get(entity);
      if (claims) claims.push(claim.id);
      else byEntity.set(entity, [claim.id]);
    }
  }
  // Who is bound by a commitment may stand in another claim than the one that names him.
  for (const agreement of record.agreements) {
    const of = byEntity.get(agreement.entity) ?? [];
    byEntity.set(agreement.entity, [...of, ...agreement.stages.flatMap((s) => s.claims)]);
  }
  return byEntity;
}

function entityLine(entity: Entity, claims: readonly string[]): StoredLine {
  const names = [entity.name, ...entity.aliases, ...(entity.wikidata === null ? [] : [entity.wikidata])];
  return { ...line(entity), type: entity.type, name: entity.name, names, claims };
}

function eventLine(event: Event): StoredLine {
  const entities = event.roles.flatMap((r) => r.entity ?? []);
  const { type, status, time, claims, conflicts } = event;
  return { ...line(event), type, status, ...daysOf(time), conflicts: conflicts.length, claims, entities };
}

function agreementLine(agreement: Agreement): StoredLine {
  const { name, entity, parties, stages, conflicts } = agreement;
  const from = stages.map((s) => s.time?.from ?? s.time?.to).filter((day) => typeof day === 'string');
  const to = stages.map((s) => s.time?.to ?? s.time?.from).filter((day) => typeof day === 'string');
  return {
    ...line(agreement),
    name,
    from: from.toSorted()[0] ?? null,
    to: to.toSorted().at(-1) ?? null,
    conflicts: conflicts.length,
    claims: stages.flatMap((s) => s.claims),
    entities: [entity, ...parties],
  };
}

function commitmentLine(commitment: Commitment, claimsById: ReadonlyMap<string, Claim>): StoredLine {
  const reports = (commitment.reports ?? []).map((report) => report.claim);
  const claims = [commitment.claim, ...commitment.claims, ...reports];
  const named = claims.flatMap((id) => {
    const claim = claimsById.get(id);
    return claim ? entitiesOf(claim) : [];
  });
  const entities = [...commitment.by, ...named];
  return { ...line(commitment), type: commitment.force, ...daysOf(commitment.due), claims, entities };
}

function line(of: Entity | Event | Agreement | Commitment): StoredLine {
  return { ...bareLine({ kind: of.kind, id: of.id, type: of.kind }), json: JSON.stringify(of) };
}

function daysOf(range: { readonly from: string | null; readonly to: string | null } | null) {
  return { from: range?.from ?? null, to: range?.to ?? null };
}
