import type {
  Activity,
  Answer,
  ClaimFile,
  DocumentCard,
  DocumentFile,
  EntityFile,
  FigureSeries,
  Hit,
  Outlets,
  Page,
  Parties,
  Person,
  Post,
  RulingNote,
  Selection,
  Shown,
  StatementFacets,
  Summary,
} from '../model/answer.ts';
import type { FigureClaim, StatementClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { News } from '../model/news.ts';
import type { Agreement, Commitment, Event, OutcomeStatus, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { claimFile, documentFile, entityFile, show } from './files.ts';
import { mergeStore } from './merge-dossier.ts';
import { type NewsSelection, readNews } from './news.ts';
import { findSeries, selectSeries } from './select-series.ts';
import { keptAnswers, versionOf } from './kept-answers.ts';
import { createOutcomesAsOf } from './outcomes.ts';
import { rulingsOf } from './rule.ts';
import { search } from './search.ts';
import { type RecordSelection, selectRecord } from './selected-record.ts';
import {
  findPeople,
  findPosts,
  type Narrowing,
  selectActivity,
  selectAgreements,
  selectCommitments,
  selectConflicts,
  selectDocuments,
  selectEntityOf,
  selectFigures,
  selectParticipations,
  selectParties,
  selectPeople,
  selectPosts,
  selectStatementFacets,
  selectStatements,
  selectTimeline,
  selectTopics,
  type StatementSelection,
} from './selections.ts';
import { summarise } from './summary.ts';

/**
 * One record, as surfaces ask for it. Every answer brings along what it cites. Outcomes and the standing of agreements
 * are worked out for the day that is asked for. Methods reject on I/O errors only.
 */
export interface Dossier {
  /** A stamp that changes whenever the record does; cheap, for answers that are kept. */
  version(): Promise<string>;
  summary(asOf: Day): Promise<Summary>;
  /** How many happenings begin in each month, and the states and organisations that take part in most of them. */
  activity(selection: Selection): Promise<Activity>;
  /** Who takes part in what together. */
  parties(selection: Selection): Promise<Parties>;
  /** Who publishes, and who reprints whom, in the whole record. */
  outlets(): Promise<Outlets>;
  /** Newest first. */
  documents(selection: Selection): Promise<Page<DocumentCard>>;
  /** What names these documents, by id. */
  cards(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentCard>>;
  /** Happenings and stages by time, undated last; statements, posts and figures only where `type` asks for them. */
  timeline(selection: Selection): Promise<Page<Event>>;
  /** `bare`: without the claims that the stages rest on. */
  agreements(selection: Selection & { readonly bare?: boolean }): Promise<Page<Agreement>>;
  /** By due day, undated last. */
  commitments(selection: Selection & { readonly outcome?: OutcomeStatus }): Promise<Page<Commitment>>;
  /** `speaker` and `topic` are ids or names. */
  statements(selection: StatementSelection): Promise<Page<StatementClaim>>;
  /** Who speaks most, what about, and when. */
  statementFacets(selection: StatementSelection): Promise<StatementFacets>;
  /** What each of these statements is about, by its id; those about nothing that has a line are left out. */
  topicsOf(statements: readonly string[]): Promise<ReadonlyMap<string, readonly Entity[]>>;
  /** By name: those with a post or a statement. */
  people(selection: Selection): Promise<Page<Person>>;
  /** Posts by name, with who held each of them when. */
  posts(selection: Selection): Promise<Page<Post>>;
  figures(selection: Selection): Promise<Page<FigureClaim>>;
  /** Indicators, those of most periods first, each with what is told of it for its periods. */
  series(selection: Selection): Promise<Page<FigureSeries>>;
  /** Lines whose claims give different values for one field. */
  conflicts(selection: Selection): Promise<Page<Event | Agreement>>;
  /** Words all of which must be there, "phrases", prefix*; newest first. */
  search(words: string, selection: Selection): Promise<Page<Hit>>;
  /**
   * Whatever an id leads to; ids that a merge gave up lead to the line that took over. A merged line has the id of its
   * earliest claim: `kind` tells which of them is meant, and without it the claim is.
   */
  show(id: string, asOf: Day, kind?: Shown['kind']): Promise<Shown | null>;
  document(id: string, asOf: Day): Promise<Answer<DocumentFile> | null>;
  entity(id: string, asOf: Day): Promise<Answer<EntityFile> | null>;
  claim(id: string, asOf: Day): Promise<Answer<ClaimFile> | null>;
  /** The entity, or the entity of the agreement, that has this id; `null` where it is no id of such a line. */
  entityOf(id: string): Promise<Entity | null>;
  /** What people decided, latest first. */
  rulings(): Promise<readonly RulingNote[]>;
  /** What came into the record since an ISO instant: stages, conflicts, outcomes, commitments, due days that passed. */
  news(selection: NewsSelection): Promise<News>;
  /** Until when the news were told last, an ISO instant; `null` where they never were. */
  newsMark(): Promise<string | null>;
  markNews(at: string): Promise<void>;
  /** The whole record, for exports; the part of it that a selection means where `about` or days are given. */
  record(asOf: Day, selection?: Omit<RecordSelection, 'asOf'>): Promise<Record>;
  close(): Promise<void>;
}

/**
 * Opens the dossier in `database`. Documents whose reading was broken off before they were merged are merged first,
 * unless `merge` is false, as where another thread is reading and will merge them.
 */
export async function openDossier(options: { readonly database: string; readonly merge?: boolean }): Promise<Dossier> {
  const store = await openStore(options.database);
  try {
    if (options.merge ?? true) await mergeStore(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return dossierOf(store);
}

/** A dossier over a store that somebody else opened; closing it closes the store. */
export function dossierOf(store: Store): Dossier {
  const version = (): Promise<string> => versionOf(store);
  const outcomesAsOf = createOutcomesAsOf(store);
  const activity = keptAnswers(version, (selection: Selection) => selectActivity(store, selection));
  const participations = keptAnswers(version, () => selectParticipations(store));
  const parties = keptAnswers(version, (selection: Selection) =>
    selectParties(store, () => participations(null), selection),
  );
  const peopleOf = keptAnswers(version, (asked: Pick<Selection, 'about'>) => findPeople(store, asked));
  const postsOf = keptAnswers(version, (narrowing: Narrowing) => findPosts(store, narrowing));
  const seriesOf = keptAnswers(version, (narrowing: Narrowing) => findSeries(store, narrowing));
  const statementFacets = keptAnswers(version, (selection: StatementSelection) =>
    selectStatementFacets(store, selection),
  );
  const outlets = keptAnswers(version, () => store.countOutlets());
  const counts = keptAnswers(version, () => store.counts());
  return {
    version,
    summary: (asOf) => summarise(store, () => counts(null), outcomesAsOf, asOf),
    activity,
    parties,
    outlets: () => outlets(null),
    documents: (selection) => selectDocuments(store, selection),
    cards: async (ids) => new Map([...(await store.selectQuotable(ids))].map(([id, { card }]) => [id, card])),
    timeline: (selection) => selectTimeline(store, selection),
    agreements: (selection) => selectAgreements(store, selection),
    commitments: (selection) => selectCommitments(store, outcomesAsOf, selection),
    statements: (selection) => selectStatements(store, selection),
    statementFacets,
    topicsOf: (statements) => selectTopics(store, statements),
    people: (selection) => selectPeople(store, peopleOf, selection),
    posts: (selection) => selectPosts(store, postsOf, selection),
    figures: (selection) => selectFigures(store, selection),
    series: (selection) => selectSeries(store, seriesOf, selection),
    conflicts: (selection) => selectConflicts(store, selection),
    search: (words, selection) => search(store, words, selection),
    show: (id, asOf, kind) => show(store, id, asOf, kind),
    document: (id, asOf) => documentFile(store, id, asOf),
    entity: (id, asOf) => entityFile(store, id, asOf),
    claim: (id, asOf) => claimFile(store, id, asOf),
    entityOf: (id) => selectEntityOf(store, id),
    rulings: () => rulingsOf(store),
    news: (selection) => readNews(store, selection),
    newsMark: () => store.selectNewsMark(),
    markNews: (at) => store.updateNewsMark(at),
    record: (asOf, selection = {}) => selectRecord(store, { ...selection, asOf }),
    close: () => store.close(),
  };
}
