import type { Answer, Cited, DocumentCard, Outlets, Page, Passage, Selection, Shown } from '../src/model/answer.ts';
import { partyGraphOf } from '../src/model/party-graph.ts';
import {
  type Claim,
  type FigureClaim,
  isHappening,
  type PositionClaim,
  type StatementClaim,
} from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import { outcomes, type OutcomeStatus, type Record as WholeRecord } from '../src/model/record.ts';
import type { DayRange } from '../src/model/time.ts';
import type { Dossier } from '../src/app/dossier.ts';
import { figureSeries } from '../src/record/figure-series.ts';
import { postsInTime } from '../src/record/posts-in-time.ts';
import { newsSince } from '../src/record/news.ts';

/** A dossier out of a record in memory, so that surfaces are tested without a database. Cites everything. */
export function dossierOfRecord(record: WholeRecord): Dossier {
  const cited = citedOf(record);
  const claimsOf = <T extends Claim>(type: T['type']) =>
    record.claims.filter((claim): claim is T => claim.type === type);
  const page = <T>(lines: readonly T[], s: Selection): Page<T> => {
    const [offset, limit] = [s.offset ?? 0, s.limit ?? 100];
    return { lines: lines.slice(offset, offset + limit), total: lines.length, offset, limit, cited };
  };
  const answer = <T>(line: T): Answer<T> => ({ line, cited });
  const about = (ids: readonly (string | null)[], s: Selection) => s.about === undefined || ids.includes(s.about);
  const entityIds = (claim: { readonly roles: Claim['roles'] }) => claim.roles.map((role) => role.entity);
  const concerning = (claims: readonly string[]) => ({
    events: record.events.filter((event) => event.claims.some((id) => claims.includes(id))),
    agreements: record.agreements.filter((line) =>
      line.stages.some((stage) => stage.claims.some((id) => claims.includes(id))),
    ),
    commitments: record.commitments.filter((line) =>
      [...line.claims, ...line.outcome.claims].some((id) => claims.includes(id)),
    ),
  });
  const fileOf = (document: Document) => {
    const claims = record.claims.filter((claim) => claim.document === document.id);
    const others = record.documents.filter((one) => one.id !== document.id);
    return {
      document,
      claims,
      ...concerning(claims.map(({ id }) => id)),
      reprints: others.filter((one) => one.origin === document.origin).map(cardOf),
      copiedFrom: others.filter((one) => document.copied?.some(({ from }) => from === one.id)).map(cardOf),
      versions: others.filter((one) => one.source === document.source).map(cardOf),
    };
  };
  const show = (id: string): Shown | null => {
    const document = record.documents.find((one) => one.id === id);
    if (document) return { kind: 'document', ...answer(fileOf(document)) };
    const entity = record.entities.find((one) => one.id === id);
    if (entity) {
      const claims = record.claims.filter((claim) => entityIds(claim).includes(id));
      const positions = claims.filter((claim): claim is PositionClaim => claim.type === 'position');
      const statements = claims.filter((claim): claim is StatementClaim => claim.type === 'statement');
      const resting = concerning(claims.map((claim) => claim.id));
      return {
        kind: 'entity',
        ...answer({ entity, totals: totalsOf(statements, resting), positions, statements, ...resting }),
      };
    }
    return null;
  };
  const among = (kind: 'claim' | 'event' | 'agreement' | 'commitment', id: string): Shown | null => {
    switch (kind) {
      case 'claim': {
        const claim = cited.claims.get(id);
        const document = cited.documents.get(claim?.document ?? '');
        return claim && document
          ? { kind, ...answer({ claim, ruled: null, rulings: [], document, ...concerning([id]) }) }
          : null;
      }
      case 'event': {
        const line = record.events.find((one) => one.id === id);
        return line ? { kind, ...answer(line) } : null;
      }
      case 'agreement': {
        const line = record.agreements.find((one) => one.id === id);
        return line ? { kind, ...answer(line) } : null;
      }
      case 'commitment': {
        const line = record.commitments.find((one) => one.id === id);
        return line ? { kind, ...answer(line) } : null;
      }
    }
  };
  const shownFile = <K extends 'document' | 'entity' | 'claim'>(id: string, kind: K) => {
    const found = kind === 'claim' ? among('claim', id) : show(id);
    return Promise.resolve(found?.kind === kind ? (found as Extract<Shown, { kind: K }>) : null);
  };
  const outcomeCounts = Object.fromEntries(
    outcomes.map((status) => [status, record.commitments.filter((line) => line.outcome.status === status).length]),
  ) as Readonly<Record<OutcomeStatus, number>>;
  return {
    version: async () => 'fixture',
    summary: async () => ({
      documents: record.documents.length,
      claims: record.claims.length,
      entities: record.entities.length,
      events: record.events.length,
      agreements: record.agreements.length,
      commitments: record.commitments.length,
      from: null,
      to: null,
      outcomes: outcomeCounts,
      pending: 0,
      queue: { waiting: 0, taken: 0, setAside: 0 },
      version: 'fixture',
    }),
    activity: async () => ({
      months: [...Map.groupBy(record.events, (event) => (event.time?.from ?? event.time?.to ?? '').slice(0, 7))]
        .filter(([month]) => month !== '')
        .map(([month, events]) => ({ month, count: events.length }))
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
      parties: record.entities
        .filter(({ type }) => type === 'state' || type === 'organisation')
        .map((entity) => ({
          entity,
          count: record.events.filter((event) => entityIds(event).includes(entity.id)).length,
        }))
        .toSorted((a, b) => b.count - a.count),
    }),
    documents: async (s) =>
      page(
        record.documents.map(cardOf).toSorted((a, b) => -compare(a.published, b.published)),
        s,
      ),
    timeline: async (s) =>
      page(
        record.events
          .filter((event) => (event.type === s.type || isHappening(event.type)) && about(entityIds(event), s))
          .filter(
            (event) =>
              (s.type === undefined || event.type === s.type) &&
              (s.status === undefined || event.status === s.status) &&
              within(event.time, s),
          )
          .toSorted((a, b) => (s.order === 'newest' ? -1 : 1) * compare(a.time, b.time)),
        s,
      ),
    agreements: async (s) =>
      page(
        record.agreements.filter((line) => about([line.entity, line.id, ...line.parties], s)),
        s,
      ),
    commitments: async (s) =>
      page(
        record.commitments
          .filter((line) => (s.outcome === undefined || line.outcome.status === s.outcome) && within(line.due, s))
          .toSorted((a, b) => compare(a.due, b.due)),
        s,
      ),
    statements: async (s) =>
      page(
        claimsOf<StatementClaim>('statement').filter((claim) => about(entityIds(claim), s)),
        s,
      ),
    statementFacets: async () => ({
      speakers: record.entities
        .map((entity) => ({
          entity,
          count: claimsOf<StatementClaim>('statement').filter(({ roles }) =>
            roles.some((role) => role.role === 'speaker' && role.entity === entity.id),
          ).length,
        }))
        .filter(({ count }) => count > 0),
      topics: [],
      months: [],
      speaker: null,
      topic: null,
    }),
    topicsOf: async () => new Map(),
    cards: async (ids) => new Map(ids.flatMap((id) => cited.documents.get(id) ?? []).map((card) => [card.id, card])),
    people: async (s) =>
      page(
        record.entities
          .filter((entity) => entity.type === 'person')
          .map((entity) => ({
            entity,
            positions: claimsOf<PositionClaim>('position').filter((claim) => entityIds(claim).includes(entity.id)),
            statements: claimsOf<StatementClaim>('statement').filter((claim) => entityIds(claim).includes(entity.id))
              .length,
          })),
        s,
      ),
    posts: async (s) =>
      page(
        postsInTime(claimsOf<PositionClaim>('position'), (id) => cited.documents.get(id)),
        s,
      ),
    figures: async (s) => page(claimsOf<FigureClaim>('figure'), s),
    series: async (s) =>
      page(
        figureSeries(
          record.events.filter((event) => event.type === 'figure'),
          cited.claims,
          (id) => cited.documents.get(id)?.published?.from ?? null,
        ),
        s,
      ),
    conflicts: async (s) =>
      page(
        [...record.events, ...record.agreements].filter((line) => line.conflicts.length > 0),
        s,
      ),
    search: async (words, s) =>
      page(
        record.documents.flatMap((document) => {
          const start = document.text.toLowerCase().indexOf(words.toLowerCase());
          if (start < 0) return [];
          return [
            {
              document: cardOf(document),
              snippets: [{ text: document.text, marks: [{ start, stop: start + words.length }] }],
            },
          ];
        }),
        s,
      ),
    show: async (id, _asOf, kind) =>
      kind === 'document' || kind === 'entity' ? show(id) : kind ? among(kind, id) : (show(id) ?? among('claim', id)),
    document: (id) => shownFile(id, 'document'),
    entity: (id) => shownFile(id, 'entity'),
    claim: (id) => shownFile(id, 'claim'),
    outlets: async () => outletsOf(record),
    parties: async () => ({ graph: partyGraphOf(record.events, cited.entities), events: record.events.length, cited }),
    news: async ({ since, asOf: day }) => ({
      since,
      asOf: day,
      items: newsSince(record, since),
      cited,
    }),
    newsMark: async () => null,
    markNews: async () => undefined,
    entityOf: async (id) => cited.entities.get(id) ?? null,
    rulings: () => Promise.resolve([]),
    record: async () => record,
    close: async () => {},
  };
}

