import type { Clock } from '../../time/expression.ts';
import { lexicon } from './lexicon.ts';
import { numeralForms } from './numeral-forms.ts';
import type { Reading } from './reading.ts';
import { K } from './reading.ts';

/** What begins with a digit: its readings and where it ends; `null` readings for codes («Ту-160», «43К»). */
export interface Numeral {
  readonly stop: number;
  readonly readings: readonly Reading[] | null;
}

/**
 * Reads the run of digits at `start` with what belongs to it: dates and clock times in figures, thousands groups, decimal
 * fractions and grammatical endings («24-го», «90-х», «15й»). Looks at a bounded number of characters beyond the digits.
 */
export function readNumeral(text: string, start: number): Numeral {
  if (isPartOfCode(text, start)) return { stop: codeEnd(text, start), readings: null };
  for (const read of readers) {
    const found = read(text, start);
    if (found) return found;
  }
  return { stop: codeEnd(text, start), readings: null };
}

const readers: readonly ((text: string, start: number) => Numeral | null)[] = [
  readIsoDate,
  readFigureDate,
  readClock,
  readDotted,
  readNumber,
];

/** «Ту-160», «Щит-2021», «G20», «МС-21»: digits that a letter or a letter with a hyphen leads into. */
function isPartOfCode(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const found = /([\p{L}\d]+)([-‐‑–]?)$/u.exec(before);
  if (!found) return false;
  const [, lead = '', hyphen = ''] = found;
  if (/^\d+$/u.test(lead)) return false;
  const norm = lead.toLowerCase().replaceAll('ё', 'е');
  if (hyphen === '')
    return !/^(?:год|г|rs|rm|us|t)$/u.test(norm) && !lexicon.get(norm)?.some((r) => r.kind === K.currency);
  if (/^\d/u.test(lead)) return !/^\d{1,4}-?(?:го|е|й|я|ая|ого)$/u.test(lead);
  return !(
    lexicon.get(norm)?.some((r) => r.kind === K.month || r.kind === K.weekday || r.kind === K.unit) ||
    numeralForms.has(norm)
  );
}

/** Skips the letters, digits and inner hyphens of a code. */
function codeEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < 64 && /[\p{L}\p{N}]/u.test(text.charAt(at))) at += 1;
  return Math.max(at, start + 1);
}

