import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Claim } from '../src/model/claim.ts';
import type { Document } from '../src/model/document.ts';
import type { Span } from '../src/model/span.ts';
import type { Record as RecordOfDossier } from '../src/model/record.ts';

const range = z.tuple([z.string().nullable(), z.string().nullable()]);
const texts = z.union([z.string(), z.array(z.string())]);
const goldClaim = z.looseObject({
  type: z.string(),
  type_also: texts.optional(),
  evidence: z.string(),
  optional: z.boolean().optional(),
  time: range.nullish(),
  time_also: z.array(range).optional(),
});
const goldDocument = z.looseObject({
  document: z.looseObject({ published: range.optional(), published_also: z.array(range).optional() }),
  claims: z.array(goldClaim),
  never: z
    .array(
      z.looseObject({
        evidence: z.string(),
        type: z.string().optional(),
        wrong: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});
const goldFile = z.record(z.string(), goldDocument);
export type GoldClaim = z.infer<typeof goldClaim>;
type GoldDocument = z.infer<typeof goldDocument>;
export type Gold = z.infer<typeof goldFile>;

/** What a record is worth against gold; shares are 0…1, `null` where the gold asks for nothing of the kind. */
export interface Score {
  readonly claimsF1: number;
  readonly fields: number | null;
  readonly published: number | null;
  /** Claims that assert what the gold says the text does not. */
  readonly violations: number;
  readonly missed: readonly string[];
  readonly spurious: readonly string[];
  readonly wrong: readonly string[];
}

/** Fields that a matched claim is asked for where its gold has them, beside the time. */
const plainFields = ['status', 'stage', 'mode', 'tense'] as const;
const roleFields = [
  'speaker',
  'person',
  'post',
  'organisation',
  'agreement',
  'exercise',
  'supplier',
  'recipient',
  'object',
  'target',
  'place',
];

/** Reads a gold file in the format of `examples/gold.json`. */
export function readGold(file: string): Gold {
  return goldFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Scores a record against gold, for the floor of the examples, which has to hold where the scorer of the shared data is
 * not at hand. A claim is found when one of its type shares at least half of the shorter evidence with it; each is
 * counted once. An optional claim counts neither way. Names agree when half of the words wanted are there by their stems.
 */
export function scoreRecord(record: RecordOfDossier, gold: Gold): Score {
  const names = namesIn(record);
  const tally = { found: 0, spurious: [] as string[], missed: [] as string[], right: 0, wrong: [] as string[] };
  const published = { right: 0, of: 0 };
  let violations = 0;
  for (const [key, wanted] of Object.entries(gold)) {
    const document = record.documents.find((d) => d.source.includes(key));
    const claims = document ? record.claims.filter((c) => c.document === document.id) : [];
    if (wanted.document.published) {
      published.of++;
      const days = [wanted.document.published, ...(wanted.document.published_also ?? [])];
      if (days.some((d) => sameDays(document?.published ?? null, d))) published.right++;
    }
    const pairs = document ? pairClaims(document, claims, wanted) : new Map<GoldClaim, Claim>();
    const required = wanted.claims.filter((c) => c.optional !== true);
    const used = new Set(pairs.values());
    tally.spurious.push(...claims.filter((c) => !used.has(c)).map((c) => `${c.type} [${key}] ${c.evidence.text}`));
    for (const want of required) {
      const got = pairs.get(want);
      const tag = `${want.type} [${key}] ${want.evidence}`;
      if (!got) tally.missed.push(tag);
      else {
        tally.found++;
        for (const [field, right] of fieldsOf(want, got, names)) {
          if (right) tally.right++;
          else tally.wrong.push(`${field}: ${tag}`);
        }
      }
    }
    if (document) violations += violationsOf(document, claims, wanted);
  }
  const { found, right } = tally;
  const fields = right + tally.wrong.length;
  return {
    claimsF1: (2 * found) / (2 * found + tally.spurious.length + tally.missed.length || 1),
    fields: fields === 0 ? null : right / fields,
    published: published.of === 0 ? null : published.right / published.of,
    violations,
    missed: tally.missed,
    spurious: tally.spurious,
    wrong: tally.wrong,
  };
}

/** Every name of each entity, by its id. */
export function namesIn(record: RecordOfDossier): ReadonlyMap<string, readonly string[]> {
  return new Map(record.entities.map((e) => [e.id, [e.name, ...e.aliases]]));
}

/** The claim that was found for each of the gold, optional ones with them; each is given once, the best fits first. */
export function pairClaims(
  document: Document,
  claims: readonly Claim[],
  wanted: GoldDocument,
): ReadonlyMap<GoldClaim, Claim> {
  const fits = wanted.claims.flatMap((want) => {
    const types = either(want, 'type');
    return claims.flatMap((claim) => {
      const share = types.includes(claim.type) ? overlap(document.text, want.evidence, claim) : 0;
      const agreeing = plainFields.filter(
        (f) => f in want && either(want, f).includes(String(valueOf(claim, f))),
      ).length;
      const lengths = [want.evidence.length, claim.evidence.stop - claim.evidence.start] as const;
      // A required claim is served before an optional one, the better fit before the worse, evidence of like length before other.
      const fit = share + agreeing / 4 + Math.min(...lengths) / Math.max(...lengths) / 10;
      return share >= 0.5 ? [{ want, found: claim, fit: fit - (want.optional === true ? 10 : 0) }] : [];
    });
  });
  return pairBest(fits);
}

/** Pairs what is wanted with what was found, the best fits first; each side once. */
export function pairBest<Want, Found>(
  fits: readonly { readonly want: Want; readonly found: Found; readonly fit: number }[],
): ReadonlyMap<Want, Found> {
  const pairs = new Map<Want, Found>();
  const used = new Set<Found>();
  for (const { want, found } of fits.toSorted((a, b) => b.fit - a.fit)) {
    if (pairs.has(want) || used.has(found)) continue;
    pairs.set(want, found);
    used.add(found);
  }
  return pairs;
}

/** How much of the shorter of both evidences they share, at the best place where the wanted words stand. */
function overlap(text: string, words: string, claim: Claim): number {
  const { start, stop } = claim.evidence;
  const shares = placesOf(text, words).map(
    (place) => (Math.min(stop, place.stop) - Math.max(start, place.start)) / Math.min(stop - start, words.length),
  );
  return Math.max(0, ...shares);
}

/** Every place of a text where the words stand. */
export function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, stop: at + words.length });
  }
  return places;
}

