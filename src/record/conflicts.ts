import type { Claim } from '../model/claim.ts';
import type { Conflict } from '../model/record.ts';
import type { DayRange } from '../model/time.ts';
import { countOf, type Counted } from './counted.ts';
import type { Sourced } from './sourced.ts';
import { rangesMeet } from './window.ts';

/**
 * Fields for which the claims of one happening give values that exclude each other. Plans take no part: a plan that came
 * otherwise is told by its outcome; nor does one voice contradict itself («обыски прошли в Лескене», «… и в Ольмаре»).
 */
export function findConflicts(sources: readonly Sourced[]): readonly Conflict[] {
  const reports = sources.map((s) => s.claim).filter((c) => reporting.has(c.status));
  const told = sources.map((s) => s.claim).filter((c) => c.status === 'denied' || reporting.has(c.status));
  return [
    ...conflict('time', reports, timeOf, (a, b) => !rangesMeet(a, b)),
    ...conflict('place', reports, placeOf, (a, b) => a !== b),
    ...conflict('figure', reports, figureOf, (a, b) => a.unit === b.unit && differ(a, b)),
    ...conflict('object', reports, numberOf, (a, b) => a.noun === b.noun && a.value !== b.value),
    ...conflict(
      'status',
      told,
      (c) => (c.status === 'denied' ? 'denied' : 'happened'),
      (a, b) => a !== b,
    ),
  ];
}

const reporting: ReadonlySet<string> = new Set(['happened', 'ongoing']);

/** All values that another one excludes, each with its claims, in the order of the claims. */
function conflict<V>(
  field: string,
  claims: readonly Claim[],
  valueOf: (claim: Claim) => V | null,
  exclude: (a: V, b: V) => boolean,
): readonly Conflict[] {
  const values = new Map<string, { readonly value: V; readonly tellers: Claim[] }>();
  for (const claim of claims) {
    const value = valueOf(claim);
    if (value === null) continue;
    const key = JSON.stringify(value);
    const known = values.get(key);
    if (known) known.tellers.push(claim);
    else values.set(key, { value, tellers: [claim] });
  }
  const all = [...values.values()];
  const against = all.filter((v) => all.some((w) => exclude(v.value, w.value) && haveTwoVoices(v.tellers, w.tellers)));
  return against.length > 1
    ? [{ field, values: against.map(({ value, tellers }) => ({ value, claims: tellers.map((c) => c.id) })) }]
    : [];
}

/** Not all of both are of one voice. */
function haveTwoVoices(some: readonly Claim[], others: readonly Claim[]): boolean {
  return new Set([...some, ...others].map(voiceOf)).size > 1;
}

/** The document, and who speaks in it. */
function voiceOf({ document, attribution }: Claim): string {
  return [document, ...attribution.flatMap((link) => (link.role === 'speaker' ? link.name : []))].join('|');
}

/** A day or a span of at most a month: «с 1999 года» contradicts nothing. */
function timeOf(claim: Claim): DayRange | null {
  const { from = null, to = null } = claim.time ?? {};
  if (from === null || to === null || claim.type === 'figure' || claim.type === 'position') return null;
  return { from, to };
}

/** A claim's place where it names just one town; a state holds many towns. */
function placeOf(claim: Claim): string | null {
  const places = claim.roles.filter((r) => r.role === 'place' && r.type === 'place');
  return places.length === 1 ? (places[0]?.entity ?? null) : null;
}

interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly approx: boolean;
}

function figureOf(claim: Claim): Amount | null {
  return claim.type === 'figure'
    ? { value: claim.figure.value, unit: claim.figure.unit, approx: claim.figure.approx }
    : null;
}

/** «порядка 52 млрд» and «51,8 млрд» agree: 5 % where either is approximate, 0.5 % otherwise (rounding in print). */
function differ(a: Amount, b: Amount): boolean {
  const slack = a.approx || b.approx ? 0.05 : 0.005;
  return Math.abs(a.value - b.value) > slack * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** How many of what, as the record tells it. */
function numberOf(claim: Claim): Pick<Counted, 'value' | 'noun'> | null {
  const count = countOf(claim);
  return count && { value: count.value, noun: count.noun };
}
