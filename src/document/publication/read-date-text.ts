import { parseMoment } from '../../language/time/calendar.ts';
import { findPrintedDate, isCalendarDay } from '../find-printed-date.ts';

/** A day as it stands on a page or in its data. */
export interface DateText {
  /** `null` where no year is written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** `19:25` on the clock of the outlet; `null` where none is written. */
  readonly time: string | null;
  /** `+03:00`; `null` where no zone is written. */
  readonly zone: string | null;
}

/** Moscow, where nothing else is known of the outlet. */
export const defaultZone = 180;

/**
 * Reads a date in the forms of page data (ISO 8601, RFC 2822, Unix seconds) and of print, Russian or English. A time in
 * UTC is moved to the outlet's zone, for a day means a day there; a written offset keeps its own clock.
 */
export function readDateText(value: string, zone: number = defaultZone): DateText | null {
  return readIso(value, zone) ?? readUnix(value, zone) ?? readMail(value, zone) ?? readPrint(value);
}

/** 2024-07-04T16:25:00Z · 2024-07-04T19:25+03:00 · 2024-07-04 */
function readIso(value: string, zone: number): DateText | null {
  const found = /^\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/u.exec(
    value,
  );
  if (!found) return null;
  const [, day = '', clock, offset] = found;
  const [year, month, date] = day.split('-').map(Number);
  if (!isCalendarDay(year ?? 0, month ?? 0, date ?? 0)) return null;
  if (clock === undefined) return { year: year ?? 0, month: month ?? 0, day: date ?? 0, time: null, zone: null };
  if (offset !== undefined && !/^[+-]/u.test(offset)) return moved(`${day}T${clock}`, zone);
  return {
    year: year ?? 0,
    month: month ?? 0,
    day: date ?? 0,
    time: clock,
    zone: offset === undefined ? null : withColon(offset),
  };
}

/** 1625000000 */
function readUnix(value: string, zone: number): DateText | null {
  if (!/^\s*1[0-9]{9}(?:\d{3})?\s*$/u.test(value)) return null;
  const seconds = Number(value.trim().slice(0, 10));
  return fromMoment(seconds + zone * 60, zone);
}

/** Tue, 29 Jun 2021 16:25:00 +0300 */
function readMail(value: string, zone: number): DateText | null {
  const found = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d)(?::\d\d)? ?(GMT|UTC|UT|Z|[+-]\d{4})?/u.exec(value);
  if (!found) return null;
  const [, day = '', name = '', year = '', clock = '', offset] = found;
  const month = mailMonths.indexOf(name) + 1;
  if (month === 0 || !isCalendarDay(Number(year), month, Number(day))) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`;
  if (offset !== undefined && !/^[+-]/u.test(offset)) return moved(iso, zone);
  return {
    year: Number(year),
    month,
    day: Number(day),
    time: clock,
    zone: offset === undefined ? null : withColon(offset),
  };
}

const mailMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function readPrint(value: string): DateText | null {
  const printed = findPrintedDate(value);
  if (!printed) return null;
  const zone = /(?<!\p{L})(?:мск|msk)(?!\p{L})|московск|по Москве/iu.test(value)
    ? '+03:00'
    : /(?<!\p{L})(?:GMT|UTC)\s*([+-]\d{1,2})(?::?(\d\d))?/u.exec(value);
  const time = printed.time === null ? null : printed.time.padStart(5, '0');
  if (zone === null || typeof zone === 'string') return { ...printed, time, zone };
  const hours = Number(zone[1]);
  return {
    ...printed,
    time,
    zone: `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:${zone[2] ?? '00'}`,
  };
}

function moved(iso: string, zone: number): DateText {
  return fromMoment(parseMoment(iso) + zone * 60, zone);
}

function fromMoment(moment: number, zone: number): DateText {
  const date = new Date(moment * 1000).toISOString();
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0, time: date.slice(11, 16), zone: zoneText(zone) };
}

/** `+03:00` for 180 minutes east of Greenwich. */
export function zoneText(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

function withColon(offset: string): string {
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}
