import type { Role, Status } from '../model/claim.ts';
import { hashOf } from '../model/ids.ts';
import type { Event } from '../model/record.ts';
import type { ClaimTime } from '../model/time.ts';
import { findConflicts } from './conflicts.ts';
import { compareSourced, isReport, type Sourced } from './sourced.ts';

/**
 * Claims about one happening as one line. Id, words and order follow the earliest claim; fields that differ are kept as
 * conflicts. `originOf` gives the independent root of what a claim's words are taken from.
 */
export function mergeEvent(
  sources: readonly Sourced[],
  why: readonly string[],
  originOf: (source: Sourced) => string,
): Event {
  const sorted = sources.toSorted(compareSourced);
  const first = sorted[0];
  if (!first) throw new Error('an event needs a claim');
  const documents = new Set(sorted.map((s) => s.document.id));
  const event: Event = {
    kind: 'event',
    id: eventId(first.claim.id),
    type: first.claim.type,
    status: mergedStatus(sorted),
    time: mergedTime(sorted, originOf),
    roles: mergedRoles(sorted),
    claims: sorted.map((s) => s.claim.id),
    documents: documents.size,
    origins: new Set(sorted.map(originOf)).size,
    conflicts: findConflicts(sorted),
  };
  return why.length > 0 ? { ...event, why } : event;
}

/** Id of the event whose earliest claim this is. */
export function eventId(claim: string): string {
  return hashOf(['event', claim]);
}

/** What the latest documents say; of one day's, a report of the deed before its denial, and that before plans. */
function mergedStatus(sorted: readonly Sourced[]): Status {
  const reports = sorted.filter((s) => s.claim.status === 'happened');
  // What happened is not undone by an older plan told again.
  if (reports.length > 0) return 'happened';
  const last = sorted.at(-1);
  const day = last?.document.published?.from;
  const latest = new Set(sorted.filter((s) => s.document.published?.from === day).map((s) => s.claim.status));
  return rank.find((status) => latest.has(status)) ?? 'possible';
}

const rank: readonly Status[] = ['happened', 'ongoing', 'cancelled', 'denied', 'planned', 'possible'];

/**
 * The narrowest time that reports give, else plans; of several, the one with most independent origins, then the one told
 * first. The choice settles nothing: times that exclude each other stand in `conflicts`.
 */
function mergedTime(sorted: readonly Sourced[], originOf: (source: Sourced) => string): ClaimTime | null {
  const timed = sorted.filter((s) => s.claim.time !== null);
  const reported = timed.filter((s) => isReport(s.claim.status) && s.claim.status !== 'cancelled');
  const pool = reported.length > 0 ? reported : latestFirst(timed);
  const votes = new Map<string, { time: ClaimTime; origins: Set<string> }>();
  for (const source of pool) {
    const { claim } = source;
    if (claim.time === null) continue;
    const key = `${claim.time.from}..${claim.time.to}`;
    const vote = votes.get(key) ?? { time: claim.time, origins: new Set() };
    vote.origins.add(originOf(source));
    votes.set(key, vote);
  }
  const all = [...votes.values()];
  const narrow = all.filter((v) => !all.some((w) => w !== v && within(w.time, v.time)));
  return narrow.toSorted((a, b) => b.origins.size - a.origins.size)[0]?.time ?? null;
}

/** A plan that was moved lies where it was moved to. */
function latestFirst(timed: readonly Sourced[]): readonly Sourced[] {
  const last = timed.at(-1);
  return last ? timed.filter((s) => s.document.published?.from === last.document.published?.from) : [];
}

function within(inner: ClaimTime, outer: ClaimTime): boolean {
  const starts = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const ends = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return starts && ends && !(inner.from === outer.from && inner.to === outer.to);
}

/** Every filler once a role, in the words of the earliest claim that has it. */
function mergedRoles(sorted: readonly Sourced[]): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { claim } of sorted) {
    for (const role of claim.roles) {
      const key = `${role.role}|${role.entity ?? role.name.toLowerCase()}`;
      if (!roles.has(key)) roles.set(key, role);
    }
  }
  return [...roles.values()];
}
