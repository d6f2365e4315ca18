import type { Publication } from '../../model/document.ts';
import { addDays, daysBetween } from '../../model/time.ts';
import { findPrintedDays } from './find-printed-day.ts';
import type { PrintedDay } from './find-printed-day.ts';
import { findYearEvidence, type YearEvidence } from './find-year-evidence.ts';
import type { DateText } from './read-date-text.ts';
import { defaultZone, readDateText, zoneText } from './read-date-text.ts';
import { settleNewsDay, settleRange, settleYear } from './settle-year.ts';

export interface PublicationClues {
  /** Dates of the page's data as written, in the order of trust. */
  readonly candidates: readonly { readonly source: string; readonly value: string }[];
  /** Lines taken off the page that are nothing but a date. */
  readonly dateLines: readonly string[];
  readonly title: string | null;
  readonly text: string;
  /** ISO instant: nothing was published after it was captured. `null` where it is not known. Never the answer itself. */
  readonly capturedAt: string | null;
  /** Minutes east of Greenwich of the outlet; Moscow unless said. */
  readonly zone?: number;
}

export interface ResolvedPublication {
  /** `null` where nothing tells: never today's date by default. */
  readonly published: Publication | null;
  /** `19:25+03:00`; `null` where no clock time is given. */
  readonly publishedTime: string | null;
}

/**
 * The day a document came out, with the reasons: the page's data where they give it, else what is printed, a missing year
 * settled by everything that the text shows, else the range of days that the years of the text leave. A date after the
 * capture is refused and named in the reasons.
 */
export function resolvePublication(clues: PublicationClues): ResolvedPublication {
  const zone = clues.zone ?? defaultZone;
  const latest = clues.capturedAt === null ? null : (dayOf(readDateText(clues.capturedAt, zone)) ?? null);
  const refused: string[] = [];
  for (const candidate of clues.candidates) {
    const date = readDateText(candidate.value, zone);
    const day = dayOf(date);
    if (date === null || day === null) continue;
    if (latest !== null && day > latest) refused.push(`${candidate.source}: ${candidate.value} is after the capture`);
    else return single(day, 'metadata', [`${candidate.source}: ${candidate.value}`, ...refused], date, zone);
  }
  const body =
    clues.title !== null && clues.text.startsWith(clues.title) ? clues.text.slice(clues.title.length) : clues.text;
  const printed = findPrintedDays(clues.dateLines, body);
  const [first] = printed;
  const whole = first && isWhole(first) ? fromPrinted(first, [], latest, zone) : null;
  if (whole) return whole;
  const evidence = findYearEvidence(clues.text);
  const news = settleNewsDay(evidence);
  for (const day of printed) {
    if (news !== null && isTellingBefore(day, news.day)) continue;
    const found = fromPrinted(day, evidence, latest, zone);
    if (found) return found;
  }
  if (news !== null && (latest === null || news.day <= latest)) {
    const why = ['no date is printed', news.reason, ...refused].join('; ');
    return { published: { from: news.day, to: news.day, basis: 'inferred', why }, publishedTime: null };
  }
  const open = settleRange(evidence);
  if (open === null || (latest !== null && open.from !== null && open.from > latest))
    return { published: null, publishedTime: null };
  return {
    published: {
      from: open.from,
      to: open.to,
      basis: 'inferred',
      why: ['no date is printed', ...open.reasons, ...refused].join('; '),
    },
    publishedTime: null,
  };
}

/** «14 мая 2031», «сегодня, 10:30»: a day that asks no year of the text, all of whose times would be resolved for it. */
function isWhole({ year, daysAgo }: PrintedDay): boolean {
  return year !== null || daysAgo !== null;
}

/** «ушёл 8 сентября» beside the news of «13 сентября 2016 года»: a day of the lead that the news itself comes after. */
function isTellingBefore(day: PrintedDay, news: string): boolean {
  if (day.place !== 'lead' || day.year !== null) return false;
  const days = daysBetween(isoDay(Number(news.slice(0, 4)), day.month, day.day), news);
  return days > 0 && days <= 14;
}

function fromPrinted(
  day: PrintedDay,
  evidence: readonly YearEvidence[],
  latest: string | null,
  zone: number,
): ResolvedPublication | null {
  const lead = `printed (${day.place}): ${day.words}`;
  const basis = day.place === 'lead' ? 'inferred' : 'printed';
  if (day.daysAgo !== null) {
    if (latest === null) return null;
    return single(addDays(latest, -day.daysAgo), 'printed', [lead, `counted from the capture on ${latest}`], day, zone);
  }
  if (day.year !== null) {
    const full = dayOf(day);
    return full === null || (latest !== null && full > latest) ? null : single(full, basis, [lead], day, zone);
  }
  const settled = settleYear(day.month, day.day, evidence, day.weekday, latest);
  const [first, last] = [settled.years[0], settled.years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const free = settleYear(day.month, day.day, evidence, day.weekday, null).years;
  const bound = free.some((year) => !settled.years.includes(year)) ? ['nothing is published after its capture'] : [];
  const reasons = [lead, 'no year is printed', ...settled.reasons, ...bound];
  if (first === last)
    return single(
      isoDay(first, day.month, day.day),
      basis === 'printed' ? 'printed' : 'inferred',
      [...reasons, `year ${String(first)}`],
      day,
      zone,
    );
  return {
    published: {
      from: isoDay(first, day.month, day.day),
      to: isoDay(last, day.month, day.day),
      basis: 'inferred',
      why: reasons.join('; '),
    },
    publishedTime: timeOf(day, zone),
  };
}

function single(
  day: string,
  basis: Publication['basis'],
  reasons: readonly string[],
  date: DateText,
  zone: number,
): ResolvedPublication {
  return { published: { from: day, to: day, basis, why: reasons.join('; ') }, publishedTime: timeOf(date, zone) };
}

function timeOf(date: Pick<DateText, 'time' | 'zone'>, zone: number): string | null {
  return date.time === null ? null : date.time + (date.zone ?? zoneText(zone));
}

function dayOf(date: DateText | null): string | null {
  return date === null || date.year === null ? null : isoDay(date.year, date.month, date.day);
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