function citedOf(record: WholeRecord): Cited {
  const texts = new Map(record.documents.map((document) => [document.id, document.text]));
  return {
    entities: new Map(record.entities.map((entity) => [entity.id, entity])),
    claims: new Map(record.claims.map((claim) => [claim.id, claim])),
    documents: new Map(record.documents.map((document) => [document.id, cardOf(document)])),
    passages: new Map(record.claims.map((claim) => [claim.id, passageOf(claim, texts.get(claim.document) ?? '')])),
  };
}

/** The whole line around the evidence stands in for its sentence. */
function passageOf(claim: Claim, text: string): Passage {
  const start = text.lastIndexOf('\n', claim.evidence.start) + 1;
  const end = text.indexOf('\n', claim.evidence.stop);
  const mark = { start: claim.evidence.start - start, stop: claim.evidence.stop - start };
  return { claim: claim.id, document: claim.document, text: text.slice(start, end < 0 ? text.length : end), mark };
}

function cardOf(document: Document): DocumentCard {
  const { id, source, outlet, title, language, published, publishedTime, origin } = document;
  return { id, source, outlet, title, language, published, publishedTime, origin };
}

function within(time: DayRange | null, s: Selection): boolean {
  const [from, to] = [time?.from ?? time?.to ?? '', time?.to ?? time?.from ?? ''];
  return (s.from === undefined || to >= s.from) && (s.to === undefined || (from !== '' && from <= s.to));
}

function compare(a: DayRange | null, b: DayRange | null): number {
  const [left, right] = [a?.from ?? '9999', b?.from ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}

function totalsOf(
  statements: readonly unknown[],
  {
    events,
    agreements,
    commitments,
  }: { readonly [kind in 'events' | 'agreements' | 'commitments']: readonly unknown[] },
) {
  const [statementTotal, eventTotal] = [statements.length, events.length];
  return {
    statements: statementTotal,
    events: eventTotal,
    agreements: agreements.length,
    commitments: commitments.length,
  };
}

function outletsOf({ documents }: WholeRecord): Outlets {
  const outletOf = new Map(documents.map(({ id, outlet }) => [id, outlet]));
  const reprints = documents.filter(({ id, origin }) => origin !== id);
  return {
    outlets: [...Map.groupBy(documents, ({ outlet }) => outlet)].map(([outlet, own]) => ({
      outlet,
      documents: own.length,
      reprints: own.filter((document) => reprints.includes(document)).length,
    })),
    reprinted: reprints.map(({ outlet, origin }) => ({ outlet, from: outletOf.get(origin) ?? null, documents: 1 })),
  };
}
