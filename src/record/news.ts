import { type Claim, isHappening } from '../model/claim.ts';
import type { NewsItem } from '../model/news.ts';
import type { Commitment, Conflict, Record } from '../model/record.ts';
import { compareText } from './clustering.ts';
import { outcomeOf } from './outcome.ts';

/**
 * What a record tells that it could not tell from the documents captured before `since` (an ISO instant): events and stages
 * that only new documents report, conflicts that a new claim makes, commitments that were not known, outcomes that changed,
 * and due days that passed. Works on the lines as they are merged: what was only joined differently is no news.
 * In the order of the days that they are about, undated last.
 */
export function newsSince(record: Record, since: string): readonly NewsItem[] {
  const captured = new Map(record.documents.map((d) => [d.id, d.capture.at]));
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const past: Past = {
    since,
    claimOf: (id) => claims.get(id),
    capturedAt: (id) => captured.get(claims.get(id)?.document ?? '') ?? '',
  };
  const items = [
    ...newEvents(record, past),
    ...newStages(record, past),
    ...newConflicts(record, past),
    ...record.commitments.flatMap((c) => newOfCommitment(c, record.header.asOf, past)),
  ];
  return items.toSorted(
    (a, b) =>
      compareText(a.day ?? '9999', b.day ?? '9999') ||
      compareText(a.kind + a.line.id + a.what, b.kind + b.line.id + b.what),
  );
}

/** What was known before, by claims. */
interface Past {
  readonly since: string;
  readonly claimOf: (id: string) => Claim | undefined;
  /** When the claim's document was captured. */
  readonly capturedAt: (id: string) => string;
}

function isNew(id: string, past: Past): boolean {
  return past.capturedAt(id) >= past.since;
}

/** An item with its claims, new ones before old ones, and the latest capture among them. */
function told(item: Omit<NewsItem, 'claims' | 'at'>, ids: readonly string[], past: Past): NewsItem {
  const fresh = ids.filter((id) => isNew(id, past));
  const at = fresh.map(past.capturedAt).toSorted(compareText).at(-1) ?? past.since;
  return { ...item, claims: [...fresh, ...ids.filter((id) => !fresh.includes(id))], at };
}

/** Lines of a timeline; stages are news of their agreement. */
function newEvents(record: Record, past: Past): readonly NewsItem[] {
  return record.events
    .filter((e) => isHappening(e.type) && e.type !== 'agreement' && e.claims.every((id) => isNew(id, past)))
    .map((e) => {
      const line = { kind: 'event', id: e.id } as const;
      return told({ kind: 'event', line, day: e.time?.from ?? null, what: `${e.type} ${e.status}` }, e.claims, past);
    });
}

/** A stage is news when no earlier document reports it in this status: a signing that was only planned before is. */
function newStages(record: Record, past: Past): readonly NewsItem[] {
  return record.agreements.flatMap((agreement) => {
    const line = { kind: 'agreement', id: agreement.id } as const;
    return agreement.stages
      .filter((s) => s.claims.every((id) => isNew(id, past) || past.claimOf(id)?.status !== s.status))
      .filter((s) => s.claims.some((id) => isNew(id, past)))
      .map(({ stage, status, time, known, claims }) => {
        const day = time?.from ?? known ?? null;
        return told({ kind: 'stage', line, day, what: `${stage} ${status}` }, claims, past);
      });
  });
}

function newConflicts(record: Record, past: Past): readonly NewsItem[] {
  return record.events.flatMap((event) => {
    const line = { kind: 'event', id: event.id } as const;
    return event.conflicts
      .filter((c) => isNewConflict(c, past))
      .map(({ field, values }) => {
        const claims = values.flatMap((v) => v.claims);
        return told({ kind: 'conflict', line, day: event.time?.from ?? null, what: field }, claims, past);
      });
  });
}

/** A value that no earlier claim gives is there now. */
function isNewConflict({ values }: Conflict, past: Past): boolean {
  return values.some((v) => v.claims.every((id) => isNew(id, past)));
}

function newOfCommitment(commitment: Commitment, asOf: string, past: Past): readonly NewsItem[] {
  const { id, claims, due, force, outcome } = commitment;
  const line = { kind: 'commitment', id } as const;
  if (claims.every((claim) => isNew(claim, past))) {
    return [told({ kind: 'commitment', line, day: due?.from ?? null, what: force }, claims, past)];
  }
  const before = outcomeOf(asKnown(commitment, past), past.since.slice(0, 10));
  if (before.status !== outcome.status) {
    const what = `${before.status} → ${outcome.status}`;
    const day = outcome.time?.from ?? due?.to ?? null;
    return [told({ kind: 'outcome', line, day, what }, outcome.claims.length > 0 ? outcome.claims : claims, past)];
  }
  const end = due?.to ?? null;
  if (end === null || end < past.since.slice(0, 10) || end >= asOf) return [];
  return [told({ kind: 'due', line, day: end, what: outcome.status }, claims, past)];
}

/** The commitment as the earlier documents tell it. */
function asKnown(commitment: Commitment, past: Past): Commitment {
  const dues = (commitment.dues ?? []).filter((d) => !isNew(d.claim, past));
  return {
    ...commitment,
    due: dues.at(-1)?.due ?? (commitment.dues === undefined ? commitment.due : null),
    dues,
    reports: (commitment.reports ?? []).filter((r) => !isNew(r.claim, past)),
  };
}
