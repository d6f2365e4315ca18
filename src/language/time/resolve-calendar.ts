import type { Grain } from '../time.ts';
import type { Moment, Unit } from './calendar.ts';
import { addUnits, civilOf, endOf, floorTo, isDate, momentOf, weekdayOf } from './calendar.ts';
import type { CalendarFields, Clock, Expression, Season } from './expression.ts';
import type { Interval, Setting } from './setting.ts';

/**
 * A place on the calendar that the fields may mean. The grain stands first wherever one is made: V8 gives objects that begin with the
 * same names one shape, and seconds, which may be beyond its small integers, would make the `from` and `to` of all that begin
 * with these, as the runs of tokens of a name, numbers on the heap.
 */
interface Candidate {
  readonly grain: Grain;
  readonly from: Moment;
  readonly to: Moment;
}

/**
 * Places the fields of a date on the calendar: inside the time that they belong to where the words name one, else among
 * the years (months, weeks, days) around the reference, by direction and by the weekday that the text gives.
 * `null` where there is no such date (31 June).
 */
export function resolveCalendar(
  fields: CalendarFields,
  setting: Setting,
  resolve: (expression: Expression, setting: Setting) => Interval | null,
): Interval | null {
  const inferred: string[] = [];
  const day = findDay(fields, setting, inferred, resolve);
  return day === null ? null : narrow(day, fields, setting, inferred);
}

function findDay(
  fields: CalendarFields,
  setting: Setting,
  inferred: string[],
  resolve: (expression: Expression, setting: Setting) => Interval | null,
): Candidate | null {
  if (fields.of !== undefined) {
    const container = resolve(fields.of, setting);
    if (!container || container.from === null) return null;
    inferred.push(...container.inferred);
    const { from, grain } = container;
    const to = container.to ?? endOf(from, grain);
    if (!hasDate(fields)) return { grain, from, to };
    return candidates(fields, from, to).find((c) => c.from >= from && c.from < to) ?? null;
  }
  if (fields.year !== undefined) {
    const from = momentOf(fields.year);
    const to = momentOf(fields.year + 1);
    if (!hasDate(fields)) return { grain: 'year', from, to };
    return (
      candidates(fields, addUnits(from, 'month', -1), to).find((c) => civilOf(c.to - 1).year === fields.year) ?? null
    );
  }
  if (!hasDate(fields)) return dayOfClock(fields, setting, inferred);
  return choose(fields, setting, inferred);
}

/** Fields that fix a day or more; a clock or a part of the day alone fixes none. */
function hasDate(fields: CalendarFields): boolean {
  return (
    fields.month !== undefined ||
    fields.day !== undefined ||
    fields.weekday !== undefined ||
    fields.quarter !== undefined ||
    fields.half !== undefined ||
    fields.season !== undefined
  );
}

/** «в 15:00», «вечером»: on the day last spoken of in the sentence, else on the day of reference. */
function dayOfClock(fields: CalendarFields, setting: Setting, inferred: string[]): Candidate {
  const anchor = setting.clockDay;
  const base = anchor ?? floorTo(setting.reference, 'day');
  inferred.push(anchor === null ? 'day: the day of reference' : 'day: the one last spoken of');
  const shift = dayShift(fields);
  const from = base + shift * 86_400;
  return { grain: 'day', from, to: from + 86_400 };
}

/** «прошлой ночью» is the night of the day of reference, «прошлым вечером» the evening before. */
function dayShift(fields: CalendarFields): number {
  if (fields.occurrence === 'last') return fields.dayPart === 'night' ? 0 : -1;
  return fields.occurrence === 'next' ? 1 : 0;
}

