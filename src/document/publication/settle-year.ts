import { dayNumber, isDate } from '../../language/time/calendar.ts';
import { addDays } from '../../model/time.ts';
import type { YearEvidence } from './find-year-evidence.ts';

export interface Settled {
  /** Possible years, ascending; empty where the evidence excludes all. */
  readonly years: readonly number[];
  readonly reasons: readonly string[];
}

/**
 * Settles the year of a printed day and month as a constraint problem: what is told as past must not lie after it, what is
 * told as future not before it, weekdays must fit, and nothing is published after it was captured. Of the years that
 * remain the one nearest after the latest past date is taken, where names of years and weekdays do not speak for another.
 */
export function settleYear(
  month: number,
  day: number,
  evidence: readonly YearEvidence[],
  weekday: number | null,
  latest: string | null,
): Settled {
  const reasons: string[] = [];
  const last = latest === null ? Math.max(...yearsIn(evidence), 0) + 3 : Number(latest.slice(0, 4));
  if (!Number.isFinite(last) || last < 4)
    return { years: [], reasons: ['no year is printed and nothing in the text bounds it'] };
  let years = range(firstYear, last).filter(
    (year) => isDate(year, month, day) && (latest === null || iso(year, month, day) <= latest),
  );
  const narrow = (kept: readonly number[], reason: string): void => {
    if (kept.length === 0 || kept.length === years.length) return;
    years = [...kept];
    reasons.push(reason);
  };
  for (const item of evidence) {
    if (item.kind === 'is-year')
      narrow(
        years.filter((year) => year === item.year),
        `«${item.words}»`,
      );
  }
  if (weekday !== null)
    narrow(
      years.filter((year) => weekdayIs(year, month, day, weekday)),
      'the weekday printed beside it',
    );
  for (const item of latestFirst(evidence)) {
    if (item.kind === 'not-before')
      narrow(
        years.filter((year) => iso(year, month, day) >= item.day.slice(0, 10)),
        `«${item.words}» is past: ${item.why}`,
      );
    if (item.kind === 'not-after')
      narrow(
        years.filter((year) => iso(year, month, day) < item.day.slice(0, 10)),
        `«${item.words}» is still to come: ${item.why}`,
      );
  }
  for (const item of evidence) {
    if (item.kind === 'weekday')
      narrow(
        years.filter((year) => weekdayIs(nearYear(year, month, item.month), item.month, item.day, item.weekday)),
        `weekday of «${item.words}»`,
      );
  }
  if (years.length > 1) return onlyNear(prefer(years, month, day, evidence, reasons), evidence);
  return onlyNear({ years, reasons }, evidence);
}

/**
 * News names its own year or the one before; an article that tells only of years long past leaves its own open, whatever
 * weekday would fit.
 */
function onlyNear(settled: Settled, evidence: readonly YearEvidence[]): Settled {
  const said = evidence.some((item) => item.kind === 'is-year' || item.kind === 'weekday-today');
  const known = yearsIn(evidence);
  const near = settled.years.some((year) => known.some((other) => Math.abs(year - other) <= 1));
  if (said || near || settled.years.length !== 1) return settled;
  return { years: [], reasons: [...settled.reasons, 'no year that the text names is near enough to settle it'] };
}

/** Before it there is hardly a news article on the web: a text that names only earlier years tells history. */
const firstYear = 1992;

/** Weighs the years that are left: the nearest after what is past, names of years, the weekday of the day itself. */
function prefer(
  years: readonly number[],
  month: number,
  day: number,
  evidence: readonly YearEvidence[],
  reasons: readonly string[],
): Settled {
  const known = yearsIn(evidence);
  if (known.length === 0 && !evidence.some((item) => item.kind === 'weekday-today'))
    return { years, reasons: [...reasons, 'nothing in the text settles the year'] };
  const latestPast = evidence
    .filter((item) => item.kind === 'not-before')
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
  const past = Number(latestPast?.day.slice(0, 4) ?? 0);
  const score = (year: number): number => {
    let total = latestPast === undefined ? 0 : gapScore(year - past, latestPast.wholeYear);
    for (const item of evidence) {
      if (item.kind === 'around') total -= Math.min(4, Math.abs(year - item.year)) * 0.5;
      if (item.kind === 'not-after') total -= Math.min(4, yearsAhead(item, year)) * 0.5;
      if (item.kind === 'weekday-today' && weekdayIs(year, month, day, item.weekday)) total += 1.2;
    }
    return total;
  };
  const ranked = years.toSorted((a, b) => score(b) - score(a));
  const [first = 0] = ranked;
  const alike = years.filter((year) => score(first) - score(year) < 0.4);
  if (alike.length > 1) return { years: alike, reasons: [...reasons, `${alike.map(String).join(' and ')} fit alike`] };
  const fits = evidence
    .filter((item) => item.kind === 'weekday-today' && weekdayIs(first, month, day, item.weekday))
    .map((item) => `«${item.words}» is its weekday`);
  const named = evidence
    .filter((item) => item.kind === 'around' && Math.abs(item.year - first) <= 1)
    .map((item) => `«${item.words}» is near`);
  return {
    years: [first],
    reasons: [...reasons, ...fits, ...named.slice(0, 3), `the year nearest to what the text tells of`],
  };
}

