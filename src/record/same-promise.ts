import type { Affinity, Kind } from './clustering.ts';
import { companyOf, dealsOf, pairsOf, subjectsOf, turnsOf } from './act-keys.ts';
import type { Happening } from './happening.ts';
import { isPromiseOf, sameAct, type SameAct } from './same-act.ts';
import { dayNumber, rangesMeet, sharedDays } from './window.ts';

/** How claims with a future are joined into commitments: the same act, due at the same time or put off to another. */
export const promises: Kind<Happening> = {
  keyOf: (h) => h.claim,
  blocksOf: actBlocks,
  compare: samePromise,
  isVague: (h) => h.future?.due === null,
};

/**
 * Whether two claims with a future speak of one commitment. A due day that differs is a moved one where the act can happen
 * only once, or where the later document says that it was put off.
 */
function samePromise(a: Happening, b: Happening): Affinity | 'apart' | null {
  if ((a.future?.force === 'forecast') !== (b.future?.force === 'forecast')) return null;
  const act = sameAct(a, b);
  if (act === null || act === 'apart') return act;
  if (!isPromiseOf(a, act)) return null;
  if (act.once) return { score: 3 + act.score, why: act.why };
  const [one, other] = [a.future?.due ?? null, b.future?.due ?? null];
  if (one === null || other === null) return isOfOneTime(a, b, act) ? { score: act.score, why: act.why } : null;
  if (rangesMeet(one, other)) return { score: 1 + act.score, why: `${act.why}, due at the same time` };
  if (a.document === b.document || act.score < 0.6) return 'apart';
  const gap = moveGap(a, b) ?? moveGap(b, a);
  return gap === null ? 'apart' : { score: act.score - gap / 1000, why: `${act.why}, put off` };
}

/** Where one sets no day: the plans are of times that may be one, or what they share needs none. */
function isOfOneTime(a: Happening, b: Happening, { score, tie }: SameAct): boolean {
  if (score < 0.8 || tie === 'loose') return false;
  return a.window && b.window ? sharedDays(a.window, b.window) > 0 : tie === 'close';
}

/** Days after which nobody says any more that something was put off. */
const moveDays = 90;

/**
 * Days between the due day of `plan` and the document that says it was put off, 0 where it says so before; `null` where
 * `later` is no such document: «Встречу, намеченную на январь, перенесли на март» is said around January.
 */
function moveGap(plan: Happening, later: Happening): number | null {
  if (!later.moved || later.known === null || (plan.known !== null && plan.known > later.known)) return null;
  const [due, moved] = [plan.window, later.window];
  if (!due || !moved || moved.to <= due.to) return null;
  const gap = Math.max(0, dayNumber(later.known) - due.to);
  return gap > moveDays ? null : gap;
}

/**
 * Blocks within which a claim can speak of the same act as another, whatever the time. A plan and its report share one.
 */
export function actBlocks(h: Happening): readonly string[] {
  const filler = (role: 'agreement' | 'exercise' | 'person' | 'speaker') => h.fillers.get(role) ?? [];
  return [...keysOf().map((key) => `${h.type}:${key}`), ...turnsOf(h)];

  function keysOf(): readonly string[] {
    switch (h.type) {
      case 'agreement':
        return filler('agreement');
      case 'position':
      case 'statement':
        return [...filler('person'), ...filler('speaker')];
      case 'exercise':
        return [...filler('exercise'), ...pairsOf(h.participants)];
      case 'meeting':
        return companyOf(h);
      case 'supply':
        return dealsOf(h);
      case 'figure':
      case 'deployment':
      case 'institution':
      case 'measure':
      case 'event':
        return subjectsOf(h);
    }
  }
}
