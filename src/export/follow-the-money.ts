import { isHappening, type PositionClaim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import { followTheMoneySchema } from '../model/follow-the-money.ts';
import type { Event, Record } from '../model/record.ts';
import { webAddress } from './addresses.ts';
import { publicRecord } from './public-record.ts';

/** A FollowTheMoney entity: every property is a list of words. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<{ [name: string]: readonly string[] }>;
}

/**
 * The record in the ontology of FollowTheMoney, one entity a line as `ftm` and Aleph read it: who and what is named, the
 * articles, the happenings with those who take part and the article that proves them, and posts that people hold.
 */
export function* followTheMoneyOf(record: Record): Iterable<FtmEntity> {
  const shown = publicRecord(record);
  const types = new Map(shown.entities.map(({ id, type }) => [id, type]));
  const claims = new Map(shown.claims.map((claim) => [claim.id, claim]));
  for (const document of shown.documents) yield articleOf(document);
  for (const entity of shown.entities) yield thingOf(entity);
  for (const event of shown.events) {
    if (!isHappening(event.type)) continue;
    const words = claims.get(event.claims[0] ?? '')?.evidence.text ?? '';
    const involved = named(event, (id) => partyTypes.has(types.get(id) ?? ''));
    const proof = event.claims.flatMap((id) => claims.get(id)?.document ?? []);
    yield eventOf(event, words, involved, [...new Set(proof)]);
  }
  for (const claim of shown.claims) if (claim.type === 'position') yield* postOf(claim);
}

const partyTypes: ReadonlySet<string> = new Set(['person', 'state', 'organisation']);

function articleOf({ id, title, outlet, source, published, language, text }: Document): FtmEntity {
  return ftm(id, 'Article', {
    title: [title],
    name: [title],
    publisher: [outlet],
    sourceUrl: [webAddress(source)],
    publishedAt: [published?.from === published?.to ? (published?.from ?? null) : null],
    language: [threeLetters[language] ?? null],
    bodyText: [text],
  });
}

function thingOf({ id, type, name, aliases, wikidata }: Entity): FtmEntity {
  return ftm(id, followTheMoneySchema[type], { name: [name], alias: aliases, wikidataId: [wikidata] });
}

function eventOf(event: Event, words: string, involved: readonly string[], proof: readonly string[]): FtmEntity {
  return ftm(`event-${event.id}`, 'Event', {
    name: [words],
    summary: [`${event.type}, ${event.status}`],
    startDate: [event.time?.from ?? null],
    endDate: [event.time?.to ?? null],
    location: event.roles.filter(({ role }) => role === 'place').map(({ name }) => name),
    involved,
    proof,
  });
}

/** A post is an interval between its holder and what it is a post of. */
function* postOf(claim: PositionClaim): Iterable<FtmEntity> {
  const filler = (role: string) => claim.roles.find((one) => one.role === role);
  const holder = filler('person')?.entity;
  const organisation = filler('organisation')?.entity;
  if (!holder || !organisation) return;
  yield ftm(`post-${claim.id}`, 'Employment', {
    employee: [holder],
    employer: [organisation],
    role: [filler('post')?.name ?? null],
    status: [claim.tense],
    startDate: [claim.time?.from ?? null],
    endDate: [claim.time?.to ?? null],
    recordId: [claim.id],
  });
}

function named(event: Event, wanted: (entity: string) => boolean): readonly string[] {
  return [...new Set(event.roles.flatMap(({ entity: id }) => (id !== null && wanted(id) ? [id] : [])))];
}

function ftm(
  id: string,
  schema: string,
  properties: Readonly<{ [name: string]: readonly (string | null)[] }>,
): FtmEntity {
  const told = Object.entries(properties).map(
    ([name, values]) => [name, values.filter((value): value is string => value !== null && value !== '')] as const,
  );
  return { id, schema, properties: Object.fromEntries(told.filter(([, values]) => values.length > 0)) };
}

/** ISO 639-3, as FollowTheMoney wants it. */
const threeLetters: Readonly<{ [code: string]: string }> = { ru: 'rus', en: 'eng', uk: 'ukr', be: 'bel', kk: 'kaz' };
