import type { Grain } from '../time.ts';

/** Local wall-clock time without a zone: whole seconds since 1970-01-01T00:00 of the proleptic Gregorian calendar. */
export type Moment = number;

/** Units that can be counted: «три недели», «полвека». */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

export interface Civil {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

const secondsOfDay = 86_400;

/** Whole days from 1970-01-01 to a date. Method: H. Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date on which a moment lies; the inverse of `dayNumber`. */
export function civilOf(moment: Moment): Civil {
  const z = Math.floor(moment / secondsOfDay) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The moment of a date and a clock time; fields beyond their range carry over. */
export function momentOf(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0): Moment {
  return dayNumber(year, month, day) * secondsOfDay + hour * 3600 + minute * 60 + second;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(moment: Moment): number {
  const days = Math.floor(moment / secondsOfDay);
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the three numbers are a date of the calendar (31 June is none). */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * A moment `count` units later (earlier where negative). Months keep the day of the month, clipped to the last one;
 * a fraction goes to the next smaller unit («полтора года» is 18 months, half a month 15 days).
 */
export function addUnits(moment: Moment, unit: Unit, count: number): Moment {
  const fixed = fixedSeconds[unit];
  if (fixed !== undefined) return moment + Math.round(fixed * count);
  const months = (monthsOf[unit] ?? 1) * count;
  const whole = Math.trunc(months);
  return addMonths(moment, whole) + Math.round((months - whole) * 30) * secondsOfDay;
}

/** Start of the grain that a moment lies in. Weeks begin on Monday; winter in December. */
export function floorTo(moment: Moment, grain: Grain | Unit): Moment {
  const day = Math.floor(moment / secondsOfDay) * secondsOfDay;
  switch (grain) {
    case 'second':
      return Math.floor(moment);
    case 'minute':
      return Math.floor(moment / 60) * 60;
    case 'hour':
    case 'part-of-day':
      return Math.floor(moment / 3600) * 3600;
    case 'day':
      return day;
    case 'week':
      return day - (weekdayOf(day) - 1) * secondsOfDay;
    case 'weekend':
      return day - (weekdayOf(day) - 6) * secondsOfDay;
    default:
      return floorToMonths(moment, grain);
  }
}

/** From the finest to the coarsest. */
const sizes: readonly Grain[] = [
  'second',
  'minute',
  'hour',
  'part-of-day',
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
];

/** «год» is coarser than «месяц», «неделя» than «выходные». */
export function isCoarser(grain: Grain, other: Grain): boolean {
  return sizes.indexOf(grain) > sizes.indexOf(other);
}

/** End of the grain that begins at `start`, exclusive. */
export function endOf(start: Moment, grain: Grain | Unit): Moment {
  switch (grain) {
    case 'part-of-day':
      return start + 6 * 3600;
    case 'weekend':
      return start + 2 * secondsOfDay;
    default:
      return addUnits(start, grain, 1);
  }
}

/** ISO local date or date-time: `2024-12-06`, `2024-12-06T19:25`, `2024-12-06T19:25:07`. */
export function formatMoment(moment: Moment, precision: 'day' | 'minute' | 'second'): string {
  const { year, month, day } = civilOf(moment);
  const date = `${formatYear(year)}-${pad(month)}-${pad(day)}`;
  if (precision === 'day') return date;
  const rest = moment - Math.floor(moment / secondsOfDay) * secondsOfDay;
  const clock = `${date}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}`;
  return precision === 'minute' ? clock : `${clock}:${pad(Math.floor(rest) % 60)}`;
}

/** Reads what `formatMoment` writes; a zone is dropped, for the wall clock is meant. Throws on anything else. */
export function parseMoment(iso: string): Moment {
  const found = /^(-?\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/u.exec(iso);
  if (!found) throw new Error(`not an ISO date or date-time: ${JSON.stringify(iso)}`);
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  return momentOf(year ?? 0, month, day, hour, minute, second);
}

/** A year as ISO writes it: `0988`, and `-0043` for 44 BC. */
export function formatYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

const fixedSeconds: Partial<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: secondsOfDay,
  week: 7 * secondsOfDay,
  weekend: 7 * secondsOfDay,
};

const monthsOf: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

function addMonths(moment: Moment, months: number): Moment {
  const { year, month, day } = civilOf(moment);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  const clock = moment - Math.floor(moment / secondsOfDay) * secondsOfDay;
  return momentOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) + clock;
}

function floorToMonths(moment: Moment, grain: Grain | Unit): Moment {
  const { year, month } = civilOf(moment);
  switch (grain) {
    case 'month':
      return momentOf(year, month);
    case 'quarter':
      return momentOf(year, month - ((month - 1) % 3));
    case 'season':
      return month === 12
        ? momentOf(year, 12)
        : month < 3
          ? momentOf(year - 1, 12)
          : momentOf(year, month - (month % 3));
    case 'half':
      return momentOf(year, month < 7 ? 1 : 7);
    case 'decade':
      return momentOf(Math.floor(year / 10) * 10);
    case 'century':
      return momentOf(Math.floor((year - 1) / 100) * 100 + 1);
    default:
      return momentOf(year);
  }
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}
