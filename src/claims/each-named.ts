import type { Chain, Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { contains } from '../model/span.ts';
import type { Draft } from './draft.ts';
import { chainOf, type Reading } from './reading.ts';

/**
 * «лидеры Италии и Дании, Марк Ренн и Анна Верди, подписали», «президенты Италии и Дании подписали» in a text that names both: each of
 * several who are told by their post in the plural, and the states of «итальянская и датская стороны». In: a draft. Out: the draft,
 * with such a role told as each person or state, in the words of the text; as it was where the text does not name them all.
 */
export function withEachNamed(reading: Reading, draft: Draft): Draft {
  const each = draft.roles.map((role) => (joint.has(role.role) ? eachOf(reading, draft.sentence, role) : []));
  if (each.every((people) => people.length < 2)) return draft;
  const roles = draft.roles.flatMap((role, i) => ((each[i]?.length ?? 0) > 1 ? (each[i] ?? []) : [role]));
  return {
    ...draft,
    roles: roles.filter((r, i) => roles.findIndex((o) => o.role === r.role && o.name === r.name) === i),
  };
}

const joint: ReadonlySet<Role['role']> = new Set(['actor', 'party', 'speaker']);

function eachOf(reading: Reading, sentence: number, role: Role): readonly Role[] {
  const { span } = role;
  const tree = reading.trees[sentence];
  const noun = tree?.tokens.find((t) => span && span.start <= t.start && t.stop <= span.stop && t.pos === 'NOUN');
  const here = reading.mentions[sentence] ?? [];
  const isPost = here.some((m) => m.kind === 'post' && noun !== undefined && contains(m, noun));
  if (!span || !noun || noun.features.number !== 'Plur') return [];
  const sides = here.filter((m) => m.kind === 'state' && contains(span, m)).flatMap((m) => chainOf(reading, m) ?? []);
  if (noun.lemma === 'сторона') return sides.map((chain) => asNamed(role, chain, 'state'));
  if (!isPost) return [];
  const names = namesBehind(reading, here, span.stop);
  const named = names.flatMap((m) => chainOf(reading, m) ?? []);
  if (named.length > 1) return named.map((chain) => asNamed(role, chain, 'person'));
  const states = here.filter((m) => m.kind === 'state' && m.form === 'name' && contains(span, m));
  const holders = states.flatMap((m) => holderOf(reading, noun.lemma, m.chain) ?? []);
  return holders.length === states.length ? holders.map((chain) => asNamed(role, chain, 'person')) : [];
}

/** «, Марк Ренн и Анна Верди»: the names right behind the words of the post, as long as they are joined. */
function namesBehind(reading: Reading, here: readonly Mention[], start: number): readonly Mention[] {
  const names: Mention[] = [];
  for (let from = start; ;) {
    const between = names.length === 0 ? /^,? $/u : /^(?: и |, )$/u;
    const next = here.find(
      (m) => m.kind === 'person' && m.form === 'name' && between.test(reading.analysis.text.slice(from, m.start)),
    );
    if (!next || next.start < from) return names;
    names.push(next);
    from = next.stop;
  }
}

/** The one person who has such a post of a state by the text. */
function holderOf(reading: Reading, noun: string, state: number): Chain | null {
  const isHeld = ({ post, of }: Chain['posts'][number]): boolean => of === state && post.split(' ')[0] === noun;
  const holders = reading.analysis.chains.filter((c) => c.kind === 'person' && c.posts.some(isHeld));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** One of those behind the words that tell several. */
function asNamed(role: Role, { name, known }: Chain, type: 'person' | 'state'): Role {
  return { ...role, name, type, known };
}
