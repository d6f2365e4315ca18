import type { Mention, Token } from '../../analysis.ts';
import type { Draft, Resolution } from './drafts.ts';
import { chainOf, dependentsOf, headOf, lastChain, link, tokensBeside, tokensOf } from './drafts.ts';
import { holdsPost, holdsUnowned, isRecent, leadsState, officeOf } from './holds-post.ts';
import { isOneOfMany } from './join-callings.ts';
import { ownersOf } from './owners-of-post.ts';
import { isSameOffice } from './same-post.ts';
import { genderSaid } from './tell-gender.ts';
import { carriers } from './tell-posts.ts';
import { wordsOfPost } from './words-of-post.ts';

/** Posts and descriptions of people without a name: «глава МИД», «российский президент», «министр», «политик». */
export function joinPostsAlone(it: Resolution): void {
  // «назначен министром» tells the post, not the person
  const toldBy = new Set(it.drafts.flatMap(({ told }) => told.map(({ mention }) => mention)));
  for (const [i, mention] of it.mentions.entries()) {
    const isPost = mention.kind === 'post' || (mention.kind === 'person' && mention.form === 'description');
    const head = headOf(it, mention);
    if (!isPost || !head || chainOf(it, i) >= 0) continue;
    if (isOfSeveral(it, mention, head) || isOfficeAlone(it, mention, head)) continue;
    if (isInsidePerson(it, mention) || toldBy.has(i) || isOneOfMany(it, mention)) continue;
    const owners = ownersOf(it, mention)
      .filter((owner) => !isNamedByPost(it, owner))
      .map((owner) => chainOf(it, owner))
      .filter((owner) => owner >= 0);
    const asked: AskedPost = { mention, head, owners };
    if (isToCome(it, mention)) {
      link(it, i, holderToCome(it, asked), 'post that somebody is to have');
      continue;
    }
    const holder = holders.reduce((found, find) => (found >= 0 ? found : find(it, asked)), -1);
    if (holder >= 0) {
      link(it, i, holder, `post of ${it.drafts[holder]?.name ?? ''}`);
      continue;
    }
    const spokenOf =
      mention.kind === 'post' && isOfState(it, owners)
        ? orElse(personSpokenOf(it, mention, head), () => personWithoutPost(it, mention, head))
        : -1;
    const leader = spokenOf >= 0 ? -1 : orElse(leaderSpokenOf(it, asked), () => leaderNamedNext(it, asked));
    const draft = it.drafts[spokenOf] ?? it.drafts[leader];
    if (!draft) continue;
    const post = { post: wordsOfPost(it, mention), of: owners[0] ?? -1, mention: i };
    (spokenOf >= 0 ? draft.posts : draft.told).push(post);
    link(it, i, Math.max(spokenOf, leader), `post of the person spoken of, ${draft.name}`);
  }
}

/** «министры»; «главы государств», where «главы» alone may be one in the genitive. */
function isOfSeveral(it: Resolution, mention: Mention, head: Token): boolean {
  if (head.features.number === 'Plur') return true;
  return dependentsOf(it, mention).some(({ relation, norm }) => relation === 'nmod' && norm === 'государств');
}

/** «полномочия президента Перу», «выборы президента»: the office, whoever holds it. */
function isOfficeAlone(it: Resolution, mention: Mention, head: Token): boolean {
  return head.features.case === 'Gen' && ofOffice.has(nounAbove(it, mention, head));
}

const ofOffice: ReadonlySet<string> = new Set(['полномочие', 'выборы', ...carriers]);

/** A post that stands alone: its mention, its noun and the chains of the states and bodies that it names. */
interface AskedPost {
  readonly mention: Mention;
  readonly head: Token;
  readonly owners: readonly number[];
}

/** Where the holder of a post that stands alone is looked for, in this order; each gives a chain or -1. */
const holders: readonly ((it: Resolution, asked: AskedPost) => number)[] = [
  holderAsSubject,
  // «бывший министр» is whoever is called a former one
  (it, asked) =>
    lastChain(
      it,
      asked.mention.start,
      (draft, at) => fits(it, draft, at, asked) && isPast(it, asked.mention) !== isCurrent(it, draft),
    ),
  (it, asked) => {
    const holds = (draft: Draft, at: number): boolean => fits(it, draft, at, asked);
    return isPast(it, asked.mention) ? onlyChain(it, holds) : lastChain(it, asked.mention.start, holds);
  },
  holderToBeNamed,
  holderOfNoStateTold,
];

