import type { Grain, TimeModifier } from '../time.ts';
import type { Moment, Unit } from './calendar.ts';
import { addUnits, civilOf, endOf, floorTo, isCoarser, momentOf, weekdayOf } from './calendar.ts';
import type { Amount, Base, Expression, PartName, VagueDirection } from './expression.ts';
import { findHoliday } from './holidays.ts';
import { cutPart } from './cut-part.ts';
import type { TimeProfile } from './profile.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import type { Interval, Setting } from './setting.ts';

/** The interval that an expression means, or `null` where it has none on the calendar (durations, sets, unknown events). */
export function resolveInterval(expression: Expression, setting: Setting): Interval | null {
  switch (expression.type) {
    case 'calendar':
      return resolveCalendar(expression, setting, resolveInterval);
    case 'years':
      return plain(momentOf(expression.from), momentOf(expression.to), expression.unit);
    case 'relative':
      return resolveRelative(expression.unit, expression.count, expression.base, setting);
    case 'offset':
      return resolveOffset(expression.amount, expression.sign, expression.base, expression.day ?? false, setting);
    case 'window':
      return resolveWindow(expression.amount, expression.sign, expression.base, setting);
    case 'range':
      return resolveRange(expression.from, expression.to, setting);
    case 'part':
      return resolvePart(expression.part, expression.of, setting);
    case 'bound':
      return resolveBound(expression, setting);
    case 'nth':
      return resolveNth(expression, setting);
    case 'holiday':
      return resolveHoliday(expression.name, setting);
    case 'modified': {
      const of = resolveInterval(expression.of, setting);
      return of && { ...of, modifier: expression.modifier };
    }
    case 'vague':
      return resolveVague(expression.direction, setting);
    case 'duration':
      return setting.profile.bareDuration === 'ago'
        ? resolveOffset(expression.amount, -1, 'reference', false, setting)
        : null;
    case 'set':
    case 'event':
      return null;
  }
}

function plain(from: Moment | null, to: Moment | null, grain: Grain, inferred: readonly string[] = []): Interval {
  return { grain, from, to, modifier: null, zone: null, inferred };
}

/** Where a count starts, its grain, and the reason to note. */
function baseOf(
  base: Base,
  setting: Setting,
): { readonly grain: Grain; readonly from: Moment; readonly to: Moment; readonly why: string[] } | null {
  if (base === 'reference') {
    const day = floorTo(setting.reference, 'day');
    return { grain: setting.exact ? 'second' : 'day', from: setting.reference, to: day + 86_400, why: [] };
  }
  if (base === 'anchor') {
    if (!setting.anchor) {
      const own = baseOf('reference', setting);
      return own && { ...own, why: ['base: the day of reference, no other time was spoken of'] };
    }
    return { ...setting.anchor, why: ['base: the time last spoken of'] };
  }
  const found = resolveInterval(base, setting);
  if (!found || found.from === null) return null;
  return {
    grain: found.grain,
    from: found.from,
    to: found.to ?? endOf(found.from, found.grain),
    why: [...found.inferred],
  };
}

function resolveRelative(unit: Unit, count: number, base: Base, setting: Setting): Interval | null {
  const isLoose = base === 'anchor' && unit === 'day' && /^(?:year|month)$/u.test(setting.anchor?.grain ?? '');
  const isOfStory = count > 0 && base === 'reference' && isToldOfPast(setting);
  // «Договор подписан более 20 лет назад. Накануне его обсудили»: no day stands beside a year
  const start = baseOf(isOfStory ? 'anchor' : isLoose ? 'reference' : base, setting);
  if (!start) return null;
  const shifted = addUnits(floorTo(start.from, unit), unit, count);
  const to = endOf(shifted, unit);
  if (unit === 'week' && count === 0 && setting.profile.weekWithoutSunday)
    return plain(shifted, to - 86_400, 'day', start.why);
  return plain(shifted, to, unit, start.why);
}

/** «Завод открыли в 2010 году. Через год его закрыли»: what is ahead in a story of the past counts from its own time. */
function isToldOfPast(setting: Setting): boolean {
  return setting.toward === 'past' && setting.anchor !== null;
}

function resolveOffset(amount: Amount, sign: 1 | -1, base: Base, byDay: boolean, setting: Setting): Interval | null {
  const start = baseOf(base === 'reference' && sign > 0 && isToldOfPast(setting) ? 'anchor' : base, setting);
  if (!start) return null;
  const unit = smallestUnit(amount);
  if (amount.parts.some((part) => part.count === null)) return severalAway(unit, sign, start, amount, setting.exact);
  const moment = addAmount(start.from, amount, sign);
  const clockUnit = unit === 'hour' || unit === 'minute' || unit === 'second';
  if (
    clockUnit &&
    start.grain !== 'second' &&
    start.grain !== 'minute' &&
    start.grain !== 'hour' &&
    start.grain !== 'part-of-day'
  ) {
    const day = floorTo(moment, 'day');
    return plain(day, day + 86_400, 'day', [...start.why, 'clock: the reference has no clock time']);
  }
  const fraction = amount.parts.some((part) => part.count !== null && !Number.isInteger(part.count));
  const grain = byDay
    ? 'day'
    : coarser(offsetGrain(unit, setting.profile, fraction), base === 'reference' ? 'second' : start.grain);
  const from = floorTo(moment, grain);
  const approx: TimeModifier | null = amount.approx ? 'approx' : null;
  return { ...plain(from, endOf(from, grain), grain, start.why), modifier: approx };
}

