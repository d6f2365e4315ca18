import type { ClaimType, Stage, Status } from '../model/claim.ts';
import type { Part } from '../model/record.ts';
import type { Happening } from './happening.ts';
import { isPromiseOf, sameAct, type SameAct } from './same-act.ts';
import { graceDays } from './same-happening.ts';
import { dayNumber, sharedDays } from './window.ts';

/** A later claim about the act that a commitment is about. */
export interface Found {
  readonly report: Happening;
  readonly implied: boolean;
  /** How well it fits in time: 2 within the due days, 1 near them, 0 where one stage of an agreement implies another. */
  readonly fit: number;
  readonly score: number;
  readonly why: string;
  /** Of what was promised, as much as it tells of where that is less. */
  readonly part?: Part;
}

/**
 * Finds among candidates those that tell what became of a commitment: published no earlier than the plan, about the same
 * act, and at a time that can be its own. What merely looks alike (last year's meeting, another batch) is left out.
 */
export function findReports(plans: readonly Happening[], candidates: readonly Happening[]): readonly Found[] {
  const found = new Map<string, Found>();
  const telling = candidates.filter((c) => tells(c.type, c.status));
  join(telling, null);
  // «Варония так и не открыла порт», and a year later «открыла»: whoever told that it was missed was still waiting for it.
  const missed = [...found.values()].flatMap(({ report }) => (report.status === 'denied' ? (report.known ?? []) : []));
  const [first = null] = missed.toSorted();
  if (first !== null) join(telling, first);
  return [...found.values()];

  function join(reports: readonly Happening[], missedBy: string | null): void {
    for (const report of reports) {
      for (const plan of plans) {
        const one = joinReport(plan, report, missedBy);
        const known = found.get(report.claim);
        if (one && (!known || one.fit > known.fit)) found.set(report.claim, one);
      }
    }
  }
}

/** A supply that goes on is not yet made; a body that works, a treaty in force and an exercise under way are there. */
function tells(type: ClaimType, status: Status): boolean {
  if (status === 'planned' || status === 'possible') return false;
  return status !== 'ongoing' || !goesOn.has(type);
}

const goesOn: ReadonlySet<ClaimType> = new Set(['supply', 'measure', 'event', 'statement', 'figure']);

/** `missedBy`: the day on which a report told first that the plan was missed. */
function joinReport(plan: Happening, report: Happening, missedBy: string | null): Found | null {
  if (
    report.document === plan.document ||
    (plan.known !== null && report.knownBy !== null && report.knownBy < plan.known)
  ) {
    return null;
  }
  if (report.window && plan.known !== null && report.window.to < dayNumber(plan.known) - 1) return null;
  if (report.future !== null && report.status !== 'cancelled') return null;
  const implied = implies(plan, report);
  if (implied) return { report, implied: true, fit: 0, score: 1, why: implied };
  const act = sameAct(plan, report);
  if (act === null || act === 'apart' || !isPromiseOf(plan, act)) return null;
  const part = partOf(plan, report);
  const found = { report, implied: false, score: act.score, why: act.why, ...(part ? { part } : {}) };
  if (act.once) return { ...found, fit: 2 };
  const awaited = !comesAgain.has(plan.type) && missedBy !== null && report.known !== null && report.known > missedBy;
  const fit = fitInTime(plan, report, act, awaited ? longestAwaited : graceDays(plan));
  return fit === null ? null : { ...found, fit };
}

/** «15 катеров», «первые катера» or «первую партию» where «40 катеров» were promised; «до 40», «около 40» are kept by a few less. */
function partOf(plan: Happening, report: Happening): Part | null {
  const [whole, told] = [plan.count, report.count];
  const sameThing = whole !== null && told !== null && whole.noun === told.noun;
  const batch = plan.type === 'supply' && plan.ordinal === null && report.ordinal !== null;
  if (batch || (report.ofMany && !plan.ofMany))
    return { told: sameThing ? told.value : null, of: whole?.value ?? null };
  const isLess = sameThing && told.value < whole.value * (whole.approx ? 0.75 : 0.98);
  return isLess ? { told: told.value, of: whole.value } : null;
}

/** Days after its due for which what was told to be missed is awaited. */
const longestAwaited = 400;

/** «так и не встретились в мае», and they met in October: that is another meeting. */
const comesAgain: ReadonlySet<ClaimType> = new Set(['meeting', 'exercise']);

function fitInTime(plan: Happening, report: Happening, { score, tie }: SameAct, grace: number): number | null {
  const [due, when] = [plan.window, report.window];
  // They met before and will meet again: where one has no time, nothing says that this is what was planned.
  if (!due || !when) return null;
  const shared = sharedDays(due, when);
  // What no name ties («выборы пройдут в апреле») must be planned for a time of two months at most.
  if (tie === 'loose' && !(due.stated && due.to - due.from < 62 && shared > 0)) return null;
  if (shared > 0) return plan.future?.due ? 2 : 1;
  const late = when.from > due.to;
  const strong = score >= 0.8 || (report.ordinal !== null && report.ordinal === plan.ordinal);
  if (late) return strong && -shared <= grace ? 1 : null;
  // Early by more than a month, or on no day that is said: an earlier act of the kind.
  return strong && when.stated && -shared <= 31 ? 1 : null;
}

/** Of a treaty's stages, those that cannot be without the earlier ones. */
const grounds: Readonly<Partial<{ [stage in Stage]: readonly Stage[] }>> = {
  proposed: ['drafted', 'agreed', 'signed', 'ratified', 'in-force'],
  drafted: ['agreed', 'signed', 'ratified', 'in-force'],
  agreed: ['signed', 'ratified', 'in-force'],
  signed: ['ratified', 'in-force'],
};

function implies(plan: Happening, report: Happening): string | null {
  if (plan.stage === null || report.stage === null || (report.status !== 'happened' && report.status !== 'ongoing'))
    return null;
  const same = (plan.fillers.get('agreement') ?? []).some((a) => report.fillers.get('agreement')?.includes(a));
  return same && grounds[plan.stage]?.includes(report.stage)
    ? `an agreement that is ${report.stage} has been ${plan.stage}`
    : null;
}
