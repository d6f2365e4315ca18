import type { Mention, Token } from '../../analysis.ts';
import type { Resolution } from './drafts.ts';
import { chainOf, headOf, tokensBeside } from './drafts.ts';
import { ownersOf } from './owners-of-post.ts';
import { wordsOfPost } from './words-of-post.ts';

/**
 * Posts that a verb tells: «Луговой стал министром», «назначила Лугового министром», «избран на пост министра», «выступил в качестве
 * министра». Whoever has one is meant by «министр» later on; the mention of the post itself stays what is told of him.
 */
export function tellPosts(it: Resolution): void {
  for (const [i, post] of it.mentions.entries()) {
    if (post.kind !== 'post' || chainOf(it, i) >= 0) continue;
    const tokens = tokensBeside(it, post);
    const verb = verbOf(tokens, headOf(it, post));
    const holder = verb < 0 ? -1 : holderOf(it, post, tokens, verb);
    const of = chainOf(it, ownersOf(it, post)[0] ?? -1);
    if (holder >= 0) it.drafts[holder]?.told.push({ post: wordsOfPost(it, post), of, mention: i });
  }
}

/** The verb that gives a post: of «министром» its head, of «пост министра» that of the noun before it; -1 where there is none. */
function verbOf(tokens: readonly Token[], post: Token | undefined): number {
  if (!post) return -1;
  const above = tokens[post.head];
  const isCarried = post.features.case === 'Gen' && carriers.has(above?.lemma ?? '');
  const { relation, head } = isCarried && above ? above : post;
  const isTold = isCarried || post.features.case === 'Ins';
  // «принёс присягу в качестве министра»
  const told = tokens[head]?.lemma === 'присяга' ? tokens[head] : { relation, head };
  const isUnder = /^(?:obl|xcomp|obj|iobj)/u.test(told.relation);
  return isTold && isUnder && givers.has(tokens[told.head]?.lemma ?? '') ? told.head : -1;
}

/** «на пост министра», «в должности министра» */
export const carriers: ReadonlySet<string> = new Set(['пост', 'должность', 'качество']);

/** Verbs whose subject has the post, and those whose object gets it. */
const holding: readonly string[] = [
  'стать',
  'становиться',
  'быть',
  'являться',
  'остаться',
  'оставаться',
  'работать',
  'занять',
  'занимать',
  'вступить',
  'принести',
];
const giving: ReadonlySet<string> = new Set([
  'назначить',
  'назначать',
  'избрать',
  'избирать',
  'переизбрать',
  'выбрать',
  'утвердить',
]);
const givers: ReadonlySet<string> = new Set([...holding, ...giving]);

/** The person who is the subject of the verb, or whom it gives the post; -1 where no name stands there. */
function holderOf(it: Resolution, post: Mention, tokens: readonly Token[], verb: number): number {
  const wanted = giving.has(tokens[verb]?.lemma ?? '') ? /^(?:obj|iobj|nsubj:pass)/u : /^nsubj/u;
  const holder = it.mentions.findIndex((one) => {
    const head = one.kind === 'person' && one.sentence === post.sentence ? tokens[one.head] : undefined;
    const own = head && /^(?:appos|flat)/u.test(head.relation) ? tokens[head.head] : head;
    return own !== undefined && own.head === verb && wanted.test(own.relation);
  });
  return chainOf(it, holder);
}