/** How much farther than news looks a year is told of: a year is planned two years before, a day or a month in the year before. */
function yearsAhead(item: Extract<YearEvidence, { readonly kind: 'not-after' }>, year: number): number {
  return Math.max(0, Number(item.day.slice(0, 4)) - year - (item.wholeYear ? 2 : 1));
}

/** News tells this year's dates; a year named as a whole is rather the one before, for the same one would be «в этом году». */
function gapScore(gap: number, wholeYear: boolean): number {
  if (wholeYear) return gap === 0 ? -0.6 : 1 - Math.abs(gap);
  return -Math.abs(gap);
}

/**
 * The day of the news that the head of a text tells, where no day of publication is printed: «В среду, 30 марта 2016 года, в
 * столице прошёл саммит» comes out on that day. `null` where the text tells of later days, or of none.
 */
export function settleNewsDay(
  evidence: readonly YearEvidence[],
): { readonly day: string; readonly reason: string } | null {
  const past = evidence.filter((item) => item.kind === 'not-before');
  const [last] = past
    .flatMap(({ news, words, why }) => (news === null ? [] : [{ day: news, words, why }]))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (last === undefined || Number(last.day.slice(0, 4)) < firstYear) return null;
  return past.some((item) => boundOf(item) > last.day)
    ? null
    : { day: last.day, reason: `«${last.words}» is the news that its head tells: ${last.why}` };
}

/**
 * The range of days that the years of a text leave where no day is printed at all. It is what the text supports, whenever
 * it was captured: «в 2006 году стал послом» was written in that year or in any after it.
 */
export function settleRange(
  evidence: readonly YearEvidence[],
): { readonly from: string | null; readonly to: string | null; readonly reasons: readonly string[] } | null {
  const past = evidence
    .filter((item) => item.kind === 'not-before')
    .toSorted((a, b) => (boundOf(a) < boundOf(b) ? 1 : -1))[0];
  const exact = evidence.find((item) => item.kind === 'is-year');
  const future = evidence.filter((item) => item.kind === 'not-after').toSorted((a, b) => (a.day < b.day ? -1 : 1))[0];
  const near = evidence.flatMap((item) => (item.kind === 'around' && item.year >= firstYear ? [item.year] : []));
  if (exact)
    return {
      from: `${String(exact.year)}-01-01`,
      to: `${String(exact.year)}-12-31`,
      reasons: [`«${exact.words}»`],
    };
  if (past && Number(past.day.slice(0, 4)) < firstYear) return null;
  if (past) {
    const from = boundOf(past);
    const year = Number(from.slice(0, 4));
    // «в декабре 2010 года решили закрыть порт с марта 2011 года»: told in either
    const last = near.includes(year + 1) ? year + 1 : year;
    const end =
      future && future.day > from && Number(future.day.slice(0, 4)) <= year + 1
        ? addDays(future.day, -1)
        : past.wholeYear && !past.closed
          ? null
          : `${String(last)}-12-31`;
    const reasons = [
      past.closed ? `«${past.words}» is told as a year that is over` : `«${past.words}» is past: ${past.why}`,
    ];
    if (future) reasons.push(`«${future.words}» is still to come`);
    return { from, to: end, reasons };
  }
  if (future)
    return {
      from: null,
      to: addDays(future.day, -1),
      reasons: [`«${future.words}» is still to come: ${future.why}`],
    };
  if (near.length === 0) return null;
  const most = near.toSorted((a, b) => b - a)[0] ?? 0;
  return {
    from: `${String(most - 1)}-01-01`,
    to: `${String(most + 1)}-12-31`,
    reasons: [`the text names ${String(most)}`],
  };
}

/** First possible day of publication after a past date; a closed year ends first. */
function boundOf(item: Extract<YearEvidence, { readonly kind: 'not-before' }>): string {
  return item.closed ? `${String(Number(item.day.slice(0, 4)) + 1)}-01-01` : item.day.slice(0, 10);
}

/** The latest of the past and the earliest of the future bind most; they are told first. */
function latestFirst(evidence: readonly YearEvidence[]): readonly YearEvidence[] {
  return evidence
    .filter((item) => item.kind === 'not-before' || item.kind === 'not-after')
    .toSorted((a, b) => (b.day < a.day ? -1 : 1));
}

function yearsIn(evidence: readonly YearEvidence[]): readonly number[] {
  return evidence.flatMap((item) =>
    item.kind === 'around' || item.kind === 'is-year'
      ? [item.year]
      : item.kind === 'not-before' || item.kind === 'not-after'
        ? [Number(item.day.slice(0, 4))]
        : [],
  );
}

/** A date of another month told beside a day of publication: December told in January is of the year before. */
function nearYear(year: number, month: number, other: number): number {
  if (other - month > 6) return year - 1;
  return month - other > 6 ? year + 1 : year;
}

function weekdayIs(year: number, month: number, day: number, weekday: number): boolean {
  return isDate(year, month, day) && ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1 === weekday;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
