import type { Mention, Token } from '../../analysis.ts';
import { stateByKey } from '../gazetteer/gazetteer.ts';
import { sortOfBody, sortsCalled } from './body-sort.ts';
import type { Draft, Resolution } from './drafts.ts';
import { chainOf, draftOf, headAt, headOf, lastChain, link, mentionsWithin, tokensBeside, tokensOf } from './drafts.ts';
import { isOneOfMany } from './join-callings.ts';
import { speakerOf } from './join-pronouns.ts';

/** «страна», «республика» → the state named last; «перуанское государство» → the one within it. */
export function joinCountries(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.kind !== 'state' || mention.form !== 'description' || chainOf(it, i) >= 0) continue;
    if (ownerSaid(it, mention)) continue;
    const own = mentionsWithin(it, mention).find((inner) => it.mentions[inner]?.kind === 'state');
    const chain = own === undefined ? lastState(it, mention) : chainOf(it, own);
    link(it, i, chain, own === undefined ? 'state named before' : 'state within it');
  }
}

/** «его страна» → the state of the post that he has; «наша страна» in a quotation → that of who speaks. */
export function joinOwnCountries(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    const owner = mention.kind === 'state' && mention.form === 'description' ? ownerSaid(it, mention) : undefined;
    if (!owner || chainOf(it, i) >= 0) continue;
    const led = owner.lemma === 'наш' ? -1 : ledBySubject(it, mention);
    if (led >= 0) {
      link(it, i, led, 'state of the post that its clause is about');
      continue;
    }
    const pronoun = it.mentions.findIndex((one) => one.form === 'pronoun' && one.start === owner.start);
    const person = owner.lemma === 'наш' ? speakerOf(it, mention) : chainOf(it, pronoun);
    const post = it.drafts[person]?.posts.find(({ of }) => it.drafts[of]?.kind === 'state');
    link(it, i, post?.of ?? -1, 'state of the post of its citizen');
  }
}

/** «Президент Перу заявил, что его страна готова»: the state of the post that is the last subject before; -1 where none is. */
function ledBySubject(it: Resolution, mention: Mention): number {
  const post = it.mentions.findLast(
    (one) =>
      one.kind === 'post' &&
      one.sentence === mention.sentence &&
      one.stop <= mention.start &&
      headOf(it, one)?.relation.startsWith('nsubj') === true,
  );
  const state = post ? mentionsWithin(it, post).find((inner) => it.mentions[inner]?.kind === 'state') : undefined;
  return state === undefined ? -1 : chainOf(it, state);
}

/** «его» of «его страна», «наша» of «наша страна» */
function ownerSaid(it: Resolution, mention: Mention): Token | undefined {
  return tokensOf(it, mention).find(({ norm, lemma }) => owning.has(lemma) || owning.has(norm));
}

const owning: ReadonlySet<string> = new Set(['его', 'ее', 'наш', 'мой', 'свой', 'ваш', 'их']);

