import type { MentionKind, Token } from '../language/analysis.ts';
import type { ClaimType, Role, RoleName, Status } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { findClauseTime, isDated } from './clause-time.ts';
import type { Draft } from './draft.ts';
import type { Rejected } from './findings.ts';
import { placeNouns, prepositionWords } from './frame-words.data.ts';
import { evidenceOf } from './evidence.ts';
import { heldWithin } from './held-within.ts';
import { chargingVerbs, predicatesOf } from './misread-arguments.ts';
import { reflexivePassives } from './predications.data.ts';
import { type Predication, readPredication } from './predications.ts';
import { type PlacedTime, type Reading } from './reading.ts';
import { withoutPostOfName } from './post-of-name.ts';
import { actingBodies, fillRole, isOneOrSomeOf, isSomeOf, joinedAfter, kindAt } from './roles.ts';
import { readStatus, type StatusReading, withDay } from './status.ts';
import { beforeThis, onDay, sinceThen } from './status-of-day.ts';
import { coordinated, dependents, genitivesOf, isNominal, prepositionOf, standsFor, subtree, type Tree } from './tree.ts';

/** Where a role's filler stands: who acts, what is acted on, or an oblique by preposition and case (`с Ins`, `Dat`). */
export type Slot =
  | 'agent'
  | 'patient'
  | `${string} ${'Gen' | 'Dat' | 'Acc' | 'Ins' | 'Loc'}`
  | 'Dat'
  | 'Ins'
  | 'self'
  | 'infinitive'
  | 'predicate';

export interface RolePattern {
  readonly role: RoleName;
  readonly from: readonly Slot[];
  /** Kinds of mention that may fill it; absent: any. */
  readonly kinds?: readonly MentionKind[];
  /** Head nouns that may fill it, beside the kinds. */
  readonly nouns?: ReadonlySet<string>;
  /** Whether any word for people may fill it too: «рыбаки», «жена». */
  readonly people?: boolean;
  /** Whether a number of those may fill it: «73 из 101 депутата». */
  readonly counted?: boolean;
  /** Without a filler the frame does not hold. */
  readonly required?: boolean;
}

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

/** An index of frames by trigger lemma, made once a claim type; a reflexive that is a passive stands with its verb. */
export function indexFrames(frames: readonly Frame[]): ReadonlyMap<string, readonly Frame[]> {
  const index = new Map<string, Frame[]>();
  for (const frame of frames) {
    for (const lemma of frame.triggers) index.set(lemma, [...(index.get(lemma) ?? []), frame]);
  }
  for (const reflexive of reflexivePassives) {
    const own = index.get(reflexive) ?? index.get(reflexive.slice(0, -2));
    if (own) index.set(reflexive, own);
  }
  return index;
}

/**
 * Applies the frames of one claim type to a sentence.
 * In: a reading, one of its trees, the frames by trigger. Out: the frames that held with their roles, status, time and
 * evidence, and those that looked and did not, each with its reason.
 */
