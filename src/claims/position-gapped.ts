import type { Mention } from '../language/analysis.ts';
import type { Role } from '../model/claim.ts';
import { hullOf } from '../model/span.ts';
import { draftPosition } from './draft-position.ts';
import type { Draft } from './draft.ts';
import { nameOf } from './position-same.ts';
import { hasHead } from './post-headed.ts';
import { isPost, readPost } from './post-phrase.ts';
import { personNamedAt, type Reading } from './reading.ts';
import { phraseSpan } from './phrase-span.ts';
import { fillRole } from './roles.ts';
import { caseAt, isVerbal, prepositionOf, type Tree } from './tree.ts';

/**
 * Posts of a verb that is not said again: «Комитет возглавил Верди, комиссию — Росси», «послом назначен Верди, консулом — Росси».
 * In: the positions that verbs tell. Out: the same with those behind the verb, whose holders have no other from it.
 */
export function withGapped(reading: Reading, told: readonly Draft[]): readonly Draft[] {
  const verbs = told.filter((one, i) => carried.has(one.rule) && told.findIndex((o) => isSameVerb(o, one)) === i);
  const behind = verbs.flatMap((draft) => {
    const tree = reading.trees[draft.sentence];
    return tree ? gapsBehind(reading, tree, draft).flatMap((gap) => draftOf(reading, tree, draft, gap)) : [];
  });
  // of the first verb the second holder, or the second post
  const isMisread = (one: Draft): boolean =>
    behind.some(
      (o) =>
        isSameVerb(o, one) &&
        (nameOf(o, 'person') === nameOf(one, 'person') ||
          (startOfPost(o) !== null && startOfPost(o) === startOfPost(one))),
    );
  return [...told.filter((one) => !isMisread(one)), ...behind];
}

const carried: ReadonlySet<string> = new Set(['become', 'appoint', 'heads'].map((name) => `position.${name}`));

function isSameVerb(a: Draft, b: Draft): boolean {
  return a.sentence === b.sentence && a.token === b.token;
}

/** Where the words of a post begin; a verb that tells the post itself («возглавил») tells it of all. */
function startOfPost({ roles, rule }: Draft): number | null {
  return rule === 'position.heads' ? null : (roles.find((r) => r.role === 'post')?.span?.start ?? null);
}

/** What stands between a comma and a dash, and the name behind the dash. */
interface Gap {
  /** The token of the post or of the body. */
  readonly noun: number;
  readonly person: Mention;
}

function gapsBehind(reading: Reading, tree: Tree, { rule, token }: Draft): readonly Gap[] {
  const wanted = rule === 'position.heads' ? 'Acc' : 'Ins';
  return tree.tokens.flatMap((dash, at): readonly Gap[] => {
    if (at < token || !/^[—–-]$/u.test(dash.text)) return [];
    const person = personNamedAt(reading, tree.sentence.index, dash.stop + 1);
    const opens = tree.tokens.findLastIndex((t, i) => i < at && /^[,;]$/u.test(t.text));
    const words = tree.tokens.slice(opens + 1, at);
    const noun = opens + 1 + words.findIndex((t) => t.pos === 'NOUN');
    const isGap = opens > token && noun > opens && !words.some((t) => isVerbal(t));
    const isTold = caseAt(tree, noun) === wanted && prepositionOf(tree, noun) === null;
    return person && isGap && isTold ? [{ noun, person }] : [];
  });
}

function draftOf(reading: Reading, tree: Tree, draft: Draft, { noun, person }: Gap): readonly Draft[] {
  if (draft.type !== 'position') return [];
  const roles = draft.rule === 'position.heads' ? headed(reading, tree, draft, noun) : given(reading, tree, noun);
  if (roles.length === 0) return [];
  const { tense, rule, sentence, token } = draft;
  const evidence = hullOf([phraseSpan(tree, noun), person]);
  return [
    draftPosition({
      tense,
      roles: [fillRole(reading, tree, person.head, 'person'), ...roles],
      evidence,
      rule,
      sentence,
      token,
    }),
  ];
}

/** «консулом»: the post and whose it is. */
function given(reading: Reading, tree: Tree, noun: number): readonly Role[] {
  if (!isPost(reading, tree, noun)) return [];
  const { post, organisation } = readPost(reading, tree, noun);
  return organisation ? [post, organisation] : [post];
}

/** «комиссию»: the body, with the post that the verb says. */
function headed(reading: Reading, tree: Tree, { roles }: Draft, noun: number): readonly Role[] {
  const post = roles.find((r) => r.role === 'post');
  return post && hasHead(reading, tree, noun) ? [post, fillRole(reading, tree, noun, 'organisation')] : [];
}
