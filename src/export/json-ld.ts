import type { Article, Claim as ClaimNode, Event as EventNode, Graph, PlanAction, Thing } from 'schema-dts';

import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { Commitment, Event, OutcomeStatus, Record } from '../model/record.ts';
import { type Naming, webAddress } from './addresses.ts';
import { publicRecord } from './public-record.ts';

/**
 * The record as linked data in the words of schema.org: articles, the claims in them, the events and planned actions that
 * these make up, and who and what they name. The types of `schema-dts`, made from the vocabulary, hold every property.
 */
export function jsonLdOf(record: Record, naming: Naming): Graph {
  const shown = publicRecord(record);
  const entities = new Map(shown.entities.map((entity) => [entity.id, entity]));
  return {
    '@context': 'https://schema.org',
    '@graph': [
      ...shown.documents.map((document) => articleOf(document, naming)),
      ...shown.entities.map((entity) => thingOf(entity, naming)),
      ...shown.claims.map((claim) => claimOf(claim, entities, naming)),
      ...shown.events.map((event) => eventOf(event, naming)),
      ...shown.commitments.map((commitment) => actionOf(commitment, naming)),
    ],
  };
}

function articleOf(document: Document, naming: Naming): Article {
  const { id, title, outlet, published, source, language } = document;
  const address = webAddress(source);
  return {
    '@type': 'NewsArticle',
    '@id': naming('documents', id),
    inLanguage: language,
    ...(title !== null && { headline: title }),
    ...(address !== null && { url: address }),
    ...(published !== null &&
      published.from !== null &&
      published.from === published.to && { datePublished: published.from }),
    ...(outlet !== null && { publisher: { '@type': 'Organization', name: outlet } }),
  };
}

function thingOf(entity: Entity, naming: Naming): Thing {
  const { id, name, aliases, wikidata } = entity;
  return {
    '@type': typeOf[entity.type],
    '@id': naming('entities', id),
    name,
    ...(aliases.length > 0 && { alternateName: [...aliases] }),
    ...(wikidata !== null && { sameAs: `http://www.wikidata.org/entity/${wikidata}` }),
  };
}

const typeOf = {
  person: 'Person',
  state: 'Country',
  organisation: 'Organization',
  place: 'Place',
  agreement: 'CreativeWork',
  exercise: 'Event',
  equipment: 'Product',
  facility: 'Place',
  other: 'Thing',
} as const;

function claimOf(claim: Claim, entities: ReadonlyMap<string, Entity>, naming: Naming): ClaimNode {
  const speaker = claim.attribution.findLast(({ role }) => role === 'speaker');
  const known = speaker?.entity ? entities.get(speaker.entity) : undefined;
  const about = [...new Set(claim.roles.flatMap(({ entity }) => entity ?? []))];
  return {
    '@type': 'Claim',
    '@id': naming('claims', claim.id),
    text: claim.evidence.text,
    additionalType: claim.type,
    creativeWorkStatus: claim.status,
    appearance: { '@id': naming('documents', claim.document) },
    ...(known && { author: { '@id': naming('entities', known.id) } }),
    ...(speaker && !known && { creditText: speaker.name }),
    ...(about.length > 0 && { about: about.map((id) => ({ '@id': naming('entities', id) })) }),
    ...(claim.time && { temporalCoverage: intervalOf(claim.time) }),
  };
}

function eventOf(event: Event, naming: Naming): EventNode {
  const places = event.roles.filter(({ role }) => role === 'place').map(({ name }) => name);
  return {
    '@type': 'Event',
    '@id': naming('events', event.id),
    additionalType: event.type,
    ...(event.time?.from && { startDate: event.time.from }),
    ...(event.time?.to && { endDate: event.time.to }),
    ...(event.status === 'cancelled' && { eventStatus: 'https://schema.org/EventCancelled' }),
    ...(event.status === 'planned' && { eventStatus: 'https://schema.org/EventScheduled' }),
    ...(places.length > 0 && { location: places.map((name) => ({ '@type': 'Place', name }) as const) }),
    subjectOf: event.claims.map((id) => ({ '@id': naming('claims', id) })),
  };
}

const actionStatus = {
  open: 'https://schema.org/PotentialActionStatus',
  unreported: 'https://schema.org/PotentialActionStatus',
  kept: 'https://schema.org/CompletedActionStatus',
  'kept-late': 'https://schema.org/CompletedActionStatus',
  broken: 'https://schema.org/FailedActionStatus',
  cancelled: 'https://schema.org/FailedActionStatus',
} as const satisfies { readonly [status in OutcomeStatus]: string };

function actionOf(commitment: Commitment, naming: Naming): PlanAction {
  const due = commitment.due?.to ?? commitment.due?.from;
  return {
    '@type': 'PlanAction',
    '@id': naming('commitments', commitment.id),
    actionStatus: actionStatus[commitment.outcome.status],
    subjectOf: commitment.claims.map((id) => ({ '@id': naming('claims', id) })),
    ...(due && { scheduledTime: due }),
    ...(commitment.by.length > 0 && { agent: commitment.by.map((id) => ({ '@id': naming('entities', id) })) }),
  };
}

/** An ISO 8601 interval; an open end is `..`. */
function intervalOf({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  return from === to && from !== null ? from : `${from ?? '..'}/${to ?? '..'}`;
}