function addAmount(moment: Moment, amount: Amount, sign: 1 | -1): Moment {
  return amount.parts.reduce((at, part) => addUnits(at, part.unit, sign * (part.count ?? 0)), moment);
}

/** «несколько дней назад»: from seven to two units away. */
function severalAway(
  unit: Unit,
  sign: 1 | -1,
  start: { readonly from: Moment; readonly why: readonly string[] },
  amount: Amount,
  exact: boolean,
): Interval {
  const why = [...start.why, 'count: not said, from two to seven'];
  const clockUnit = unit === 'hour' || unit === 'minute' || unit === 'second';
  if (clockUnit && exact) {
    const [a, b] = [addUnits(start.from, unit, sign * 7), addUnits(start.from, unit, sign * 2)];
    return { ...plain(Math.min(a, b), Math.max(a, b), unit, why), modifier: 'approx' };
  }
  const day = floorTo(start.from, 'day');
  if (clockUnit) return { ...plain(day, day + 86_400, 'day', why), modifier: 'approx' };
  const far = addUnits(day, unit, sign * 7);
  const near = addUnits(day, unit, sign * 2);
  const grain: Grain = unit;
  const [from, to] = sign < 0 ? [far, near + 86_400] : [near, far + 86_400];
  return { ...plain(Math.min(from, to), Math.max(from, to), grain, why), modifier: amount.approx ? 'approx' : null };
}

/** The grain that an offset in this unit is true to. */
function offsetGrain(unit: Unit, profile: TimeProfile, fraction: boolean): Grain {
  if (profile.offsetGrain === 'finer') return finerGrain[unit];
  if (unit === 'week' || unit === 'weekend') return 'day';
  return fraction ? finerGrain[unit] : unit;
}

const finerGrain: Readonly<Record<Unit, Grain>> = {
  second: 'second',
  minute: 'second',
  hour: 'minute',
  day: 'hour',
  week: 'day',
  weekend: 'day',
  month: 'day',
  season: 'day',
  quarter: 'month',
  half: 'month',
  year: 'month',
  decade: 'year',
  century: 'year',
};

function coarser(a: Grain, b: Grain): Grain {
  return isCoarser(b, a) ? b : a;
}

function smallestUnit(amount: Amount): Unit {
  return amount.parts.reduce<Unit>(
    (least, part) => (isCoarser(least, part.unit) ? part.unit : least),
    amount.parts[0]?.unit ?? 'day',
  );
}

function resolveWindow(amount: Amount, sign: 1 | -1, base: Base, setting: Setting): Interval | null {
  const start = baseOf(base, setting);
  if (!start) return null;
  const unit = smallestUnit(amount);
  if (setting.profile.window === 'point') return resolveOffset(amount, sign, base, false, setting);
  if (setting.profile.window === 'whole-units') {
    const floor = floorTo(start.from, unit);
    if (sign < 0) return plain(addAmount(floor, amount, -1), floor, unit, start.why);
    const next = addUnits(floor, unit, 1);
    return plain(next, addAmount(next, amount, 1), unit, start.why);
  }
  const open = amount.parts.some((part) => part.count === null);
  const day = floorTo(start.from, 'day');
  if (sign < 0) return plain(open ? null : addAmount(day, amount, -1), start.to, unit, start.why);
  return plain(day, open ? null : addAmount(day, amount, 1) + 86_400, unit, start.why);
}

function resolveRange(first: Expression, second: Expression, setting: Setting): Interval | null {
  const from = resolveInterval(first, setting);
  if (!from || from.from === null) return null;
  // «в конце прошлого — начале этого года»: each counts from the day of reference
  const fixed =
    (second.type === 'part' && second.of.type === 'relative') ||
    (second.type === 'calendar' && (second.of !== undefined || second.year !== undefined));
  const to = resolveInterval(second, {
    ...setting,
    reference: fixed ? setting.reference : from.from,
    profile: { ...setting.profile, sameWeekday: 'today' },
    toward: 'future',
    why: 'it ends what began before',
    clockDay: floorTo(from.from, 'day'),
  });
  if (!to || to.to === null || to.from === null) return null;
  if (setting.toward === 'past' && to.from > setting.reference && isMonthAlone(first) && isMonthAlone(second))
    return resolveRange(first, second, yearBefore(setting));
  const clock = to.grain === 'hour' || to.grain === 'minute' || to.grain === 'second';
  const last = second.type === 'offset' || (clock && setting.profile.clockRange === 'exclusive') ? to.from : to.to;
  const end = clock && last <= from.from ? last + 86_400 : last;
  if (end <= from.from) return null;
  return {
    ...plain(from.from, end, finer(from.grain, to.grain), [...from.inferred, ...to.inferred]),
    zone: to.zone ?? from.zone,
  };
}

