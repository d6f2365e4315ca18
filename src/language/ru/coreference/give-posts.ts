import type { Mention, Token } from '../../analysis.ts';
import type { Post, Resolution } from './drafts.ts';
import { chainOf, draftOf, headAt, headOf, link, mentionsWithin, tokensBeside, tokensOf } from './drafts.ts';
import { addressNouns, companionNouns, rankNouns } from '../mentions/nouns.data.ts';
import { isAfterPreposition, ownersOf } from './owners-of-post.ts';
import { isUndeclinedDeputy, wordsOfPost } from './words-of-post.ts';

/**
 * Posts that stand beside a name: before it («министр обороны Беларуси Виктор Хлебов»), after it between commas, and shared
 * («замминистрами иностранных дел Беларуси Иваном Луговым и России Петром Дубовым», «лидеры России и Китая, А и Б»).
 */
export function givePosts(it: Resolution): void {
  for (const [p, post] of it.mentions.entries()) {
    if (post.kind !== 'post' || isInsidePost(it, post) || isRankOfPost(it, post)) continue;
    const isPlural = headOf(it, post)?.features.number === 'Plur';
    const others = isPlural ? statesJoined(it, post) : [];
    const behind = peopleAfter(it, it.mentions[others.at(-1) ?? -1]?.stop ?? stopOfPosts(it, post));
    const named = isOfVerbBehind(it, post, behind[0]) ? [] : behind;
    const isOfFirst = endsWithServed(it, post) || isOfPerson(it, post, named);
    const people = isOfFirst ? named.slice(1, isNextName(it, named) ? 2 : 1) : named;
    if (isOfFirst && people.length === 0) continue;
    const holders = people.length > 0 || isPlural ? people : peopleBefore(it, post);
    const states = [...ownersOf(it, post), ...others];
    const isShared = isPlural && holders.length > 1;
    if (isPlural && !isShared && !isSameCase(it, post, holders[0])) continue;
    for (const [n, holder] of (isShared ? holders : holders.slice(0, 1)).entries()) {
      const own =
        holder.owner >= 0 ? holder.owner : states.length > 1 && isShared ? (states[n] ?? -1) : (states[0] ?? -1);
      addPost(it, p, holder.person, own);
    }
  }
  for (const draft of it.drafts) dropRepeated(draft.posts);
}

/** «президент Дубов» after «президент Перу Иван Дубов» is the same post. */
function dropRepeated(posts: Post[]): void {
  const kept = posts.filter((one) => one.of >= 0 || !posts.some((other) => other.of >= 0 && other.post === one.post));
  posts.splice(0, posts.length, ...kept);
}

/**
 * «помог беженцам Анны Дубовой …»: several who are in another case than the names after them are somebody else, as are those to whom
 * something is told («сказал журналистам А. Лесько»).
 */
function isSameCase(it: Resolution, post: Mention, holder: Holder | undefined): boolean {
  if (isToWhom(it, post)) return false;
  const own = headOf(it, post)?.features.case;
  const its = headAt(it, holder?.person ?? -1)?.features.case;
  return (own === 'Nom') === (its === 'Nom');
}

/** «сказал журналистам»: who is told something by one. */
function isToWhom(it: Resolution, post: Mention): boolean {
  const head = headOf(it, post);
  const verb = tokensBeside(it, post)[head?.head ?? -1];
  return head?.features.case === 'Dat' && verb?.features.verbForm === 'Fin' && verb.features.number === 'Sing';
}

/** «после встречи с советником Дубов уехал»: the name is the subject of the verb behind it, before which another case stands. */
function isOfVerbBehind(it: Resolution, post: Mention, holder: Holder | undefined): boolean {
  const person = it.mentions[holder?.person ?? -1];
  const own = headOf(it, post)?.features;
  if (person?.start !== post.stop + 1 || own?.number !== 'Sing' || own.case === 'Nom') return false;
  const name = headOf(it, person);
  if (name?.relation !== 'nsubj' || name.features.case !== 'Nom') return false;
  const verb = tokensBeside(it, person)[name.head];
  return verb?.features.verbForm === 'Fin' && verb.start > person.stop;
}

interface Holder {
  /** Index of the person's mention. */
  readonly person: number;
  /** Mention of a state or body right before the name, after «и»; -1: none. */
  readonly owner: number;
}

/**
 * «советником Дубова», «врач Ивана Дубова», «адвокат Лесько Иван Дубов»: a post that one has with somebody, whom the name behind it
 * tells in the genitive, without a first name where the post is a genitive itself, or before the name of the holder.
 */
function isOfPerson(it: Resolution, post: Mention, named: readonly Holder[]): boolean {
  const head = headOf(it, post);
  const person = it.mentions[named[0]?.person ?? -1];
  if (!head || !person) return false;
  // «помощник президента Перу Ноэль Лесько Иван Дубов»
  if (servesSomebody(it, post, head) && isNextName(it, named)) return true;
  if (head.stop !== post.stop) return false;
  const isDeclined = person.name !== it.text.slice(person.start, person.stop);
  const isGenitive = isDeclined && tokensOf(it, person).at(-1)?.features.case === 'Gen';
  if (isGenitive && head.features.case !== 'Gen' && head.features.case !== 'Acc') return true;
  if (!ofPeople.has(head.lemma)) return false;
  // «адвокаты Ренн»: several who are one's
  if (isNextName(it, named) || (head.features.number === 'Plur' && named.length === 1)) return true;
  const draft = draftOf(it, named[0]?.person ?? -1);
  return isGenitive && (head.features.case !== 'Gen' || !/\p{L}{2}/u.test(draft?.person?.given ?? ''));
}

