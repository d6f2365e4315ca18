import type { Commitment, Record } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { compareText } from './clustering.ts';

/** Something that a reader of the record would want to hear of. */
export interface NewsItem {
  readonly kind: 'event' | 'stage' | 'conflict' | 'outcome' | 'due' | 'commitment';
  /** Id of the line that it is about. */
  readonly line: string;
  /** When it happened, was decided or fell due; `null` where no day is known. */
  readonly day: Day | null;
  /** What is new, in the words of the format: a stage, a field in conflict, `open → kept`. */
  readonly what: string;
  readonly claims: readonly string[];
}

/**
 * What one record has that an earlier one of the same dossier had not: new events and stages, new conflicts, new
 * commitments, outcomes that changed, and commitments that fell due between the days of the two. Lines that were joined
 * differently are told apart by their claims, so that a moved id is no news.
 */
export function news(before: Record, after: Record): readonly NewsItem[] {
  const known = new Set(before.claims.map((c) => c.id));
  const items = [
    ...newEvents(after, known),
    ...newStages(before, after),
    ...newConflicts(before, after),
    ...changes(before, after),
  ];
  return items.toSorted(
    (a, b) => compareText(a.day ?? '9999', b.day ?? '9999') || compareText(a.kind + a.line, b.kind + b.line),
  );
}

/** Kinds of events that are lines of a timeline. */
const silent: ReadonlySet<string> = new Set(['statement', 'position', 'figure', 'agreement']);

function newEvents(after: Record, known: ReadonlySet<string>): readonly NewsItem[] {
  return after.events
    .filter((e) => !silent.has(e.type) && e.claims.every((id) => !known.has(id)))
    .map((e) => ({
      kind: 'event',
      line: e.id,
      day: e.time?.from ?? null,
      what: `${e.type} ${e.status}`,
      claims: e.claims,
    }));
}

function newStages(before: Record, after: Record): readonly NewsItem[] {
  const told = new Set(
    before.agreements.flatMap((a) => a.stages.flatMap((s) => s.claims.map((id) => `${id} ${s.stage} ${s.status}`))),
  );
  return after.agreements.flatMap((agreement) =>
    agreement.stages
      .filter((s) => !s.claims.some((id) => told.has(`${id} ${s.stage} ${s.status}`)))
      .map((s): NewsItem => ({
        kind: 'stage',
        line: agreement.id,
        day: s.time?.from ?? s.known ?? null,
        what: `${s.stage} ${s.status}`,
        claims: s.claims,
      })),
  );
}

function newConflicts(before: Record, after: Record): readonly NewsItem[] {
  const told = new Set(before.events.flatMap((e) => e.conflicts.map((c) => conflictKey(c.field, c.values))));
  return after.events.flatMap((event) =>
    event.conflicts
      .filter((c) => !told.has(conflictKey(c.field, c.values)))
      .map((c): NewsItem => ({
        kind: 'conflict',
        line: event.id,
        day: event.time?.from ?? null,
        what: c.field,
        claims: c.values.flatMap((v) => v.claims),
      })),
  );
}

function conflictKey(field: string, values: readonly { readonly claims: readonly string[] }[]): string {
  return `${field} ${values.map((v) => v.claims.join(',')).join('|')}`;
}

function changes(before: Record, after: Record): readonly NewsItem[] {
  const byClaim = new Map(before.commitments.flatMap((c) => c.claims.map((id) => [id, c] as const)));
  return after.commitments.flatMap((commitment): readonly NewsItem[] => {
    const old = commitment.claims.map((id) => byClaim.get(id)).find((c) => c !== undefined);
    const { outcome, due, claims } = commitment;
    if (!old)
      return [{ kind: 'commitment', line: commitment.id, day: due?.from ?? null, what: commitment.force, claims }];
    if (old.outcome.status !== outcome.status) {
      const what = `${old.outcome.status} → ${outcome.status}`;
      return [
        {
          kind: 'outcome',
          line: commitment.id,
          day: outcome.time?.from ?? due?.to ?? null,
          what,
          claims: outcome.claims,
        },
      ];
    }
    return fellDue(commitment, before.header.asOf, after.header.asOf)
      ? [{ kind: 'due', line: commitment.id, day: due?.to ?? null, what: outcome.status, claims }]
      : [];
  });
}

function fellDue({ due }: Commitment, from: Day, to: Day): boolean {
  const last = due?.to ?? null;
  return last !== null && last > from && last <= to;
}
