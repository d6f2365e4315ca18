import { pointsBack } from '../language/ru/points-back.ts';
import type { Claim, StatementClaim } from '../model/claim.ts';
import type { EntityType } from '../model/entity.ts';
import type { Record } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { Facet, StoredLine } from '../store/store.ts';
import { bareLine } from './bare-line.ts';

/** What statements are found by under the head of a topic: places say where, not what. */
const topical: ReadonlySet<EntityType> = new Set([
  'agreement',
  'exercise',
  'organisation',
  'state',
  'equipment',
  'facility',
  'person',
  'other',
]);

/** Which statements are whose, and what each is about: a line for every speaker and every topic, resting on the statements. */
export function facetLines(record: Record): readonly StoredLine[] {
  const typeOf = new Map(record.entities.map(({ id, type }) => [id, type]));
  const byFacet = { speaker: new Map<string, string[]>(), topic: new Map<string, string[]>() };
  const add = (facet: Facet, entity: string, claim: string): void => {
    const claims = byFacet[facet].get(entity);
    if (claims) claims.push(claim);
    else byFacet[facet].set(entity, [claim]);
  };
  const textOf = new Map(record.documents.map(({ id, text }) => [id, text]));
  for (const [document, claims] of Map.groupBy(record.claims, (claim) => claim.document)) {
    for (const statement of claims) {
      if (statement.type !== 'statement') continue;
      const speakers = speakersOf(statement);
      for (const speaker of speakers) add('speaker', speaker, statement.id);
      for (const entity of topicsOf(statement, claims, textOf.get(document) ?? '')) {
        if (!speakers.includes(entity) && topical.has(typeOf.get(entity) ?? 'place'))
          add('topic', entity, statement.id);
      }
    }
  }
  return (['speaker', 'topic'] as const).flatMap((facet) =>
    [...byFacet[facet]].map(([entity, claims]) =>
      Object.assign(bareLine({ kind: facet, id: entity, type: typeOf.get(entity) ?? 'other' }), { claims }),
    ),
  );
}

function speakersOf({ roles }: StatementClaim): readonly string[] {
  return [...new Set(roles.flatMap(({ role, entity }) => (role === 'speaker' && entity !== null ? [entity] : [])))];
}

/**
 * Whom and what the claims in the words of a statement name: «Договор вступит в силу в марте, сообщил министр» is about the
 * treaty. Where it points back («Об этом сообщил министр»), those in the sentence before it count too.
 */
function topicsOf(statement: StatementClaim, claims: readonly Claim[], text: string): ReadonlySet<string> {
  const { start, stop } = statement.evidence;
  const said = { start: pointsBack(statement.evidence.text) ? startOfSentenceBefore(text, start) : start, stop };
  const content = claims.filter(
    ({ type, evidence }) => type !== 'statement' && type !== 'position' && overlaps(evidence, said),
  );
  return new Set(content.flatMap(({ roles }) => roles.flatMap(({ entity }) => entity ?? [])));
}

/** Where the sentence begins that ends before `stop`, told by the end of another before it; an abbreviation may cut it short. */
function startOfSentenceBefore(text: string, stop: number): number {
  const before = text.slice(Math.max(0, stop - longestSentence), stop).trimEnd();
  const ends = [...before.slice(0, -1).matchAll(/[.!?…]["»”)]*\s|\n/gu)];
  const last = ends.at(-1);
  return Math.max(0, stop - longestSentence) + (last ? last.index + last[0].length : 0);
}

/** Units that are looked back over at most. */
const longestSentence = 600;
