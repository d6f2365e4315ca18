import type { Affinity, Kind } from './clustering.ts';
import { companyOf, dealsOf, pairsOf, statedDealsOf, subjectsOf, turnsOf } from './act-keys.ts';
import type { Happening } from './happening.ts';
import { sameAct } from './same-act.ts';
import { isEndless, isOneDay, monthsOf, sharedDays, type Window } from './window.ts';

/** How claims are joined into events: the same act, at a time that may be the same. */
export const happenings: Kind<Happening> = {
  keyOf: (h) => h.claim,
  blocksOf,
  compare: sameHappening,
  isVague: (h) => h.window === null || !h.window.stated || h.participants.length === 0,
};

/**
 * Whether two claims speak of one happening, and why. A source may leave the day out or give the month alone; days that
 * differ by up to three are one happening told differently (a conflict) where everything else is the same.
 */
function sameHappening(a: Happening, b: Happening): Affinity | 'apart' | null {
  const act = sameAct(a, b);
  if (act === null || act === 'apart') return act;
  if (act.once || a.type === 'position') return { score: 3 + act.score, why: act.why };
  const when = sameTime(a, b, act.score);
  if (when === null || when === 'apart') return when;
  // What no name ties needs times that both lie in one month.
  if (act.tie === 'loose' && when.score < 1) return null;
  // What little the words share needs a day or a place to confirm it.
  if (act.score < 0.6 && when.score < 1 && !samePlace(a, b)) return null;
  return { score: act.score + when.score + (samePlace(a, b) ? 0.5 : 0), why: `${act.why}, ${when.why}` };
}

function sameTime(a: Happening, b: Happening, act: number): Affinity | 'apart' | null {
  if (a.window === null || b.window === null) return null;
  const shared = sharedDays(a.window, b.window);
  if (a.type === 'figure') return samePeriod(a, b, a.window, b.window);
  if (isBegunAt(a.window, b.window) || isBegunAt(b.window, a.window)) return { score: 1, why: 'begun on the same day' };
  const days = [a.window, b.window].filter(isOneDay).length;
  if (days === 2 && shared === 1) return { score: 2, why: 'on the same day' };
  if (days === 2 || shared < 1) {
    const close = days > 0 && shared >= -2 && !placesConflict(a, b) && fewDaysMatter(a, b) && a.type !== 'statement';
    if (close && act >= 0.9) return { score: 0.7, why: 'a few days apart, everything else the same' };
    // Who says little of it speaks against nothing by a day.
    return lateFor(a, b, act) ?? lateFor(b, a, act) ?? (close ? null : 'apart');
  }
  const narrow = Math.min(a.window.to - a.window.from, b.window.to - b.window.from) <= 31;
  const wide = Math.max(a.window.to - a.window.from, b.window.to - b.window.from);
  // A plan for «this year» and one report say too little of each other.
  if (!narrow || (wide > 100 && act < 0.9)) return null;
  return { score: wide <= 31 ? 1 : 0.5, why: 'in times that meet' };
}

/** «с 9 апреля вводит пошлины», «9 апреля ввела пошлины»: what goes on without an end, and its first day. */
function isBegunAt(going: Window, other: Window): boolean {
  return isEndless(going) && other.stated && other.from === going.from && (isOneDay(other) || isEndless(other));
}

/** Days after its due by which an act that recurs may still be the one that was promised. */
export function graceDays(plan: Happening): number {
  return plan.type === 'meeting' ? 31 : 120;
}

/** A report that comes a little after the due days of a plan tells of it, unless another report stands in its place. */
function lateFor(plan: Happening, report: Happening, act: number): Affinity | null {
  if (plan.future === null || isReport(plan) || !isReport(report) || act < 0.9 || !plan.window || !report.window)
    return null;
  const late = report.window.from - plan.window.to;
  const told = report.window.stated && late > 0 && late <= graceDays(plan);
  return told ? { score: 0.3 - late / 1000, why: 'soon after it was due' } : null;
}

/** Two reports of one day's difference are one happening, a telegram and a call a day later are two; a plan and a report of other days are told by the plan's due. */
function fewDaysMatter(a: Happening, b: Happening): boolean {
  return isReport(a) === isReport(b) && a.channel === b.channel;
}

function isReport(h: Happening): boolean {
  return h.status !== 'planned' && h.status !== 'possible';
}

/**
 * Figures are of one period when the periods are equal; where one is not stated, when the value is, or both are of one time.
 * «За проголосовали 52 % и 57 %»: who gives two values in one article tells of two things.
 */