function fits(it: Resolution, draft: Draft, chain: number, asked: AskedPost): boolean {
  const { mention, head, owners } = asked;
  return (
    draft.person !== null &&
    agrees(it, draft, mention, head) &&
    holdsPost(it, chain, mention, head, owners) &&
    !isToldOf(it, draft, mention)
  );
}

/** «министр обороны Иван Дубов … перуанский министр» */
function holderOfNoStateTold(it: Resolution, { mention, head, owners }: AskedPost): number {
  if (owners.length === 0) return -1;
  return lastChain(
    it,
    mention.start,
    (draft) =>
      agrees(it, draft, mention, head) && holdsUnowned(it, draft, mention, head) && !isToldOf(it, draft, mention),
  );
}

/**
 * «Президент Перу прибыл в Лиму», where the text names him only later: the one person who has the post of the state or body, or at all;
 * «первый президент Перу Иван Дубов» has it no more.
 */
function holderToBeNamed(it: Resolution, asked: AskedPost): number {
  const isKnown = asked.owners.length > 0 || asked.mention.sentence < headlines;
  const holds = (draft: Draft, at: number): boolean => fits(it, draft, at, asked) && !isFirstPresident(it, draft);
  return isKnown ? onlyChain(it, holds) : -1;
}

/** How many first sentences speak of people whom the next ones name. */
const headlines = 3;

function isFirstPresident(it: Resolution, draft: Draft): boolean {
  const told = draft.posts.flatMap(({ mention }) => it.mentions[mention] ?? []);
  return told.some((post) => headOf(it, post)?.lemma === 'президент' && tokensOf(it, post)[0]?.lemma === 'первый');
}

/** «новый премьер», «будущий министр»: not whoever has held the post so far. */
function isToCome(it: Resolution, mention: Mention): boolean {
  return dependentsOf(it, mention).some(({ pos, lemma }) => pos === 'ADJ' && coming.has(lemma));
}

const coming: ReadonlySet<string> = new Set(['новый', 'будущий', 'следующий', 'новоизбранный', 'избранный']);

/**
 * Who is to have a post: whose name stands beside it in the instrumental («назначил Ивана Дубова министром»), else the one person
 * of the text who has none of a state; -1 where there are more.
 */
function holderToCome(it: Resolution, { mention, head, owners }: AskedPost): number {
  const holds = (draft: Draft, chain: number): boolean =>
    draft.person !== null && holdsPost(it, chain, mention, head, owners);
  const office = officeOf(it, mention, head);
  for (const post of it.mentions.slice(0, it.mentions.indexOf(mention)).toReversed()) {
    const own = post.kind === 'post' ? headOf(it, post) : undefined;
    if (own?.features.case !== 'Ins' || !isSameOffice(office, officeOf(it, post, own))) continue;
    const named = it.mentions.findIndex(
      (one) =>
        one.kind === 'person' && one.form === 'name' && (one.stop + 1 === post.start || post.stop + 1 === one.start),
    );
    if (named >= 0) return chainOf(it, named);
  }
  const told = onlyChain(it, (draft, at) => draft.told.length > 0 && holds(draft, at));
  if (told >= 0) return told;
  const hasState = (draft: Draft): boolean => draft.posts.some(({ of }) => it.drafts[of]?.kind === 'state');
  const isFree = (draft: Draft): boolean => !hasState(draft) && agrees(it, draft, mention, head);
  const chain = onlyChain(it, (draft, at) => draft.person !== null && isFree(draft) && !holds(draft, at));
  return it.drafts.some(holds) && (mention.sentence < 2 || isRecent(it, chain, mention)) ? chain : -1;
}

/**
 * «По словам Лугового, … Президент Беларуси отметил»: the subject of a sentence by post alone is the person of the sentences
 * just before to whom the document gives no post.
 */
function personSpokenOf(it: Resolution, mention: Mention, head: Token): number {
  if (!head.relation.startsWith('nsubj') || isNamedBehind(it, mention)) return -1;
  const last = lastChain(it, mention.start, (draft) => draft.person !== null);
  const draft = it.drafts[last];
  const isFree = hasNoPost(draft) && agrees(it, draft, mention, head);
  const isBefore = draft?.mentions.some((i) => it.mentions[i]?.sentence === mention.sentence) === false;
  return isFree && isBefore && !isNamesake(it, draft) && isRecent(it, last, mention) ? last : -1;
}

/** Whether a person stands in the document without a post, and no verb tells one. */
function hasNoPost(draft: Draft | undefined): draft is Draft {
  return draft !== undefined && draft.posts.length + draft.told.length === 0;
}