/** 2024-07-04, 2024-07-04T19:25:00+03:00, 2024-07-04 19:25 */
function readIsoDate(text: string, start: number): Numeral | null {
  const found = match(
    /(\d{4})[-–./](\d\d)[-–./](\d\d)(?:[T ]{1,2}(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?(?:Z|([+-]\d\d):?(\d\d))?(?![\d])/uy,
    text,
    start,
  );
  if (!found) return null;
  const [all, year, month, day, hour, minute, second, zoneHour, zoneMinute] = found;
  if (!validDate(Number(month), Number(day))) return null;
  const zone = all.endsWith('Z')
    ? 0
    : zoneHour === undefined
      ? null
      : Math.sign(Number(`${zoneHour}1`)) * (Math.abs(Number(zoneHour)) * 60 + Number(zoneMinute ?? 0));
  return {
    stop: start + all.length,
    readings: [
      {
        kind: K.numericDate,
        year: Number(year),
        month: Number(month),
        day: Number(day),
        clock: hour === undefined ? null : clockOf(hour, minute, second),
        zone: hour === undefined ? null : zone,
      },
    ],
  };
}

/** 10.12.2014, 05/08/2008, 18.07.14, 1-9-2020 */
function readFigureDate(text: string, start: number): Numeral | null {
  const found = match(/(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[.,]\d)/uy, text, start);
  if (!found) return null;
  const [all, day, sign, month, year = ''] = found;
  if (!validDate(Number(month), Number(day)) || (year.length === 2 && sign !== '.')) return null;
  return {
    stop: start + all.length,
    readings: [
      { kind: K.numericDate, year: fullYear(year), month: Number(month), day: Number(day), clock: null, zone: null },
    ],
  };
}

/** 19:25, 20:32:13, 9::00 */
function readClock(text: string, start: number): Numeral | null {
  const found = match(/(\d{1,2})::?(\d\d)(?::(\d\d)(?:[.,]\d{1,3})?)?(?![\d:])/uy, text, start);
  if (!found) return null;
  const [all, hour, minute, second] = found;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return { stop: start + all.length, readings: [{ kind: K.clock, clock: clockOf(hour, minute, second) }] };
}

/** 15.02, 15.2, 10.25: a decimal number, a day and month, or a clock time; rules decide. */
function readDotted(text: string, start: number): Numeral | null {
  const found = match(/(\d{1,2})\.(\d{1,2})(?![\d]|[.,]\d)/uy, text, start);
  if (!found) return null;
  const [all, first, second] = found;
  const stop = start + all.length;
  if (/\p{L}/u.test(text.charAt(stop)) && !/^(?:ч|г|%)/u.test(text.slice(stop))) return null;
  return {
    stop,
    readings: [
      { kind: K.dotted, first: Number(first), second: Number(second), digits: all },
      {
        kind: K.number,
        value: Number(all),
        upper: Number(all),
        ordinal: false,
        plural: false,
        form: 'digits',
        digits: all,
        rank: null,
        ending: '',
      },
    ],
  };
}

/** 42, 45 386, 1 200 000, 1.200.000, 9,5, .77, 24-го, 15й, 2-х, 90-е */
function readNumber(text: string, start: number): Numeral | null {
  const found = match(
    /(?:\d{1,3}(?:[  \u00a0\u202f\u2009]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}|\d{1,18})(?!\d)(?:[.,]\d{1,9}(?!\d|[.,]\d))?|\.\d{1,9}/uy,
    text,
    start,
  );
  if (!found) return null;
  const digits = found[0];
  let stop = start + digits.length;
  const value = Number(
    digits
      .replaceAll(/[\s\u00a0\u202f\u2009]/gu, '')
      .replace(/^(\d+)((?:[.,]\d{3}){2,})/u, (_, head: string, rest: string) => head + rest.replaceAll(/[.,]/gu, ''))
      .replace(',', '.'),
  );
  const ending = match(/[-‐‑–]?(\p{L}{1,3})(?!\p{L})/uy, text, stop);
  const letters = (ending?.[1] ?? '').toLowerCase();
  let ordinal = false;
  let plural = false;
  let kept = '';
  if (ending && (ordinalEndings.has(letters) || cardinalEndings.has(letters)) && /^\d+$/u.test(digits)) {
    if (!(letters === 'м' && !/[-‐‑–]/u.test(ending[0]))) {
      stop += ending[0].length;
      kept = letters;
      ordinal = ordinalEndings.has(letters) && !((letters === 'х' || letters === 'ми') && value >= 2 && value <= 4);
      plural = /^(?:е|ые|х|ых|ми|ыми)$/u.test(letters);
    }
  } else if (/\p{L}/u.test(text.charAt(stop)) && !isUnitAt(text, stop)) {
    return null;
  }
  return {
    stop,
    readings: [
      { kind: K.number, value, upper: value, ordinal, plural, form: 'digits', digits, rank: null, ending: kept },
    ],
  };
}

const ordinalEndings: ReadonlySet<string> = new Set(
  'й ый ий ой я ая ья е ое ье го ого его му ому ему м ым им ом ю ую ью х ых их ми ыми ые'.split(' '),
);
const cardinalEndings: ReadonlySet<string> = new Set('ти и мя ех ух ю'.split(' '));

/** Units and magnitudes that are written against the figure: 15ч, 10руб, 1200К, 5км. */
function isUnitAt(text: string, at: number): boolean {
  const found = match(/(\p{L}{1,12}\$?)/uy, text, at)?.[1] ?? '';
  if (/^(?:[кКkK]\$?|М|Г|US\$)$/u.test(found)) return true;
  if (/^[TТ]$/u.test(found)) return true;
  const norm = found.toLowerCase().replaceAll('ё', 'е');
  return (
    lexicon
      .get(norm)
      ?.some(
        (r) =>
          r.kind === K.unit ||
          r.kind === K.currency ||
          r.kind === K.measure ||
          r.kind === K.percent ||
          r.kind === K.month,
      ) === true || numeralForms.get(norm)?.rank === 'scale'
  );
}

/** A year of two figures: up to 49 of this century, from 50 on of the last («18.07.14», «авг 96»). */
export function fullYear(digits: string): number {
  const value = Number(digits);
  return digits.length > 2 ? value : value < 50 ? 2000 + value : 1900 + value;
}

function clockOf(hour: string | undefined, minute: string | undefined, second: string | undefined): Clock {
  return {
    hour: Number(hour),
    minute: minute === undefined ? null : Number(minute),
    second: second === undefined ? null : Number(second),
    settled: Number(hour) > 12 || Number(hour) === 0 || (hour ?? '').startsWith('0'),
  };
}

function validDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
