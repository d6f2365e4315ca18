import { type ClaimType, claimTypes } from '../src/model/claim.ts';

/** A claim that the program found in an annotated article: what it says of itself, and whether the gold has it. */
export interface Judged {
  readonly rule: string;
  readonly type: ClaimType;
  readonly confidence: number;
  readonly isRight: boolean;
}

/** How often the claims of a rule or type were right, and the confidence that follows. */
export interface Fitted {
  readonly confidence: number;
  readonly right: number;
  readonly claims: number;
}

export interface FittedConfidence {
  readonly types: ReadonlyMap<ClaimType, Fitted>;
  /** In the order of their names. */
  readonly rules: ReadonlyMap<string, Fitted>;
}

/** A rule counts as if it had been seen this often more, at the share of its type; a type likewise, at the share of all. */
const priorClaims = 10;

/**
 * What looking at errors added to the share of right claims: .85 of those in `wide` and `later` were right when they were first
 * scored, .88 when their errors had been looked at; and half a hundredth for what was said too much of `blind` with less.
 */
const lookedAt = 0.035;

/**
 * What a rule's claims are worth. Its precision is drawn to that of its type, and that to the precision of all, as if
 * `priorClaims` more had been seen at it; then `lookedAt` is taken off, because the rules were written with these articles in
 * view, and a standard error, because a rule that was seen seldom is known badly.
 */
export function fitConfidence(judged: readonly Judged[]): FittedConfidence {
  const all = judged.length === 0 ? 0.5 : judged.filter((j) => j.isRight).length / judged.length;
  const types = new Map<ClaimType, Fitted>();
  const shares = new Map<ClaimType, number>();
  for (const type of claimTypes) {
    const own = judged.filter((j) => j.type === type);
    types.set(type, fit(own, all));
    shares.set(type, drawn(own, all));
  }
  const rules = new Map<string, Fitted>();
  const names = [...new Set(judged.map((j) => j.rule))].toSorted();
  for (const name of names) {
    const own = judged.filter((j) => j.rule === name);
    rules.set(name, fit(own, (own[0] && shares.get(own[0].type)) ?? all));
  }
  return { types, rules };
}

function fit(own: readonly Judged[], prior: number): Fitted {
  const share = drawn(own, prior);
  const error = Math.sqrt((share * (1 - share)) / (own.length + priorClaims));
  // Nothing is certain, and nothing that is kept is worth nothing.
  const confidence = Math.min(0.99, Math.max(0.05, share - lookedAt - error));
  return {
    confidence: Math.round(confidence * 100) / 100,
    right: own.filter((j) => j.isRight).length,
    claims: own.length,
  };
}

function drawn(own: readonly Judged[], prior: number): number {
  return (own.filter((j) => j.isRight).length + priorClaims * prior) / (own.length + priorClaims);
}

/**
 * Expected calibration error: how far the mean confidence of a tenth lies from the share of right claims in it, on average
 * over claims. 0 where every tenth means what it says; `null` without claims.
 */
export function calibrationError(judged: readonly Said[]): number | null {
  return judged.length === 0 ? null : gapsOf(judged).reduce((sum, gap) => sum + Math.abs(gap), 0) / judged.length;
}

/**
 * What of the calibration error comes of tenths that say more than is right. Articles whose errors were looked at are read better
 * than confidence says, as `lookedAt` means it to be: of them only this is asked.
 */
export function overstatement(judged: readonly Said[]): number | null {
  return judged.length === 0 ? null : gapsOf(judged).reduce((sum, gap) => sum + Math.max(0, gap), 0) / judged.length;
}

type Said = Pick<Judged, 'confidence' | 'isRight'>;

/** Confidence less right claims, summed over the claims of each tenth. */
function gapsOf(judged: readonly Said[]): readonly number[] {
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const { confidence, isRight } of judged) {
    const tenth = tenthOf(confidence);
    gaps[tenth] = (gaps[tenth] ?? 0) + confidence - (isRight ? 1 : 0);
  }
  return gaps;
}

/** The tenth in which a confidence lies, 0…9; 1 belongs to the last. */
export function tenthOf(confidence: number): number {
  // 1 - 0.9 is 0.09999999999999998: a hair more keeps a round confidence that was reckoned in its own tenth.
  return Math.min(9, Math.floor(confidence * 10 + 1e-9));
}
