import {
  nothingCited,
  type Activity,
  type DocumentCard,
  type Page,
  type Parties,
  type Person,
  type Post,
  type Selection,
  type StatementFacets,
} from '../model/answer.ts';
import { happeningTypes, type FigureClaim, type PositionClaim, type StatementClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event, OutcomeStatus } from '../model/record.ts';
import { type Participation, partyGraphOf } from '../model/party-graph.ts';
import type { Day, DayRange } from '../model/time.ts';
import { postsInTime } from '../record/posts-in-time.ts';
import type { About, EntityCount, LineFilter, Store } from '../store/store.ts';
import { type Citing, citedBy, documentCard, entitiesNamedBy } from './cited.ts';
import { linesAsOf, type OutcomesAsOf } from './outcomes.ts';
import { parseQuery } from './search-terms.ts';

const usualLimit = 100;

export async function selectDocuments(store: Store, selection: Selection): Promise<Page<DocumentCard>> {
  const found = await store.findDocuments(await narrowed(store, selection));
  return { ...pageOf(found.rows.map(documentCard), found.total, selection), cited: nothingCited };
}

export async function selectTimeline(store: Store, selection: Selection): Promise<Page<Event>> {
  const types = selection.type ? [selection.type] : happeningTypes;
  const found = await store.findLines('event', {
    ...(await narrowed(store, selection)),
    ...statusOf(selection),
    types,
  });
  return withCited(store, found.rows.map(parsed<Event>), found.total, selection);
}

/** `bare` leaves out the claims that the stages rest on: a list that shows none of them need not fetch hundreds. */
export async function selectAgreements(
  store: Store,
  selection: Selection & { readonly bare?: boolean },
): Promise<Page<Agreement>> {
  const found = await store.findLines('agreement', await narrowed(store, selection));
  const { agreements } = linesAsOf({ agreements: found.rows.map(parsed<Agreement>) }, selection.asOf);
  if (!selection.bare) return withCited(store, agreements, found.total, selection);
  const entities = await entitiesById(store, agreements.flatMap(entitiesNamedBy));
  return { ...pageOf(agreements, found.total, selection), cited: { ...nothingCited, entities } };
}

/** `outcomesAsOf` tells what an outcome narrows to: it is no part of the stored line, since it depends on the day. */
export async function selectCommitments(
  store: Store,
  outcomesAsOf: OutcomesAsOf,
  selection: Selection & { readonly outcome?: OutcomeStatus },
): Promise<Page<Commitment>> {
  const { outcome, offset = 0, limit = usualLimit } = selection;
  const filter = await narrowed(store, selection);
  if (outcome === undefined) {
    const found = await store.findLines('commitment', filter);
    const { commitments } = linesAsOf({ commitments: found.rows.map(parsed<Commitment>) }, selection.asOf);
    return withCited(store, commitments, found.total, selection);
  }
  const { limit: _limit, offset: _offset, ...whole } = filter;
  const outcomes = await outcomesAsOf(selection.asOf);
  const matching = (await store.findLineIds('commitment', whole)).filter((id) => outcomes.get(id) === outcome);
  const rows = await store.selectLines('commitment', matching.slice(offset, offset + limit));
  const { commitments } = linesAsOf({ commitments: rows.map(parsed<Commitment>) }, selection.asOf);
  return withCited(store, commitments, matching.length, selection);
}

/** A selection of statements; speaker and topic are ids or names of entities. */
export type StatementSelection = Selection & { readonly speaker?: string; readonly topic?: string };

export async function selectStatements(store: Store, selection: StatementSelection): Promise<Page<StatementClaim>> {
  const filter = { ...(await narrowed(store, selection)), ...(await statementFilter(store, selection)) };
  const found = await store.findClaims(filter);
  return withCited(store, found.rows as readonly StatementClaim[], found.total, selection);
}

/** Entities told apart in a list of speakers or topics. */
const mostFacets = 12;

