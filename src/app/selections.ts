import type { DocumentCard, Page, Person, Selection } from '../model/answer.ts';
import { claimTypes, type FigureClaim, type PositionClaim, type StatementClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event, OutcomeStatus } from '../model/record.ts';
import type { About, LineFilter, Store } from '../store/store.ts';
import { type Citing, citedBy, documentCard } from './cited.ts';
import { linesAsOf } from './outcomes.ts';
import { parseQuery } from './search-terms.ts';

const usualLimit = 100;

/** What is said, who holds which post and how much there is of something has pages of its own. */
const timelineTypes = claimTypes.filter((type) => type !== 'statement' && type !== 'position' && type !== 'figure');

export async function selectDocuments(store: Store, selection: Selection): Promise<Page<DocumentCard>> {
  const found = await store.findDocuments(await narrowed(store, selection));
  const cited = await citedBy(store, []);
  return { ...pageOf(found.rows.map(documentCard), found.total, selection), cited };
}

export async function selectTimeline(store: Store, selection: Selection): Promise<Page<Event>> {
  const types = selection.type ? [selection.type] : timelineTypes;
  const found = await store.findLines('event', {
    ...(await narrowed(store, selection)),
    ...statusOf(selection),
    types,
  });
  return withCited(store, found.rows.map(parsed<Event>), found.total, selection);
}

export async function selectAgreements(store: Store, selection: Selection): Promise<Page<Agreement>> {
  const found = await store.findLines('agreement', await narrowed(store, selection));
  const { agreements } = linesAsOf({ agreements: found.rows.map(parsed<Agreement>) }, selection.asOf);
  return withCited(store, agreements, found.total, selection);
}

export async function selectCommitments(
  store: Store,
  selection: Selection & { readonly outcome?: OutcomeStatus },
): Promise<Page<Commitment>> {
  const { outcome, offset = 0, limit = usualLimit } = selection;
  const filter = await narrowed(store, selection);
  if (outcome === undefined) {
    const found = await store.findLines('commitment', filter);
    const { commitments } = linesAsOf({ commitments: found.rows.map(parsed<Commitment>) }, selection.asOf);
    return withCited(store, commitments, found.total, selection);
  }
  // An outcome is known only once worked out for the day, so all are, and those that have it are cut out.
  const { limit: _limit, offset: _offset, ...whole } = filter;
  const all = (await store.findLines('commitment', whole)).rows.map(parsed<Commitment>);
  const { commitments } = linesAsOf({ commitments: all }, selection.asOf);
  const matching = commitments.filter((c) => c.outcome.status === outcome);
  return withCited(store, matching.slice(offset, offset + limit), matching.length, selection);
}

export async function selectStatements(
  store: Store,
  selection: Selection & { readonly speaker?: string },
): Promise<Page<StatementClaim>> {
  const filter = { ...(await narrowed(store, selection)), ...statusOf(selection), types: ['statement'] as const };
  const speakers = selection.speaker === undefined ? null : await entitiesCalled(store, selection.speaker);
  const found = await store.findClaims(
    speakers ? { ...filter, about: { kind: 'entities', entities: speakers } } : filter,
  );
  return withCited(store, found.rows as readonly StatementClaim[], found.total, selection);
}

export async function selectFigures(store: Store, selection: Selection): Promise<Page<FigureClaim>> {
  const found = await store.findClaims({
    ...(await narrowed(store, selection)),
    ...statusOf(selection),
    types: ['figure'],
  });
  return withCited(store, found.rows as readonly FigureClaim[], found.total, selection);
}

export async function selectPeople(store: Store, selection: Selection): Promise<Page<Person>> {
  const { limit = usualLimit, offset = 0 } = selection;
  const filter: LineFilter = {
    types: ['person'],
    restingOn: ['position', 'statement'],
    order: 'name',
    limit,
    offset,
  };
  const about = await aboutOf(store, selection);
  const found = await store.findLines('entity', about ? { ...filter, about } : filter);
  const lines: Person[] = [];
  for (const entity of found.rows.map(parsed<Entity>)) {
    const positions = await positionsOf(store, entity.id);
    const { total } = await store.findClaims({ entity: entity.id, types: ['statement'], limit: 0 });
    lines.push({ entity, positions, statements: total });
  }
  const cited = await citedBy(
    store,
    lines.flatMap((p): readonly Citing[] => [p.entity, ...p.positions]),
  );
  return { ...pageOf(lines, found.total, selection), cited };
}

/** The posts that documents give somebody: position claims in which he is the person. */
export async function positionsOf(store: Store, entity: string): Promise<readonly PositionClaim[]> {
  const { rows } = await store.findClaims({ entity, types: ['position'] });
  return rows.filter(
    (c): c is PositionClaim => c.type === 'position' && c.roles.some((r) => r.role === 'person' && r.entity === entity),
  );
}

export async function selectConflicts(store: Store, selection: Selection): Promise<Page<Event | Agreement>> {
  const { limit = usualLimit, offset = 0 } = selection;
  const { limit: _limit, offset: _offset, ...whole } = await narrowed(store, selection);
  const events = await store.findLines('event', { ...whole, conflicting: true });
  const agreements = await store.findLines('agreement', { ...whole, conflicting: true });
  const all = [...agreements.rows.map(parsed<Agreement>), ...events.rows.map(parsed<Event>)];
  return withCited(store, all.slice(offset, offset + limit), all.length, selection);
}

/**
 * What `about` means: an id, a name or alias of an entity, or else words to search for. An agreement's id means the
 * entity that it is.
 */
export async function aboutOf(store: Store, selection: Pick<Selection, 'about'>): Promise<About | null> {
  const about = selection.about?.trim() ?? '';
  if (about === '') return null;
  const entities = await entitiesCalled(store, about);
  if (entities.length > 0) return { kind: 'entities', entities };
  const query = parseQuery(about);
  return query.length > 0 ? { kind: 'words', query } : { kind: 'entities', entities: [] };
}

async function entitiesCalled(store: Store, name: string): Promise<readonly string[]> {
  const [agreement] = await store.selectLines('agreement', [name]);
  if (agreement !== undefined) return [parsed<Agreement>(agreement).entity];
  const [entity] = await store.selectLines('entity', [name]);
  return entity === undefined ? store.findEntities(name) : [name];
}

async function narrowed(store: Store, selection: Selection) {
  const about = await aboutOf(store, selection);
  const { from, to, order, offset = 0, limit = usualLimit } = selection;
  return {
    offset,
    limit,
    ...(about && { about }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(order !== undefined && { order }),
  };
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

function pageOf<T>(lines: readonly T[], total: number, selection: Selection): Omit<Page<T>, 'cited'> {
  return { lines, total, offset: selection.offset ?? 0, limit: selection.limit ?? usualLimit };
}

/** The store gives lines back in the words in which this program wrote them. */
function parsed<T>(json: string): T {
  return JSON.parse(json);
}
