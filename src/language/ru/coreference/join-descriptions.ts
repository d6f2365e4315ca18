import type { Mention, Token } from '../../analysis.ts';
import { generalBodies } from '../mentions/nouns.data.ts';
import type { Draft, Resolution } from './drafts.ts';
import { holdsPost, isRecent, officeOf } from './holds-post.ts';
import { isSameOffice } from './same-post.ts';
import { headOf, lastChain, link, mentionsWithin, tokensOf } from './drafts.ts';
import { ownersOf } from './owners-of-post.ts';
import { wordsOfPost } from './words-of-post.ts';
import { genderSaid } from './tell-gender.ts';

/** Posts and descriptions of people without a name: «глава МИД», «российский президент», «министр», «политик». */
export function joinPostsAlone(it: Resolution): void {
  // «назначен министром» tells the post, not the person
  const toldBy = new Set(it.drafts.flatMap(({ told }) => told.map(({ mention }) => mention)));
  for (const [i, mention] of it.mentions.entries()) {
    const isPost = mention.kind === 'post' || (mention.kind === 'person' && mention.form === 'description');
    const head = headOf(it, mention);
    if (!isPost || !head || head.features.number === 'Plur' || (it.links[i]?.chain ?? -1) >= 0) continue;
    if (isInsidePerson(it, mention) || toldBy.has(i)) continue;
    const owners = ownersOf(it, mention)
      .filter((owner) => !isNamedByPost(it, owner))
      .map((owner) => it.links[owner]?.chain ?? -1)
      .filter((owner) => owner >= 0);
    const holds = (draft: Draft, chain: number): boolean =>
      draft.person !== null && holdsPost(it, chain, mention, head, owners);
    if (isToCome(it, mention)) {
      link(it, i, holderToCome(it, mention, head, holds), 'post that somebody is to have');
      continue;
    }
    const fits = (draft: Draft, chain: number): boolean =>
      agrees(it, draft, mention, head) && holds(draft, chain) && !isToldOf(it, draft, mention);
    const subject = head.relation.startsWith('nsubj') ? lastSubject(it, mention, fits) : -1;
    const current =
      subject >= 0
        ? subject
        : lastChain(it, mention.start, (draft, at) => fits(draft, at) && isPast(it, mention) !== isCurrent(it, draft));
    const before = current >= 0 ? current : lastChain(it, mention.start, fits);
    const chain = before >= 0 ? before : onlyChain(it, (draft, at) => owners.length > 0 && fits(draft, at));
    if (chain >= 0) {
      link(it, i, chain, `post of ${it.drafts[chain]?.name ?? ''}`);
      continue;
    }
    const spokenOf =
      mention.kind === 'post' && ownersOf(it, mention).length > 0
        ? orElse(personSpokenOf(it, mention, head), () => personWithoutPost(it, mention, head))
        : -1;
    if (spokenOf < 0) continue;
    const post = { post: wordsOfPost(it, mention), of: owners[0] ?? -1, mention: i };
    it.drafts[spokenOf]?.posts.push(post);
    link(it, i, spokenOf, `post of the person spoken of, ${it.drafts[spokenOf]?.name ?? ''}`);
  }
}

/** «новый премьер», «будущий министр»: not whoever has held the post so far. */
function isToCome(it: Resolution, mention: Mention): boolean {
  const tokens = it.sentences[mention.sentence]?.tokens ?? [];
  return tokens.some((one) => one.head === mention.head && one.pos === 'ADJ' && coming.has(one.lemma));
}

const coming: ReadonlySet<string> = new Set(['новый', 'будущий', 'следующий', 'новоизбранный', 'избранный']);

/**
 * Who is to have a post: whose name stands beside it in the instrumental («назначил Ивана Дубова министром»), else the one person
 * of the text who has none of a state; -1 where there are more.
 */
function holderToCome(
  it: Resolution,
  mention: Mention,
  head: Token,
  holds: (draft: Draft, chain: number) => boolean,
): number {
  const office = officeOf(it, mention, head);
  for (const post of it.mentions.slice(0, it.mentions.indexOf(mention)).toReversed()) {
    const own = post.kind === 'post' ? headOf(it, post) : undefined;
    if (own?.features.case !== 'Ins' || !isSameOffice(office, officeOf(it, post, own))) continue;
    const named = it.mentions.findIndex(
      (one) =>
        one.kind === 'person' && one.form === 'name' && (one.stop + 1 === post.start || post.stop + 1 === one.start),
    );
    if (named >= 0) return it.links[named]?.chain ?? -1;
  }
  const told = onlyChain(it, (draft, at) => draft.told.length > 0 && holds(draft, at));
  if (told >= 0) return told;
  const isOfState = (draft: Draft): boolean => draft.posts.some(({ of }) => it.drafts[of]?.kind === 'state');
  const isFree = (draft: Draft): boolean => !isOfState(draft) && agrees(it, draft, mention, head);
  const chain = onlyChain(it, (draft, at) => draft.person !== null && isFree(draft) && !holds(draft, at));
  return it.drafts.some(holds) && (mention.sentence < 2 || isRecent(it, chain, mention)) ? chain : -1;
}

