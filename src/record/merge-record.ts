import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event, Record } from '../model/record.ts';
import type { Ruling } from '../model/ruling.ts';
import type { Span } from '../model/span.ts';
import type { Day } from '../model/time.ts';
import { agreementId, mergeAgreement } from './agreement-life.ts';
import { boundBy, boundContext } from './bound-by.ts';
import { compareText, type Cluster } from './clustering.ts';
import { findReports, type Found } from './find-reports.ts';
import { listed } from './key-lists.ts';
import { commitmentId, mergeCommitment } from './merge-commitment.ts';
import { mergeEntity } from './merge-entity.ts';
import { eventId, mergeEvent } from './merge-event.ts';
import { resolveOutcomes } from './outcome.ts';
import {
  createRecordIndex,
  entityIdOf,
  entityNamed,
  insertDocuments,
  sourcesOf,
  type RecordIndex,
} from './record-index.ts';
import { actBlocks } from './same-promise.ts';
import { compareSourced } from './sourced.ts';
import type { Sourced } from './sourced.ts';
import { knownDay } from './window.ts';

export interface RecordInput {
  readonly documents: readonly Document[];
  /** As the claims stage made them; those of unknown documents are left out. */
  readonly claims: readonly Claim[];
  readonly rulings?: readonly Ruling[];
}

export interface RecordOptions {
  /** The day for which outcomes and current stages are worked out. */
  readonly asOf: Day;
  /** Version of the program, for the header. */
  readonly engine: string;
}

/**
 * Merges the claims of many documents into a record: entities, events, agreements and commitments. The same documents and
 * claims give the same record in whatever order they come.
 */
export function mergeRecord(input: RecordInput, options: RecordOptions): Record {
  const index = createRecordIndex(input.rulings);
  const byDocument = Map.groupBy(input.claims, (c) => c.document);
  const sorted = input.documents.toSorted((a, b) => compareText(a.id, b.id));
  insertDocuments(
    index,
    sorted.map((document) => ({ document, claims: byDocument.get(document.id) ?? [] })),
  );
  return recordOf(index, options);
}

/** The whole record of an index, each list in the order of its ids. */
export function recordOf(index: RecordIndex, { asOf, engine }: RecordOptions): Record {
  const { originOf, replacesOf } = versionsOf(index);
  const claimOrigin = ({ claim, document }: Sourced): string =>
    originOf(document, copiedFrom(document, claim.evidence));
  const entries = [...index.entries.values()];
  const entities = entitiesOf(index);
  const events = new Map<Cluster, Event>();
  for (const cluster of new Set(index.events.clusterOf.values())) {
    events.set(cluster, mergeEvent(sourcesOf(index, cluster), cluster.why, claimOrigin));
  }
  const record: Record = {
    header: { kind: 'record', format: 1, asOf, engine },
    documents: byId(
      entries.map((e) => ({ ...e.document, replaces: replacesOf(e.document), origin: originOf(e.document) })),
    ),
    entities: byId(entities),
    claims: byId(entries.flatMap((e) => e.resolved)),
    events: byId([...events.values()]),
    agreements: byId(agreementsOf(index, [...events.values()], entities)),
    commitments: byId(commitmentsOf(index)),
  };
  return resolveOutcomes(record, asOf);
}

/**
 * Where ids lead that lines of the record may have had before: a merged line takes the id of its earliest claim, or of the
 * first of its names, and gives it up when an earlier one is read or two lines turn out to be one. Every claim and name of
 * a line stands for the id that the line would have by it alone. No part of the record.
 */
export function redirectsOf(index: RecordIndex): ReadonlyMap<string, string> {
  const redirects = new Map<string, string>();
  const lead = (gone: string, line: string) => gone !== line && redirects.set(gone, line);
  for (const cluster of new Set(index.names.clusterOf.values())) {
    const id = index.entityOf.get(cluster.keys[0] ?? '') ?? '';
    const nodes = cluster.keys.flatMap((key) => index.names.nodes.get(key) ?? []);
    for (const type of new Set(nodes.map((n) => n.type))) {
      for (const former of new Set(nodes.flatMap((n) => [n.key, n.known ?? n.key]))) {
        const gone = entityIdOf(type, former);
        lead(gone, id);
        if (type === 'agreement') lead(agreementId(gone), agreementId(id));
      }
    }
  }
  for (const [clustering, idOf] of [
    [index.events, eventId],
    [index.promises, commitmentId],
  ] as const) {
    for (const cluster of new Set(clustering.clusterOf.values())) {
      const [first, ...others] = sourcesOf(index, cluster).toSorted(compareSourced);
      for (const { claim } of others) lead(idOf(claim.id), idOf(first?.claim.id ?? ''));
    }
  }
  return redirects;
}

function entitiesOf(index: RecordIndex): readonly Entity[] {
  return [...new Set(index.names.clusterOf.values())].map((cluster) => {
    const nodes = cluster.keys.flatMap((key) => index.names.nodes.get(key) ?? []);
    const spellings = new Map<string, number>();
    for (const { key, name } of nodes) {
      spellings.set(name, (spellings.get(name) ?? 0) + (index.namingCounts.get(key) ?? 0));
    }
    const id = index.entityOf.get(cluster.keys[0] ?? '') ?? '';
    return mergeEntity(id, nodes, cluster.why, spellings, index.standing);
  });
}

