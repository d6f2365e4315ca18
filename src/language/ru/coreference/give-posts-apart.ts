import type { Mention, Token } from '../../analysis.ts';
import { isAge, wordsOfPost } from './words-of-post.ts';
import type { Resolution } from './drafts.ts';
import { chainOf, headOf, link, tokensBeside } from './drafts.ts';
import { isOfOtherState } from './give-posts.ts';
import { carriers } from './tell-posts.ts';
import { ownersOf } from './owners-of-post.ts';

/** How many tokens may stand between a post and the name that it leads to. */
const farthest = 16;

/**
 * Posts that other posts of the same person, what completes them or an abbreviation part from the name: «профессор, директор
 * института Иван Дубов», «депутат палаты от Лимы Анна Лугова», «вице-губернатор края, 35-летний Иван Дубов».
 */
export function givePostsApart(it: Resolution): void {
  for (const [i, post] of it.mentions.entries()) {
    if (post.kind !== 'post' || chainOf(it, i) >= 0) continue;
    const chain = chainOf(it, personBehind(it, post));
    const draft = it.drafts[chain];
    if (!draft) continue;
    const of = chainOf(it, ownersOf(it, post)[0] ?? -1);
    draft.told.push({ post: wordsOfPost(it, post), of, mention: i });
    link(it, i, chain, `post apart from ${draft.name}`);
  }
}

/** The mention of the name that a post leads to; -1 where something else comes between. */
function personBehind(it: Resolution, post: Mention): number {
  const head = headOf(it, post);
  const tokens = tokensBeside(it, post);
  const behind = it.mentions.findIndex(
    (one) => one.sentence === post.sentence && one.kind === 'person' && one.form === 'name' && one.start >= post.stop,
  );
  const person = it.mentions[behind];
  if (!head || !person || head.features.number === 'Plur' || isInBody(it, person) || isOfOther(tokens, head)) return -1;
  const between = tokens.filter((one) => one.start >= post.stop && one.stop <= person.start);
  const within = it.mentions.filter(
    (one) => one.sentence === post.sentence && one.start >= post.stop && one.stop <= person.start,
  );
  const posts = within.filter((one) => one.kind === 'post');
  if (between.length === 0 || between.length > farthest || !isOneCase(it, head, person, posts)) return -1;
  if (posts.some((one) => isOfOtherState(it, post, one)) || isOfSeveral(tokens, head, posts, between)) return -1;
  const leads = between.every((token, k) => mayStandBetween(token, between, k, within));
  return leads && endsBeforeName(between, posts) ? behind : -1;
}

/** «на пост министра Ивана Дубова», «сын министра Марио Ренн»: the post of somebody to come, and of whose kin is named. */
function isOfOther(tokens: readonly Token[], { relation, head, features }: Token): boolean {
  const above = tokens[head];
  const isWhose = features.case === 'Gen' && relation.startsWith('nmod') && above !== undefined;
  return isWhose && (carriers.has(above.lemma) || (above.features.animacy === 'Anim' && above.features.case !== 'Gen'));
}

/** «советник из администрации Лугового»: a name that belongs to that of a body. */
function isInBody(it: Resolution, person: Mention): boolean {
  return it.mentions.some((one) => one.kind === 'organisation' && one.start < person.start && person.stop <= one.stop);
}

/** Whether the post, the posts behind it and the name stand in one case; a foreign name in its first form stands in any. */
function isOneCase(it: Resolution, head: Token, person: Mention, posts: readonly Mention[]): boolean {
  const own = livingCase(head);
  const name = headOf(it, person);
  // «Марио», «Ренье»: no Russian ending that would tell the case
  const isUndeclined = /[оеиуюэы]$/u.test(person.name);
  const isNamed = name !== undefined && (livingCase(name) === own || isUndeclined);
  return isNamed && posts.every((one) => livingCase(headOf(it, one)) === own);
}

/** «директора завода и главу порта»: of the living the accusative may look as the genitive does. */
function livingCase(token: Token | undefined): string | undefined {
  return token?.features.case === 'Acc' ? 'Gen' : token?.features.case;
}

/** «министр и посол Иван Дубов прибыли»: two, of whom only the last is named. */
function isOfSeveral(
  tokens: readonly Token[],
  head: Token,
  posts: readonly Mention[],
  between: readonly Token[],
): boolean {
  const isList = posts.length > 0 && between.some((one) => one.text === ',' || one.norm === 'и');
  const above = tokens[head.head];
  return isList && above?.pos === 'VERB' && above.features.number === 'Plur';
}

/** Other posts, bodies, what is in brackets, and what completes a post; marks and «и» only where they lead to another post or an age. */
function mayStandBetween(token: Token, between: readonly Token[], at: number, within: readonly Mention[]): boolean {
  const isIn = (one: Token, kinds: ReadonlySet<Mention['kind']>): boolean =>
    within.some(({ kind, start, stop }) => kinds.has(kind) && start <= one.start && one.stop <= stop);
  if (isIn(token, postKinds) || isIn(token, bodyKinds) || isBracketed(between, at)) return true;
  const next = between.slice(at + 1).find((one) => one.pos !== 'ADJ');
  const leadsToPost = next !== undefined && isIn(next, postKinds);
  if (token.kind === 'punctuation') {
    const isMark = /^[,—–-]$/u.test(token.text);
    return /^[«»"“”]$/u.test(token.text) || (isMark && (leadsToPost || between.slice(at + 1).every(isAge)));
  }
  if (token.pos === 'CCONJ') return token.norm === 'и' && leadsToPost;
  if (token.pos === 'ADP') {
    const isPlaced = /^(?:во?|на)$/u.test(token.norm) && next !== undefined && isIn(next, bodyKinds);
    return isPlaced || completing.has(token.norm);
  }
  if (token.pos === 'ADJ' || token.pos === 'NUM') return true;
  const { animacy, number, case: declined } = token.features;
  const isThing = animacy !== 'Anim' || number === 'Plur';
  return (token.pos === 'NOUN' || token.pos === 'PROPN') && isThing && declined !== 'Nom';
}

const postKinds: ReadonlySet<Mention['kind']> = new Set(['post']);
const bodyKinds: ReadonlySet<Mention['kind']> = new Set(['state', 'organisation', 'place']);

/** «председатель Управления (СОР) области Иван Дубов» */
function isBracketed(between: readonly Token[], at: number): boolean {
  const open = between.findLastIndex((one, i) => i <= at && one.text === '(');
  return (
    open >= 0 &&
    between.slice(open, at).every((one) => one.text !== ')') &&
    between.slice(at).some((one) => one.text === ')')
  );
}

/** Prepositions that complete a post: «депутат от Лимы», «представитель при союзе», «вождь из племени»; «посол в Перу» is asked apart. */
const completing: ReadonlySet<string> = new Set(['от', 'из', 'при', 'по']);

/** «директор порта, 35-летний Дубов», but not «директор порта, Дубов»: a comma alone ends what was said. */
function endsBeforeName(between: readonly Token[], posts: readonly Mention[]): boolean {
  const last = between.at(-1);
  if (!last || last.kind !== 'punctuation') return true;
  return /^[»"”)]$/u.test(last.text) || (last.text !== ',' && posts.length > 0);
}