/** «помощник президента»: people whose post goes on with that of another. */
function servesSomebody(it: Resolution, post: Mention, head: Token): boolean {
  const served = tokensOf(it, post).find((t) => t.start > head.start);
  const { animacy, case: declined } = served?.features ?? {};
  return ofPeople.has(head.lemma) && served?.pos === 'NOUN' && animacy === 'Anim' && declined === 'Gen';
}

const ofPeople = new Set([
  'помощник',
  'помощница',
  'советник',
  'советница',
  'адвокат',
  'врач',
  'представитель',
  'представительница',
  'пресс-секретарь',
  'заместитель',
  'заместительница',
  'соратник',
  'соратница',
  'преемник',
  'предшественник',
  'соперник',
  'оппонент',
  'союзник',
  'сторонник',
]);

/** Who somebody is to the one whose name follows, or after whom he came. */
const relations: ReadonlySet<string> = new Set([...companionNouns, 'преемник', 'преемница']);

/** «Лесько Иван Дубов»: a second name right behind the first. */
function isNextName(it: Resolution, named: readonly Holder[]): boolean {
  const [first, second] = named.map(({ person }) => it.mentions[person]);
  return first !== undefined && second !== undefined && second.start === first.stop + 1;
}

/** «министры Перу, Чили и Китая»: the states that follow the one within the words of the post. */
function statesJoined(it: Resolution, post: Mention): readonly number[] {
  const found: number[] = [];
  let from = post.stop;
  for (;;) {
    const next = ownerAt(it, from);
    const state = it.mentions[next];
    if (state?.kind !== 'state' || headOf(it, state)?.pos === 'ADJ') return found;
    found.push(next);
    from = state.stop;
  }
}

/** The names that follow a post at once, and those that «и» joins to them, each with a state before it if there is one. */
function peopleAfter(it: Resolution, start: number): readonly Holder[] {
  const holders: Holder[] = [];
  let at = start;
  for (;;) {
    const owner = holders.length === 0 ? -1 : ownerAt(it, at);
    const from = owner >= 0 ? (it.mentions[owner]?.stop ?? at) : at;
    const person = personAt(it, from, holders.length === 0);
    if (person < 0) break;
    holders.push({ person, owner });
    at = it.mentions[person]?.stop ?? at;
  }
  return holders;
}

/**
 * Where the name of the holder may begin: after a rank («начальник штаба генерал Дубов») or a title («глава собора епископ
 * Дубов») and after a second post of the same person («глава совета и посол в Чили Анна Лугова»).
 */
function stopOfPosts(it: Resolution, post: Mention): number {
  let stop = post.stop;
  for (let last: Mention | undefined = post; last;) {
    const next: Mention | undefined = it.mentions.find(
      (one) =>
        one.kind === 'post' &&
        one.start > stop &&
        one.start - stop < 4 &&
        !isInsidePost(it, one) &&
        isNextPost(it, post, one, it.text.slice(stop, one.start)),
    );
    last = next;
    if (next) stop = next.stop;
  }
  return stop;
}

function isNextPost(it: Resolution, post: Mention, next: Mention, between: string): boolean {
  const [head, other] = [headOf(it, post), headOf(it, next)];
  // «замначальника штаба генерал Дубов»
  const agrees = head?.features.case === other?.features.case || (head !== undefined && isUndeclinedDeputy(head));
  if (head?.features.number === 'Plur' || !agrees) return false;
  // «премьер и госпожа Дубова»: words before the name of somebody else
  if (isOfOtherState(it, post, next) || (between === ' и ' && addressNouns.has(other?.lemma ?? ''))) return false;
  const isTitle = head?.features.case === 'Nom' || rankNouns.has(other?.lemma ?? '');
  return between === ' и ' || (between === ' ' && isTitle);
}

/** «президент Перу и премьер Чили Иван Дубов»: the post of one state, before that of another, is somebody else's. */
export function isOfOtherState(it: Resolution, post: Mention, next: Mention): boolean {
  const [own, other] = [post, next].map((one) => ownersOf(it, one).find((i) => it.mentions[i]?.kind === 'state'));
  if (own === undefined || other === undefined) return false;
  return chainOf(it, own) !== chainOf(it, other);
}

/** «генерал» right after a post of the same person is no post of its own; it goes where the post goes. */
function isRankOfPost(it: Resolution, rank: Mention): boolean {
  const head = headOf(it, rank);
  if (!head || !rankNouns.has(head.lemma) || head.norm.length !== rank.stop - rank.start) return false;
  const post = it.mentions.find(
    (one) =>
      one.kind === 'post' && one.stop === rank.start - 1 && headOf(it, one)?.features.case === head.features.case,
  );
  return post !== undefined;
}

