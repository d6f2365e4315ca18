import { statesOfJointAdjective } from '../language/ru/gazetteer/joint-adjective.ts';
import type { Role, RoleName } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { mentionsAt, type Reading } from './reading.ts';
import { fillRole, kindAt } from './roles.ts';
import { lemmaList } from './lemma-list.ts';
import { dependents, genitivesOf, type Tree } from './tree.ts';

/**
 * Whose a happening is that an adjective tells: «итало-датские переговоры», «итальянские санкции против Дании». In: a draft. Out:
 * the draft, with both states of an adjective that joins two, else, where nobody acts yet, with the state of a noun that is done by
 * somebody; as it was where no adjective of a state stands beside its noun.
 */
export function withSidesOfNoun(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  const role = roleOfSides[draft.type];
  if (!tree || role === undefined) return draft;
  const named = new Set([
    draft.token,
    ...(['agreement', 'exercise'] as const).flatMap((r) => nounsOfRole(tree, draft, r)),
  ]);
  const joint = [...named].flatMap((noun) => dependents(tree, noun, 'amod')).flatMap((a) => sidesOf(tree, a, role));
  const isNobodys = !draft.roles.some((r) => r.role === 'actor' || r.role === 'party');
  const own = joint.length === 0 && isNobodys ? deedsOf(tree, draft).flatMap((n) => ownersOf(reading, tree, n)) : [];
  const added = [...joint, ...own].filter((r) => !draft.roles.some((known) => known.name === r.name));
  return added.length > 0 ? { ...draft, roles: [...draft.roles, ...added] } : draft;
}

/** As what those who take part are told. */
const roleOfSides: Readonly<Partial<Record<Draft['type'], RoleName>>> = {
  meeting: 'actor',
  event: 'actor',
  measure: 'actor',
  agreement: 'party',
  exercise: 'party',
};

/** The noun of what fills a role: «подписан итало-датский договор». */
function nounsOfRole(tree: Tree, { roles }: Draft, role: RoleName): readonly number[] {
  return roles
    .filter((r) => r.role === role)
    .flatMap(({ span }) => {
      const noun = tree.tokens.findIndex(
        (t) => span !== null && span.start <= t.start && t.stop <= span.stop && t.pos === 'NOUN',
      );
      return noun < 0 ? [] : [noun];
    });
}

/** Nouns that say what somebody does: the word of the draft, and a measure in force that is prolonged, lifted or at work. */
function deedsOf(tree: Tree, draft: Draft): readonly number[] {
  if (draft.type === 'event') return [draft.token];
  if (draft.type !== 'measure') return [];
  const inForce = nounsOfRole(tree, draft, 'object').filter((n) => ofOneSide.has(tree.tokens[n]?.lemma ?? ''));
  return [...new Set([draft.token, ...inForce])];
}

/** Measures that are lifted by whoever took them. */
export const ofOneSide: ReadonlySet<string> = new Set(
  lemmaList(`санкция контрсанкция контрмера эмбарго запрет ограничение пошлина блокада бойкот мораторий`),
);

function sidesOf(tree: Tree, adjective: number, role: RoleName): readonly Role[] {
  const word = tree.tokens[adjective];
  if (!word) return [];
  return statesOfJointAdjective(word.lemma).map(({ name, key }) => ({
    role,
    text: word.text,
    span: { start: word.start, stop: word.stop },
    name,
    type: 'state',
    known: key,
    entity: null,
  }));
}

/** «американские санкции», «санкции Евросоюза»: the state of an adjective, the state or the body in the genitive. */
function ownersOf(reading: Reading, tree: Tree, noun: number): readonly Role[] {
  const genitives = ofOneSide.has(tree.tokens[noun]?.lemma ?? '') ? genitivesOf(tree, noun) : [];
  return [...dependents(tree, noun, 'amod'), ...genitives]
    .filter((c) => mentionsAt(reading, tree, c).length > 0)
    .filter((c) => ['state', 'organisation'].includes(kindAt(reading, tree, c) ?? ''))
    .map((c) => fillRole(reading, tree, c, 'actor'));
}