/** Who speaks, what about and when: speakers within the topic asked for, topics within the speaker. */
export async function selectStatementFacets(store: Store, selection: StatementSelection): Promise<StatementFacets> {
  const whole = { ...(await narrowedBy(store, selection)), ...(await statementFilter(store, selection)) };
  const { speaker, topic, ...base } = whole;
  const ofTopic = { ...base, ...(topic && { topic }) };
  const ofSpeaker = { ...base, ...(speaker && { speaker }) };
  const speakers = await store.countByFacet('speaker', ofTopic, mostFacets);
  const topics = await store.countByFacet('topic', ofSpeaker, mostFacets);
  const asked = [speaker?.[0] ?? '', topic?.[0] ?? ''];
  const shown = await entitiesById(store, [...asked, ...[...speakers, ...topics].map(({ entity }) => entity)]);
  const counted = (counts: readonly EntityCount[]) =>
    counts.flatMap(({ entity: id, count }) => {
      const entity = shown.get(id);
      return entity ? [{ entity, count }] : [];
    });
  return {
    speakers: counted(speakers),
    topics: counted(topics),
    months: await store.countClaimsByMonth(whole),
    speaker: shown.get(asked[0] ?? '') ?? null,
    topic: shown.get(asked[1] ?? '') ?? null,
  };
}

/** What each of these statements is about, by its id. */
export async function selectTopics(
  store: Store,
  statements: readonly string[],
): Promise<ReadonlyMap<string, readonly Entity[]>> {
  const topics = await store.selectTopics(statements);
  const entities = await entitiesById(store, [...topics.values()].flat());
  return new Map([...topics].map(([claim, ids]) => [claim, ids.flatMap((id) => entities.get(id) ?? [])]));
}

async function statementFilter(store: Store, selection: StatementSelection) {
  const { speaker, topic } = selection;
  return {
    ...statusOf(selection),
    types: ['statement'] as const,
    undated: 'as-published' as const,
    ...(speaker !== undefined && { speaker: await entitiesCalled(store, speaker) }),
    ...(topic !== undefined && { topic: await entitiesCalled(store, topic) }),
  };
}

