import type { Claim, Role } from '../../src/model/claim.ts';
import type { Record } from '../../src/model/record.ts';
import { rangesMeet } from '../../src/record/window.ts';
import type { World } from './make-world.ts';
import type { Article, Assertion } from './write-articles.ts';

export interface Rate {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly spurious: number;
  readonly missed: number;
}

/** How far a record is the world that its articles tell of. */
export interface Comparison {
  readonly articles: number;
  /** Assertions that a claim of the record carries, of all. */
  readonly carried: number;
  readonly assertions: number;
  readonly entityPairs: Rate;
  readonly eventPairs: Rate;
  readonly outcomes: { readonly right: number; readonly of: number; readonly accuracy: number };
  readonly conflicts: Rate;
  /** What went wrong, for reading. */
  readonly errors: readonly string[];
}

/**
 * Compares a record with the world. Claims are found by their evidence (any overlap with the asserting sentence) and type, so
 * that claims of any origin can be compared; pairs are pairs of mentions or claims that are one and that the record joins.
 */
export function compareRecord(record: Record, world: World, articles: readonly Article[]): Comparison {
  const assertions = articles.flatMap((article) => article.assertions);
  const carriers = findCarriers(record, assertions);
  const errors: string[] = [];
  return {
    articles: articles.length,
    assertions: assertions.length,
    carried: carriers.size,
    entityPairs: entityPairs(record, assertions, carriers, errors),
    eventPairs: eventPairs(record, assertions, carriers, errors),
    outcomes: compareOutcomes(record, world, assertions, carriers, errors),
    conflicts: compareConflicts(record, assertions, carriers, errors),
    errors,
  };
}

function findCarriers(record: Record, assertions: readonly Assertion[]): ReadonlyMap<Assertion, Claim> {
  const byPlace = Map.groupBy(record.claims, (c) => `${c.document}|${c.type}`);
  const carriers = new Map<Assertion, Claim>();
  const taken = new Set<string>();
  for (const assertion of assertions) {
    const { claim } = assertion;
    const near = (byPlace.get(`${claim.document}|${claim.type}`) ?? []).filter(
      (c) => c.evidence.start < claim.evidence.stop && claim.evidence.start < c.evidence.stop && !taken.has(c.id),
    );
    const carrier = near.toSorted((a, b) => alike(b, claim) - alike(a, claim))[0];
    if (!carrier) continue;
    carriers.set(assertion, carrier);
    taken.add(carrier.id);
  }
  return carriers;
}

function alike(a: Claim, b: Claim): number {
  const names = (c: Claim) => c.roles.map((r) => r.name.toLowerCase());
  const shared = names(a).filter((n) => names(b).includes(n)).length;
  const stage = a.type === 'agreement' && b.type === 'agreement' && a.stage === b.stage ? 4 : 0;
  return shared + stage + (a.status === b.status ? 2 : 0) + (a.id === b.id ? 100 : 0);
}

/**
 * Mentions are the role fillers of the world's claims. What the record has for one is the entity that the claim carries in
 * the same words, in whatever role; else that which another claim of the same sentence carries. Claims of any origin call
 * things as their text does: «Договор о дружбе между Арвенией и Белморией» is the «договор о дружбе» of the world.
 */
function entityPairs(
  record: Record,
  assertions: readonly Assertion[],
  carriers: ReadonlyMap<Assertion, Claim>,
  errors: string[],
): Rate {
  const byDocument = Map.groupBy(record.claims, (c) => c.document);
  const pairs: Labelled[] = [];
  const told: Told[] = [];
  for (const assertion of assertions) {
    const { claim } = assertion;
    const carrier = carriers.get(assertion);
    const beside = (byDocument.get(claim.document) ?? []).filter(
      (c) => c.evidence.start < claim.evidence.stop && claim.evidence.start < c.evidence.stop,
    );
    const roles = [...(carrier ? [carrier] : []), ...beside].flatMap((c) => c.roles).filter((r) => r.entity !== null);
    for (const [i, role] of claim.roles.entries()) {
      const truth = assertion.truths[i];
      if (truth === null || truth === undefined) continue;
      const pair = { truth, found: entityCalled(role, roles) };
      pairs.push(pair);
      told.push({ ...pair, words: `${role.name}: ${claim.evidence.text}` });
    }
  }
  errors.push(...strayed(told));
  return pairRate(pairs);
}

interface Told extends Labelled {
  readonly words: string;
}

/** Each truth that is found as more than one thing, or not at all, with the words of all but its most usual finding. */
function strayed(told: readonly Told[]): readonly string[] {
  return [...Map.groupBy(told, (t) => t.truth)].flatMap(([truth, all]) => {
    const [, ...others] = [...Map.groupBy(all, (t) => t.found)].toSorted(([, a], [, b]) => b.length - a.length);
    return others.flatMap(([found, few]) => few.map((t) => `${truth} of ${all.length} as ${found} in «${t.words}»`));
  });
}

/**
 * The entity of the role whose name has most of the words of the world's name, its last among them, of the same kind before
 * others. Of other kinds only a name that ends in the last word counts.
 */
function entityCalled(role: Role, found: readonly Role[]): string | null {
  const wanted = wordsIn(role.name);
  const last = wanted.at(-1) ?? '';
  const fitting = found.flatMap((r) => {
    const words = wordsIn(r.name);
    const fits = r.type === role.type ? words.includes(last) : words.at(-1) === last;
    const shared = wanted.filter((w) => words.includes(w)).length;
    return fits ? [{ entity: r.entity, rank: shared + (r.type === role.type ? 10 : 0) }] : [];
  });
  return fitting.toSorted((a, b) => b.rank - a.rank)[0]?.entity ?? null;
}