export function matchFrames(reading: Reading, tree: Tree, frames: ReadonlyMap<string, readonly Frame[]>): FrameResult {
  const matches: Match[] = [];
  const rejected: Rejected[] = [];
  tree.tokens.forEach((token, i) => {
    const candidates = token.kind === 'word' ? frames.get(token.lemma) : undefined;
    if (!candidates) return;
    const p = readPredication(tree, i);
    for (const frame of candidates) {
      const filled = fillRoles(reading, p, frame);
      if (filled.kind === 'rejected') {
        rejected.push({ rule: frame.name, reason: filled.reason, start: token.start, stop: token.stop });
        continue;
      }
      matches.push(makeMatch(reading, frame, p, filled));
      break;
    }
  });
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
    const direct = pattern.from
      .flatMap((slot) => tokensIn(p, slot))
      .filter((t) => !taken.has(t) && standsFor(p.tree, t, p.token).some((s) => fits(reading, p.tree, s, pattern)));
    const named = withoutPostOfName(reading, p.tree, direct, p.token);
    const near = named.length > 0 ? named : farther(reading, p, pattern, taken);
    const tokens = isJoint(pattern) ? near.flatMap((t) => [t, ...joinedAfter(reading, p.tree, t)]) : near;
    if (tokens.length === 0) {
      if (pattern.required) return { kind: 'rejected', reason: `no ${pattern.role} in ${pattern.from.join(', ')}` };
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

/** Who acts together: roles that people and states share. */
function isJoint(pattern: RolePattern): boolean {
  return (pattern.role === 'actor' || pattern.role === 'party') && (pattern.kinds?.includes('person') ?? false);
}

/** Where a filler can stand when its slot is empty because the tree hangs it elsewhere. */
function farther(
  reading: Reading,
  p: Predication,
  pattern: RolePattern,
  taken: ReadonlySet<number>,
): readonly number[] {
  if (markedRoles.has(pattern.role)) {
    const below = placeBelow(reading, p, pattern, taken);
    return below.length > 0 ? below : behindAim(reading, p, pattern);
  }
  if (pattern.role === 'agreement') {
    const standing = [...p.patients, ...pattern.from.flatMap((slot) => tokensIn(p, slot))];
    const within = heldWithin(p.tree, standing).filter((t) => fits(reading, p.tree, t, pattern));
    if (within.length > 0) return within;
  }
  // «договор, продлевающий срок аренды»: it prolongs, and is not prolonged
  const toAntecedent = pattern.from.includes(p.passive ? 'patient' : 'agent');
  return p.form === 'participle' && pattern.required && toAntecedent ? antecedentBefore(reading, p, pattern) : [];
}

/** Roles that a preposition or a dative marks, so that they are known wherever the tree hangs them. */
const markedRoles: ReadonlySet<RoleName> = new Set(['place', 'recipient', 'supplier', 'target']);

/**
 * «учение на полигоне в Ольмаре»: a place with its preposition anywhere under the predicate or the verb that carries it,
 * as long as no other verb stands between.
 */
function placeBelow(
  reading: Reading,
  p: Predication,
  pattern: RolePattern,
  taken: ReadonlySet<number>,
): readonly number[] {
  const { tree } = p;
  const roots = p.light >= 0 ? [p.light, p.token] : [p.token];
  // «обыск у министра», «дело против банка»: on whom hangs on what is done
  const isHeld = (c: number): boolean => pattern.role === 'target' && p.patients.includes(c);
  const stops = (c: number): boolean =>
    (taken.has(c) && tree.tokens[c]?.pos !== 'PROPN' && !isHeld(c)) || (c !== p.token && stopsAt(tree, c, pattern));
  const found = roots
    .flatMap((root) => subtree(tree, root, stops))
    .find((t) => {
      const preposition = prepositionOf(tree, t);
      const declined = tree.tokens[t]?.features.case;
      // «поставки газа Варонии»
      const slot = preposition === null ? declined : `${preposition === 'во' ? 'в' : preposition} ${declined}`;
      return !taken.has(t) && pattern.from.some((s) => s === slot) && fits(reading, tree, t, pattern);
    });
  const beside = found ?? placeAfter(reading, p, pattern, taken);
  if (beside === null) return [];
  // «размещение батальонов в Варонии, Тальмаре и Мередии»
  return pattern.role === 'place' ? coordinated(tree, beside).filter((t) => fits(reading, tree, t, pattern)) : [beside];
}

/** «вызвал для разъяснений посла»: what is acted on, which the parser hangs on what it is done for. */
function behindAim(reading: Reading, p: Predication, pattern: RolePattern): readonly number[] {
  const isOpen = p.form !== 'noun' && !p.passive && p.patients.length === 0 && pattern.from.includes('patient');
  if (!isOpen) return [];
  return p.obliques
    .filter((o) => o.preposition === 'для' && o.token > p.token)
    .flatMap((o) => genitivesOf(p.tree, o.token))
    .filter((t) => p.tree.tokens[t]?.features.animacy === 'Anim' && fits(reading, p.tree, t, pattern));
}

/** Another verb has places of its own; «запретил ввозить рыбу из Варонии»: whom a ban is for may hang on the infinitive. */
function stopsAt(tree: Tree, c: number, pattern: RolePattern): boolean {
  const { pos, relation } = tree.tokens[c] ?? {};
  return relation === 'acl:relcl' || (pos === 'VERB' && !(pattern.role === 'target' && relation === 'xcomp'));
}

/** «на переговорах в Вене договорились»: the place right after a verbal noun, whatever the tree hangs it on. */
function placeAfter(reading: Reading, p: Predication, pattern: RolePattern, taken: ReadonlySet<number>): number | null {
  if (p.form !== 'noun') return null;
  for (let i = p.token + 1; i <= p.token + 6; i++) {
    const word = p.tree.tokens[i];
    if (!word || word.kind === 'punctuation' || word.pos === 'VERB') return null;
    const preposition = prepositionOf(p.tree, i);
    const slot = `${preposition === 'во' ? 'в' : preposition} ${word.features.case}`;
    const fitting = preposition !== null && pattern.from.some((from) => from === slot);
    if (fitting && !taken.has(i) && fits(reading, p.tree, i, pattern)) return i;
  }
  return null;
}

/** «Договора о гарантиях в рамках союза, подписанного в мае»: the nearest noun before that fits and has the participle's case. */
function antecedentBefore(reading: Reading, p: Predication, pattern: RolePattern): readonly number[] {
  const { tree, token } = p;
  const wanted = tree.tokens[token]?.features;
  for (let i = token - 1; i >= 0; i--) {
    const word = tree.tokens[i];
    if (word?.pos === 'VERB' && word.features.verbForm === 'Fin') return [];
    if (word?.features.case !== wanted?.case || word?.features.number !== wanted?.number || !isNominal(word)) continue;
    if (fits(reading, tree, i, pattern)) return [i];
  }
  return [];
}

/** The tokens that stand in a slot of a predication. */
export function tokensIn(p: Predication, slot: Slot): readonly number[] {
  switch (slot) {
    case 'agent':
      return p.agents;
    case 'patient':
      return p.patients;
    case 'self':
      return [p.token];
    case 'infinitive':
      return dependents(p.tree, p.token, 'xcomp').filter((c) => p.tree.tokens[c]?.features.verbForm === 'Inf');
    case 'predicate':
      return predicatesOf(p.tree, p.token, p.patients);
    case 'Dat':
    case 'Ins':
      return p.obliques.filter((o) => o.preposition === null && o.case === slot).map((o) => o.token);
    default: {
      const [preposition, wanted] = slot.split(' ');
      const words = prepositionWords[preposition ?? ''] ?? [preposition ?? ''];
      return p.obliques
        .filter((o) => o.preposition !== null && words.includes(o.preposition) && o.case === wanted)
        .map((o) => o.token);
    }
  }
}

function fits(reading: Reading, tree: Tree, token: number, pattern: RolePattern): boolean {
  if (isTimeWord(reading, tree, token)) return false;
  if (!pattern.kinds && !pattern.nouns) return true;
  if (pattern.nouns && isOneOrSomeOf(tree, token, pattern.nouns)) return true;
  const kind = kindAt(reading, tree, token);
  const word = tree.tokens[token];
  // «их арестовали»: of somebody, also where nobody knows of whom
  if (pattern.role === 'target' && kind === 'other' && isSomebody(tree, word)) return true;
  if (kind !== null) return pattern.kinds?.includes(kind) ?? false;
  // «руководство намерено», «стороны подписали»: who acts together without a name
  const joint = pattern.role === 'actor' || pattern.role === 'party';
  if (joint && pattern.kinds?.includes('organisation') && actingBodies.has(word?.lemma ?? '')) return true;
  // «журналисту», «рыбаков»: people by their kind
  const ofPeople = pattern.role === 'target' || pattern.people === true;
  if (ofPeople && word?.pos === 'NOUN' && word.features.animacy === 'Anim') return true;
  // «оправдал одного из обвиняемых»
  if (pattern.role === 'target' && isSomeOf(reading, tree, token)) return true;
  // «73 из 101 депутата»
  if (pattern.counted && word?.pos === 'NUM' && isSomeOf(reading, tree, token)) return true;
  if (pattern.role === 'place' && placeNouns.has(word?.lemma ?? '')) return true;
  if (pattern.kinds?.includes('equipment') && designation.test(word?.text ?? '')) return true;
  // a name that nothing knows can be whatever the frame wants of names
  return (
    word?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text) && (pattern.kinds ?? []).some((k) => namedKinds.has(k))
  );
}

/** «Ту-9М»: that of a machine, also where no mention knows it. */
const designation = /^\p{Lu}\p{L}{0,11}-\d/u;

/** «их», «ему» with any verb, «они» with one that is done to people alone. */
function isSomebody(tree: Tree, word: Token | undefined): boolean {
  const { case: declined, person } = word?.features ?? {};
  const verb = tree.tokens[word?.head ?? -1]?.lemma ?? '';
  return word?.pos === 'PRON' && person === '3' && (declined !== 'Nom' || chargingVerbs.has(verb));
}

const namedKinds: ReadonlySet<MentionKind> = new Set(['state', 'organisation', 'place', 'person']);

function isTimeWord(reading: Reading, tree: Tree, token: number): boolean {
  return (reading.times[tree.sentence.index] ?? []).some((t) => t.first <= token && token <= t.last);
}

function makeMatch(
  reading: Reading,
  frame: Frame,
  p: Predication,
  filled: { readonly roles: readonly Role[]; readonly fillers: readonly number[] },
): Match {
  const found = findClauseTime(reading, p);
  const told = withDay(readStatus(p), isDated(reading, p));
  const status = onDay(reading, beforeThis(reading, told, found?.time ?? null), found?.time ?? null);
  return {
    frame,
    p,
    roles: filled.roles,
    fillers: filled.fillers,
    reading: frame.status
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

/** For types whose frames say enough by themselves. */
export function takeAll(): null {
  return null;
}
