import type { ClaimType, Role, Status } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { findActTime, isDated } from './clause-time.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { evidenceOf } from './evidence.ts';
import { reflexivePassives } from './predications.data.ts';
import { type Predication, readPredication } from './predications.ts';
import { type PlacedTime, type Reading } from './reading.ts';
import { fillersOf, type RolePattern } from './role-fillers.ts';
import { fillRole } from './roles.ts';
import { firstPerson } from './speaker-acts.ts';
import { readStatus, type StatusReading, withDay } from './status.ts';
import { beforeThis, onDay, sinceThen } from './status-of-day.ts';
import { spanOf, standsFor, type Tree } from './tree.ts';
import { createTriggers, type FindTriggers } from './triggers.ts';

/** One way in which Russian says that something of a type happens; an example stands above each row of the data. */
export interface Frame {
  readonly name: string;
  readonly triggers: readonly string[];
  readonly roles: readonly RolePattern[];
  /** Where the words themselves settle the status: «отложили». */
  readonly status?: Status;
  /** At least this many of the roles must be filled. */
  readonly least?: number;
  /** How many where a verb says that it takes place: «визит состоится»; absent: as `least`. */
  readonly leastCarried?: number;
  /** How many where the clause hides who acts: «арестован», «посла отозвали»; absent: as `least`. */
  readonly leastHidden?: number;
}

/** A frame that held: what a claim type needs to make its draft. */
export interface Match {
  readonly frame: Frame;
  readonly p: Predication;
  readonly roles: readonly Role[];
  /** Tokens that fill roles. */
  readonly fillers: readonly number[];
  readonly reading: StatusReading;
  readonly time: Draft['time'];
  readonly placed: PlacedTime | null;
  readonly evidence: Span;
}

export interface FrameResult {
  readonly matches: readonly Match[];
  readonly rejected: readonly Rejected[];
}

/** Frames by the words that trigger them, made once a claim type; a reflexive that is a passive stands with its verb. */
export function indexFrames(frames: readonly Frame[]): FindTriggers<readonly Frame[]> {
  const index = new Map<string, Frame[]>();
  for (const frame of frames) {
    for (const lemma of frame.triggers) index.set(lemma, [...(index.get(lemma) ?? []), frame]);
  }
  for (const reflexive of reflexivePassives) {
    const own = index.get(reflexive) ?? index.get(reflexive.slice(0, -2));
    if (own) index.set(reflexive, own);
  }
  return createTriggers(index);
}

/**
 * Applies the frames of one claim type to a sentence.
 * In: a reading, one of its trees, what its words trigger. Out: the frames that held with their roles, status, time and
 * evidence, and those that looked and did not, each with its reason.
 */
export function matchFrames(reading: Reading, tree: Tree, triggers: FindTriggers<readonly Frame[]>): FrameResult {
  const matches: Match[] = [];
  const rejected: Rejected[] = [];
  for (const { token, of: frames } of triggers(tree)) {
    const p = readPredication(tree, token);
    for (const frame of frames) {
      const filled = fillRoles(reading, p, frame);
      if (filled.kind === 'rejected') {
        rejected.push({ rule: frame.name, reason: filled.reason, ...spanOf(tree, [token]) });
        continue;
      }
      matches.push(makeMatch(reading, frame, p, filled));
      break;
    }
  }
  return { matches, rejected };
}

type Filled =
  | { readonly kind: 'filled'; readonly roles: readonly Role[]; readonly fillers: readonly number[] }
  | { readonly kind: 'rejected'; readonly reason: string };

function fillRoles(reading: Reading, p: Predication, frame: Frame): Filled {
  const roles: Role[] = [];
  const taken = new Set<number>();
  let filled = 0;
  for (const pattern of frame.roles) {
    const tokens = fillersOf(reading, p, pattern, taken);
    if (tokens.length === 0) {
      const isSpeaker = pattern.speaks === true && firstPerson(p.tree, p.token) !== null;
      if (pattern.required && !isSpeaker)
        return { kind: 'rejected', reason: `no ${pattern.role} in ${pattern.from.join(', ')}` };
      continue;
    }
    filled++;
    for (const t of new Set(tokens)) {
      taken.add(t);
      // a post and the name beside it may both be subjects: they are one person
      const said = standsFor(p.tree, t, p.token).map((s) => fillRole(reading, p.tree, s, pattern.role));
      roles.push(...said.filter((r) => !roles.some((known) => known.role === r.role && known.name === r.name)));
    }
  }
  const least =
    (hidesActor(p) ? frame.leastHidden : undefined) ??
    (p.light >= 0 ? frame.leastCarried : undefined) ??
    frame.least ??
    0;
  return filled < least
    ? { kind: 'rejected', reason: `${filled} of at least ${least} roles filled` }
    : { kind: 'filled', roles, fillers: [...taken] };
}

/** «двое арестованы», «посла отозвали»: the passive, and the plural without a subject. */
function hidesActor(p: Predication): boolean {
  if (p.form !== 'finite' || p.agents.length > 0) return false;
  const { number, tense } = p.tree.tokens[p.token]?.features ?? {};
  return p.passive || (number === 'Plur' && tense === 'Past' && p.patients.length > 0);
}

function makeMatch(
  reading: Reading,
  frame: Frame,
  p: Predication,
  filled: { readonly roles: readonly Role[]; readonly fillers: readonly number[] },
): Match {
  const found = findActTime(reading, p);
  const told = withDay(readStatus(p), isDated(reading, p));
  const time = found?.time ?? null;
  const status = onDay(reading, beforeThis(reading, p, told, time), time);
  return {
    frame,
    p,
    roles: filled.roles,
    fillers: filled.fillers,
    // «в случае невыполнения договора»: not told as done or left undone
    reading:
      frame.status && status.status !== 'possible'
        ? { ...status, status: frame.status, force: null }
        : sinceThen(p, status, found?.placed ?? null),
    time: found?.time ?? null,
    placed: found?.placed ?? null,
    evidence: evidenceOf(reading, p, filled.fillers, found?.placed ?? null),
  };
}

/** The draft of a happening, as every type that has no fields of its own makes it. */
export function happeningDraft(
  match: Match,
  type: Exclude<ClaimType, 'statement' | 'position' | 'agreement' | 'figure'>,
): Draft {
  return {
    type,
    status: match.reading.status,
    force: match.reading.force,
    cues: match.reading.cues,
    time: match.time,
    roles: match.roles,
    evidence: match.evidence,
    rule: match.frame.name,
    sentence: match.p.tree.sentence.index,
    token: match.p.token,
  };
}

export interface FrameDrafts {
  readonly drafts: readonly Draft[];
  readonly rejected: readonly Rejected[];
}

/** Makes drafts of the frames that held, but for those that `whyNot` gives a reason against; the reasons are kept. */
export function draftMatches(
  result: FrameResult,
  whyNot: (match: Match) => string | null,
  draft: (match: Match) => Draft,
): FrameDrafts {
  const drafts: Draft[] = [];
  const rejected = [...result.rejected];
  for (const match of result.matches) {
    const reason = whyNot(match);
    if (reason === null) drafts.push(draft(match));
    else rejected.push({ rule: match.frame.name, reason, ...match.evidence });
  }
  return { drafts, rejected };
}
