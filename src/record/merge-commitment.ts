import type { Claim, ClaimType, Force } from '../model/claim.ts';
import { hashOf } from '../model/ids.ts';
import type { Commitment, DueSet, Report } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';
import { compareText } from './clustering.ts';
import type { Found } from './find-reports.ts';
import { compareSourced, type Sourced } from './sourced.ts';
import { knownDay, rangesMeet } from './window.ts';

/**
 * Claims about one future as one line, with the reports that were joined to it. The outcome is left open: `outcomeOf`
 * works it out for a day. `entitiesOf` gives the entities of those who a claim says commit themselves.
 */
export function mergeCommitment(
  sources: readonly Sourced[],
  found: readonly Found[],
  claimOf: (id: string) => Claim | undefined,
  entitiesOf: (claim: Claim) => readonly string[],
): Commitment {
  const sorted = sources.toSorted(compareSourced);
  const first = sorted[0];
  if (!first) throw new Error('a commitment needs a claim');
  const dues = duesOf(sorted);
  const reports = found
    .map((f) => reportOf(f, claimOf))
    .toSorted((a, b) => compareText(a.known ?? '', b.known ?? '') || compareText(a.claim, b.claim));
  return {
    kind: 'commitment',
    id: commitmentId(first.claim.id),
    claim: first.claim.id,
    claims: sorted.map((s) => s.claim.id),
    force: strongest(sorted.flatMap((s) => s.claim.future?.force ?? [])),
    by: [...new Set(sorted.flatMap((s) => entitiesOf(s.claim)))].toSorted(compareText),
    due: dues.at(-1)?.due ?? null,
    ...(dues.length > 1 ? { dues } : {}),
    ...(reports.length > 0 ? { reports } : {}),
    outcome: { status: 'open', time: null, claims: [], why: '' },
    asOf: '',
  };
}

/** Id of the commitment whose earliest claim this is. */
export function commitmentId(claim: string): string {
  return hashOf(['commitment', claim]);
}

const order: readonly Force[] = ['promise', 'plan', 'possibility', 'forecast'];

function strongest(forces: readonly Force[]): Force {
  return order.find((force) => forces.includes(force)) ?? 'plan';
}

/**
 * The chain of due days: a later report that is narrower refines the last one, one that excludes it moves it. A day that
 * had been given up before is only told again.
 */
function duesOf(sorted: readonly Sourced[]): readonly DueSet[] {
  const dues: DueSet[] = [];
  for (const { claim, document } of sorted.toSorted(compareTold)) {
    const due = claim.future?.due ?? null;
    const last = dues.at(-1);
    if (due === null) continue;
    if (!last) dues.push({ due, claim: claim.id });
    else if (rangesMeet(last.due, due)) {
      if (isNarrower(due, last.due)) dues[dues.length - 1] = { ...last, due, claim: claim.id };
    } else if (!dues.some((d) => rangesMeet(d.due, due))) {
      const known = knownDay(document);
      const anew = gathers.has(claim.type) && known !== null && known <= (last.due.to ?? '9') && isLater(due, last.due);
      dues.push(anew ? { due, claim: claim.id, anew } : { due, claim: claim.id });
    }
  }
  return dues;
}

/** A supply or a treaty is owed to the other side, and late however early that is said; a meeting is held when it is held. */
const gathers: ReadonlySet<ClaimType> = new Set(['meeting', 'exercise']);

function isLater(due: DayRange, last: DayRange): boolean {
  return (due.to ?? '9') > (last.to ?? '9');
}

/** In the order of reports; of one document, «ранее планировали на август» comes before what it says is planned. */
function compareTold(a: Sourced, b: Sourced): number {
  if (a.document.id !== b.document.id) return compareSourced(a, b);
  const [one, other] = [a, b].map((s) => (isFormerPlan(s) ? 0 : 1));
  return (one ?? 0) - (other ?? 0) || compareSourced(a, b);
}

function isFormerPlan({ claim }: Sourced): boolean {
  return /(?<!\p{L})(?:ранее|прежде|первоначально|изначально|планировал|намечал|намеревал|собирал|предполагал)/iu.test(
    claim.evidence.text,
  );
}

function isNarrower(a: DayRange, b: DayRange): boolean {
  return (a.from ?? '') >= (b.from ?? '') && (a.to ?? '9') <= (b.to ?? '9') && (a.from !== b.from || a.to !== b.to);
}

function reportOf({ report, implied, why, part }: Found, claimOf: (id: string) => Claim | undefined): Report {
  return {
    claim: report.claim,
    status: report.status,
    time: claimOf(report.claim)?.time ?? null,
    known: report.known,
    implied,
    why,
    ...(part ? { part } : {}),
  };
}
