import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { readPredication } from './predications.ts';
import type { Reading } from './reading.ts';
import { fillRole, isActor } from './roles.ts';
import { coordinated, dependents, type Tree } from './tree.ts';

/**
 * «Врачи осмотрели раненых. Они сообщили», «Лосский и Верди прибыли в Рим. Они обсудили», «Лосский встретился с Верди. Они
 * договорились»: who «они» are, where the nearest sentence before has several as its subject, or one with another. In: a draft. Out:
 * the draft, with each such role told as all of them, in the words of the text; as it was where that sentence is about one.
 */
export function withGroupBefore(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || !draft.roles.some((role) => isThey(role))) return draft;
  return { ...draft, roles: draft.roles.flatMap((role) => (isThey(role) ? groupFor(reading, tree, role) : [role])) };
}

/** «они» that stands for nobody yet. */
function isThey({ role, span, name }: Role): boolean {
  return (role === 'actor' || role === 'party' || role === 'speaker') && span !== null && /^они$/iu.test(name);
}

function groupFor(reading: Reading, { sentence }: Tree, role: Role): readonly Role[] {
  for (let back = 1; back <= farthest; back++) {
    const before = reading.trees[sentence.index - back];
    const root = before?.tokens.findIndex((t) => t.head < 0) ?? -1;
    const subject = before ? dependents(before, root, 'nsubj')[0] : undefined;
    if (!before || subject === undefined) continue;
    const group = membersOf(reading, before, root, subject);
    if (group.length === 0 || !group.every((t) => isActor(reading, before, t))) return [role];
    const told = group.map((t) => inWordsOf(role, fillRole(reading, before, t, role.role)));
    // «Они сообщили. Они добавили»
    return told.some(isThey) ? groupFor(reading, before, role) : told;
  }
  return [role];
}

/** Who somebody is, told by the words that stand for him here. */
function inWordsOf({ text, span }: Role, who: Role): Role {
  return { ...who, text, span };
}

/** How many sentences back the group may stand. */
const farthest = 2;

/** Those joined by «и», a plural, or one and with whom he does it; nobody for one alone. */
function membersOf(reading: Reading, tree: Tree, verb: number, subject: number): readonly number[] {
  const joined = coordinated(tree, subject);
  if (joined.length > 1 || tree.tokens[subject]?.features.number === 'Plur') return joined;
  const others = readPredication(tree, verb).obliques.filter(
    (o) => (o.preposition === 'с' || o.preposition === 'со') && o.case === 'Ins' && isActor(reading, tree, o.token),
  );
  return others.length > 0 ? [subject, ...others.map((o) => o.token)] : [];
}