function choose(fields: CalendarFields, setting: Setting, inferred: string[]): Candidate | null {
  const { reference } = setting;
  const [unit, reach] = reachOf(fields);
  const all = candidates(fields, addUnits(reference, unit, -reach), addUnits(reference, unit, reach));
  const field = missingField(fields);
  if (fields.weekday !== undefined && fields.day !== undefined) {
    const fitting = all.filter((c) => weekdayOf(c.from) === fields.weekday);
    // a day of the year falls on a weekday once in five years or more: of those within a year there is one at most
    const best = nearest(fitting, floorTo(setting.reference, 'day')) ?? pick(fitting, fields, setting);
    if (best) {
      inferred.push(`${field.name}: ${field.of(best.from)}, for the weekday fits`);
      return best;
    }
  }
  const best = pick(all, fields, setting);
  if (best) inferred.push(`${field.name}: ${setting.why}`);
  return best;
}

/** How far from the reference the places of the fields are looked for: beyond those that any direction picks. */
function reachOf({ month, season, quarter, half, day }: CalendarFields): readonly [unit: Unit, count: number] {
  if (month !== undefined || season !== undefined || quarter !== undefined || half !== undefined) return ['year', 9];
  return day !== undefined ? ['year', 1] : ['week', 3];
}

function missingField(fields: CalendarFields): { readonly name: string; readonly of: (moment: Moment) => string } {
  if (fields.month !== undefined || fields.day === undefined) {
    return fields.weekday !== undefined && fields.month === undefined
      ? { name: 'week', of: (moment) => String(civilOf(moment).day) }
      : { name: 'year', of: (moment) => String(civilOf(moment).year) };
  }
  return { name: 'month', of: (moment) => String(civilOf(moment).month) };
}

/** The candidate that the direction asks for; candidates are in order of time. */
function pick(all: readonly Candidate[], fields: CalendarFields, setting: Setting): Candidate | null {
  const today = floorTo(setting.reference, 'day');
  const tomorrow = today + 86_400;
  const before = (limit: Moment): Candidate | null => all.findLast((c) => c.from < limit) ?? null;
  const after = (limit: Moment): Candidate | null => all.find((c) => c.to > limit) ?? null;
  const weekdayOnly = fields.weekday !== undefined && fields.day === undefined;
  switch (fields.occurrence) {
    case 'last':
      return weekdayOnly ? before(today) : (all.findLast((c) => c.to <= today) ?? before(today));
    case 'next': {
      if (weekdayOnly && setting.profile.direction === 'news')
        return after(addUnits(floorTo(today, 'week'), 'week', 1));
      return all.find((c) => c.from >= tomorrow) ?? null;
    }
    case 'nearest':
      return all.find((c) => c.from > today) ?? null;
    case 'this':
      if (weekdayOnly) return after(floorTo(today, 'week'));
      return all.find((c) => c.from <= today && today < c.to) ?? all.find((c) => sameYear(c, today)) ?? null;
    case undefined:
  }
  switch (setting.toward) {
    case 'past':
      return before(weekdayOnly && setting.profile.sameWeekday === 'other' ? today : tomorrow);
    case 'future':
      return after(weekdayOnly && setting.profile.sameWeekday === 'other' ? tomorrow : today);
    case 'current':
      return weekdayOnly ? after(floorTo(today, 'week')) : (all.find((c) => sameYear(c, today)) ?? null);
    case 'nearest':
      return nearest(all, today);
  }
}

function sameYear(candidate: Candidate, today: Moment): boolean {
  return civilOf(candidate.from).year === civilOf(today).year;
}

/** The candidate nearest to a day; one that contains it is nearest, ties go to the past; more
 * than a year off (29 February) there is none. */
function nearest(all: readonly Candidate[], today: Moment): Candidate | null {
  let best: Candidate | null = null;
  let distance = 367 * 86_400;
  for (const candidate of all) {
    const own =
      candidate.to <= today ? today - candidate.to + 86_400 : candidate.from > today ? candidate.from - today : 0;
    if (own < distance) {
      best = candidate;
      distance = own;
    }
  }
  return best;
}

