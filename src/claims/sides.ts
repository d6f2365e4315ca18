import type { Role, RoleName } from '../model/claim.ts';
import { lemmaList } from './lemma-list.ts';
import { type Predication, readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { coordinated, dependents, genitivesOf, isVerbal, prepositionOf, subtree, type Tree } from './tree.ts';

/**
 * States and bodies whose act a predication is, where a phrase beside the subject names them. In: a predication and the noun
 * that it is about (-1 where none). Out: roles of that name, in the order of the text, each entity once.
 * «договор между Варонией и Мередией», «учение с участием Варонии и Мередии», «манёвры, в которых участвовали Варония и
 * Мередия», «договор, который заключили Варония и Мередия», «дипломаты Варонии и Мередии подготовили», «меморандум между послами
 * Варонии и Мередии»
 */
export function sidesBeside(reading: Reading, p: Predication, object: number, role: RoleName): readonly Role[] {
  const { tree } = p;
  const roots = [p.token, ...(p.light >= 0 ? [p.light] : []), ...(object >= 0 ? [object] : [])];
  const within = [...new Set(roots.flatMap((root) => subtree(tree, root, (c) => isOtherClause(tree, c))))];
  const tokens = [
    ...within
      .filter((t) => prepositionOf(tree, t) === 'между')
      .flatMap((t) => coordinated(tree, t))
      .flatMap((t) => (standsForStates(tree, t) ? [t].concat(ownersWithin(reading, tree, t)) : [t])),
    ...within.filter((t) => isTakingPart(tree, t)).flatMap((t) => takingPart(tree, t)),
    ...within.flatMap((t) => dependents(tree, t, 'acl')).flatMap((verb) => doersOf(tree, verb)),
    ...(p.agents.length > 0
      ? p.agents.filter((a) => standsForStates(tree, a)).flatMap((a) => ownersOf(tree, a))
      : ownersBefore(reading, p)),
  ];
  const roles = new Map<string, Role>();
  for (const token of tokens.toSorted((a, b) => a - b)) {
    const kind = kindAt(reading, tree, token);
    if (kind !== 'state' && kind !== 'organisation') continue;
    const filled = fillRole(reading, tree, token, role);
    if (!roles.has(filled.name)) roles.set(filled.name, filled);
  }
  return [...roles.values()];
}

/**
 * «соглашение о прокладке кабеля с Варонией»: states and bodies with which something is agreed, also where the parser hung them on
 * what it is about. `object` is the noun of the agreement, or -1.
 */
export function statesWith(reading: Reading, tree: Tree, object: number): readonly number[] {
  if (object < 0) return [];
  return subtree(tree, object, (c) => isVerbal(tree.tokens[c])).filter((c) => {
    const about = tree.tokens[tree.tokens[c]?.head ?? -1]?.lemma ?? '';
    const joined = ['с', 'со'].includes(prepositionOf(tree, c) ?? '') && !facing.has(about);
    const kind = kindAt(reading, tree, c) ?? '';
    return joined && tree.tokens[c]?.features.case === 'Ins' && ['state', 'organisation'].includes(kind);
  });
}

/** What one has with another who has no part in the paper: «закон о борьбе с …», «закон о границе с …». */
const facing: ReadonlySet<string> = new Set(lemmaList(`борьба война конфликт конфронтация противостояние граница`));

/** The verb of another clause: what stands under it is about something else. */
function isOtherClause(tree: Tree, token: number): boolean {
  const relation = tree.tokens[token]?.relation ?? '';
  return isVerbal(tree.tokens[token]) && !/^(?:xcomp|csubj|aux|cop)/u.test(relation);
}

/** «с участием Варонии», «при участии Варонии» */
export function isTakingPart(tree: Tree, token: number): boolean {
  return tree.tokens[token]?.lemma === 'участие' && ['с', 'при'].includes(prepositionOf(tree, token) ?? '');
}

/** «с участием Варонии», «с участием кораблей из Варонии и Мередии» */
export function takingPart(tree: Tree, token: number): readonly number[] {
  return ownersOf(tree, token).flatMap((owner) => {
    const from = dependents(tree, owner, 'nmod').filter((c) => prepositionOf(tree, c) === 'из');
    return [owner].concat(from.flatMap((c) => coordinated(tree, c)));
  });
}

/** Who does what a relative clause tells of its noun: those who take part in it or who made it. */
function doersOf(tree: Tree, verb: number): readonly number[] {
  return joining.has(tree.tokens[verb]?.lemma ?? '') ? readPredication(tree, verb).agents : [];
}

const joining: ReadonlySet<string> = new Set(
  lemmaList(`участвовать принять подписать заключить подготовить проводить`),
);

/** «дипломаты двух стран», «рабочая группа», «военные»: who acts for the states in the genitive after it. */
function standsForStates(tree: Tree, token: number): boolean {
  const word = tree.tokens[token];
  return word?.features.number === 'Plur' || collective.has(word?.lemma ?? '');
}

const collective: ReadonlySet<string> = new Set(lemmaList(`группа комиссия делегация комитет флот армия парламент`));

/**
 * «военные Варонии и Мередии намерены провести учение»: states in the genitive right after a noun in the plural before the
 * predicate, where the tree gives nobody who acts.
 */
function ownersBefore(reading: Reading, { tree, token, light }: Predication): readonly number[] {
  const stop = light >= 0 ? Math.min(light, token) : token;
  return tree.tokens.slice(0, stop).flatMap((word, i) => {
    const before = tree.tokens[i - 1]?.features;
    const isOwner = word.pos !== 'ADJ' && word.features.case === 'Gen' && kindAt(reading, tree, i) === 'state';
    return isOwner && before?.case === 'Nom' && before.number === 'Plur' ? coordinated(tree, i) : [];
  });
}

/** «министрами иностранных дел Варонии и Мередии» */
function ownersWithin(reading: Reading, tree: Tree, token: number): readonly number[] {
  return subtree(tree, token).filter(
    (c) => tree.tokens[c]?.features.case === 'Gen' && kindAt(reading, tree, c) === 'state',
  );
}

/** «министры Варонии и Мередии», «с участием Варонии и Мередии»: all whose genitive stands behind a noun. */
function ownersOf(tree: Tree, token: number): readonly number[] {
  return genitivesOf(tree, token).flatMap((c) => coordinated(tree, c));
}

/** «солдат из портов Мередии»: the words of a role up to where the filler of another role or its preposition begins. */
export function withoutSides(roles: readonly Role[], role: Role): Role {
  const { span } = role;
  if (span === null) return role;
  const sides = roles.flatMap((r) =>
    r.role !== role.role && r.span && r.span.start > span.start ? [r.span.start] : [],
  );
  const first = Math.min(...sides.filter((start) => start < span.stop));
  if (!Number.isFinite(first)) return role;
  const text = role.text
    .slice(0, first - span.start)
    .replace(/ (?:из|в|на|от|для|у) $/u, '')
    .trimEnd();
  const name = role.name.slice(0, role.name.length - (role.text.length - text.length));
  return { ...role, text, name, span: { start: span.start, stop: span.start + text.length } };
}
