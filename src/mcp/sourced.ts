import type { Cited } from '../model/answer.ts';
import type { Claim, Role } from '../model/claim.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';

/** Where a line comes from: an assistant that repeats the line can say who says so. */
export interface Source {
  readonly claim: string;
  readonly document: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly address: string;
  /** The whole sentence, and the words in it that carry the claim. */
  readonly sentence: string;
  readonly words: string;
  /** Who answers for it, outermost first. */
  readonly saidBy: readonly string[];
}

/** The sources of these claims, one for each sentence. */
export function sourcesOf(ids: readonly string[], cited: Cited): readonly Source[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    const claim = cited.claims.get(id);
    const document = claim && cited.documents.get(claim.document);
    if (!claim || !document) return [];
    const sentence = cited.passages.get(id)?.text ?? claim.evidence.text;
    const key = `${document.id} ${sentence}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        claim: id,
        document: document.id,
        outlet: document.outlet,
        title: document.title,
        published: document.published?.from ?? document.published?.to ?? null,
        address: document.source,
        sentence,
        words: claim.evidence.text,
        saidBy: claim.attribution.map(({ role, name }) => `${role}: ${name}`),
      },
    ];
  });
}

/** Events, agreements and commitments as an assistant is told of them, each with its sources. */
export function eventTold(event: Event, cited: Cited): object {
  const { id, type, status, time, documents, origins, conflicts } = event;
  return {
    id,
    type,
    status,
    time,
    roles: event.roles.map((role) => roleTold(role, cited)),
    documents,
    origins,
    conflicts: conflicts.map(({ field, values }) => ({
      field,
      values: values.map(({ value, claims }) => ({ value, sources: sourcesOf(claims, cited) })),
    })),
    sources: sourcesOf(event.claims, cited),
  };
}

export function agreementTold(agreement: Agreement, cited: Cited): object {
  const { id, name, parties, current, stages } = agreement;
  return {
    id,
    name,
    parties: parties.map((party) => cited.entities.get(party)?.name ?? party),
    standsAt: current,
    stages: stages.map(({ stage, status, time, claims }) => ({
      stage,
      status,
      time,
      sources: sourcesOf(claims, cited),
    })),
  };
}

export function commitmentTold(commitment: Commitment, cited: Cited): object {
  const { id, force, by, due, outcome, asOf } = commitment;
  return {
    id,
    force,
    by: by.map((party) => cited.entities.get(party)?.name ?? party),
    due,
    asOf,
    plan: sourcesOf([commitment.claim, ...commitment.claims], cited),
    outcome: {
      status: outcome.status,
      time: outcome.time,
      why: outcome.why,
      sources: sourcesOf(outcome.claims, cited),
    },
  };
}

export function claimTold(claim: Claim, cited: Cited): object {
  const { id, type, status, time, rule, confidence } = claim;
  return {
    id,
    type,
    status,
    time,
    rule,
    confidence,
    roles: claim.roles.map((role) => roleTold(role, cited)),
    ...(claim.type === 'statement' && { mode: claim.mode, quote: claim.quote }),
    sources: sourcesOf([id], cited),
  };
}

function roleTold({ role, name, entity }: Role, cited: Cited): object {
  return { role, name: (entity === null ? null : cited.entities.get(entity)?.name) ?? name, entity };
}
