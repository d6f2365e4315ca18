import { stages, statuses, tenses, type Claim } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { ClaimTarget, CorrectableField, EntityTarget, Ruling } from '../model/ruling.ts';
import { type DayRange, isDay } from '../model/time.ts';
import { compareText, type Affinity, type Kind } from './clustering.ts';
import type { Happening } from './happening.ts';
import { nameKey } from './name-key.ts';
import type { NameNode } from './name-node.ts';

/** Rulings in the order in which they are replayed, without those that were undone. */
export function standingRulings(rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = rulings.toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
  const undone = new Set<string>();
  // An undo may itself be undone: the latest word is heard first.
  for (const ruling of sorted.toReversed()) {
    if (ruling.action === 'undo' && !undone.has(ruling.id)) undone.add(ruling.ruling);
  }
  return sorted.filter((r) => r.action !== 'undo' && !undone.has(r.id));
}

/** A document's claims as people left them: without the rejected ones, with corrected fields, accepted ones sure. */
export function applyRulings(
  standing: readonly Ruling[],
  document: Pick<Document, 'source'>,
  claims: readonly Claim[],
): readonly Claim[] {
  return claims.flatMap((claim) => {
    let left: Claim | null = claim;
    for (const ruling of standing) {
      if (!('target' in ruling) || !meansClaim(ruling.target, claim, document)) continue;
      if (ruling.action === 'reject') left = null;
      // Whoever accepts after a rejection takes the claim back as it was read.
      else if (ruling.action === 'accept') left = { ...(left ?? claim), confidence: 1 };
      else if ('field' in ruling && left !== null) left = correct(left, ruling.field, ruling.value);
    }
    return left === null ? [] : [left];
  });
}

/** Names as they are compared once people have merged some and kept others apart. */
export function ruleNames(kind: Kind<NameNode>, standing: readonly Ruling[]): Kind<NameNode> {
  return ruled(kind, (node) =>
    standing.flatMap((r) => ('entities' in r ? sidesOf(r, r.entities, (e) => meansName(e, node)) : [])),
  );
}

/** Happenings likewise; `sourceOf` gives a claim with its document. */
export function ruleHappenings(
  kind: Kind<Happening>,
  standing: readonly Ruling[],
  sourceOf: (claim: string) => { readonly claim: Claim; readonly document: Document } | undefined,
): Kind<Happening> {
  return ruled(kind, (happening) => {
    const source = sourceOf(happening.claim);
    if (!source) return [];
    return standing.flatMap((r) =>
      'targets' in r ? sidesOf(r, r.targets, (t) => meansClaim(t, source.claim, source.document)) : [],
    );
  });
}

/** The name that people gave an entity with these names; `null` where they gave none. */
export function rulingName(standing: readonly Ruling[], nodes: readonly NameNode[]): string | null {
  const last = standing.findLast((r) => r.action === 'rename' && nodes.some((n) => meansName(r.entity, n)));
  return last?.action === 'rename' ? last.name : null;
}

/** Which side of a ruling about two things something stands on. */
interface Side {
  readonly ruling: Ruling;
  readonly side: number;
}

function sidesOf<T>(ruling: Ruling, targets: readonly [T, T], means: (target: T) => boolean): readonly Side[] {
  return targets.flatMap((target, side) => (means(target) ? [{ ruling, side }] : []));
}

function ruled<N>(kind: Kind<N>, sideOf: (node: N) => readonly Side[]): Kind<N> {
  return {
    ...kind,
    blocksOf: (node) => [...kind.blocksOf(node), ...sideOf(node).map((s) => `ruling:${s.ruling.id}`)],
    compare: (a, b) => verdictOf(sideOf(a), sideOf(b)) ?? kind.compare(a, b),
  };
}

/** The latest ruling that sets the two against each other decides. */
function verdictOf(a: readonly Side[], b: readonly Side[]): Affinity | 'apart' | null {
  const last = a.findLast((s) => b.some((t) => t.ruling.id === s.ruling.id && t.side !== s.side))?.ruling;
  if (!last) return null;
  return last.action.startsWith('merge') ? { score: 100, why: `ruling of ${last.by}: ${last.why}` } : 'apart';
}

/** Whether a ruling about a claim is about this one: by its id, else by source, type and words. */
export function meansClaim(target: ClaimTarget, claim: Claim, document: Pick<Document, 'source'>): boolean {
  return (
    target.claim === claim.id ||
    (target.source === document.source && target.type === claim.type && target.evidence === claim.evidence.text)
  );
}

function meansName(target: EntityTarget, node: NameNode): boolean {
  return target.type === node.type && nameKey(target.name) === nameKey(node.name);
}

/** The claim with one field set; unchanged where the value is none of the field's. */
function correct(claim: Claim, field: CorrectableField, value: unknown): Claim {
  switch (field) {
    case 'status': {
      const status = statuses.find((s) => s === value);
      return status ? { ...claim, status } : claim;
    }
    case 'stage': {
      const stage = stages.find((s) => s === value);
      return stage && claim.type === 'agreement' ? { ...claim, stage } : claim;
    }
    case 'tense': {
      const tense = tenses.find((t) => t === value);
      return tense && claim.type === 'position' ? { ...claim, tense } : claim;
    }
    case 'time': {
      const range = rangeOf(value);
      return range === undefined ? claim : { ...claim, time: range && { ...range, text: claim.time?.text ?? null } };
    }
    case 'due': {
      const due = rangeOf(value);
      return due === undefined || claim.future === null ? claim : { ...claim, future: { ...claim.future, due } };
    }
  }
}

function rangeOf(value: unknown): DayRange | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object' || !('from' in value) || !('to' in value)) return undefined;
  const { from, to } = value;
  return (from === null || isDay(from)) && (to === null || isDay(to)) ? { from, to } : undefined;
}
