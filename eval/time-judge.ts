import { parseQuantities } from '../src/language/ru/quantity/parse-quantities.ts';
import { parseTimes } from '../src/language/ru/time/parse-times.ts';
import type { TimeOptions } from '../src/language/ru/time/resolve-times.ts';
import { floorTo, formatMoment, parseMoment, weekdayOf } from '../src/language/time/calendar.ts';
import { timeProfiles } from '../src/language/time/profile.ts';
import type { Grain, TimeExpression } from '../src/language/time.ts';

/** A case of `shared/bench/time`, see its README. */
export interface TimeCase {
  readonly id: string;
  readonly dim?: string;
  readonly kind?: string;
  readonly text: string;
  readonly context?: string;
  readonly span?: string;
  readonly index?: number | null;
  readonly mode?: string;
  readonly options?: { readonly forwardDate?: boolean };
  readonly reference_time?: string | null;
  readonly reference_date?: string;
  readonly expected: Expected | null;
}

interface Expected {
  readonly type?: string;
  readonly from?: string | number | null;
  readonly to?: string | number | null;
  readonly grain?: Grain | null;
  readonly span?: string;
  readonly index?: number | null;
  readonly value?: string | number | null;
  readonly unit?: string | null;
  readonly mod?: string;
  readonly soft?: boolean;
  readonly iso?: string;
  readonly seconds_duckling?: number;
  readonly duration?: string;
  readonly weekday?: number;
  readonly from_options?: readonly string[];
  readonly start_components?: Readonly<Record<string, number>>;
}

export interface Verdict {
  readonly right: boolean;
  readonly got: unknown;
}

/** Whether a case comes out right, and what came out. */
export function judge(suite: string, item: TimeCase): Verdict {
  const dim = item.dim ?? (suite.startsWith('own') ? 'own' : 'time');
  if (dim === 'numeral' || dim === 'ordinal' || dim === 'amount-of-money') return judgeQuantity(dim, item);
  if (dim === 'duration') return judgeDuration(item);
  if (suite.startsWith('chrono')) return judgeChrono(item);
  if (suite.startsWith('dateparser')) return judgeDateparser(item);
  return suite.startsWith('duckling') ? judgeDuckling(item) : judgeOwn(item);
}

function judgeQuantity(dim: string, item: TimeCase): Verdict {
  const all = parseQuantities(item.text, { profile: 'duckling' });
  const whole = all.find((q) => coversAll(item.text, q));
  const got = whole ?? all;
  const { expected } = item;
  if (expected === null) return { right: whole === undefined, got };
  if (!whole) return { right: false, got };
  if (dim === 'numeral') return { right: whole.value === expected.value && whole.kind !== 'ordinal', got };
  if (dim === 'ordinal') return { right: whole.value === expected.value && whole.kind === 'ordinal', got };
  const unit = currencies[expected.unit ?? ''] ?? expected.unit ?? null;
  const scale = expected.unit === 'cent' ? 100 : 1;
  if (expected.unit !== 'cent' && unit !== whole.unit) return { right: false, got };
  if (expected.type !== 'interval') return { right: near(whole.value * scale, Number(expected.value)), got };
  const low = whole.bound === 'at-most' ? null : whole.value * scale;
  const high = whole.bound === 'at-least' ? null : whole.upper * scale;
  return { right: sameBound(low, expected.from ?? null) && sameBound(high, expected.to ?? null), got };
}

/** Signs whose state is open stand for their most usual currency. */
const currencies: Readonly<Record<string, string>> = { $: 'USD', '£': 'GBP' };