/** «институт имени Ивана Дубова»: nobody whom the text speaks of, but a part of a name. */
function isNamesake(it: Resolution, draft: Draft): boolean {
  const bodies = it.mentions.filter(({ kind }) => kind === 'organisation' || kind === 'facility');
  const names = draft.mentions.flatMap((i) => it.mentions[i] ?? []);
  return names.every((name) => bodies.some((one) => one.start < name.start && name.stop <= one.stop));
}

/** «писатель и историк, известный всем, Иван Луговой»: a name further on that hangs on the noun, or beside it on the verb. */
function isNamedBehind(it: Resolution, mention: Mention): boolean {
  const tokens = tokensBeside(it, mention);
  const head = tokens[mention.head];
  return it.mentions.some((one) => {
    if (one.kind !== 'person' || one.sentence !== mention.sentence || one.start < mention.stop) return false;
    const name = tokens[one.head];
    const isTwin = name?.relation === head?.relation && name?.head === head?.head;
    return isTwin || (name?.head === mention.head && /^(?:appos|flat|conj|nmod)/u.test(name.relation));
  });
}

/**
 * «Его поздравил Иван Луговой. В письме президента Перу говорится», «отравили Лугового … смерть перуанского лидера»: whoever leads a
 * state is the person named last, just before, where the document gives him no post and nobody else leads that state.
 */
function leaderSpokenOf(it: Resolution, asked: AskedPost): number {
  const { mention, head } = asked;
  if (!isLeaderAlone(it, asked) || staffs.has(nounAbove(it, mention, head))) return -1;
  const last = lastChain(it, mention.start, (draft) => draft.person !== null);
  const draft = it.drafts[last];
  const isNear = draft?.mentions.some((i) => mention.sentence - (it.mentions[i]?.sentence ?? -Infinity) <= 1) === true;
  return isNear && mayLead(it, draft, asked) ? last : -1;
}

/**
 * «Президент Перу отменил визит. По словам Луговой, …»: whoever leads a state speaks on in the next sentence, where the document names
 * nobody before and gives the one named there no post.
 */
function leaderNamedNext(it: Resolution, asked: AskedPost): number {
  const { mention, head } = asked;
  if (!isLeaderAlone(it, asked) || !head.relation.startsWith('nsubj')) return -1;
  const next = it.mentions.findIndex((one) => one.kind === 'person' && one.form === 'name' && one.start > mention.stop);
  const name = it.mentions[next];
  const own = name ? headOf(it, name) : undefined;
  // behind a headline the first sentence says once more what it says
  const near = mention.sentence === 0 ? 2 : 1;
  if (!name || !own || name.sentence > mention.sentence + near) return -1;
  const above = tokensBeside(it, name)[own.head];
  const isSpeaker = own.relation === 'nmod' && above?.norm === 'словам' && above.head >= 0;
  const chain = chainOf(it, next);
  return isSpeaker && mayLead(it, it.drafts[chain], asked) ? chain : -1;
}

/** «президент Перу», «лидер Чили», with no name beside it. */
function isLeaderAlone(it: Resolution, { mention, head, owners }: AskedPost): boolean {
  return isOfState(it, owners) && leadsState(head.lemma) && !isNamedBehind(it, mention);
}

function isOfState(it: Resolution, owners: readonly number[]): boolean {
  return owners.some((chain) => it.drafts[chain]?.kind === 'state');
}

/** Whether a person may lead a state: the document gives neither a post to the person nor the post to another. */
function mayLead(it: Resolution, draft: Draft | undefined, { mention, head, owners }: AskedPost): boolean {
  const hasLeader = it.drafts.some((one) => one.posts.some((post) => owners.includes(post.of)));
  return hasNoPost(draft) && !hasLeader && agrees(it, draft, mention, head);
}

/** Lemma of the noun that a post stands with: «администрация» of «администрация президента Перу»; empty where it is none. */
function nounAbove(it: Resolution, mention: Mention, head: Token): string {
  return head.relation === 'nmod' ? (tokensBeside(it, mention)[head.head]?.lemma ?? '') : '';
}

/** «администрация президента Перу»: those who work for him, whoever he is. */
const staffs: ReadonlySet<string> = new Set(['администрация', 'офис', 'канцелярия', 'аппарат']);

/**
 * «Министр Перу встретился с министром Чили. «Мы довольны», — заявил министр»: of two who fit, the subject of a sentence before
 * speaks on; -1 where neither is one.
 */
