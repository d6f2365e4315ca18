import type { MentionKind, Token } from '../language/analysis.ts';
import type { RoleName } from '../model/claim.ts';
import { placeNouns, prepositionWords } from './frame-words.data.ts';
import { heldWithin } from './held-within.ts';
import { chargingVerbs, predicatesOf } from './misread-arguments.ts';
import { withoutPostOfName } from './post-of-name.ts';
import type { Predication } from './predications.ts';
import type { Reading } from './reading.ts';
import { actingBodies } from './body-nouns.data.ts';
import { isOfficial, isOneOrSomeOf, isSomeOf, joinedAfter, kindAt } from './roles.ts';
import {
  agreesInForm,
  coordinated,
  dependents,
  genitivesOf,
  isExcluded,
  isNominal,
  isThirdPerson,
  prepositionOf,
  standsFor,
  subtree,
  type Tree,
} from './tree.ts';

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
  /** Whether a pronoun may stand for one of the nouns, told in the sentence before: «в него внесены». */
  readonly told?: boolean;
  /** Whether one who speaks of himself may be meant: «я встретился с послом». */
  readonly speaks?: boolean;
  /** Without a filler the frame does not hold. */
  readonly required?: boolean;
}

/**
 * What fills a role of a predication: who or what stands in its slots, else where the tree hangs it elsewhere; none of `taken`, some
 * perhaps twice.
 */
export function fillersOf(
  reading: Reading,
  p: Predication,
  pattern: RolePattern,
  taken: ReadonlySet<number>,
): readonly number[] {
  const direct = pattern.from
    .flatMap((slot) => tokensIn(p, slot))
    .filter((t) => !taken.has(t) && standsFor(p.tree, t, p.token).some((s) => fits(reading, p.tree, s, pattern)));
  const named = withoutPostOfName(reading, p.tree, direct, p.token);
  const near = named.length > 0 ? named : farther(reading, p, pattern, taken);
  const told = near.filter((t) => !isRuledOut(p.tree, t));
  return isJoint(pattern) ? told.flatMap((t) => [t, ...joinedAfter(reading, p.tree, t)]) : told;
}

/** «подписали не мирный договор, а декларацию», not «подписали не договор»: named only to say what else it is. */
function isRuledOut(tree: Tree, token: number): boolean {
  return (
    [token, ...dependents(tree, token, 'amod')].some((t) => isExcluded(tree, t)) &&
    dependents(tree, token, 'conj').some((c) => dependents(tree, c, 'cc').some((t) => tree.tokens[t]?.norm === 'а'))
  );
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
      if (p.obliques.length === 0) return [];
      const { words, wanted } = readSlot(slot);
      return p.obliques
        .filter((o) => o.preposition !== null && words.includes(o.preposition) && o.case === wanted)
        .map((o) => o.token);
    }
  }
}

interface ObliqueSlot {
  readonly words: readonly string[];
  readonly wanted: string;
}

/** «в Loc»: the forms of the preposition and the case. */
function readSlot(slot: Slot): ObliqueSlot {
  const known = obliqueSlots.get(slot);
  if (known) return known;
  const [preposition = '', wanted = ''] = slot.split(' ');
  const read = { words: prepositionWords[preposition] ?? [preposition], wanted };
  obliqueSlots.set(slot, read);
  return read;
}

/** Of all frames there are a few dozen. */
const obliqueSlots = new Map<Slot, ObliqueSlot>();

function fits(reading: Reading, tree: Tree, token: number, pattern: RolePattern): boolean {
  if (isTimeWord(reading, tree, token)) return false;
  if (!pattern.kinds && !pattern.nouns) return true;
  if (pattern.nouns && isOneOrSomeOf(tree, token, pattern.nouns)) return true;
  if (pattern.told && pattern.nouns && isForTold(reading, tree, token, pattern.nouns)) return true;
  const kind = kindAt(reading, tree, token);
  const word = tree.tokens[token];
  // «их арестовали»: of somebody, also where nobody knows of whom
  if (pattern.role === 'target' && kind === 'other' && isSomebody(tree, word)) return true;
  if (kind !== null) return pattern.kinds?.includes(kind) ?? false;
  // «руководство намерено», «стороны подписали»: who acts together without a name
  const joint = pattern.role === 'actor' || pattern.role === 'party';
  const isActing = actingBodies.has(word?.lemma ?? '') || isOfficial(tree, token);
  if (joint && pattern.kinds?.includes('organisation') && isActing) return true;
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

/**
 * «Датчане ведут список банков. В него внесли трёх банкиров»: a pronoun for one of the nouns, the last that agrees in the sentence
 * before where nothing in its own does.
 */
function isForTold(reading: Reading, tree: Tree, token: number, nouns: ReadonlySet<string>): boolean {
  const word = tree.tokens[token];
  if (!word || !isThirdPerson(word)) return false;
  const isMeant = (t: Token): boolean => nouns.has(t.lemma) && agreesInForm(t.features, word.features);
  const isAlike = (t: Token): boolean => t.pos === 'NOUN' && agreesInForm(t.features, word.features);
  const here = tree.tokens.slice(0, token).findLast(isAlike);
  return here ? isMeant(here) : (reading.trees[tree.sentence.index - 1]?.tokens.some(isMeant) ?? false);
}

/** «Ту-9М»: that of a machine, also where no mention knows it. */
const designation = /^\p{Lu}\p{L}{0,11}-\d/u;

/** «их», «ему» with any verb, «они» with one that is done to people alone. */
function isSomebody(tree: Tree, word: Token | undefined): boolean {
  const verb = tree.tokens[word?.head ?? -1]?.lemma ?? '';
  return isThirdPerson(word) && (word?.features.case !== 'Nom' || chargingVerbs.has(verb));
}

const namedKinds: ReadonlySet<MentionKind> = new Set(['state', 'organisation', 'place', 'person']);

function isTimeWord(reading: Reading, tree: Tree, token: number): boolean {
  return (reading.times[tree.sentence.index] ?? []).some((t) => t.first <= token && token <= t.last);
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
  // «добавил чиновника в список»: the list hangs on him
  if (markedRoles.has(pattern.role) || (pattern.required && pattern.from.every((slot) => / /u.test(slot)))) {
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
  const roots = [...(p.light >= 0 ? [p.light] : []), p.token, ...sizeBehind(tree, p.token)];
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

/** «размещение полка численностью 300 человек в Ольмаре»: the size of what is placed, which the parser may hang on another verb. */
function sizeBehind(tree: Tree, token: number): readonly number[] {
  const next = (subtree(tree, token).at(-1) ?? token) + 1;
  return tree.tokens[next]?.norm === 'численностью' ? [next] : [];
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