function agreementsOf(index: RecordIndex, events: readonly Event[], entities: readonly Entity[]): readonly Agreement[] {
  const byEntity = new Map<string, Event[]>();
  for (const event of events) {
    if (event.type !== 'agreement') continue;
    const ids = new Set(event.roles.flatMap((r) => (r.role === 'agreement' && r.entity !== null ? [r.entity] : [])));
    for (const id of ids) byEntity.set(id, [...(byEntity.get(id) ?? []), event]);
  }
  const known = new Map(entities.map((e) => [e.id, e]));
  return [...byEntity].flatMap(([id, life]) => {
    const entity = known.get(id);
    return entity
      ? [
          mergeAgreement(
            entity,
            life,
            (e) => stageOf(index, e),
            (e) => firstKnown(index, e),
          ),
        ]
      : [];
  });
}

function stageOf(index: RecordIndex, event: Event) {
  return index.happenings.get(event.claims[0] ?? '')?.stage ?? null;
}

/** The day of the earliest document that reports the event as more than a plan. */
function firstKnown(index: RecordIndex, event: Event): Day | null {
  const days = event.claims.flatMap((id) => {
    const source = index.sources.get(id);
    return source && source.claim.status === event.status ? (knownDay(source.document) ?? []) : [];
  });
  return days.toSorted()[0] ?? null;
}

function commitmentsOf(index: RecordIndex): readonly Commitment[] {
  const clusters = withoutInner([...new Set(index.promises.clusterOf.values())], index);
  const found = clusters.map((cluster) => {
    const plans = cluster.keys.flatMap((key) => index.happenings.get(key) ?? []);
    const near = new Set(plans.flatMap(actBlocks));
    const ids = new Set<string>();
    for (const block of near) for (const id of listed(index.reports, block)) ids.add(id);
    const candidates = [...ids].flatMap((id) => (cluster.keys.includes(id) ? [] : (index.happenings.get(id) ?? [])));
    return findReports(plans, candidates);
  });
  const best = bestFits(found);
  const context = boundContext([...index.entries.values()].map((e) => e.resolved));
  return clusters.map((cluster, i) =>
    mergeCommitment(
      sourcesOf(index, cluster),
      (found[i] ?? []).filter((f) => f.fit >= (best.get(f.report.claim) ?? 0)),
      (id) => index.sources.get(id)?.claim,
      (claim) => boundBy(claim, (name, group) => entityNamed(index, claim.document, name, group), context),
    ),
  );
}

/**
 * «Варония планирует заключить контракт на поставку катеров» promises the contract; the supply that its words hold is no
 * promise of its own unless another document makes it one.
 */
function withoutInner(clusters: readonly Cluster[], index: RecordIndex): readonly Cluster[] {
  const deals = Map.groupBy(
    clusters.flatMap((c) => sourcesOf(index, c)).filter((s) => s.claim.type === 'agreement'),
    (s) => s.document.id,
  );
  return clusters.filter((cluster) =>
    sourcesOf(index, cluster).some(({ claim, document }) => {
      if (claim.type !== 'supply') return true;
      return !(deals.get(document.id) ?? []).some(
        (deal) =>
          deal.claim.evidence.start >= claim.evidence.start &&
          deal.claim.evidence.stop <= claim.evidence.stop &&
          deal.claim.future?.due?.to === claim.future?.due?.to,
      );
    }),
  );
}

/** By report, the best fit in time that any commitment offers: it is about that one, not about its likes. */
function bestFits(found: readonly (readonly Found[])[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const f of found.flat()) best.set(f.report.claim, Math.max(f.fit, best.get(f.report.claim) ?? 0));
  return best;
}

/**
 * Versions of one article, which share a source: the later by publication day, time, capture and id replaces the one before
 * it, and all have one origin. An edited article keeps the day on which it came out, so the capture tells.
 */
function versionsOf(index: RecordIndex) {
  const orderOf = (d: Document) => [knownDay(d) ?? '', d.publishedTime ?? '', d.capture.at, d.id].join('|');
  const chainOf = (document: Document) =>
    [...listed(index.versions, document.source)]
      .flatMap((id) => index.entries.get(id)?.document ?? [])
      .toSorted((a, b) => compareText(orderOf(a), orderOf(b)));
  const originOf = (document: Document, origin = document.origin): string => {
    const root = index.entries.get(origin)?.document;
    return root ? (chainOf(root)[0]?.id ?? root.id) : origin;
  };
  const replacesOf = (document: Document): string | null => {
    const chain = chainOf(document);
    return chain[chain.findIndex((d) => d.id === document.id) - 1]?.id ?? document.replaces;
  };
  return { originOf, replacesOf };
}

/** The root of the report that these words are a copy of; without one, the document's own. */
function copiedFrom({ copied = [], origin }: Document, { start, stop }: Span): string {
  return copied.find((part) => part.start < stop && start < part.stop)?.from ?? origin;
}

/** Lines in the order of their ids, as a record holds them. */
export function byId<T extends { readonly id: string }>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((a, b) => compareText(a.id, b.id));
}
