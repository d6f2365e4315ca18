import type { Agreement, Commitment, Outcome, Record, Report } from '../model/record.ts';
import type { Day, DayRange } from '../model/time.ts';
import { currentStage } from './agreement-life.ts';
import { rangesMeet } from './window.ts';

/** The same record as of another day: outcomes of commitments and the stages at which agreements stand. */
export function resolveOutcomes(record: Record, asOf: Day): Record {
  return {
    ...record,
    header: { ...record.header, asOf },
    agreements: record.agreements.map((a): Agreement => ({ ...a, current: currentStage(a, asOf) })),
    commitments: record.commitments.map((c): Commitment => ({ ...c, outcome: outcomeOf(c, asOf), asOf })),
  };
}

/**
 * What became of a commitment by the end of a day, by the reports published until then.
 * Done within the days first set, or set anew in time by those who meet: `kept`; after them: `kept-late`; a part of it is not enough. Said not to be done: `broken`; given up: `cancelled`,
 * unless a later due day was set. Nothing reported: `unreported` once the last due day is past, `open` before.
 */
export function outcomeOf(commitment: Commitment, asOf: Day): Outcome {
  const known = (commitment.reports ?? []).filter((r) => r.known === null || r.known <= asOf);
  const direct = known.filter((r) => !r.implied);
  const done = direct.filter((r) => r.status === 'happened' || r.status === 'ongoing');
  if (done.some((r) => !r.part) || isWhole(done)) return doneOutcome(commitment, done, direct);
  const refused = direct.filter((r) => r.status === 'denied' || r.status === 'cancelled');
  const last = refused.at(-1);
  if (last && !isMovedAfter(commitment, last)) return refusedOutcome(commitment, refused, last);
  const implied = known.filter((r) => r.implied);
  if (implied.length > 0) return doneOutcome(commitment, implied, direct);
  return pendingOutcome(commitment, asOf, refused, done);
}

/** «Варония передала 15 катеров», «… ещё 25 катеров» of 40. What two sources tell alike is told once. */
function isWhole(parts: readonly Report[]): boolean {
  const told = new Set(parts.flatMap((r) => r.part?.told ?? []));
  const all = Math.max(0, ...parts.map((r) => r.part?.of ?? 0));
  return all > 0 && told.values().reduce((sum, some) => sum + some, 0) >= all;
}

/**
 * What nobody reports as wholly done. `missed`: reports that it was not done by a day that another was set for since;
 * `parts`: those that a part of it was.
 */
function pendingOutcome({ due }: Commitment, asOf: Day, missed: readonly Report[], parts: readonly Report[]): Outcome {
  const told = { time: null, claims: [...missed, ...parts].map((r) => r.claim) };
  const before = `${missed.length > 0 ? 'not done by the day set first; ' : ''}${parts.map(partText).join('')}`;
  return due !== null && due.to !== null && due.to < asOf
    ? {
        status: 'unreported',
        ...told,
        why: `${before}due until ${due.to}, and no document tells ${parts.length > 0 ? 'of the rest' : 'what became of it'}`,
      }
    : { status: 'open', ...told, why: `${before}${due === null ? 'no day was set' : 'not yet due'}` };
}

function partText({ part }: Report): string {
  if (!part || part.told === null) return 'a part is reported; ';
  return `${part.told} of ${part.of} reported; `;
}

function doneOutcome(commitment: Commitment, done: readonly Report[], all: readonly Report[]): Outcome {
  const timed =
    done.find((r) => r.time?.from && r.time.to && !r.implied) ?? done.find((r) => r.time !== null) ?? done[0];
  const first = (commitment.dues?.findLast((d) => d.anew) ?? commitment.dues?.[0])?.due ?? commitment.due;
  const end = first?.to ?? null;
  // A report without a day of its own may be background, told long after: it makes nothing late.
  const start = timed === undefined || timed.implied ? null : (timed.time?.from ?? null);
  const missed = missedReports(done, all);
  // «Тальмар не передал катера в июне», and in September «передал»: told after the due days, it makes a deed of no day late.
  const late = end !== null && (start === null ? missed.some((r) => (r.known ?? '') > end) : start > end);
  return {
    status: late ? 'kept-late' : 'kept',
    time: timed?.implied ? null : (timed?.time ?? null),
    claims: [...done, ...(late ? missed : [])].map((r) => r.claim),
    why: [...new Set(done.map((r) => r.why))].join('; '),
  };
}

/** Reports that it was not done, told before it was. */
function missedReports(done: readonly Report[], all: readonly Report[]): readonly Report[] {
  const first = done.flatMap((r) => r.known ?? []).toSorted()[0] ?? '';
  const refusals = all.filter(({ status }) => status === 'denied' || status === 'cancelled');
  return refusals.filter(({ known }) => known !== null && known < first);
}

function isMovedAfter(commitment: Commitment, refusal: Report): boolean {
  const dues = commitment.dues ?? [];
  const last = dues.at(-1);
  return dues.length > 1 && last !== undefined && (last.due.to ?? '9') > (refusal.time?.to ?? refusal.known ?? '');
}

function refusedOutcome(commitment: Commitment, refused: readonly Report[], last: Report): Outcome {
  const broken = last.status === 'denied' && isAtDue(commitment.due, last);
  return {
    status: broken ? 'broken' : 'cancelled',
    time: last.time,
    claims: refused.map((r) => r.claim),
    why: broken ? `reported as not done: ${last.why}` : `given up before it was due: ${last.why}`,
  };
}

/** Whether a denial speaks of the due days or comes after them; before them it is a refusal. */
function isAtDue(due: DayRange | null, denial: Report): boolean {
  if (due === null) return true;
  if (denial.time !== null && rangesMeet(denial.time, due)) return true;
  return denial.known !== null && denial.known >= (due.to ?? '9');
}