function holderAsSubject(it: Resolution, asked: AskedPost): number {
  const { mention, head } = asked;
  if (!head.relation.startsWith('nsubj')) return -1;
  const before = it.mentions.findLastIndex((one, i) => {
    const chain = chainOf(it, i);
    if (one.stop > mention.start || chain < 0) return false;
    const draft = it.drafts[chain];
    return (
      draft !== undefined &&
      isPast(it, mention) !== isCurrent(it, draft) &&
      fits(it, draft, chain, asked) &&
      headOf(it, one)?.relation.startsWith('nsubj') === true
    );
  });
  return chainOf(it, before);
}

function orElse(chain: number, other: () => number): number {
  return chain >= 0 ? chain : other();
}

/**
 * «Президент Перу и секретарь совета Чили обсудили …» under the headline «… встретился с Луговым»: the one person of the text who
 * has no post, named by the surname alone; where there are more, nobody.
 */
function personWithoutPost(it: Resolution, mention: Mention, head: Token): number {
  const sentence = it.sentences[mention.sentence];
  const top = head.relation === 'conj' ? sentence?.tokens[head.head] : head;
  if (!top?.relation.startsWith('nsubj')) return -1;
  const chain = onlyChain(
    it,
    (draft) =>
      draft.person !== null &&
      draft.posts.length === 0 &&
      draft.mentions.some((i) => (it.mentions[i]?.sentence ?? Infinity) <= mention.sentence + 2),
  );
  const draft = it.drafts[chain];
  return draft?.person?.given === '' && agrees(it, draft, mention, head) ? chain : -1;
}

/** «МИД» of «глава МИД» says which post it is and no more; «МИД Перу» says of which state. */
function isNamedByPost(it: Resolution, owner: number): boolean {
  const mention = it.mentions[owner];
  return (
    mention?.kind === 'organisation' &&
    /^(?:МИД|МВД|МЧС|Мин\p{Ll}{2,15}|Госдеп(?:артамент)?|Совбез|Генштаб)$/iu.test(mention.name)
  );
}

/** «Луговая, которая сравнила его с композитором»: a post in the relative clause of somebody is another's. */
function isToldOf(it: Resolution, draft: Draft, mention: Mention): boolean {
  const tokens = tokensBeside(it, mention);
  const own = draft.mentions.flatMap((i) => it.mentions[i] ?? []).filter((one) => one.sentence === mention.sentence);
  for (let at = tokens[mention.head]; at; at = tokens[at.head]) {
    const above = tokens[at.head];
    if (!above || at.relation !== 'acl:relcl') continue;
    if (own.some((one) => one.start <= above.start && above.stop <= one.stop)) return true;
  }
  return false;
}

/** «бывший министр», «экс-министр», «свергнутый президент», whether or not the mention has the adjective. */
function isPast(it: Resolution, post: Mention): boolean {
  const own = dependentsOf(it, post).filter(({ stop }) => stop <= post.stop);
  return past.test(it.text.slice(post.start, post.stop)) || own.some(({ norm }) => past.test(norm));
}

const past = /^(?:бывш|прежн|экс(?!\p{L})|тогдашн|свергнут|отставн|смещ[её]нн|уволенн|покойн)/iu;

/** Whether a person holds any post that is not called a former one. */
function isCurrent(it: Resolution, draft: Draft): boolean {
  return !draft.posts.some(({ mention }) => {
    const post = it.mentions[mention];
    return post !== undefined && isPast(it, post);
  });
}

/** A post within the mention of a person or of a longer post is told with it. */
function isInsidePerson(it: Resolution, mention: Mention): boolean {
  return it.mentions.some(
    (one) =>
      one !== mention &&
      (one.kind === 'person' || one.kind === 'post') &&
      one.start <= mention.start &&
      mention.stop <= one.stop &&
      one.stop - one.start > mention.stop - mention.start,
  );
}

function agrees(it: Resolution, draft: Draft, mention: Mention, head: Token): boolean {
  // Posts are masculine for women too: only a feminine description or «премьер готова» decides.
  const isFeminine = head.features.gender === 'Fem' && head.lemma !== 'глава';
  const isOfWoman = isFeminine || genderSaid(it, mention) === 'Fem';
  return !isOfWoman || draft.gender !== 'Masc';
}

function onlyChain(it: Resolution, passes: (draft: Draft, chain: number) => boolean): number {
  const found = it.drafts.flatMap((draft, chain) => (passes(draft, chain) ? [chain] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
