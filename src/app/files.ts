import type { Answer, ClaimFile, DocumentFile, EntityFile, Shown } from '../model/answer.ts';
import type { StatementClaim } from '../model/claim.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import type { About, Store } from '../store/store.ts';
import { type Citing, citedBy, documentCard } from './cited.ts';
import { changedLines, earlierVersions, withCorrections } from './document-notes.ts';
import { linesAsOf } from './outcomes.ts';
import { rulingsOnClaim } from './rule.ts';
import { positionsOf } from './selections.ts';

/** A document with everything that was taken out of it. */
export async function documentFile(store: Store, id: string, asOf: Day): Promise<Answer<DocumentFile> | null> {
  const [stored] = await store.selectDocuments([id]);
  if (!stored) return null;
  const document = withCorrections(stored);
  const claims = await store.selectClaimsOf(id);
  const resting = await linesOn(
    store,
    claims.map((c) => c.id),
    asOf,
  );
  const others = async (filter: { sources?: readonly string[]; origins?: readonly string[] }) =>
    (await store.findDocuments(filter)).rows.filter((d) => d.id !== id);
  const reprints = (await others({ origins: [document.origin] })).map(documentCard);
  const copiedFrom = await store.selectDocuments([...new Set((document.copied ?? []).map(({ from }) => from))]);
  const versions = await others({ sources: [document.source] });
  const ids = earlierVersions(document, versions);
  const before = versions.find((v) => v.id === ids[0]);
  const earlier = before && { ids, changes: changedLines(before.text, document.text) };
  const line = {
    document,
    claims,
    ...resting,
    reprints,
    copiedFrom: copiedFrom.map(documentCard),
    versions: versions.map(documentCard),
    ...(earlier && { earlier }),
  };
  return {
    line,
    cited: await citedBy(store, [...claims, ...resting.events, ...resting.agreements, ...resting.commitments]),
  };
}

/** Lines of each kind that the file of an entity holds. */
const mostLines = 25;

const speaking: ReadonlySet<EntityType> = new Set(['person', 'state', 'organisation']);

/** An entity with the latest lines that concern it; `null` for people who are only words in a text. */
export async function entityFile(store: Store, id: string, asOf: Day): Promise<Answer<EntityFile> | null> {
  const [json] = await store.selectLines('entity', [id]);
  if (json === undefined || !(await store.selectPublic([id])).has(id)) return null;
  const entity: Entity = JSON.parse(json);
  const about: About = { kind: 'entities', entities: [id] };
  const positions = await positionsOf(store, [id], mostLines);
  // Whoever can speak has made statements or is spoken to; of all else, they speak.
  const whose = speaking.has(entity.type) ? { entity: id } : { topic: [id] };
  const said = await store.findClaims({ ...whose, types: ['statement'], order: 'newest', limit: mostLines });
  const statements = said.rows.filter((c): c is StatementClaim => c.type === 'statement');
  const latest = { about, order: 'newest', limit: mostLines } as const;
  const [events, agreed, promised] = await Promise.all([
    store.findLines('event', latest),
    store.findLines('agreement', latest),
    store.findLines('commitment', latest),
  ]);
  const totals = {
    statements: said.total,
    events: events.total,
    agreements: agreed.total,
    commitments: promised.total,
  };
  const lines = linesAsOf(
    {
      commitments: promised.rows.map((row): Commitment => JSON.parse(row)),
      agreements: agreed.rows.map((row): Agreement => JSON.parse(row)),
    },
    asOf,
  );
  const happenings = events.rows.map((row): Event => JSON.parse(row));
  const line = { entity, totals, positions: positions.slice(0, mostLines), statements, events: happenings, ...lines };
  const citing: readonly Citing[] = [
    entity,
    ...line.positions,
    ...statements,
    ...happenings,
    ...lines.agreements,
    ...lines.commitments,
  ];
  return { line, cited: await citedBy(store, citing) };
}

/** A claim with the lines that rest on it. */
export async function claimFile(store: Store, id: string, asOf: Day): Promise<Answer<ClaimFile> | null> {
  const [claim] = await store.selectClaims([id]);
  if (!claim) return null;
  const [document] = await store.selectDocuments([claim.document]);
  if (!document) return null;
  const resting = await linesOn(store, [id], asOf);
  const decided = await rulingsOnClaim(store, claim, document.source);
  const line = { claim, ...decided, document: documentCard(document), ...resting };
  return {
    line,
    cited: await citedBy(store, [claim, ...resting.events, ...resting.agreements, ...resting.commitments]),
  };
}

/**
 * Whatever an id leads to; `null` where it leads nowhere. A merged line has the id of its earliest claim: `kind` tells
 * which of them is meant, and without it the claim is.
 */
export async function show(store: Store, id: string, asOf: Day, kind?: Shown['kind']): Promise<Shown | null> {
  const found = await store.resolveId(id, kind);
  switch (found?.kind) {
    case 'document': {
      const answer = await documentFile(store, found.id, asOf);
      return answer && { kind: 'document', ...answer };
    }
    case 'claim': {
      const answer = await claimFile(store, found.id, asOf);
      return answer && { kind: 'claim', ...answer };
    }
    case 'entity': {
      const answer = await entityFile(store, found.id, asOf);
      return answer && { kind: 'entity', ...answer };
    }
    case 'event': {
      const line = await onlyLine<Event>(store, 'event', found.id);
      return line && { kind: 'event', line, cited: await citedBy(store, [line]) };
    }
    case 'agreement': {
      const stored = await onlyLine<Agreement>(store, 'agreement', found.id);
      const [line] = linesAsOf({ agreements: stored ? [stored] : [] }, asOf).agreements;
      return line ? { kind: 'agreement', line, cited: await citedBy(store, [line]) } : null;
    }
    case 'commitment': {
      const stored = await onlyLine<Commitment>(store, 'commitment', found.id);
      const [line] = linesAsOf({ commitments: stored ? [stored] : [] }, asOf).commitments;
      return line ? { kind: 'commitment', line, cited: await citedBy(store, [line]) } : null;
    }
    case undefined:
      return null;
  }
}

async function onlyLine<T>(store: Store, kind: 'event' | 'agreement' | 'commitment', id: string): Promise<T | null> {
  const [json] = await store.selectLines(kind, [id]);
  return json === undefined ? null : JSON.parse(json);
}

async function linesOn(store: Store, claims: readonly string[], asOf: Day) {
  const events = (await store.selectLinesOn('event', claims)).map((json): Event => JSON.parse(json));
  const dated = linesAsOf(
    {
      agreements: (await store.selectLinesOn('agreement', claims)).map((json): Agreement => JSON.parse(json)),
      commitments: (await store.selectLinesOn('commitment', claims)).map((json): Commitment => JSON.parse(json)),
    },
    asOf,
  );
  return { events, ...dated };
}