/** First five letters of each word, so that cases do not matter. */
function wordsIn(name: string): readonly string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []).map((word) => word.slice(0, 5));
}

function eventPairs(
  record: Record,
  assertions: readonly Assertion[],
  carriers: ReadonlyMap<Assertion, Claim>,
  errors: string[],
): Rate {
  const eventOf = new Map(record.events.flatMap((e) => e.claims.map((id) => [id, e.id] as const)));
  const pairs = assertions
    .filter((a) => a.claim.type !== 'position')
    .map((a) => ({
      truth: a.fact,
      found: eventOf.get(carriers.get(a)?.id ?? '') ?? null,
      words: `${a.telling}: ${a.claim.evidence.text} ${tellRoles(carriers.get(a))}`,
    }));
  for (const [event, all] of Map.groupBy(pairs, (p) => p.found)) {
    const facts = new Set(all.map((p) => p.truth));
    if (event !== null && facts.size > 1) errors.push(`one event of ${[...facts].join(', ')}`);
  }
  errors.push(...strayed(pairs));
  return pairRate(pairs);
}

/** A claim in short: «planned 2024-05-01…2024-05-31 actor=Орлов». */
function tellRoles(claim: Claim | undefined): string {
  if (!claim) return 'no claim';
  const roles = claim.roles.map((r) => `${r.role}=${r.name}${r.entity === null ? '?' : ''}`).join(' ');
  const stage = claim.type === 'agreement' ? `${claim.stage} ` : '';
  return `${stage}${claim.status} ${claim.time?.from ?? ''}…${claim.time?.to ?? ''} ${roles}`;
}

interface Labelled {
  readonly truth: string;
  /** `null` where the record has nothing. */
  readonly found: string | null;
}

/** Pairs of one truth, of one finding, and of both, counted by groups. */
function pairRate(labels: readonly Labelled[]): Rate {
  const count = (keys: readonly (string | null)[]) => {
    const sizes = new Map<string, number>();
    for (const key of keys) if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  };
  const both = count(labels.map((l) => (l.found === null ? null : `${l.truth}|${l.found}`)));
  return rateOf(both, count(labels.map((l) => l.found)) - both, count(labels.map((l) => l.truth)) - both);
}

function rateOf(right: number, spurious: number, missed: number): Rate {
  const precision = right + spurious === 0 ? 1 : right / (right + spurious);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, right, spurious, missed };
}

/** Every plan that an article tells has the outcome that the world gave it. */
function compareOutcomes(
  record: Record,
  world: World,
  assertions: readonly Assertion[],
  carriers: ReadonlyMap<Assertion, Claim>,
  errors: string[],
) {
  const commitmentOf = new Map(record.commitments.flatMap((c) => c.claims.map((id) => [id, c] as const)));
  let right = 0;
  let of = 0;
  for (const fact of world.facts) {
    const first = assertions.find((a) => a.fact === fact.id && a.telling === 'plan');
    if (!fact.plan || !first) continue;
    of++;
    const found = commitmentOf.get(carriers.get(first)?.id ?? '')?.outcome.status ?? 'no commitment';
    if (found === fact.plan.outcome) right++;
    else errors.push(`${fact.id} is ${fact.plan.outcome}, found ${found}`);
  }
  return { right, of, accuracy: of === 0 ? 1 : right / of };
}

/** A true conflict is a fact for which articles give values that exclude each other, whatever the record made of it. */
function compareConflicts(
  record: Record,
  assertions: readonly Assertion[],
  carriers: ReadonlyMap<Assertion, Claim>,
  errors: string[],
): Rate {
  const told = assertions.filter((a) => a.telling === 'done' && a.claim.type !== 'position');
  const wanted = new Set<string>();
  for (const [fact, all] of Map.groupBy(told, (a) => a.fact)) {
    for (const field of ['time', 'figure', 'object'] as const) {
      const clash = all.some((a) => all.some((b) => excludes(field, a.claim, b.claim)));
      if (clash) wanted.add(`${fact} ${field}`);
    }
  }
  const factOf = new Map([...carriers].map(([assertion, claim]) => [claim.id, assertion.fact]));
  const found = new Set<string>();
  for (const event of record.events) {
    if (event.type === 'position') continue;
    const facts = new Set(event.claims.flatMap((id) => factOf.get(id) ?? []));
    for (const { field } of event.conflicts) {
      if (field !== 'status') found.add(`${[...facts].toSorted().join('+')} ${field}`);
    }
  }
  const right = [...found].filter((f) => wanted.has(f)).length;
  for (const f of found) if (!wanted.has(f)) errors.push(`no such conflict: ${f}`);
  for (const w of wanted) if (!found.has(w)) errors.push(`conflict not found: ${w}`);
  return rateOf(right, found.size - right, wanted.size - right);
}

function excludes(field: 'time' | 'figure' | 'object', a: Claim, b: Claim): boolean {
  if (field === 'figure') return a.type === 'figure' && b.type === 'figure' && a.figure.value !== b.figure.value;
  if (a.type === 'figure' || b.type === 'figure') return false;
  if (field === 'time') return a.time !== null && b.time !== null && !rangesMeet(a.time, b.time);
  const count = (c: Claim) => /\d+/u.exec(c.roles.find((r) => r.role === 'object')?.name ?? '')?.[0];
  const [one, other] = [count(a), count(b)];
  return one !== undefined && other !== undefined && one !== other;
}