/** All places of the fields between two moments, in order of time. At most a few hundred. */
function candidates(fields: CalendarFields, from: Moment, to: Moment): readonly Candidate[] {
  const found: Candidate[] = [];
  const firstYear = civilOf(from).year;
  const lastYear = civilOf(to - 1).year;
  const { month, day, weekday } = fields;
  if (month !== undefined || fields.quarter !== undefined || fields.half !== undefined || fields.season !== undefined) {
    for (let year = firstYear; year <= lastYear; year += 1) {
      const place = placeInYear(fields, year);
      if (place) found.push(place);
    }
    return weekday !== undefined && day === undefined ? firstWeekdays(found, weekday) : found;
  }
  if (day !== undefined) {
    for (let at = floorTo(from, 'month'); at < to; at = addUnits(at, 'month', 1)) {
      const { year, month: own } = civilOf(at);
      if (isDate(year, own, day)) found.push(dayOf(momentOf(year, own, day)));
    }
    return found;
  }
  for (let at = floorTo(from, 'week') + ((weekday ?? 1) - 1) * 86_400; at < to; at += 7 * 86_400) found.push(dayOf(at));
  return found.filter((c) => c.to > from);
}

function placeInYear(fields: CalendarFields, year: number): Candidate | null {
  const { month, day, quarter, half, season } = fields;
  if (season !== undefined) return span(seasonStart(season, year), 3, 'season');
  if (half !== undefined) return span(momentOf(year, half * 6 - 5), 6, 'half');
  if (quarter !== undefined) return span(momentOf(year, quarter * 3 - 2), 3, 'quarter');
  if (month === undefined) return null;
  if (day === undefined) return span(momentOf(year, month), 1, 'month');
  return isDate(year, month, day) ? dayOf(momentOf(year, month, day)) : null;
}

/** «зимой 2024 года» is the winter that ends in 2024. */
function seasonStart(season: Season, year: number): Moment {
  return season === 'winter' ? momentOf(year - 1, 12) : momentOf(year, { spring: 3, summer: 6, autumn: 9 }[season]);
}

function firstWeekdays(months: readonly Candidate[], weekday: number): readonly Candidate[] {
  return months.map((m) => {
    const shift = (weekday - weekdayOf(m.from) + 7) % 7;
    return dayOf(m.from + shift * 86_400);
  });
}

function span(from: Moment, months: number, grain: Grain): Candidate {
  return { grain, from, to: addUnits(from, 'month', months) };
}

function dayOf(from: Moment): Candidate {
  return { grain: 'day', from, to: from + 86_400 };
}

/** Puts the part of the day or the clock time onto the day. */
function narrow(day: Candidate, fields: CalendarFields, setting: Setting, inferred: string[]): Interval {
  const base = { inferred, modifier: null, zone: fields.zone ?? null } as const;
  if (fields.nightBefore) return { ...base, from: day.from - 2 * 3600, to: day.from + 6 * 3600, grain: 'part-of-day' };
  if (fields.clock) return { ...base, ...onClock(day.from, fields.clock, fields, setting) };
  if (fields.dayPart) {
    const [first, last] = setting.profile.dayParts[fields.dayPart];
    return { ...base, from: day.from + first * 3600, to: day.from + last * 3600, grain: 'part-of-day' };
  }
  return { ...base, from: day.from, to: day.to, grain: day.grain };
}

function onClock(day: Moment, clock: Clock, fields: CalendarFields, setting: Setting): Candidate {
  const grain: Grain = clock.second !== null ? 'second' : clock.minute !== null ? 'minute' : 'hour';
  let from = day + clock.hour * 3600 + (clock.minute ?? 0) * 60 + (clock.second ?? 0);
  if (setting.profile.hours === 'next-of-twelve' && !hasDate(fields) && fields.of === undefined) {
    const half = clock.settled ? 86_400 : 43_200;
    while (from < floorTo(setting.reference, grain)) from += half;
  }
  return { grain, from, to: endOf(from, grain) };
}
