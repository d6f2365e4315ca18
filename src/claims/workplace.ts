import type { Role } from '../model/claim.ts';
import type { Draft } from './draft.ts';
import { isBodyAt } from './post-phrase.ts';
import type { Reading } from './reading.ts';
import { fillRole } from './roles.ts';
import { dependents, isVerbal, prepositionOf, type Tree } from './tree.ts';

/**
 * A position that names neither state nor body gets the body where it is held: «работал инженером на верфи», «работала в банке
 * кассиром», «занял пост директора в компании», «старший исследователь в институте». In: a draft of a position. Out: the draft,
 * with the role of an organisation where one was found.
 */
export function withWorkplace(reading: Reading, draft: Draft): Draft {
  const tree = reading.trees[draft.sentence];
  if (!tree || draft.type !== 'position' || draft.roles.some((r) => r.role === 'organisation')) return draft;
  const place = [...placesOf(tree, postNoun(tree, draft)), ...placesOf(tree, workVerb(tree, draft))].find((t) =>
    isBodyAt(reading, tree, t),
  );
  if (place === undefined) return draft;
  const organisation: Role = { ...fillRole(reading, tree, place, 'organisation'), type: 'organisation' };
  return { ...draft, roles: [...draft.roles.map((role) => endBefore(tree, role, place)), organisation] };
}

/** «консультант» of «консультант в хедж-фонде»: the place of work is the organisation, save of whom somebody sends there. */
function endBefore(tree: Tree, role: Role, place: number): Role {
  const { span } = role;
  const start = Math.min(...dependents(tree, place, 'case').map((t) => tree.tokens[t]?.start ?? Infinity));
  const isWithin = span !== null && span.start < start && start < span.stop;
  if (role.role !== 'post' || !isWithin || sent.test(role.name)) return role;
  const tail = role.text.slice(start - span.start);
  const text = role.text.slice(0, start - span.start).trimEnd();
  return { ...role, text, span: { ...span, stop: span.start + text.length }, name: withoutEnd(role.name, ` ${tail}`) };
}

function withoutEnd(name: string, end: string): string {
  return name.endsWith(end) ? name.slice(0, -end.length) : name;
}

const sent = /(?:представител|посол|посланни|постпред|делегат|наблюдател)/u;

/** What hangs on a word with a preposition of place. */
function placesOf(tree: Tree, token: number): readonly number[] {
  return dependents(tree, token, 'nmod', 'obl').filter(
    (t) => t > token - farthest && prepositions.has(prepositionOf(tree, t) ?? ''),
  );
}

/** How many words before the verb a place may stand: «в банке она работала кассиром». */
const farthest = 6;

const prepositions: ReadonlySet<string> = new Set(['в', 'во', 'на', 'при', 'из']);

/** The noun of a post as the text words it; -1 where it does not. */
function postNoun(tree: Tree, draft: Draft): number {
  const span = draft.roles.find((r) => r.role === 'post')?.span;
  return span ? tree.tokens.findIndex((t) => t.start >= span.start && t.stop <= span.stop && t.pos === 'NOUN') : -1;
}

/** The verb that tells of a post by the work in it; -1 where none does. */
function workVerb(tree: Tree, draft: Draft): number {
  return working.has(draft.rule) && isVerbal(tree.tokens[draft.token]) ? draft.token : -1;
}

const working: ReadonlySet<string> = new Set(
  ['be', 'serve', 'hold', 'take', 'become'].map((name) => `position.${name}`),
);
