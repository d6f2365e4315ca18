import type { Mention, Token } from '../../analysis.ts';
import { generalBodies, leaderNouns, personNouns, stateNouns } from '../mentions/nouns.data.ts';
import type { Draft, Post, Resolution } from './drafts.ts';
import { chainOf, headOf, mentionsWithin, tokensOf } from './drafts.ts';
import { temporal, withoutEx } from './words-of-post.ts';
import type { Office } from './same-post.ts';
import { namedIn } from './owners-of-post.ts';
import { isSameOffice } from './same-post.ts';

/**
 * Whether a person holds the post that a mention tells without a name: the same office, of the same state or body where both
 * name one (`owners`, chains).
 */
export function holdsPost(
  it: Resolution,
  chain: number,
  mention: Mention,
  head: Token,
  owners: readonly number[],
): boolean {
  const draft = it.drafts[chain];
  if (!draft) return false;
  if (personNouns.has(head.lemma)) return owners.length > 0 && belongs(draft, owners);
  return [...draft.posts, ...draft.told].some((held) => {
    // «глава МАЛТ» after «глава Морского агентства (МАЛТ)»: by whatever name of one body
    const body = owners.includes(held.of) && it.drafts[held.of]?.kind === 'organisation' ? held.of : -1;
    const full = officeHeld(it, held, body);
    return (
      full !== null && isOwned(it, held, owners) && isMeant(it, officeOf(it, mention, head, body), full, held, owners)
    );
  });
}

/** «министр обороны Иван Дубов», whose state the text does not tell: he may hold the same post of any that it names later. */
export function holdsUnowned(it: Resolution, draft: Draft, mention: Mention, head: Token): boolean {
  const office = officeOf(it, mention, head);
  return [...draft.posts, ...draft.told].some((held) => {
    const full = held.of < 0 ? officeHeld(it, held) : null;
    return full !== null && isSameOffice(office, full);
  });
}

/** Whether a post is of one of some states and bodies: «депутат палаты Перу» is «депутат палаты». */
function isOwned(it: Resolution, held: Post, owners: readonly number[]): boolean {
  if (owners.length === 0 || owners.includes(held.of)) return true;
  const post = it.mentions[held.mention];
  const named = post ? namedIn(it, post).map((i) => chainOf(it, i)) : [];
  const isPartOf = (one: number, other: number): boolean =>
    it.drafts[one]?.kind === 'organisation' && it.drafts[one]?.name.startsWith(`${it.drafts[other]?.name} `) === true;
  // «Госдума» and «Госдума Перу» may be two chains
  return named.some((one) => owners.some((other) => one === other || isPartOf(one, other)));
}

function isMeant(it: Resolution, office: Office, full: Office, held: Post, owners: readonly number[]): boolean {
  if (isSameOffice(office, full)) return true;
  const isLeader = leaderNouns.has(office.head);
  if (isOfBodyAlone(office)) return isLeader ? isHeadOfBody(it, held, full) : office.head === full.head;
  // «министр» of the «глава Минобороны»
  if (office.head === 'министр' && isBare(office)) return full.head === 'глава';
  if (isBare(office) && isBare(full) && leaderNouns.has(full.head) && isHeadNamed(it, office, held, owners))
    return true;
  if (!isLeader || !topPosts.has(full.head)) return false;
  // «лидер Перу», «глава НАТО»: by whatever title, of a state or body that is named; «глава разведки» by a word of it.
  return isBare(office) ? owners.length > 0 : restOf(office).every((word) => full.words.has(word));
}

/** «президент комиссии» after «глава комиссии», «президент Перу» after «перуанский лидер» */
function isHeadNamed(it: Resolution, office: Office, held: Post, owners: readonly number[]): boolean {
  if (!owners.includes(held.of)) return false;
  return it.drafts[held.of]?.kind === 'state' ? office.head === 'президент' : topPosts.has(office.head);
}

const topOfState: readonly string[] = ['президент', 'премьер', 'премьер-министр', 'канцлер', 'король', 'лидер'];

/** «президент», «лидер»: who stands at the head of a state. */
export function leadsState(noun: string): boolean {
  return topOfState.includes(noun);
}

const topPosts: ReadonlySet<string> = new Set([
  ...topOfState,
  'глава',
  'министр',
  'директор',
  'гендиректор',
  'председатель',
  'секретарь',
  'генсек',
  'начальник',
]);

/** Nouns that a body may be called by beside its head or speaker: «глава ведомства», «представитель министерства». */
const bodies: ReadonlySet<string> = new Set([...generalBodies, 'министерство', 'служба', 'фонд']);

/** «глава ведомства», «представитель компании»: of a body that only a general noun tells. */
function isOfBodyAlone(office: Office): boolean {
  return !isBare(office) && restOf(office).every((word) => bodies.has(word));
}

/** Who heads a body: its director, its minister, its president, not the president of a state. */
function isHeadOfBody(it: Resolution, held: Post, full: Office): boolean {
  const isOfBody = it.drafts[held.of]?.kind === 'organisation';
  return topPosts.has(full.head) && (isOfBody || !topOfState.includes(full.head));
}

function belongs(draft: Draft, owners: readonly number[]): boolean {
  return [...draft.posts, ...draft.told].some((post) => owners.includes(post.of));
}

/** Whether a person is named within the two sentences before a mention, or in its own. */
export function isRecent(it: Resolution, chain: number, mention: Mention): boolean {
  return (it.drafts[chain]?.mentions ?? []).some((i) => {
    const sentence = it.mentions[i]?.sentence ?? -9;
    return sentence <= mention.sentence && mention.sentence - sentence <= 2;
  });
}

function officeHeld(it: Resolution, held: Post, body = -1): Office | null {
  const post = it.mentions[held.mention];
  const head = post ? headOf(it, post) : undefined;
  return post && head ? officeOf(it, post, head, body) : null;
}

/**
 * The nouns and adjectives of a post, without the states and places in it, the names of `body` (a chain), and without what says
 * when: «бывший», «новый».
 */
export function officeOf(it: Resolution, mention: Mention, head: Token, body = -1): Office {
  const owners = mentionsWithin(it, mention).flatMap((i) => {
    const one = it.mentions[i];
    const isOwner = one?.kind === 'state' || one?.kind === 'place' || (body >= 0 && chainOf(it, i) === body);
    return one?.form === 'name' && isOwner ? [one] : [];
  });
  const words = tokensOf(it, mention)
    .filter((token) => token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN')
    .filter((token) => !owners.some((owner) => owner.start <= token.start && token.stop <= owner.stop))
    // «президент страны», while «глава государства» is an office of its own
    .filter(({ lemma }) => !temporal.has(lemma) && (head.lemma === 'глава' || !stateNouns.has(lemma)))
    .map((token) => withoutEx(token.lemma));
  return { head: withoutEx(head.lemma), words: new Set(words) };
}

function restOf({ head, words }: Office): readonly string[] {
  return [...words].filter((word) => word !== head);
}

function isBare(office: Office): boolean {
  return restOf(office).length === 0;
}