/**
 * «По словам Лугового, … Президент Беларуси отметил»: the subject of a sentence by post alone is the person of the sentences
 * just before to whom the document gives no post.
 */
function personSpokenOf(it: Resolution, mention: Mention, head: Token): number {
  if (!head.relation.startsWith('nsubj')) return -1;
  const last = lastChain(it, mention.start, (draft) => draft.person !== null);
  const draft = it.drafts[last];
  const isFree = draft !== undefined && draft.posts.length === 0 && agrees(it, draft, mention, head);
  return isFree && isRecent(it, last, mention) ? last : -1;
}

/**
 * «Министр Перу встретился с министром Чили. «Мы довольны», — заявил министр»: of two who fit, the subject of a sentence before
 * speaks on; -1 where neither is one.
 */
function lastSubject(it: Resolution, mention: Mention, fits: (draft: Draft, chain: number) => boolean): number {
  const before = it.mentions.findLastIndex((one, i) => {
    const chain = it.links[i]?.chain ?? -1;
    const draft = it.drafts[chain];
    return (
      one.stop <= mention.start &&
      draft !== undefined &&
      isPast(it, mention) !== isCurrent(it, draft) &&
      fits(draft, chain) &&
      headOf(it, one)?.relation.startsWith('nsubj') === true
    );
  });
  return it.links[before]?.chain ?? -1;
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
  const tokens = it.sentences[mention.sentence]?.tokens ?? [];
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
  const words = it.sentences[post.sentence]?.tokens ?? [];
  const own = words.filter((one) => one.head === post.head && one.stop <= post.stop);
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

function isAdjective(it: Resolution, mention: Mention): boolean {
  return headOf(it, mention)?.pos === 'ADJ';
}

function agrees(it: Resolution, draft: Draft, mention: Mention, head: Token): boolean {
  // Posts are masculine for women too: only a feminine description or «премьер готова» decides.
  const isFeminine = head.features.gender === 'Fem' && head.lemma !== 'глава';
  const isOfWoman = isFeminine || genderSaid(it, mention) === 'Fem';
  return !isOfWoman || draft.gender !== 'Masc';
}

function onlyChain(it: Resolution, fits: (draft: Draft, chain: number) => boolean): number {
  const found = it.drafts.flatMap((draft, chain) => (fits(draft, chain) ? [chain] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

/** «страна», «республика» → the state named last; «перуанское государство» → the one within it. */
export function joinCountries(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.kind !== 'state' || mention.form !== 'description' || (it.links[i]?.chain ?? -1) >= 0) continue;
    const own = mentionsWithin(it, mention).find((inner) => it.mentions[inner]?.kind === 'state');
    const chain = own === undefined ? lastState(it, mention) : (it.links[own]?.chain ?? -1);
    link(it, i, chain, own === undefined ? 'state named before' : 'state within it');
  }
}

/** «белорусская сторона» → the state; «ведомство», «документ» → the last one named that can be meant. */
export function joinDescriptions(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'description' || (it.links[i]?.chain ?? -1) >= 0) continue;
    const head = headOf(it, mention);
    if (!head) continue;
    if (head.lemma === 'сторона') {
      const state = mentionsWithin(it, mention).find((inner) => it.mentions[inner]?.kind === 'state');
      if (state !== undefined && head.features.number !== 'Plur')
        link(it, i, it.links[state]?.chain ?? -1, 'side of the state');
      continue;
    }
    if (mention.kind === 'organisation') joinToTitle(it, i, mention, head);
    if (mention.kind === 'agreement') link(it, i, agreementFor(it, mention, head), 'agreement named before');
    if (mention.kind === 'organisation') link(it, i, bodyFor(it, mention, head), 'body named before');
  }
}

