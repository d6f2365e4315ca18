import type { Role } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Predication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, isActor, kindAt } from './roles.ts';
import { ancestors, caseAt, isVerbal, prepositionOf, type Tree } from './tree.ts';

/**
 * Roles that the words of a happening tell although no frame asked for them there: who is said to have done it, «захвачен
 * боевиками», and where, «концерт Вольского в Генуе состоялся».
 * In: a predication, the roles that it has, the span of its evidence. Out: the roles with those added.
 */
export function withClauseRoles(
  reading: Reading,
  p: Predication,
  roles: readonly Role[],
  evidence: Span,
): readonly Role[] {
  const has = (name: Role['role']): boolean => roles.some((r) => r.role === name);
  const doers = has('actor') || !p.passive ? [] : p.agents.filter((a) => isActor(reading, p.tree, a));
  const place = has('place') ? undefined : placesWithin(reading, p, evidence)[0];
  return [
    ...roles,
    ...doers.map((a) => fillRole(reading, p.tree, a, 'actor')),
    ...(place === undefined ? [] : [fillRole(reading, p.tree, place, 'place')]),
  ];
}

/** Places that a preposition puts within the evidence of a predication, but for those of another verb in it. */
function placesWithin(reading: Reading, p: Predication, evidence: Span): readonly number[] {
  const { tree } = p;
  const above = new Set([p.token, ...ancestors(tree, p.token)]);
  return tree.tokens.flatMap((token, i) => {
    if (token.start < evidence.start || token.stop > evidence.stop || !isLocated(reading, tree, i)) return [];
    const verb = ancestors(tree, i).find((a) => isVerbal(tree.tokens[a]) || a === p.token);
    return verb === undefined || verb === p.light || above.has(verb) ? [i] : [];
  });
}

/** «в Генуе», «на острове Рона», «близ Лиона»: a place named where something is. */
function isLocated(reading: Reading, tree: Tree, token: number): boolean {
  const preposition = prepositionOf(tree, token);
  const wanted = preposition === null ? undefined : locatives[preposition];
  if (wanted === undefined || caseAt(tree, token) !== wanted) return false;
  return ['place', 'state', 'facility'].includes(kindAt(reading, tree, token) ?? '');
}

const locatives: Readonly<Record<string, 'Loc' | 'Gen' | 'Ins'>> = {
  в: 'Loc',
  во: 'Loc',
  на: 'Loc',
  близ: 'Gen',
  около: 'Gen',
  возле: 'Gen',
  'недалеко от': 'Gen',
  'неподалёку от': 'Gen',
  под: 'Ins',
};