/**
 * «Иван Луговой, министр обороны,», «Джон Смит (John Smith), министр»: the name right before the post and a comma; a dash states
 * it («Иван Луговой — министр»).
 */
function peopleBefore(it: Resolution, post: Mention): readonly Holder[] {
  const person = it.mentions.findIndex(
    (one) =>
      isPerson(one) &&
      one.stop <= post.start &&
      /^(?: \([^()]{1,60}\))?(?:,| [—–-]) $/u.test(it.text.slice(one.stop, post.start)),
  );
  return person >= 0 && !isOfNextClause(it, person, post) ? [{ person, owner: -1 }] : [];
}

/**
 * «по словам Дубова, министр примет решение», «о планах Дубова, глава банка сообщила»: where a name in an oblique case ends a
 * clause, the post behind its comma is the subject of the next.
 */
function isOfNextClause(it: Resolution, person: number, post: Mention): boolean {
  const name = it.mentions[person];
  const [own, head] = [name ? headOf(it, name) : undefined, headOf(it, post)];
  if (!name || !own || head?.features.case !== 'Nom' || own.relation.startsWith('nsubj')) return false;
  const isDeclined = name.name !== it.text.slice(name.start, name.stop) && own.features.case !== 'Nom';
  // «соратник Пьетро Верди, мэр»
  const before = tokensBeside(it, name).findLast((token) => token.stop < name.start);
  const isWhose = before !== undefined && before.stop + 1 === name.start && relations.has(before.lemma);
  const goesOn = /^ \p{L}/u.test(it.text.slice(post.stop, post.stop + 2));
  return isDeclined || isWhose || (head.relation.startsWith('nsubj') && own.features.case !== 'Nom' && goesOn);
}

function isPerson(mention: Mention): boolean {
  return mention.kind === 'person' && mention.form === 'name';
}

function personAt(it: Resolution, from: number, isFirst: boolean): number {
  const between = isFirst
    ? /^[»"”]?(?: \([^()]{1,40}\))?[,:]? ?(?:[—–-] )?(?:(?:шейх|принц|сэр|лорд|господин|г-н)\p{L}{0,3} )?$/u
    : /^(?: из (?:штата )?\p{Lu}[\p{L}-]+)?(?: и |, | )$/u;
  return it.mentions.findIndex(
    (one) =>
      isPerson(one) && one.start >= from && one.start - from < farthest && between.test(it.text.slice(from, one.start)),
  );
}

/** How far behind a post a name may stand, in UTF-16 units: an abbreviation in brackets and a title lie between. */
const farthest = 60;

/** «… и России Петром Дубовым»: a state or body after «и». */
function ownerAt(it: Resolution, from: number): number {
  return it.mentions.findIndex(
    (one) =>
      (one.kind === 'state' || one.kind === 'organisation') &&
      one.start >= from &&
      one.start - from < 6 &&
      /^(?: и |, )$/u.test(it.text.slice(from, one.start)),
  );
}

/** «советник президента Перу Ивана Дубова»: the name behind is that of the one who is served, whose own post ends this one. */
function endsWithServed(it: Resolution, post: Mention): boolean {
  return it.mentions.some((one) => one.kind === 'post' && one.start > post.start && one.stop === post.stop);
}

/** A post within a longer post that it does not end: «министр» of «заместитель министра Перу». */
function isInsidePost(it: Resolution, post: Mention): boolean {
  return it.mentions.some(
    (one) => one.kind === 'post' && one !== post && one.start <= post.start && post.stop < one.stop,
  );
}

function addPost(it: Resolution, post: number, person: number, owner: number): void {
  const chain = chainOf(it, person);
  const mention = it.mentions[post];
  const draft = it.drafts[chain];
  if (!draft || !mention) return;
  const of = owner >= 0 ? chainOf(it, owner) : sendingState(it, mention);
  const words = wordsOfPost(it, mention);
  if (!draft.posts.some((known) => known.post === words && known.of === of))
    draft.posts.push({ post: words, of, mention: post });
  link(it, post, chain, `post of ${draft.name}`);
}

/** «посол в Чили» without more: of the state that the text names most beside the one that receives it; -1 for other posts. */
function sendingState(it: Resolution, post: Mention): number {
  if (!/^(?:экс-)?посол$/u.test(headOf(it, post)?.lemma ?? '')) return -1;
  const hosts = mentionsWithin(it, post).flatMap((i) => (isHost(it, i) ? [chainOf(it, i)] : []));
  if (hosts.length === 0) return -1;
  const states = it.drafts.flatMap((draft, chain) => (draft.kind === 'state' && !hosts.includes(chain) ? [chain] : []));
  const size = (chain: number): number => it.drafts[chain]?.mentions.length ?? 0;
  const [first, second] = states.sort((a, b) => size(b) - size(a));
  if (first === undefined || (second !== undefined && size(first) === size(second))) return -1;
  return first;
}

function isHost(it: Resolution, mention: number): boolean {
  const one = it.mentions[mention];
  return one?.kind === 'state' && isAfterPreposition(it, one);
}
