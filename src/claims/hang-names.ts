import type { Mention, Token } from '../language/analysis.ts';
import type { Span } from '../model/span.ts';
import {
  ancestors,
  buildTree,
  dependents,
  firstFrom,
  isAcronym,
  isVerbal,
  subtree,
  tokensInside,
  type Tree,
} from './tree.ts';

/**
 * «за годы работы МУС вынес приговор», «после назначенного послом Паоло Верди не смог»: a name in the nominative right before a
 * verb that has no subject is its subject, whatever the parser hung it on. In: a tree and the mentions of its sentence, in the
 * order of the text. Out: the tree with such names hung on their verbs.
 */
export function hangNamesBeforeVerbs(tree: Tree, mentions: readonly Mention[]): Tree {
  const moved = new Map<number, number>();
  for (const name of mentions) {
    if (name.form !== 'name' || !actingKinds.has(name.kind)) continue;
    const apposed = apposedBehind(tree, name);
    const verb = verbBehind(tree, apposed ?? name, isSeveralStates(tree, name));
    if (verb < 0 || !couldBeSubject(tree, name, apposed !== null)) continue;
    const top = topOf(tree, name);
    const isAbove = top === verb || ancestors(tree, verb).includes(top);
    if (!isAbove && isWithoutSubject(tree, verb)) moved.set(top, verb);
  }
  return hang(tree, moved, 'nsubj');
}

/**
 * «с Варонией, Республикой Талия, Мередией и Кордией»: three states or more in one case with nothing but commas and «и» between
 * them are joined to the first, whatever the parser hung them on. In: a tree and the mentions of its sentence, in the order of the
 * text. Out: the tree with such lists hung on their first state.
 */
export function hangListsOfStates(tree: Tree, mentions: readonly Mention[]): Tree {
  const states = mentions.filter((m) => m.kind === 'state' && m.form === 'name');
  if (states.length < 3) return tree;
  const moved = new Map<number, number>();
  for (const list of runsOf(tree, states)) {
    const [first = -1, ...others] = list.map((m) => topOf(tree, m));
    const isWithin = others.includes(tree.tokens[first]?.head ?? -1);
    if (others.length < 2 || isWithin || tree.tokens[first]?.relation === 'appos') continue;
    const above = new Set(ancestors(tree, first));
    for (const other of others) {
      const { head, relation } = tree.tokens[other] ?? {};
      const isHung = head === first && relation === 'conj';
      if (!isHung && !above.has(other)) moved.set(other, first);
    }
  }
  return hang(tree, moved, 'conj');
}

/** The tree with tokens on other heads; itself where none is moved. */
function hang(tree: Tree, headOf: ReadonlyMap<number, number>, relation: string): Tree {
  if (headOf.size === 0) return tree;
  const tokens = Array.from(tree.tokens, (token, i) => {
    const head = headOf.get(i);
    return head === undefined ? token : { ...token, head, relation };
  });
  return buildTree({ ...tree.sentence, tokens });
}

/** The states that follow one another in one case, joined by commas and «и» alone. */
function runsOf(tree: Tree, states: readonly Mention[]): readonly (readonly Mention[])[] {
  const runs: Mention[][] = [];
  for (const state of states) {
    const last = runs.at(-1)?.at(-1);
    if (last && isJoined(tree, last, state)) runs.at(-1)?.push(state);
    else runs.push([state]);
  }
  return runs;
}

function isJoined(tree: Tree, one: Mention, next: Mention): boolean {
  const between = tokensInside(tree, { start: one.stop, stop: next.start });
  const [own, other] = [one, next].map((m) => tree.tokens[topOf(tree, m)]);
  // «с США и КНР»: what does not decline has any case
  const isUnchanging = [own, other].some((t) => isAcronym(t?.text));
  const isList = between.length > 0 && between.every((t) => t.text === ',' || t.norm === 'и');
  return isList && (isUnchanging || own?.features.case === other?.features.case);
}

const actingKinds: ReadonlySet<Mention['kind']> = new Set(['person', 'organisation', 'state']);

/**
 * «после встречи с послом Паоло Верди, глава порта, объявил»: what else somebody is, in the nominative between two commas right
 * behind the name; up to the second comma. `null` where nothing of the kind stands there.
 */
