import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { EntityType } from '../model/entity.ts';
import { hashOf } from '../model/ids.ts';
import type { Ruling } from '../model/ruling.ts';
import { compareText, createClustering, updateClustering, type Cluster, type Clustering } from './clustering.ts';
import { happeningOf, markMoved, type Around, type Happening } from './happening.ts';
import { delist, enlist, isListed, type KeyLists, listed } from './key-lists.ts';
import { eventId } from './merge-event.ts';
import { names, typeOfCluster } from './name-affinity.ts';
import { stemsOf } from './name-key.ts';
import { inYear } from './year-of-name.ts';
import { groupSlot, namingsOf, type NameNode, type Naming } from './name-node.ts';
import { applyRulings, ruleHappenings, ruleNames, standingRulings } from './rulings.ts';
import { happenings } from './same-happening.ts';
import { actBlocks, promises } from './same-promise.ts';
import { compareSourced, type Sourced } from './sourced.ts';

/** What the index keeps of one document. */
interface Entry {
  document: Document;
  /** As they were given: to see that a second reading brings nothing new. */
  readonly given: readonly Claim[];
  readonly ruled: readonly Claim[];
  readonly namings: readonly Naming[];
  /** Claims with their entities. */
  resolved: readonly Claim[];
  happenings: readonly Happening[];
}

/** Everything that merging needs, kept up to date document by document. Mutable, in memory, opaque to its users. */
export interface RecordIndex {
  readonly standing: readonly Ruling[];
  readonly entries: Map<string, Entry>;
  readonly sources: Map<string, Sourced>;
  readonly happenings: Map<string, Happening>;
  /** By a claim, those of its document that tell the same in the same words: they go wherever it goes. */
  readonly twins: Map<string, readonly string[]>;
  readonly names: Clustering<NameNode>;
  /** By node of a name, the documents that have it. */
  readonly holders: KeyLists;
  /** By node of a name, how often claims write it. */
  readonly namingCounts: Map<string, number>;
  readonly entityOf: Map<string, string>;
  /** By entity, what it is; an id is of one type for ever. */
  readonly typeOf: Map<string, EntityType>;
  readonly events: Clustering<Happening>;
  readonly promises: Clustering<Happening>;
  /** Claims that may report on commitments, by block. */
  readonly reports: KeyLists;
  /** Documents by their source: versions of one article. */
  readonly versions: KeyLists;
}

/** Ids of lines that an update unmade or made. */
export interface Touched {
  readonly entities: readonly string[];
  readonly events: readonly string[];
}

export function createRecordIndex(rulings: readonly Ruling[] = []): RecordIndex {
  const standing = standingRulings(rulings);
  const sources = new Map<string, Sourced>();
  const sourceOf = (id: string) => sources.get(id);
  return {
    standing,
    entries: new Map(),
    sources,
    happenings: new Map(),
    twins: new Map(),
    names: createClustering(standing.length > 0 ? ruleNames(names, standing) : names),
    holders: new Map(),
    namingCounts: new Map(),
    entityOf: new Map(),
    typeOf: new Map(),
    events: createClustering(standing.length > 0 ? ruleHappenings(happenings, standing, sourceOf) : happenings),
    promises: createClustering(promises),
    reports: new Map(),
    versions: new Map(),
  };
}

