import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Match } from './frames.ts';
import type { Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { sidesBeside, statesWith } from './sides.ts';
import { caseAt, coordinated, dependents, genitivesOf, isVerbal, prepositionOf, subtree, type Tree } from './tree.ts';

/**
 * «Договор между Италией и Данией о границе готов. Проект договора о границе обсудят в мае», «Договор Италии и Дании подпишут в мае»:
 * whose an agreement is by its name or as the text tells elsewhere. In: a draft. Out: the draft of an agreement, with the parties that a
 * mention of it has behind «между» or as its owners, where it has none of its own; those have no place here.
 */
export function withPartiesToldElsewhere(reading: Reading, draft: Draft): Draft {
  if (draft.type !== 'agreement' || draft.roles.some((r) => r.role === 'party')) return draft;
  const spans = draft.roles.flatMap(({ role, span }) => (role === 'agreement' && span ? [span] : []));
  const here = (reading.mentions[draft.sentence] ?? []).filter(
    (m) => reading.analysis.chains[m.chain]?.kind === 'agreement' && spans.some((span) => contains(span, m)),
  );
  const told = here.flatMap((m) => partiesOfChain(reading, m.chain));
  const parties = told.filter((p, i) => told.findIndex((other) => other.name === p.name) === i);
  return parties.length > 1 ? { ...draft, roles: [...draft.roles, ...parties] } : draft;
}

/**
 * «соглашение с Варонией», «лидеры Варонии и Мередии подписали». In: a match and the roles that it fills. Out: these and, behind
 * them, who stands beside the agreement or in the posts of those who sign, and all that `sidesBeside` finds.
 */
export function withPartiesBeside(reading: Reading, match: Match, roles: Draft['roles']): Draft['roles'] {
  const { tree, agents } = match.p;
  const object = match.fillers[0] ?? -1;
  const beside = dependents(tree, object, 'nmod').filter((c) =>
    ['между', 'с', 'со'].includes(prepositionOf(tree, c) ?? ''),
  );
  const ofLeaders = agents
    .filter((a) => tree.tokens[a]?.features.number === 'Plur' && kindAt(reading, tree, a) !== 'person')
    .flatMap((a) => dependents(tree, a, 'nmod', 'appos'));
  const signing = statesOfPosts(reading, tree, agents);
  const all = [...beside, ...statesWith(reading, tree, object), ...(signing.length > 0 ? signing : ofLeaders)];
  const tokens = all.flatMap((t) => coordinated(tree, t));
  const added = tokens
    .filter((t) => ['state', 'organisation', 'person'].includes(kindAt(reading, tree, t) ?? ''))
    .map((t) => fillRole(reading, tree, t, kindAt(reading, tree, t) === 'person' ? 'actor' : 'party'));
  const sides = [...added, ...sidesBeside(reading, match.p, object, 'party')];
  const fresh = new Map(sides.map((r) => [r.name, r]));
  return [...roles, ...[...fresh.values()].filter((a) => !roles.some((r) => r.name === a.name))];
}

function partiesOfChain(reading: Reading, chain: number): readonly Role[] {
  return (reading.analysis.chains[chain]?.mentions ?? []).flatMap((i) => {
    const mention = reading.analysis.mentions[i];
    const tree = mention && reading.trees[mention.sentence];
    if (!mention || !tree) return [];
    const between = subtree(tree, mention.head)
      .filter((t) => prepositionOf(tree, t) === 'между')
      .flatMap((t) => coordinated(tree, t))
      .filter((t) => ['state', 'organisation'].includes(kindAt(reading, tree, t) ?? ''));
    const sides = between.length > 0 ? between : ownersOf(reading, tree, mention.head);
    return sides.map((t) => withoutPlace(fillRole(reading, tree, t, 'party')));
  });
}

/** «Договор Италии и Дании о границе»: the states whose an agreement is; one alone may be whom it is about. */
function ownersOf(reading: Reading, tree: Tree, agreement: number): readonly number[] {
  const owners = genitivesOf(tree, agreement).flatMap((t) => coordinated(tree, t));
  const states = owners.filter((t) => kindAt(reading, tree, t) === 'state' && caseAt(tree, t) === 'Gen');
  return states.length > 1 ? states : [];
}

/** Words of another sentence. */
function withoutPlace(role: Role): Role {
  return { ...role, span: null };
}

/** «министры энергетики Варонии и Мередии», «министр обороны Варонии и глава МИД Мередии»: the states in whose posts they sign. */
function statesOfPosts(reading: Reading, tree: Tree, agents: readonly number[]): readonly number[] {
  const isClause = (t: number): boolean => isVerbal(tree.tokens[t]);
  const states = agents
    .flatMap((a) => subtree(tree, a, isClause))
    .filter(
      (t) => kindAt(reading, tree, t) === 'state' && caseAt(tree, t) === 'Gen' && prepositionOf(tree, t) === null,
    );
  return states.length > 1 ? states : [];
}