function apposedBehind(tree: Tree, { kind, stop }: Mention): Span | null {
  const opens = firstFrom(tree, stop);
  const noun = opens + 1;
  const { pos, features, relation } = tree.tokens[noun] ?? {};
  const isTold = pos === 'NOUN' && features?.case === 'Nom' && features.animacy === 'Anim' && relation === 'appos';
  if (kind !== 'person' || tree.tokens[opens]?.text !== ',' || !isTold) return null;
  const words = subtree(tree, noun, (c) => isVerbal(tree.tokens[c]));
  const last = words.findLast((t) => tree.tokens[t]?.kind !== 'punctuation') ?? noun;
  const closes = tree.tokens[last + 1];
  return closes?.text === ',' ? { start: tree.tokens[opens]?.start ?? stop, stop: closes.stop } : null;
}

/** «28 марта США закрыли», «между тем ОАЭ открыли»: one state that its verb tells of as of many; not «в посольстве США сообщили». */
function isSeveralStates(tree: Tree, { kind, head }: Mention): boolean {
  const { text = '', features, head: above = -1 } = tree.tokens[head] ?? {};
  return (
    kind === 'state' &&
    features?.number === 'Plur' &&
    isAcronym(text) &&
    (isVerbal(tree.tokens[above]) || /^(?:то|время)$/u.test(tree.tokens[above]?.lemma ?? ''))
  );
}

/** The finite verb of one who acts that follows a name with nothing but adverbs and particles between; -1 where none does. */
function verbBehind(tree: Tree, { stop }: Span, isPlural: boolean): number {
  let verb = firstFrom(tree, stop);
  while (tree.tokens[verb]?.pos === 'ADV' || tree.tokens[verb]?.pos === 'PART') verb++;
  const word = tree.tokens[verb];
  return word?.pos === 'VERB' && (isPlural ? isToldOfMany(word) : isToldOfOne(word)) ? verb : -1;
}

function isToldOfMany({ features: { verbForm, number, person, voice, variant } }: Token): boolean {
  const isThird = person === undefined || person === '3';
  return number === 'Plur' && isThird && verbForm === 'Fin' && voice !== 'Pass' && variant === undefined;
}

/** «вынес», «вынесла», «вынесет»: «стало ясно» and «говорят» need nobody. */
function isToldOfOne({ features }: Token): boolean {
  const { verbForm, number, gender, person, voice, variant } = features;
  const single = number === 'Sing' && gender !== 'Neut' && (person === undefined || person === '3');
  return single && verbForm === 'Fin' && voice !== 'Pass' && variant === undefined;
}

/**
 * A name in the form of the dictionary that no preposition governs and nothing quotes: «Верди», not «Верди» of «в газете „Верди“».
 * `isNominative`: what stands beside it says its case.
 */
function couldBeSubject(tree: Tree, { start, stop, name }: Mention, isNominative: boolean): boolean {
  const first = firstFrom(tree, start);
  const text = tokensInside(tree, { start, stop }).map((t) => t.text);
  const before = tree.tokens[first - 1];
  const isGoverned = before?.pos === 'ADP' || before?.pos === 'CCONJ' || before?.kind === 'punctuation';
  // «ФРГ закрыла порт»: what does not decline stands in any form
  const isSaid = text.join('') === name.replaceAll(' ', '') || (text.length === 1 && text.every(isAcronym));
  const own = tree.tokens[first]?.features.case;
  return isSaid && !isGoverned && (isNominative || own === 'Nom' || text.every((t) => t === t.toUpperCase()));
}

function isWithoutSubject(tree: Tree, verb: number): boolean {
  const { relation = '', features } = tree.tokens[verb] ?? {};
  // «за годы работы МУС вынес»: a plural is no subject of a verb in the singular
  const subjects = dependents(tree, verb, 'nsubj', 'csubj').filter(
    (s) => tree.tokens[s]?.features.number !== 'Plur' || features?.number !== 'Sing',
  );
  return subjects.length === 0 && relation !== 'conj' && relation !== 'acl:relcl';
}

/** The token of a name that all its others hang on. */
function topOf(tree: Tree, { start, stop, head }: Mention): number {
  const isWithin = (t: Token | undefined): boolean => t !== undefined && start <= t.start && t.stop <= stop;
  let top = head;
  while (isWithin(tree.tokens[tree.tokens[top]?.head ?? -1])) top = tree.tokens[top]?.head ?? top;
  return top;
}
