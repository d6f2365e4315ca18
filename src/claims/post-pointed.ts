import type { Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { isOffice } from './offices.data.ts';
import { headingAt } from './post-headed.ts';
import { readPost } from './post-phrase.ts';
import { postCarriers } from './post-verbs.data.ts';
import type { Predication } from './predications.ts';
import { personNamedAt, type Reading } from './reading.ts';
import { dependents, type Tree } from './tree.ts';

/** A post that the text only points at, without words of its own here. */
export interface PointedPost {
  /** The token of «пост», «должность». */
  readonly token: number;
  readonly roles: readonly Role[];
}

/**
 * «занимал этот пост», «сменил Бьянки на этом посту», «назначил на его место Бьянки»: the post that was told last before, by its
 * name or by a verb («флотом командовал Ренн»). `carriers`: the tokens that may be «пост».
 */
export function pointedPost(reading: Reading, p: Predication, carriers: readonly number[]): PointedPost | null {
  const { tree } = p;
  const token = carriers.find((t) => postCarriers.has(tree.tokens[t]?.lemma ?? '') && isPointing(tree, t));
  const start = tree.tokens[token ?? -1]?.start;
  if (token === undefined || start === undefined) return null;
  // «на его место» of whom the sentence says who he is
  const reach = isSomebodys(tree, token) ? 0 : farthest;
  const told = [toldByName(reading, p, start, reach), toldByVerb(reading, tree, start, reach)].flatMap(
    (one) => one ?? [],
  );
  const [last] = told.toSorted((a, b) => b.at - a.at);
  return last ? { token, roles: last.roles } : null;
}

/** «этот пост», «его должность»: «назначил на этот пост посла Верди» gives him no post of an ambassador. */
export function isPointing(tree: Tree, carrier: number): boolean {
  const isThis = (c: number): boolean =>
    /^(?:этот|это|тот|данный|упомянуть|упомянутый|указанный)$/u.test(tree.tokens[c]?.lemma ?? '');
  return isSomebodys(tree, carrier) || dependents(tree, carrier, 'det', 'amod', 'nmod').some(isThis);
}

/** «его должность», «на её место» */
function isSomebodys(tree: Tree, carrier: number): boolean {
  return dependents(tree, carrier, 'det', 'amod', 'nmod').some((c) => /^(?:его|ее)$/u.test(tree.tokens[c]?.norm ?? ''));
}

interface Told {
  readonly at: number;
  readonly roles: readonly Role[];
}

/** How many sentences back the post may be told. */
const farthest = 2;

/** The office that was named last, which is nobody's own and not that of who acts here. */
function toldByName(reading: Reading, { tree, agents }: Predication, start: number, reach: number): Told | null {
  const named = reading.analysis.mentions.findLast((m) => {
    const back = tree.sentence.index - m.sentence;
    const noun = reading.trees[m.sentence]?.tokens[m.head]?.lemma ?? '';
    const isSubject = tree.tokens[m.head]?.relation.startsWith('nsubj') === true;
    const isActor = back === 0 && (agents.includes(m.head) || isSubject);
    return (
      m.kind === 'post' && m.stop <= start && back <= reach && isOffice(noun) && !isActor && !isBesideName(reading, m)
    );
  });
  const before = named ? reading.trees[named.sentence] : undefined;
  if (!named || !before) return null;
  const { post, organisation } = readPost(reading, before, named.head);
  return { at: named.start, roles: [wordless(post), ...(organisation ? [wordless(organisation)] : [])] };
}

/** «Войсками командовал Ренн. На этом посту он сменил Верди.» */
function toldByVerb(reading: Reading, { sentence }: Tree, start: number, reach: number): Told | null {
  const near = reading.trees.slice(Math.max(0, sentence.index - reach), sentence.index + 1);
  const told = near.flatMap((tree) =>
    tree.tokens.flatMap((word, i): readonly Told[] => {
      const heading = word.stop <= start ? headingAt(reading, tree, i) : null;
      return heading ? [{ at: word.start, roles: [heading.post, wordless(heading.organisation)] }] : [];
    }),
  );
  return told.at(-1) ?? null;
}

/** A role whose words stand elsewhere. */
function wordless(role: Role): Role {
  return { ...role, span: null };
}

/** «при президенте Ренне»: somebody's own post, which «этот пост» after it does not mean. */
function isBesideName(reading: Reading, { sentence, stop }: Mention): boolean {
  return personNamedAt(reading, sentence, stop + 1) !== undefined;
}