/** «компании «Заря»», «агентство Регнум»: the noun stands for the name right after it, and may alone later. */
function joinToTitle(it: Resolution, i: number, mention: Mention, head: Token): void {
  const title = it.mentions.findIndex(
    (one) =>
      one.kind === 'organisation' &&
      one.form === 'name' &&
      one.start > mention.stop &&
      /^ [«"„“]?$/u.test(it.text.slice(mention.stop, one.start)),
  );
  const name = it.mentions[title];
  const chain = it.links[title]?.chain ?? -1;
  if (!name || chain < 0 || !isTitleOf(it, mention, name)) return;
  it.drafts[chain]?.keys.add(`${head.lemma} ${name.name.toLowerCase()}`);
  link(it, i, chain, 'noun before its name');
}

/** A title in quotes, or a name that does not decline: «министерство МИД» does not happen, «совет НАТО» is owned. */
function isTitleOf(it: Resolution, mention: Mention, name: Mention): boolean {
  const isQuoted = /[«"„“]$/u.test(it.text.slice(mention.stop, name.start));
  return isQuoted || titled.has(headOf(it, mention)?.lemma ?? '');
}

/** Nouns with a name beside them: «агентство Регнум», «компания Газлайн». */
const titled = new Set([
  'агентство',
  'компания',
  'корпорация',
  'газета',
  'издание',
  'телеканал',
  'концерн',
  'холдинг',
  'журнал',
]);

/** «договор» → the last «договор о …»; «документ» → the last agreement of any sort. */
function agreementFor(it: Resolution, mention: Mention, head: Token): number {
  return lastChain(it, mention.start, (draft) => {
    if (draft.kind !== 'agreement') return false;
    return head.lemma === 'документ' || draft.mentions.some((i) => headLemma(it, i) === head.lemma);
  });
}

/** «министерство» → a body whose name has the noun; «ведомство», «организация» → the last body named. */
function bodyFor(it: Resolution, mention: Mention, head: Token): number {
  const states = mentionsWithin(it, mention).flatMap((i) =>
    it.mentions[i]?.kind === 'state' ? [it.links[i]?.chain ?? -1] : [],
  );
  const owned = (draft: Draft): boolean =>
    states.length === 0 || draft.mentions.some((i) => withinOf(it, i).some((chain) => states.includes(chain)));
  const sameNoun = lastChain(
    it,
    mention.start,
    (draft) =>
      draft.kind === 'organisation' &&
      owned(draft) &&
      isOfNoun(it, draft, head) &&
      saysNoMore(it, draft, mention, head),
  );
  if (sameNoun >= 0) return sameNoun;
  if (!generalBodies.has(head.lemma)) return -1;
  return lastChain(
    it,
    mention.start,
    (draft) =>
      draft.kind === 'organisation' &&
      owned(draft) &&
      draft.mentions.some((i) => mention.sentence - (it.mentions[i]?.sentence ?? -9) <= 3),
  );
}

/** Whether a body is called by a noun: «Комитет по торговле», «Районный суд», «компания «Заря»». */
function isOfNoun(it: Resolution, draft: Draft, { lemma }: Token): boolean {
  const isOpened = [...draft.keys].some((key) => key.startsWith(`${lemma} `));
  return isOpened || draft.mentions.some((i) => headLemma(it, i) === lemma);
}

/** «Верховный суд» is not the «Районный суд»: what a description says beside its noun stands in the name too, or says which state. */
function saysNoMore(it: Resolution, draft: Draft, mention: Mention, head: Token): boolean {
  const names = mentionsWithin(it, mention).flatMap((i) => it.mentions[i] ?? []);
  const own = tokensOf(it, mention).filter(
    (token) =>
      token !== head &&
      (token.pos === 'NOUN' || token.pos === 'ADJ') &&
      !pointing.has(token.lemma) &&
      !names.some((one) => one.kind === 'state' && one.start <= token.start && token.stop <= one.stop),
  );
  const words = new Set([...draft.keys].flatMap((key) => key.split(' ')));
  return own.every(({ lemma }) => words.has(lemma));
}

/** Words that point at a body named before and say no more of it. */
const pointing: ReadonlySet<string> = new Set([
  'этот',
  'данный',
  'указанный',
  'упомянутый',
  'сам',
  'самый',
  'весь',
  'последний',
  'страна',
  'республика',
  'государство',
]);

function withinOf(it: Resolution, mention: number): readonly number[] {
  const outer = it.mentions[mention];
  return outer ? mentionsWithin(it, outer).map((i) => it.links[i]?.chain ?? -1) : [];
}

function headLemma(it: Resolution, mention: number): string | undefined {
  const one = it.mentions[mention];
  return one ? headOf(it, one)?.lemma : undefined;
}

/** «страна» → the state named last as a state of its own, not as an adjective. */
function lastState(it: Resolution, mention: Mention): number {
  const named = it.mentions.findLast(
    (one, i) =>
      one.kind === 'state' &&
      one.form === 'name' &&
      one.stop <= mention.start &&
      (it.links[i]?.chain ?? -1) >= 0 &&
      !isAdjective(it, one),
  );
  return named ? (it.links[it.mentions.indexOf(named)]?.chain ?? -1) : -1;
}