/** «За январь — сентябрь вывоз вырос», said in February: months that are over. */
function isMonthAlone(e: Expression): boolean {
  return e.type === 'calendar' && e.month !== undefined && e.day === undefined && (e.year ?? e.of) === undefined;
}

function yearBefore(setting: Setting): Setting {
  return { ...setting, reference: addUnits(setting.reference, 'year', -1), toward: 'current' };
}

function finer(a: Grain, b: Grain): Grain {
  return isCoarser(a, b) ? b : a;
}

function resolveBound(
  bound: { readonly side: 'before' | 'after'; readonly inclusive: boolean; readonly of: Expression },
  setting: Setting,
): Interval | null {
  const of = resolveInterval(bound.of, setting);
  if (!of) return null;
  const clock = of.grain === 'hour' || of.grain === 'minute' || of.grain === 'second';
  if (bound.side === 'after') {
    const from = bound.inclusive || clock ? of.from : of.to;
    return { ...of, from, to: null, modifier: 'after' };
  }
  const lastOfMonth = of.grain === 'day' && of.to !== null && civilOf(of.to).day === 1;
  const to = bound.inclusive || lastOfMonth ? of.to : of.from;
  return { ...of, from: null, to: clock ? of.from : to, modifier: 'before' };
}

function resolvePart(part: PartName, of: Expression, setting: Setting): Interval | null {
  const whole = resolveInterval(of, setting);
  if (!whole || whole.from === null || whole.to === null) return null;
  const [from, to] = cutPart(part, whole.from, whole.to, whole.grain);
  const modifier = partModifiers[part];
  const grain = modifier === null && whole.grain === 'decade' ? 'year' : whole.grain;
  return { ...whole, from, to, modifier, grain };
}

const partModifiers: Readonly<Record<PartName, TimeModifier | null>> = {
  start: 'start',
  mid: 'mid',
  end: 'end',
  'first-half': null,
  'second-half': null,
};

function resolveNth(
  expression: { readonly nth: number; readonly unit: Unit; readonly weekday?: number; readonly of: Expression },
  setting: Setting,
): Interval | null {
  const whole = resolveInterval(expression.of, setting);
  if (!whole || whole.from === null || whole.to === null) return null;
  const { nth, unit, weekday } = expression;
  if (weekday !== undefined) {
    const first = whole.from + ((weekday - weekdayOf(whole.from) + 7) % 7) * 86_400;
    const last = whole.to - 86_400 - ((weekdayOf(whole.to - 86_400) - weekday + 7) % 7) * 86_400;
    const from = nth > 0 ? first + (nth - 1) * 7 * 86_400 : last;
    return from >= whole.to || from < whole.from ? null : { ...whole, from, to: from + 86_400, grain: 'day' };
  }
  // Weeks count where they lie wholly inside: the first week of October begins on its first Monday.
  const begin = floorTo(whole.from, unit) < whole.from ? addUnits(floorTo(whole.from, unit), unit, 1) : whole.from;
  const close = floorTo(whole.to, unit);
  const from = nth > 0 ? addUnits(begin, unit, nth - 1) : addUnits(close, unit, nth);
  return from >= whole.to ? null : { ...whole, from, to: endOf(from, unit), grain: unit };
}

/** The day of a holiday in the year that the setting asks for, of those from two years before to two years after. */
function resolveHoliday(name: string, setting: Setting): Interval | null {
  const { year } = civilOf(setting.reference);
  const days = [-2, -1, 0, 1, 2].flatMap((years) => findHoliday(name, year + years) ?? []);
  const from = pickDay(days, floorTo(setting.reference, 'day'), setting.toward);
  return from === undefined ? null : plain(from, from + 86_400, 'day', [`year: ${setting.why}`]);
}

function pickDay(days: readonly Moment[], today: Moment, toward: Setting['toward']): Moment | undefined {
  switch (toward) {
    case 'past':
      return days.findLast((day) => day <= today);
    case 'future':
      return days.find((day) => day >= today);
    case 'current':
      return days.find((day) => civilOf(day).year === civilOf(today).year);
    case 'nearest':
      return days.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
  }
}

function resolveVague(direction: VagueDirection, setting: Setting): Interval {
  const today = floorTo(setting.reference, 'day');
  const isAhead = direction === 'future' || (direction === 'either' && setting.toward === 'future');
  return isAhead ? plain(today, null, 'day') : plain(null, today + 86_400, 'day');
}
