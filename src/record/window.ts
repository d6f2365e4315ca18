import type { Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Day, DayRange } from '../model/time.ts';

/** Days since 1970, both inclusive, in which a claim's matter lies. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Said by the claim; otherwise worked out from the day of publication. */
  readonly stated: boolean;
}

/**
 * When a claim's matter lies. Without a time of its own, what is reported lies in the week before publication («сообщили
 * о подписании») and what is planned in the year after it. `null` where the publication is not known to a year.
 */
export function windowOf(claim: Claim, document: Pick<Document, 'published'>): Window | null {
  const time = claim.future?.due ?? claim.time;
  const from = time?.from ?? null;
  const to = time?.to ?? null;
  const first = document.published?.from ?? null;
  if (from !== null || to !== null) return stated(from, to, claim.future ? first : null);
  const last = document.published?.to ?? null;
  if (first === null || last === null || dayNumber(last) - dayNumber(first) > widest) return null;
  const ahead = claim.status === 'planned' || claim.status === 'possible';
  return ahead
    ? { from: dayNumber(first), to: dayNumber(last) + 365, stated: false }
    : { from: dayNumber(first) - 7, to: dayNumber(last), stated: false };
}

/** Days within which a document must have come out for its day to tell when things were. */
const widest = 366;

/** Days that two windows share; negative is the gap between them. */
export function sharedDays(a: Window, b: Window): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
}

export function isOneDay(window: Window): boolean {
  return window.stated && window.from === window.to;
}

/** «с 9 апреля»: nothing says until when. */
export function isEndless(window: Window): boolean {
  return window.stated && window.to === endless;
}

/** Months that a window touches, `2024-12`; `open` alone for one of more than fourteen months. */
export function monthsOf(window: Window, slack: number): readonly string[] {
  if (window.to - window.from > 425) return ['open'];
  const months: string[] = [];
  const last = dayText(window.to + slack).slice(0, 7);
  for (let at = window.from - slack; ; at += 28) {
    const month = dayText(at).slice(0, 7);
    if (month > last) break;
    if (months.at(-1) !== month) months.push(month);
  }
  if (months.at(-1) !== last) months.push(last);
  return months;
}

export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(day) / 86_400_000);
}

export function dayText(day: number): Day {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The first day on which a document may be known; `null` where nothing tells. */
export function knownDay(document: Pick<Document, 'published'>): Day | null {
  return document.published?.from ?? document.published?.to ?? null;
}

/** Whether two ranges of days may be the same; an open end meets anything on its side. */
export function rangesMeet(a: DayRange, b: DayRange): boolean {
  return (a.from ?? '') <= (b.to ?? '9') && (b.from ?? '') <= (a.to ?? '9');
}

const endless = dayNumber('2100-01-01');

/** `promised`: the day on which a promise of it was told, from which on it may be kept. */
function stated(from: Day | null, to: Day | null, promised: Day | null): Window {
  // «с 1999 года» reaches on; «до 27 февраля» is a month before it for want of anything better.
  if (from !== null) return { from: dayNumber(from), to: to === null ? endless : dayNumber(to), stated: true };
  const end = to === null ? 0 : dayNumber(to);
  const first = promised === null ? end : Math.max(dayNumber(promised), end - widest);
  return { from: Math.min(first, end - 30), to: end, stated: true };
}