/** Each field that the gold asks a claim for, and whether it is right; `names`: every name of an entity by its id. */
export function* fieldsOf(
  want: GoldClaim,
  got: Claim,
  names: ReadonlyMap<string, readonly string[]>,
): Generator<readonly [field: string, right: boolean]> {
  for (const field of plainFields) {
    if (typeof want[field] === 'string') yield [field, either(want, field).includes(String(valueOf(got, field)))];
  }
  if (want.time) yield ['time', [want.time, ...(want.time_also ?? [])].some((t) => sameDays(got.time, t))];
  for (const role of roleFields) {
    if (typeof want[role] !== 'string') continue;
    const fillers = got.roles.filter((r) => r.role === role);
    const said = fillers.flatMap((r) => [r.text, r.name].concat(names.get(r.entity ?? '') ?? []));
    yield [role, either(want, role).some((w) => said.some((name) => sameName(w, name)))];
  }
  if (got.type === 'figure' && typeof want['value'] === 'number') {
    yield ['value', Math.abs(got.figure.value - want['value']) <= Math.abs(want['value']) * 1e-6];
  }
}

function violationsOf(document: Document, claims: readonly Claim[], wanted: GoldDocument): number {
  return claims.filter((claim) =>
    (wanted.never ?? []).some((never) => {
      if (never.type !== undefined && never.type !== claim.type) return false;
      if (overlap(document.text, never.evidence, claim) < 0.5) return false;
      return Object.entries(never.wrong ?? {}).every(([field, value]) => {
        if (typeof value !== 'string') return false;
        const plain = valueOf(claim, field);
        if (plain !== undefined) return plain === value;
        return claim.roles.some((r) => r.role === field && sameName(value, r.name));
      });
    }),
  ).length;
}

function valueOf(claim: Claim, field: string): unknown {
  const fields: Readonly<Record<string, unknown>> = { ...claim };
  return plainFields.some((f) => f === field) ? fields[field] : undefined;
}

/** The accepted values of a field: its own, and those of `FIELD_also`. */
function either(want: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  return [want[field], want[`${field}_also`]].flat().filter((v) => typeof v === 'string');
}

function sameDays(
  got: { readonly from: string | null; readonly to: string | null } | null,
  want: readonly [string | null, string | null],
): boolean {
  return (got?.from ?? null) === want[0] && (got?.to ?? null) === want[1];
}

function sameName(want: string, got: string): boolean {
  const wanted = stemsOf(want);
  const given = new Set(stemsOf(got));
  const hits = wanted.filter((w) => given.has(w)).length;
  return wanted.length > 0 && hits * 2 >= wanted.length && (wanted.length > 2 || hits === wanted.length);
}

/** Words cut to five letters: enough to see one name through its cases. */
function stemsOf(name: string): readonly string[] {
  const words =
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, Math.max(3, Math.min(5, word.length - 1))));
}
