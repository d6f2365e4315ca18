import type { Cited, DocumentCard, Passage } from '../model/answer.ts';
import { pointsBack } from '../language/ru/points-back.ts';
import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';
import type { QuotableDocument } from '../store/quotable-documents.ts';
import type { Store } from '../store/store.ts';
import { entitiesOf } from './derived-record.ts';

/** Lines that surfaces show; each names others by id. */
export type Citing = Document | Entity | Claim | Event | Agreement | Commitment;

/** Looks up everything that these lines name, and what the claims among it name in turn. */
export async function citedBy(store: Store, lines: readonly Citing[]): Promise<Cited> {
  const given = lines.filter((line) => line.kind === 'claim');
  const claims = [...given, ...(await store.selectClaims(lines.flatMap(claimsNamedBy)))];
  const entityIds = [...lines.flatMap(entitiesNamedBy), ...claims.flatMap(entitiesOf)];
  // People without a post or a statement stay words of their text: nothing names or leads to them.
  const shown = [...(await store.selectPublic(entityIds))];
  const entities = (await store.selectLines('entity', shown)).map((json): Entity => JSON.parse(json));
  const quotable = await store.selectQuotable(claims.map((c) => c.document));
  return {
    entities: new Map(entities.map((e) => [e.id, e])),
    claims: new Map(claims.map((c) => [c.id, c])),
    documents: new Map([...quotable].map(([id, { card }]) => [id, card])),
    passages: new Map(claims.map((c) => [c.id, passageOf(c, quotable.get(c.document))])),
  };
}

/** A document without its text. */
export function documentCard(document: Document): DocumentCard {
  const { id, source, outlet, title, language, published, publishedTime, origin } = document;
  return { id, source, outlet, title, language, published, publishedTime, origin };
}

/** Ids of the claims that a line shows as its sources. */
export function claimsNamedBy(line: Citing): readonly string[] {
  switch (line.kind) {
    case 'event':
      return [...line.claims, ...line.conflicts.flatMap((c) => c.values.flatMap((v) => v.claims))];
    case 'agreement':
      return line.stages.flatMap((s) => s.claims);
    case 'commitment':
      return [line.claim, ...line.claims, ...line.outcome.claims, ...(line.dues ?? []).map((d) => d.claim)];
    case 'claim':
    case 'document':
    case 'entity':
      return [];
  }
}

/** Ids of the entities that a line names. */
export function entitiesNamedBy(line: Citing): readonly string[] {
  switch (line.kind) {
    case 'event':
      return line.roles.flatMap((r) => r.entity ?? []);
    case 'agreement':
      return [line.entity, ...line.parties];
    case 'commitment':
      return line.by;
    case 'entity':
      return [line.id];
    case 'claim':
      return entitiesOf(line);
    case 'document':
      return [];
  }
}

/** The sentence around a claim's evidence; the evidence itself where no sentence holds it. */
function passageOf(claim: Claim, document: QuotableDocument | undefined): Passage {
  const { start, stop } = claim.evidence;
  const { text, sentences } = document ?? { text: '', sentences: [] };
  for (let i = 0; i + 1 < sentences.length; i += 2) {
    const from = sentences[i] ?? 0;
    const to = sentences[i + 1] ?? 0;
    if (from > start || to < stop) continue;
    const mark = { start: start - from, stop: stop - from };
    const sentence = text.slice(from, to);
    const before =
      claim.type === 'statement' && i > 0 && pointsBack(sentence)
        ? text.slice(sentences[i - 2], sentences[i - 1])
        : null;
    return { claim: claim.id, document: claim.document, text: sentence, mark, ...(before !== null && { before }) };
  }
  const mark = { start: 0, stop: stop - start };
  return { claim: claim.id, document: claim.document, text: claim.evidence.text, mark };
}