/** A document with its claims, as the claims stage made them. */
export interface Reading {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/**
 * Reads one document into the index, touching only the blocks that it concerns. The same document with the same claims again
 * changes nothing; with other claims it takes the place of the first reading.
 */
export function insertDocument(index: RecordIndex, document: Document, claims: readonly Claim[]): Touched {
  return insertDocuments(index, [{ document, claims }]);
}

/** The same of many documents, each once: their names are put into clusters together, whereafter each gets its entities. */
export function insertDocuments(index: RecordIndex, readings: readonly Reading[]): Touched {
  const entities = new Set<string>();
  const events = new Set<string>();
  const note = (touched: Touched) => {
    for (const id of touched.entities) entities.add(id);
    for (const id of touched.events) events.add(id);
  };
  const added = new Map<string, NameNode>();
  const fresh: string[] = [];
  for (const { document, claims } of readings) {
    const known = index.entries.get(document.id);
    const isRead = known !== undefined && JSON.stringify(known.given) === JSON.stringify(claims);
    if (known && isRead && readAlike(known.document, document)) {
      note(giveOrigin(index, known, document));
      continue;
    }
    if (known) note(deleteDocument(index, document.id));
    const ruled = applyRulings(index.standing, document, claims).toSorted(
      (a, b) => a.evidence.start - b.evidence.start || compareText(a.id, b.id),
    );
    const namings = sharingNodes([index.names.nodes, added], namingsOf(document, ruled));
    index.entries.set(document.id, { document, given: claims, ruled, namings, resolved: [], happenings: [] });
    enlist(index.versions, document.source, document.id);
    for (const { node } of namings) {
      if (!index.holders.has(node.key)) added.set(node.key, node);
      enlist(index.holders, node.key, document.id);
      count(index.namingCounts, node.key, 1);
    }
    fresh.push(document.id);
  }
  note(recluster(index, [], [...added.values()], fresh));
  return { entities: [...entities], events: [...events] };
}

/** The namings with one node for each key, in all documents: equal keys are equal nodes. */
function sharingNodes(known: readonly ReadonlyMap<string, NameNode>[], namings: readonly Naming[]): readonly Naming[] {
  const own = new Map<string, NameNode>();
  return namings.map(({ claim, slot, node, name }) => {
    const shared = [...known, own].find((nodes) => nodes.has(node.key))?.get(node.key) ?? node;
    own.set(node.key, shared);
    return { claim, slot, node: shared, name };
  });
}

/** Whether nothing but the roots of what they tell differs: what another reading of other documents may change. */
function readAlike(a: Document, b: Document): boolean {
  const bare = ({ origin: _origin, copied: _copied, ...rest }: Document) => JSON.stringify(rest);
  return bare(a) === bare(b);
}

/** The document with the roots that it has now; they decide how often events are told, not what is joined. */
function giveOrigin(index: RecordIndex, entry: Entry, document: Document): Touched {
  if (JSON.stringify(entry.document) === JSON.stringify(document)) return { entities: [], events: [] };
  entry.document = document;
  const events = new Set<string>();
  for (const claim of entry.resolved) {
    index.sources.set(claim.id, { claim, document });
    const cluster = index.events.clusterOf.get(claim.id);
    if (cluster) events.add(leadOf(index, cluster));
  }
  return { entities: [], events: [...events] };
}

/** Forgets a document: the index is then as if it had never been read. */
export function deleteDocument(index: RecordIndex, documentId: string): Touched {
  const entry = index.entries.get(documentId);
  if (!entry) return { entities: [], events: [] };
  index.entries.delete(documentId);
  delist(index.versions, entry.document.source, documentId);
  const events = replaceHappenings(index, [{ entry, resolved: [], fresh: [], twins: new Map() }]);
  const removed: string[] = [];
  for (const { node } of entry.namings) {
    count(index.namingCounts, node.key, -1);
    if (!isListed(index.holders, node.key, documentId)) continue;
    delist(index.holders, node.key, documentId);
    if (!index.holders.has(node.key)) removed.push(node.key);
  }
  const touched = recluster(index, removed, [], []);
  return { entities: touched.entities, events: join(events, touched.events) };
}

/** Id of the entity that a name in a document resolves to: `group` of those who are somebody of that document alone. */
export function entityNamed(index: RecordIndex, documentId: string, name: string, group = false): string | null {
  const naming = index.entries
    .get(documentId)
    ?.namings.find((n) => n.name === name && (n.slot === groupSlot) === group);
  return naming ? (index.entityOf.get(naming.node.key) ?? null) : null;
}

/** Names anew what changed, and puts the claims of the fresh documents, and of all that this concerns, into their events. */
function recluster(
  index: RecordIndex,
  removed: readonly string[],
  added: readonly NameNode[],
  fresh: readonly string[],
): Touched {
  const { gone, made } = updateClustering(index.names, removed, added);
  const entities = new Set<string>();
  const concerned = new Set<string>(fresh);
  for (const key of gone.flatMap((c) => c.keys)) {
    const id = index.entityOf.get(key);
    if (id !== undefined) entities.add(id);
    if (!index.names.nodes.has(key)) index.entityOf.delete(key);
  }
  for (const cluster of made) {
    const id = entityId(index, cluster);
    entities.add(id);
    for (const key of cluster.keys) {
      if (index.entityOf.get(key) === id) continue;
      index.entityOf.set(key, id);
      for (const holder of listed(index.holders, key)) concerned.add(holder);
    }
  }
  for (const { node } of fresh.flatMap((id) => index.entries.get(id)?.namings ?? [])) {
    const id = index.entityOf.get(node.key);
    if (id !== undefined) entities.add(id);
  }
  const entries = [...concerned].flatMap((id) => index.entries.get(id) ?? []);
  const events = replaceHappenings(
    index,
    entries.map((entry) => refreshed(index, entry)),
  );
  return { entities: [...entities], events };
}

/** The gazetteer's key where there is one, else the first of its names: it does not move when more is read of the same name. */
function entityId(index: RecordIndex, cluster: Cluster): string {
  const nodes = cluster.keys.flatMap((key) => index.names.nodes.get(key) ?? []);
  const known = nodes.flatMap((n) => n.known ?? []).toSorted()[0];
  const type = typeOfCluster(nodes);
  const id = entityIdOf(type, known ?? cluster.keys[0] ?? '');
  index.typeOf.set(id, type);
  return id;
}

/** Id of the entity of a type whose first name, or whose key in the gazetteer, this is. */
export function entityIdOf(type: EntityType, first: string): string {
  return hashOf(['entity', type, first]);
}

/** The claims of a document with their entities, and what they are taken for now. */
interface Exchange {
  readonly entry: Entry;
  readonly resolved: readonly Claim[];
  readonly fresh: readonly Happening[];
  readonly twins: ReadonlyMap<string, readonly string[]>;
}

/** Claims of a cluster with their documents. */
export function sourcesOf(index: RecordIndex, cluster: Cluster): readonly Sourced[] {
  const ids = cluster.keys.flatMap((key) => [key, ...(index.twins.get(key) ?? [])]);
  return ids.flatMap((id) => index.sources.get(id) ?? []);
}

function refreshed(index: RecordIndex, entry: Entry): Exchange {
  const resolved = resolveClaims(index, entry);
  const around = { affiliations: affiliationsIn(resolved), ...statesIn(resolved), figures: figuresIn(resolved) };
  const { leads, twins } = index.standing.length > 0 ? { leads: resolved, twins: new Map() } : withTwins(resolved);
  return { entry, resolved, fresh: markMoved(leads.map((c) => happeningOf(c, entry.document, around))), twins };
}

/** A passage that a page repeats tells nothing more: of claims alike but for their places the first stands for all. */
function withTwins(claims: readonly Claim[]): { readonly leads: readonly Claim[]; readonly twins: Exchange['twins'] } {
  const alike = [...Map.groupBy(claims, contentOf).values()];
  const leads = alike.flatMap(([lead]) => lead ?? []);
  return { leads, twins: new Map(leads.map((lead, i) => [lead.id, (alike[i] ?? []).slice(1).map((c) => c.id)])) };
}

function contentOf({ id: _id, evidence, roles, ...rest }: Claim): string {
  const told = roles.map(({ span: _span, ...role }) => role);
  return JSON.stringify([rest, evidence.text, told]);
}

function figuresIn(claims: readonly Claim[]): Around['figures'] {
  return claims.flatMap((c) => (c.type === 'figure' ? [{ words: c.evidence.text, figure: c.figure }] : []));
}

/**
 * Exchanges the happenings of documents, as far as they differ, and gives the ids of the events that this touched. All are put
 * into clusters together: those that many of them come into are made once.
 */
function replaceHappenings(index: RecordIndex, exchanges: readonly Exchange[]): readonly string[] {
  const out: Happening[] = [];
  const come: Happening[] = [];
  for (const { entry, fresh } of exchanges) {
    const old = new Map(entry.happenings.map((h) => [h.claim, h.signature]));
    const now = new Map(fresh.map((h) => [h.claim, h.signature]));
    out.push(...entry.happenings.filter((h) => now.get(h.claim) !== h.signature));
    come.push(...fresh.filter((h) => old.get(h.claim) !== h.signature));
  }
  const events = new Set<string>();
  // Ids of what goes must be read while its claims are still known.
  for (const key of new Set([...out, ...come].map((h) => h.claim))) {
    const cluster = index.events.clusterOf.get(key);
    if (cluster) events.add(leadOf(index, cluster));
  }
  for (const h of out) {
    index.happenings.delete(h.claim);
    if (mayReport(h)) for (const block of actBlocks(h)) delist(index.reports, block, h.claim);
  }
  for (const { entry, resolved, fresh, twins } of exchanges) {
    for (const { id } of entry.resolved) index.sources.delete(id);
    for (const h of entry.happenings) index.twins.delete(h.claim);
    for (const [lead, others] of twins) if (others.length > 0) index.twins.set(lead, others);
    for (const claim of resolved) index.sources.set(claim.id, { claim, document: entry.document });
    entry.happenings = fresh;
    entry.resolved = resolved;
  }
  for (const h of come) {
    index.happenings.set(h.claim, h);
    if (mayReport(h)) for (const block of actBlocks(h)) enlist(index.reports, block, h.claim);
  }
  const { made } = updateClustering(
    index.events,
    out.map((h) => h.claim),
    come,
  );
  for (const cluster of made) events.add(leadOf(index, cluster));
  updateClustering(
    index.promises,
    out.filter(isPromise).map((h) => h.claim),
    come.filter(isPromise),
  );
  return [...events];
}

function leadOf(index: RecordIndex, cluster: Cluster): string {
  return eventId(sourcesOf(index, cluster).toSorted(compareSourced)[0]?.claim.id ?? '');
}

/** «подпишут в ходе декабрьского заседания»: what is only the occasion of something is not promised by that. */
function isPromise(h: Happening): boolean {
  return h.future !== null && !h.isOccasion;
}

function mayReport(h: Happening): boolean {
  return h.status !== 'planned' && h.status !== 'possible';
}

function resolveClaims(index: RecordIndex, entry: Entry): readonly Claim[] {
  const years = new Map(
    entry.namings.flatMap((n) =>
      n.node.type === 'exercise' && n.node.years[0] !== undefined ? [[n.claim, n.node.years[0]]] : [],
    ),
  );
  const slots = new Map(entry.namings.map((n) => [`${n.claim}#${n.slot}`, index.entityOf.get(n.node.key) ?? null]));
  return entry.ruled.map((claim) => ({
    ...inYear(claim, years.get(claim.id)),
    roles: claim.roles.map((role, i) => {
      const entity = slots.get(`${claim.id}#${i}`) ?? null;
      return { ...role, type: index.typeOf.get(entity ?? '') ?? role.type, entity };
    }),
    attribution: claim.attribution.map((link, i) => ({
      ...link,
      entity: slots.get(`${claim.id}#${claim.roles.length + i}`) ?? null,
    })),
  }));
}

/** By a person's entity, the states and bodies of the posts that these claims give. */
function affiliationsIn(claims: readonly Claim[]): ReadonlyMap<string, readonly string[]> {
  const affiliations = new Map<string, readonly string[]>();
  for (const claim of claims) {
    if (claim.type !== 'position') continue;
    const person = claim.roles.find((r) => r.role === 'person')?.entity;
    const bodies = claim.roles.flatMap((r) => (r.role === 'organisation' && r.entity !== null ? [r.entity] : []));
    if (person) affiliations.set(person, [...(affiliations.get(person) ?? []), ...bodies]);
  }
  return affiliations;
}

function statesIn(claims: readonly Claim[]): Pick<Around, 'states' | 'stateStems'> {
  const stems = new Map<string, string>();
  for (const { type, entity, name, text } of claims.flatMap((c) => c.roles)) {
    if (type === 'state' && entity !== null) for (const stem of stemsOf(`${name} ${text}`)) stems.set(stem, entity);
  }
  const stateStems = [...stems].map(([stem, state]) => ({ stem, state }));
  return {
    states: [...new Set(stems.values())].toSorted(compareText),
    stateStems: stateStems.toSorted((a, b) => compareText(a.stem, b.stem)),
  };
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const total = (counts.get(key) ?? 0) + by;
  if (total > 0) counts.set(key, total);
  else counts.delete(key);
}

function join(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