/** Those of these entities that are more than words in a text. */
async function entitiesById(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Entity>> {
  const rows = await store.selectLines('entity', [...(await store.selectPublic(ids))]);
  return new Map(rows.map((json) => parsed<Entity>(json)).map((entity) => [entity.id, entity]));
}

export async function selectFigures(store: Store, selection: Selection): Promise<Page<FigureClaim>> {
  const found = await store.findClaims({
    ...(await narrowed(store, selection)),
    ...statusOf(selection),
    types: ['figure'],
  });
  return withCited(store, found.rows as readonly FigureClaim[], found.total, selection);
}

/** All posts by their names, each with its holders in time; days narrow to what is said of them then. */
export async function findPosts(store: Store, narrowing: Narrowing): Promise<readonly Post[]> {
  const { rows } = await store.findClaims({ ...(await narrowedBy(store, narrowing)), types: ['position'] });
  const documents = await store.selectQuotable(rows.map((claim) => claim.document));
  return postsInTime(rows as readonly PositionClaim[], (id) => documents.get(id)?.card);
}

/** Claims of one holder that an answer cites: of a president there are thousands. */
const mostOfHolder = 24;

/** `postsOf` tells what they all are, which a page after page need not work out anew. */
export async function selectPosts(
  store: Store,
  postsOf: (narrowing: Narrowing) => Promise<readonly Post[]>,
  selection: Selection,
): Promise<Page<Post>> {
  const { limit = usualLimit, offset = 0 } = selection;
  const posts = await postsOf(narrowingOf(selection));
  const lines = posts.slice(offset, offset + limit);
  const shown = lines.flatMap((post) => post.holders.flatMap((holder) => holder.claims.slice(0, mostOfHolder)));
  return { ...pageOf(lines, posts.length, selection), cited: await citedBy(store, await store.selectClaims(shown)) };
}

/** Ids of those with a post or a statement, by name. */
export async function findPeople(store: Store, asked: Pick<Selection, 'about'>): Promise<readonly string[]> {
  const filter: LineFilter = { types: ['person'], public: true, restingOn: ['position', 'statement'], order: 'name' };
  const about = await aboutOf(store, asked.about);
  return store.findLineIds('entity', about ? { ...filter, about } : filter);
}

/** `peopleOf` tells who they all are, which a page after page need not find anew. */
export async function selectPeople(
  store: Store,
  peopleOf: (asked: Pick<Selection, 'about'>) => Promise<readonly string[]>,
  selection: Selection,
): Promise<Page<Person>> {
  const { limit = usualLimit, offset = 0, about } = selection;
  const people = await peopleOf(about === undefined ? {} : { about });
  const ids = people.slice(offset, offset + limit);
  const entities = (await store.selectLines('entity', ids)).map(parsed<Entity>);
  const positions = await positionsOf(store, ids, mostPositions);
  const statements = await store.countClaimsBy(ids, 'statement');
  const lines = entities.map((entity): Person => ({
    entity,
    positions: positions.filter((claim) => isPostOf(claim, entity.id)),
    statements: statements.get(entity.id) ?? 0,
  }));
  const cited = await citedBy(
    store,
    lines.flatMap((p): readonly Citing[] => [p.entity, ...p.positions]),
  );
  return { ...pageOf(lines, people.length, selection), cited };
}

/** Positions of one person that a list of people has at most: the latest; of a president there are thousands. */
const mostPositions = 24;

/** The posts that documents give these people: position claims in which one of them is the person, the latest of each. */
export async function positionsOf(
  store: Store,
  people: readonly string[],
  each: number,
): Promise<readonly PositionClaim[]> {
  const rows = await store.selectLatestClaims(people, 'position', each);
  return rows.filter((c): c is PositionClaim => c.type === 'position' && people.some((id) => isPostOf(c, id)));
}

function isPostOf(claim: PositionClaim, person: string): boolean {
  return claim.roles.some((r) => r.role === 'person' && r.entity === person);
}

const mostParties = 8;

/** How much happens when, and who takes part most: what the front page draws. */
export async function selectActivity(store: Store, selection: Selection): Promise<Activity> {
  const { limit: _limit, offset: _offset, ...whole } = await narrowed(store, selection);
  const filter = { ...whole, types: happeningTypes };
  const months = await store.countByMonth('event', filter);
  const most = { types: ['state', 'organisation'], limit: mostParties };
  const counts = await store.countByEntity('event', filter, most);
  const entityOf = await entitiesById(
    store,
    counts.map((c) => c.entity),
  );
  const parties = counts.flatMap(({ entity: id, count }) => {
    const entity = entityOf.get(id);
    return entity ? [{ entity, count }] : [];
  });
  return { months, parties };
}

/** Nodes that a drawing still tells apart. */
const mostNodes = 60;

/** Who takes part in what, in all happenings of a record, and the states and organisations among them. */
export interface Participations {
  readonly events: readonly Participation[];
  readonly parties: ReadonlyMap<string, Entity>;
}

export async function selectParticipations(store: Store): Promise<Participations> {
  const { rows } = await store.findLines('event', { types: happeningTypes });
  const events = rows.map((json): Participation => {
    const { id, type, status, time, roles } = parsed<Event>(json);
    return { id, type, status, time, roles: roles.map(({ role, entity }) => ({ role, entity })) };
  });
  const entities = (await store.findLines('entity', { types: ['state', 'organisation'] })).rows.map(parsed<Entity>);
  return { events, parties: new Map(entities.map((entity) => [entity.id, entity])) };
}

/** Who takes part in what together: the busiest states and organisations. */
export async function selectParties(
  store: Store,
  participations: () => Promise<Participations>,
  selection: Selection,
): Promise<Parties> {
  const { events: all, parties: entities } = await participations();
  const { from, to, type, status, outlet } = selection;
  const about = await aboutOf(store, selection.about);
  const narrowing = { ...(about && { about }), ...(outlet !== undefined && { outlet }) };
  const concerned =
    about || outlet !== undefined
      ? new Set(await store.findLineIds('event', { types: happeningTypes, ...narrowing }))
      : null;
  const events = all.filter(
    (event) =>
      (type === undefined || event.type === type) &&
      (status === undefined || event.status === status) &&
      (concerned === null || concerned.has(event.id)) &&
      isWithin(event.time, from, to),
  );
  const graph = partyGraphOf(events, entities, mostNodes);
  return {
    graph,
    events: events.length,
    cited: await citedBy(
      store,
      graph.nodes.map(({ entity }) => entity),
    ),
  };
}

/** As the store narrows lines by days: an open end reaches as far as is asked; what is undated is within no days. */
function isWithin(time: DayRange | null, from: Day | undefined, to: Day | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (time === null || (time.from === null && time.to === null)) return false;
  return (
    (from === undefined || time.to === null || time.to >= from) &&
    (to === undefined || time.from === null || time.from <= to)
  );
}

export async function selectConflicts(store: Store, selection: Selection): Promise<Page<Event | Agreement>> {
  const { limit = usualLimit, offset = 0 } = selection;
  const filter = { ...(await narrowed(store, selection)), conflicting: true };
  const agreements = await store.findLines('agreement', { ...filter, offset, limit });
  // Events follow the agreements: the part of them that is asked for begins where these end.
  const rest = { offset: Math.max(0, offset - agreements.total), limit: limit - agreements.rows.length };
  const events = await store.findLines('event', { ...filter, ...rest });
  const lines = [...agreements.rows.map(parsed<Agreement>), ...events.rows.map(parsed<Event>)];
  return withCited(store, lines, agreements.total + events.total, selection);
}

/**
 * What `about` means: an id, a name or alias of an entity, or else words to search for. An agreement's id means the
 * entity that it is.
 */
export async function aboutOf(store: Store, about: string | undefined): Promise<About | null> {
  const words = about?.trim() ?? '';
  if (words === '') return null;
  const entities = await entitiesCalled(store, words);
  if (entities.length > 0) return { kind: 'entities', entities };
  const query = parseQuery(words);
  return query.length > 0 ? { kind: 'words', query } : { kind: 'entities', entities: [] };
}

/** The entity that has this id, or that the agreement of this id is. */
export async function selectEntityOf(store: Store, id: string): Promise<Entity | null> {
  const [agreement] = await store.selectLines('agreement', [id]);
  const entity = agreement === undefined ? id : parsed<Agreement>(agreement).entity;
  return (await entitiesById(store, [entity])).get(entity) ?? null;
}

async function entitiesCalled(store: Store, name: string): Promise<readonly string[]> {
  const [agreement] = await store.selectLines('agreement', [name]);
  if (agreement !== undefined) return [parsed<Agreement>(agreement).entity];
  return (await store.selectPublic([name])).size > 0 ? [name] : store.findEntities(name);
}

async function narrowed(store: Store, selection: Selection) {
  const { order, offset = 0, limit = usualLimit } = selection;
  return { offset, limit, ...(order !== undefined && { order }), ...(await narrowedBy(store, selection)) };
}

/** What of a selection says which lines are meant, and neither in what order nor which part of them. */
export type Narrowing = Pick<Selection, 'about' | 'outlet' | 'from' | 'to'>;

/** That part of a selection alone: what an answer that serves every page of a list is kept by. */
export function narrowingOf({ about, outlet, from, to }: Narrowing): Narrowing {
  return {
    ...(about !== undefined && { about }),
    ...(outlet !== undefined && { outlet }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** What it asks of the store. */
export async function narrowedBy(store: Store, selection: Narrowing) {
  const { about: named, ...narrowing } = narrowingOf(selection);
  const about = await aboutOf(store, named);
  return { ...(about && { about }), ...narrowing };
}

function statusOf({ status }: Selection) {
  return status === undefined ? {} : { status };
}

async function withCited<T extends Citing>(
  store: Store,
  lines: readonly T[],
  total: number,
  selection: Selection,
): Promise<Page<T>> {
  return { ...pageOf(lines, total, selection), cited: await citedBy(store, lines) };
}

export function pageOf<T>(lines: readonly T[], total: number, selection: Selection): Omit<Page<T>, 'cited'> {
  return { lines, total, offset: selection.offset ?? 0, limit: selection.limit ?? usualLimit };
}

/** The store gives lines back in the words in which this program wrote them. */
function parsed<T>(json: string): T {
  return JSON.parse(json);
}