/** «белорусская сторона» → the state; «ведомство», «документ» → the last one named that can be meant. */
export function joinDescriptions(it: Resolution): void {
  for (const [i, mention] of it.mentions.entries()) {
    if (mention.form !== 'description' || chainOf(it, i) >= 0) continue;
    const head = headOf(it, mention);
    if (!head) continue;
    if (head.lemma === 'сторона') {
      const state = mentionsWithin(it, mention).find((inner) => it.mentions[inner]?.kind === 'state');
      if (state !== undefined && head.features.number !== 'Plur') link(it, i, chainOf(it, state), 'side of the state');
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
  const chain = chainOf(it, title);
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

/**
 * «договор» → the last «договор о …»; «документ» → the last agreement of any sort; «пять документов», «новый договор» → none of
 * them.
 */
function agreementFor(it: Resolution, mention: Mention, head: Token): number {
  if (isOneOfMany(it, mention) || isAnother(it, mention)) return -1;
  if (tokensOf(it, mention).some(({ pos }) => pos === 'NUM')) return -1;
  return lastChain(
    it,
    mention.start,
    ({ kind, mentions }) =>
      kind === 'agreement' && (head.lemma === 'документ' || mentions.some((i) => isHeadedAlike(it, i, head))),
  );
}

/** The same noun in the same number: «соглашения» are no «соглашение о мире» that stood alone before, nor the other way about. */
function isHeadedAlike(it: Resolution, mention: number, { lemma, features }: Token): boolean {
  const head = headAt(it, mention);
  return head?.lemma === lemma && (features.number === undefined || head.features.number === features.number);
}

/** «министерство» → a body whose name has the noun; «ведомство», «организация» → the last body named. */
function bodyFor(it: Resolution, mention: Mention, head: Token): number {
  // «любая компания», «другой совет»
  if (isOneOfMany(it, mention)) return -1;
  const states = mentionsWithin(it, mention).flatMap((i) => (it.mentions[i]?.kind === 'state' ? [chainOf(it, i)] : []));
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
  return sameNoun >= 0 || namesAnother(it, mention) ? sameNoun : bodyOfSort(it, mention, head, owned);
}

/** «холдинга Vessel» has its name behind it, save «глава организации Иван Дубов». */
function namesAnother(it: Resolution, mention: Mention): boolean {
  const behind = tokensBeside(it, mention).find(({ start }) => start >= mention.stop);
  const isPerson = it.mentions.some((one) => one.kind === 'person' && one.start === behind?.start);
  // the straight mark that closes a quotation stands at once behind its last word
  const isMark = behind?.text === '"' && behind.start === mention.stop;
  return isAnother(it, mention) || (!isPerson && !isMark && /^[\p{Lu}«"„]/u.test(behind?.text ?? ''));
}

/** «своя компания», «новый договор»: none that was named before. */
function isAnother(it: Resolution, mention: Mention): boolean {
  return tokensOf(it, mention).some(({ lemma }) => others.has(lemma));
}

const others: ReadonlySet<string> = new Set([
  'свой',
  'собственный',
  'новый',
  'аналогичный',
  'подобный',
  'дополнительный',
]);

/** The body named last of the likeliest sort that a noun may call; -1 where there is none near. */
function bodyOfSort(it: Resolution, mention: Mention, head: Token, owned: (draft: Draft) => boolean): number {
  for (const sort of sortsCalled(head.lemma)) {
    const reach = sort === null ? reachOfAny : reachOfSort;
    const found = lastChain(
      it,
      mention.start,
      (draft) =>
        draft.kind === 'organisation' &&
        owned(draft) &&
        draft.mentions.some((i) => mention.sentence - (it.mentions[i]?.sentence ?? -Infinity) <= reach) &&
        sortOfBody(it, draft) === sort,
    );
    if (found >= 0) return found;
  }
  return -1;
}

/** How many sentences back a body is looked for: of no sort that is told, and of the very sort. */
const reachOfAny = 3;
const reachOfSort = 6;

/** Whether a body is called by a noun: «Комитет по торговле», «Районный суд», «компания «Заря»». */
function isOfNoun(it: Resolution, draft: Draft, { lemma }: Token): boolean {
  const isOpened = [...draft.keys].some((key) => key.startsWith(`${lemma} `));
  return isOpened || draft.mentions.some((i) => headAt(it, i)?.lemma === lemma);
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
  return outer ? mentionsWithin(it, outer).map((i) => chainOf(it, i)) : [];
}

/**
 * «страна» → of the states named before as states of their own, not by an adjective, the one that the sentence is about, or the last
 * that names one («Перу порвало с Чили, заявил президент страны»), else the last; «эта страна» in a sentence that names one → the last.
 */
function lastState(it: Resolution, mention: Mention): number {
  const named = [...it.mentions.entries()].filter(
    ([i, one]) =>
      one.kind === 'state' &&
      one.form === 'name' &&
      one.stop <= mention.start &&
      isCalledSo(it, mention, draftOf(it, i)) &&
      !isAdjective(it, one),
  );
  const sentence = named.at(-1)?.[1].sentence;
  const isPointed = sentence === mention.sentence && tokensOf(it, mention).some(({ lemma }) => lemma === 'этот');
  const isTold = (one: Mention): boolean =>
    !isPointed && one.sentence === sentence && headOf(it, one)?.relation.startsWith('nsubj') === true;
  const [last] = named.findLast(([, one]) => isTold(one)) ?? named.at(-1) ?? [-1];
  return chainOf(it, last);
}

/** «королевство», «исламская республика»: a state that has the word in one of its names; a «республика» is no kingdom. */
function isCalledSo(it: Resolution, mention: Mention, state: Draft | undefined): boolean {
  if (state === undefined) return false;
  const known = stateByKey.get(state.known ?? '');
  const names = known ? [known.name, ...known.aliases].join(' ').toLowerCase() : '';
  const lemmas = tokensOf(it, mention).map(({ lemma }) => lemma);
  if (lemmas.includes('республика') && monarchies.some((word) => names.includes(word))) return false;
  return formsOfStates.every((word) => !lemmas.some((lemma) => lemma.startsWith(word)) || names.includes(word));
}

const monarchies: readonly string[] = ['королевств', 'княжеств', 'герцогств', 'султанат', 'эмират'];
const formsOfStates: readonly string[] = [...monarchies, 'исламск'];

function isAdjective(it: Resolution, mention: Mention): boolean {
  return headOf(it, mention)?.pos === 'ADJ';
}
