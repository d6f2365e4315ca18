import type { Mention } from '../language/analysis.ts';
import { chainOf, type Reading } from './reading.ts';
import { mentionFor } from './roles.ts';
import { prepositionOf, type Tree } from './tree.ts';

/**
 * «депутат от оппозиции Илья Дубов сказал», «режиссёр и актёр Илья Дубов умер»: posts and callings that the parser makes subjects
 * of a verb in the singular beside the one name that they go with; the name is who acts. «Дубов встретился с членами семьи»: what
 * has a preposition calls nobody, and «глава порта встретился с Дубовым»: a post whose holder the text names is of another.
 */
export function withoutPostOfName(
  reading: Reading,
  tree: Tree,
  tokens: readonly number[],
  verb: number,
): readonly number[] {
  if (tokens.length < 2 || tree.tokens[verb]?.features.number !== 'Sing') return tokens;
  const people = tokens.map((t) => mentionFor(reading, tree, t));
  const isNamed = (m: Mention | null): boolean => m?.kind === 'person' && m.form === 'name';
  const chains = new Set(people.flatMap((m) => (m && isNamed(m) ? m.chain : [])));
  if (chains.size !== 1) return tokens;
  const first = people.findIndex(isNamed);
  return tokens.filter((t, i) => {
    const own = people[i];
    const meant = own ? chains.has(own.chain) : false;
    const calls = own?.kind === 'post' ? !isHeldByAnother(reading, own, chains) : (own?.chain ?? -1) < 0;
    const called = tree.tokens[t]?.pos === 'NOUN' && tree.tokens[t]?.features.animacy === 'Anim' && calls;
    return i === first || !(meant || (called && prepositionOf(tree, t) === null));
  });
}

function isHeldByAnother(reading: Reading, post: Mention, chains: ReadonlySet<number>): boolean {
  return !chains.has(post.chain) && chainOf(reading, post)?.kind === 'person';
}
