import type { Grain } from '../time.ts';
import type { Moment, Unit } from './calendar.ts';
import { addUnits, civilOf, floorTo, formatMoment, formatYear } from './calendar.ts';
import type { Amount, Expression } from './expression.ts';
import type { Interval } from './setting.ts';

/** The value of an expression as TIMEX3 writes it (TimeML 1.2.1), or `null` where it has no notation. */
export function timexValue(expression: Expression, interval: Interval | null): string | null {
  switch (expression.type) {
    case 'duration':
    case 'window':
      return periodOf(expression.amount);
    case 'set':
      return expression.at?.type === 'calendar' ? setValue(expression.at) : periodOf(expression.every);
    case 'vague':
      return interval?.from === null ? 'PAST_REF' : 'FUTURE_REF';
    case 'event':
      return expression.amount === null ? null : periodOf(expression.amount);
    case 'offset':
      if (expression.amount.parts.some((p) => p.count === null)) return expression.sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
      break;
    case 'bound':
    case 'part':
    case 'modified':
      if (expression.type !== 'part' || (expression.part !== 'first-half' && expression.part !== 'second-half')) {
        const whole = expression.of;
        if (whole.type === 'window' || whole.type === 'duration') return timexValue(whole, interval);
      }
      break;
    default:
  }
  if (interval === null) return null;
  const { from, to, grain } = interval;
  const at = from ?? (to === null ? null : to - 1);
  if (at === null) return null;
  const single =
    from === null ||
    to === null ||
    addUnits(floorTo(from, grain), grain === 'part-of-day' ? 'hour' : grain, 1) >= to ||
    interval.modifier !== null;
  if (single) return pointValue(at, grain, expression);
  return `${pointValue(from, grain, expression)}/${pointValue(to - 1, grain, expression)}`;
}

/** `P1Y3M`, `PT1H30M`, `P2W`, `PXD`; fractions stay: `P2.5Y`. */
export function periodOf(amount: Amount): string {
  let date = '';
  let clock = '';
  for (const part of amount.parts) {
    const [letter, factor, ofDay] = periodLetters[part.unit];
    const count = part.count === null ? 'X' : String(part.count * factor);
    if (ofDay) clock += count + letter;
    else date += count + letter;
  }
  return `P${date}${clock === '' ? '' : `T${clock}`}`;
}

const periodLetters: Readonly<Record<Unit, readonly [letter: string, factor: number, ofDay: boolean]>> = {
  second: ['S', 1, true],
  minute: ['M', 1, true],
  hour: ['H', 1, true],
  day: ['D', 1, false],
  week: ['W', 1, false],
  weekend: ['WE', 1, false],
  month: ['M', 1, false],
  quarter: ['Q', 1, false],
  season: ['S', 1, false],
  half: ['M', 6, false],
  year: ['Y', 1, false],
  decade: ['Y', 10, false],
  century: ['Y', 100, false],
};

function pointValue(at: Moment, grain: Grain, expression: Expression): string {
  const { year, month } = civilOf(at);
  const day = formatMoment(at, 'day');
  switch (grain) {
    case 'second':
      return formatMoment(at, 'second');
    case 'minute':
      return formatMoment(at, 'minute');
    case 'hour':
      return formatMoment(at, 'minute').slice(0, 13);
    case 'part-of-day':
      return partOfDayValue(at, expression);
    case 'day':
      return day;
    case 'week':
      return weekValue(at);
    case 'weekend':
      return `${weekValue(at)}-WE`;
    case 'month':
      return day.slice(0, -3);
    case 'quarter':
      return `${formatYear(year)}-Q${String(Math.ceil(month / 3))}`;
    case 'half':
      return `${formatYear(year)}-H${month < 7 ? '1' : '2'}`;
    case 'season':
      return `${formatYear(month === 12 ? year + 1 : year)}-${seasonCodes[Math.floor((month % 12) / 3)] ?? ''}`;
    case 'year':
      return formatYear(year);
    case 'decade':
      return formatYear(year).slice(0, -1);
    case 'century':
      return formatYear(Math.floor((year - 1) / 100) * 100).slice(0, -2);
  }
}

const seasonCodes = ['WI', 'SP', 'SU', 'FA'];

function partOfDayValue(at: Moment, expression: Expression): string {
  const hour = Math.floor(at / 3600) % 24;
  const night = expression.type === 'calendar' && expression.nightBefore === true;
  const day = formatMoment(night ? at + 4 * 3600 : at, 'day');
  return `${day}T${night || hour < 6 ? 'NI' : hour < 12 ? 'MO' : hour < 18 ? 'AF' : 'EV'}`;
}

/** ISO week: the one with the year's first Thursday is the first. */
function weekValue(at: Moment): string {
  const thursday = floorTo(at, 'week') + 3 * 86_400;
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - floorTo(thursday, 'year')) / (7 * 86_400)) + 1;
  return `${formatYear(year)}-W${String(week).padStart(2, '0')}`;
}

function setValue(at: Extract<Expression, { readonly type: 'calendar' }>): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (at.weekday !== undefined && at.day === undefined) return `XXXX-WXX-${String(at.weekday)}`;
  if (at.season !== undefined) return `XXXX-${{ winter: 'WI', spring: 'SP', summer: 'SU', autumn: 'FA' }[at.season]}`;
  if (at.month !== undefined)
    return at.day === undefined ? `XXXX-${two(at.month)}` : `XXXX-${two(at.month)}-${two(at.day)}`;
  if (at.day !== undefined) return `XXXX-XX-${two(at.day)}`;
  if (at.quarter !== undefined) return `XXXX-Q${String(at.quarter)}`;
  return at.clock === undefined ? 'P1D' : `XXXX-XX-XXT${two(at.clock.hour)}:${two(at.clock.minute ?? 0)}`;
}