function sameBound(own: number | null, expected: string | number | null): boolean {
  return expected === null ? own === null : own !== null && near(own, Number(expected));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

function judgeDuration(item: TimeCase): Verdict {
  const profile = { ...timeProfiles.duckling, hoursAreClock: false, bareHour: false };
  const all = parseTimes(item.text, { reference: localTime(item.reference_time), profile });
  const whole = all.find((e) => e.kind === 'duration' && coversAll(item.text, e));
  const got = whole ?? all;
  if (item.expected === null) return { right: whole === undefined, got };
  return { right: whole !== undefined && secondsOf(whole.value) === item.expected.seconds_duckling, got };
}

/** A TIMEX3 period in seconds, months of 30 and years of 365 days; `null` for an open count. */
function secondsOf(value: string | null): number | null {
  const found = /^P([^T]*)(?:T(.*))?$/u.exec(value ?? '');
  if (!found) return null;
  let seconds = 0;
  for (const [part, units] of [
    [found[1] ?? '', { Y: 31_536_000, Q: 7_776_000, M: 2_592_000, W: 604_800, D: 86_400 }],
    [found[2] ?? '', { H: 3600, M: 60, S: 1 }],
  ] as const) {
    for (const [, count, letter] of part.matchAll(/([\d.]+|X)([A-Z])/gu)) {
      if (count === 'X') return null;
      seconds += Number(count) * ((units as Readonly<Record<string, number>>)[letter ?? ''] ?? Number.NaN);
    }
  }
  return seconds;
}

function judgeDuckling(item: TimeCase): Verdict {
  const all = parseTimes(item.text, { reference: localTime(item.reference_time), profile: 'duckling' });
  const whole = all.find((e) => coversAll(item.text, e));
  const got = brief(whole ? [whole] : all);
  const { expected } = item;
  if (expected === null) return { right: whole === undefined, got };
  if (!whole) return { right: false, got };
  const grain = expected.grain ?? 'day';
  const zone = /([+-]\d\d):(\d\d)$/u.exec(item.reference_time ?? '');
  const minutes = zone === null ? 0 : Number(zone[1]) * 60;
  const from = same(inZone(whole.from, minutes), expected.from ?? null, grain);
  return { right: expected.type === 'value' ? from : from && same(whole.to, expected.to ?? null, grain), got };
}

/** A time with an offset on the wall clock of the suite's zone; without one it is there already. */
function inZone(iso: string | null, minutes: number): string | null {
  const found = iso === null ? null : /^(.*)([+-]\d\d):(\d\d)$/u.exec(iso);
  if (!found || iso === null) return iso;
  const own = Number(found[2]) * 60 + Math.sign(Number(found[2])) * Number(found[3]);
  return formatMoment(parseMoment(iso) + (minutes - own) * 60, 'minute');
}

function judgeChrono(item: TimeCase): Verdict {
  const options: TimeOptions = {
    reference: localTime(item.reference_time ?? '2012-08-10T12:00:00'),
    profile: item.mode === 'strict' ? 'chrono-strict' : 'chrono',
    ...(item.options?.forwardDate ? { direction: 'future' } : {}),
  };
  const all = parseTimes(item.text, options);
  const got = brief(all);
  const { expected } = item;
  if (expected === null) return { right: all.length === 0, got };
  const start = expected.index ?? item.text.indexOf(expected.span ?? item.text);
  const found = all.find((e) => e.start < start + (expected.span ?? item.text).length && start < e.stop);
  if (!found) return { right: false, got };
  const grain = expected.grain ?? 'day';
  if (expected.from === null || expected.from === undefined) {
    const clock = /T(\d\d):(\d\d)/u.exec(found.from ?? '');
    const { hour, minute } = expected.start_components ?? {};
    return { right: Number(clock?.[1]) === hour && (minute === undefined || Number(clock?.[2]) === minute), got };
  }
  const from = same(found.from, expected.from, grain);
  if (expected.to === null || expected.to === undefined || !from) return { right: from, got };
  const last = found.to === null ? null : parseMoment(found.to) - 1;
  return { right: last !== null && floorTo(last, grain) === floorTo(parseMoment(String(expected.to)), grain), got };
}

function judgeDateparser(item: TimeCase): Verdict {
  const text = item.context ?? item.text;
  const all = parseTimes(text, {
    reference: localTime(item.reference_time ?? '2000-01-01T00:00:00'),
    profile: 'dateparser',
  });
  const start = item.context === undefined ? 0 : (item.index ?? text.indexOf(item.text));
  const found = all.find((e) => e.start < start + item.text.length && start < e.stop);
  const got = brief(all);
  const { expected } = item;
  if (expected === null) return { right: all.length === 0, got };
  if (!found) return { right: false, got };
  if (expected.from_options) return { right: expected.from_options.some((from) => same(found.from, from, 'day')), got };
  if (expected.weekday !== undefined)
    return { right: found.from !== null && weekdayOf(parseMoment(found.from)) === expected.weekday, got };
  // The count of «несколько секунд» is not in the words; the unit is.
  if (expected.duration !== undefined) return { right: isVague(found, expected.duration), got };
  const from = same(found.from, expected.from ?? null, expected.grain ?? 'day');
  return {
    right:
      from &&
      (expected.to === null || expected.to === undefined || same(found.to, expected.to, expected.grain ?? 'day')),
    got,
  };
}

function isVague(found: TimeExpression, duration: string): boolean {
  const unit = /([A-Z])$/u.exec(duration)?.[1] ?? '';
  return found.stated.some((part) => part.startsWith('X ') && part.slice(2, 3).toUpperCase() === unit);
}

const modifiers: Readonly<Record<string, TimeExpression['modifier']>> = {
  START: 'start',
  MID: 'mid',
  END: 'end',
  APPROX: 'approx',
  BEFORE: 'before',
  AFTER: 'after',
};

function judgeOwn(item: TimeCase): Verdict {
  const all = parseTimes(item.text, { reference: item.reference_date ?? '2025-02-26' });
  const start = item.index ?? item.text.indexOf(item.span ?? item.text);
  const found = all.find((e) => e.start < start + (item.span ?? item.text).length && start < e.stop);
  const got = brief(all);
  const { expected } = item;
  if (expected === null) return { right: all.length === 0, got };
  if (!found) return { right: false, got };
  const modifier = expected.mod === undefined || found.modifier === (modifiers[expected.mod] ?? null);
  const value = expected.value === undefined || expected.value === null || found.value === String(expected.value);
  if (expected.soft || expected.type === 'SET') return { right: modifier && value && sameSide(found, expected), got };
  if (expected.type === 'DURATION' && !value) return { right: false, got };
  const grain = expected.grain ?? 'day';
  const bounds = same(found.from, expected.from ?? null, grain) && same(found.to, expected.to ?? null, grain);
  return { right: modifier && bounds, got };
}

/** A soft window: on the side of the reference that is expected. */
function sameSide(found: TimeExpression, expected: Expected): boolean {
  if (expected.type === 'SET') return found.kind === 'set';
  if (expected.from === null && expected.to !== null && expected.to !== undefined) return found.direction !== 'future';
  return expected.to !== null || found.direction !== 'past';
}

function same(own: string | null, expected: string | number | null, grain: Grain): boolean {
  if (own === null || expected === null) return own === expected;
  return floorTo(parseMoment(own), grain) === floorTo(parseMoment(String(expected)), grain);
}

/** The reference without its zone: all of a suite is in one wall clock. */
function localTime(reference: string | null | undefined): string {
  return (reference ?? '2013-02-12T04:30:00').slice(0, 19);
}

/** Whether a span leaves nothing of a text but prepositions, white space and closing marks. */
function coversAll(text: string, span: { readonly start: number; readonly stop: number }): boolean {
  return (
    /^\s*(?:(?:в|во|на|к|с|за)\s+)?$/iu.test(text.slice(0, span.start)) && /^[\s.!?]*$/u.test(text.slice(span.stop))
  );
}

function brief(all: readonly TimeExpression[]): unknown {
  return all.map(
    (e) =>
      `${e.text} [${e.kind}] ${String(e.from)} … ${String(e.to)} ${String(e.grain)} ${String(e.modifier)} ${String(e.value)} (${e.rules.join(' ')})`,
  );
}