function samePeriod(a: Happening, b: Happening, one: Window, other: Window): Affinity | 'apart' | null {
  if (a.document === b.document && a.figure?.value !== b.figure?.value && isSameVoice(a, b)) return 'apart';
  if (one.stated && other.stated) {
    return one.from === other.from && one.to === other.to ? { score: 2, why: 'for the same period' } : 'apart';
  }
  if (one.stated !== other.stated) {
    const isNear = sharedDays(one, other) > -longestAgo;
    return isNear && a.figure?.value === b.figure?.value ? { score: 0.5, why: 'with the same value' } : null;
  }
  return sharedDays(one, other) > 0 ? { score: 0.5, why: 'published at one time' } : 'apart';
}

/** Days after a period within which the press tells its figures as news. */
const longestAgo = 400;

function isSameVoice(a: Happening, b: Happening): boolean {
  return a.voices.length === b.voices.length && a.voices.every((voice) => b.voices.includes(voice));
}

function samePlace(a: Happening, b: Happening): boolean {
  const other = b.fillers.get('place') ?? [];
  return (a.fillers.get('place') ?? []).some((p) => other.includes(p));
}

function placesConflict(a: Happening, b: Happening): boolean {
  return (a.fillers.get('place')?.length ?? 0) > 0 && (b.fillers.get('place')?.length ?? 0) > 0 && !samePlace(a, b);
}

/**
 * Keys of the blocks that a claim may find its like in: what must be equal for it, by month where acts of the kind recur.
 * Two things that must both be shared make one key, so that no block grows with the press alone: every day somebody meets
 * the president, few meet him together with the same other.
 */
function blocksOf(h: Happening): readonly string[] {
  const filler = (role: 'agreement' | 'exercise' | 'person' | 'speaker') => h.fillers.get(role) ?? [];
  switch (h.type) {
    case 'agreement':
      return filler('agreement').map((a) => `agreement:${a}:${h.stage}`);
    case 'position':
      return filler('person').map((p) => `position:${p}`);
    case 'figure':
      return figureBlocks(h);
    case 'statement':
      return daily(h, filler('speaker'));
    case 'exercise':
      return [...filler('exercise').map((e) => `exercise:${e}`), ...monthly(h, pairsOf(h.participants), 0)];
    case 'meeting': {
      const pairs = companyOf(h);
      const counted = h.ordinal === null ? [] : pairs.map((p) => `meeting:${p}:${h.ordinal}`);
      return [...monthly(h, pairs, 3), ...counted, ...(h.window && isOneDay(h.window) ? daily(h, h.participants) : [])];
    }
    case 'supply': {
      const counted = h.ordinal === null ? [] : statedDealsOf(h).map((d) => `supply:${d}:${h.ordinal}`);
      return [...monthly(h, dealsOf(h), 3), ...counted];
    }
    case 'deployment':
    case 'institution':
    case 'measure':
    case 'event':
      return [...monthly(h, subjectsOf(h), 3), ...monthly(h, turnsOf(h), 3, 'turn')];
  }
}

function figureBlocks(h: Happening): readonly string[] {
  const head = `figure:${h.figure?.unit}`;
  const pairs = h.matter.flatMap((m) => pairsOf(h.states).map((p) => `${m}:${p}`));
  const values = h.matter.map((m) => `${head}:${m}=${h.figure?.value}`);
  const about = [...pairsOf(h.matter), ...pairs];
  const period = h.window?.stated ? [`${h.window.from}-${h.window.to}`] : h.window ? monthsOf(h.window, 0) : [];
  return values.concat(about.flatMap((a) => period.map((p) => `${head}:${a}:${p}`)));
}

/** One key a day of a window of up to eight days, else one a month. */
function daily(h: Happening, words: readonly string[]): readonly string[] {
  const { window } = h;
  if (window === null || window.to - window.from > 8) return monthly(h, words, 0);
  const days = Array.from({ length: window.to - window.from + 1 }, (_, i) => window.from + i);
  return words.flatMap((word) => days.map((day) => `${h.type}:${word}:${day}`));
}

function monthly(h: Happening, words: readonly string[], slack: number, head: string = h.type): readonly string[] {
  // A plan is also looked for where its late fulfilment would stand.
  const late = h.future !== null && h.window !== null && h.future.due !== null ? graceDays(h) : 0;
  const window = h.window && { ...h.window, to: h.window.to + late };
  const months = window === null ? ['undated'] : monthsOf(window, slack);
  // «с 9 апреля вводит» stands with what was done on that day, too.
  const begun = h.window && isEndless(h.window) ? monthsOf({ ...h.window, to: h.window.from }, slack) : [];
  return [...new Set(words)].flatMap((word) => [...months, ...begun].map((month) => `${head}:${word}:${month}`));
}
