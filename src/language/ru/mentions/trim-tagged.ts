import type { Token } from '../../analysis.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import { isLoose, startOfModifiers } from './noun-phrase.ts';
import { agreementNouns, kinNouns, rankNouns } from './nouns.data.ts';
import type { Candidate } from './candidate.ts';

/**
 * What the tagger found, with its edges set by the tree: a post begins with its noun's own adjectives («совета лидеры России»
 * → «лидеры России»), an agreement does not begin with a preposition or a day. `null` where it is no mention: a post must be
 * somebody («сотрудничество» is not), a person more than initials, an event must be a noun («встретился» is not).
 */
export function trimTagged(candidate: Candidate, tokens: readonly Token[], morphology: Morphology): Candidate | null {
  switch (candidate.kind) {
    case 'organisation':
      return closeQuotes(endAtMark(endAtOwnAdjective(candidate, tokens), tokens), tokens);
    case 'post':
      return trimPost(closeQuotes(candidate, tokens), tokens, morphology);
    case 'facility':
    case 'place':
      return endAtMark(candidate, tokens);
    case 'person':
      return trimPerson(candidate, tokens);
    case 'event':
      return tokens[candidate.from]?.pos === 'VERB' ? null : candidate;
    case 'other':
      return candidate.why === 'tagger LAW' ? toAgreement(candidate, tokens) : candidate;
    default:
      return candidate;
  }
}

/** «А. Б.» is nobody; «Портовый Пресс» is an outlet, whoever signs for it, and «МИД Гелтории» a ministry. */
function trimPerson(candidate: Candidate, tokens: readonly Token[]): Candidate | null {
  const words = tokens.slice(candidate.from, candidate.to);
  if (words.every(({ text }) => /^\p{Lu}\.$/u.test(text))) return null;
  const isOutlet = words.length > 1 && outletEnds.has(words.at(-1)?.norm ?? '');
  return isOutlet || ministryLetters.has(words[0]?.text ?? '') ? { ...candidate, kind: 'organisation' } : candidate;
}

/** Ministries by letters that the tagger takes for a name of somebody. */
const ministryLetters: ReadonlySet<string> = new Set(['МИД', 'МВД', 'МЧС']);

/** What ends the name of an outlet and of nobody. */
const outletEnds: ReadonlySet<string> = new Set(['пресс', 'ньюс', 'таймс', 'медиа']);

/** «комиссии Союза дополнительную» of «передал комиссии Союза дополнительную заявку»: the adjective, or «и», is of the noun behind. */
function endAtOwnAdjective(candidate: Candidate, tokens: readonly Token[]): Candidate {
  let { to } = candidate;
  // «сопредседатель Озёрной группы от Перу»: whom one is from is no part of the name
  const sender = tokens.slice(0, to).findLastIndex(({ norm, pos }) => pos === 'ADP' && norm === 'от');
  if (sender > candidate.from && /^\p{Lu}/u.test(tokens[sender + 1]?.text ?? '')) to = sender;
  while (to - 1 > candidate.from && isOfNounBehind(tokens, to - 1)) to--;
  return to === candidate.to ? candidate : { ...candidate, to };
}

function isOfNounBehind(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'CCONJ') return token.head > at;
  return token?.pos === 'ADJ' && token.relation === 'amod' && token.head > at && /^\p{Ll}/u.test(token.text);
}

/**
 * «Союз рек" Перу и Чили» of «форум "Союз рек" Перу и Чили …», «Союза рек в»: a name ends before a mark that closes what it did not
 * open, and in no preposition.
 */
function endAtMark(candidate: Candidate, tokens: readonly Token[]): Candidate {
  let to = candidate.from;
  for (let open = turnOf(tokens, to); to < candidate.to && open >= 0; open += turnOf(tokens, to)) to++;
  while (to - 1 > candidate.from && isLoose(tokens[to - 1])) to--;
  return to === candidate.to || to === candidate.from ? candidate : { ...candidate, to };
}

const longestQuote = 8;

/** «АО "Концерн "Заря» → with the mark that closes it: a name does not end inside quotation marks that it opened. */
function closeQuotes(candidate: Candidate, tokens: readonly Token[]): Candidate {
  let open = 0;
  for (let i = candidate.from; i < candidate.to; i++) open = Math.max(0, open + turnOf(tokens, i));
  if (open === 0) return candidate;
  for (let i = candidate.to; i < Math.min(tokens.length, candidate.to + longestQuote); i++) {
    open += turnOf(tokens, i);
    // One mark often closes two that were opened.
    if (turnOf(tokens, i) < 0 && turnOf(tokens, i + 1) >= 0) return { ...candidate, to: i + 1 };
  }
  return candidate;
}

/** 1 where the token opens a quotation, -1 where it closes one; a straight mark opens before a word that it touches. */
function turnOf(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const token = tokens[at];
  if (!token) return 0;
  if (/^[«„]$/u.test(token.text)) return 1;
  if (/^[»”]$/u.test(token.text)) return -1;
  if (token.text !== '"' && token.text !== '“') return 0;
  const next = tokens[at + 1];
  return next !== undefined && next.start === token.stop && next.kind !== 'punctuation' ? 1 : -1;
}

function trimPost(candidate: Candidate, tokens: readonly Token[], morphology: Morphology): Candidate | null {
  let head = -1;
  for (let i = candidate.from; i < candidate.to && head < 0; i++) {
    const token = tokens[i];
    if (token && isSomebody(token, morphology)) head = i;
  }
  for (let i = head + 1; head >= 0 && i < candidate.to; i++) if (isOfAnother(tokens, head, i)) head = i;
  if (head < 0 || kinNouns.has(tokens[head]?.lemma ?? '')) return null;
  let to = stopBeforeRank(tokens, head, stopBeforePredicate(tokens, head, candidate.to));
  while (to - 1 > head && (isLoose(tokens[to - 1]) || tokens[to - 1]?.pos === 'CCONJ')) to--;
  const from = startOfActing(tokens, Math.max(candidate.from, Math.min(head, startOfModifiers(tokens, head))));
  // Words before the noun that do not hang on it belong to what came before; «и. о.», «вице-» stay.
  const between = tokens.slice(candidate.from, from);
  return between.every(
    (token) => token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'VERB',
  )
    ? { ...candidate, from, to }
    : { ...candidate, to };
}

/** «врио мэра», and at the start of a sentence «И. о. министра» in four tokens: from what the tagger leaves before the post. */
function startOfActing(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.norm === 'врио') return from - 1;
  const written = tokens.slice(Math.max(0, from - 4), from).map(({ norm }) => norm);
  return written.join('') === 'и.о.' && written.length === 4 ? from - 4 : from;
}

/** «глава компании доволен», «замминистра осмотрел порт»: what is said of somebody is no part of the post. */
function stopBeforePredicate(tokens: readonly Token[], head: number, to: number): number {
  const own = tokens[head];
  const isSaid = own?.relation.startsWith('nsubj') === true && own.head > head && own.head < to;
  return isSaid ? own.head : to;
}

/** «командующий флотом Гелтории адмирал»: the rank in the case of the post is beside it; «помощник адмирала» is one post. */
function stopBeforeRank(tokens: readonly Token[], head: number, to: number): number {
  const rank = tokens.findIndex(
    ({ lemma, relation, features }, at) =>
      at > head &&
      at < to &&
      rankNouns.has(lemma) &&
      relation !== 'nmod' &&
      features.case === tokens[head]?.features.case,
  );
  return rank < 0 ? to : rank;
}

/** «сказал журналистам депутат»: two nouns in two cases, each on the verb, are two people; the second is beside the name. */
function isOfAnother(tokens: readonly Token[], first: number, second: number): boolean {
  const [one, other] = [tokens[first], tokens[second]];
  if (other?.pos !== 'NOUN' || other.features.animacy !== 'Anim' || one?.head !== other.head) return false;
  return other.features.case !== 'Gen' && other.features.case !== one.features.case;
}

/** A noun, or an adjective that stands for one («военный», «командующий»), that can be a person. */
export function isSomebody(token: Token, morphology: Morphology): boolean {
  if (token.features.animacy === 'Anim' && (token.pos === 'NOUN' || token.pos === 'PROPN')) return true;
  // the dictionary has «и» for an initial too
  if (token.pos === 'CCONJ') return false;
  return morphology
    .analyse(token.text)
    .some(
      (reading) =>
        (reading.features.animacy === 'Anim' && (reading.pos === 'NOUN' || reading.pos === 'PROPN')) ||
        (reading.flags & wordFlags.substantivised) !== 0,
    );
}

/** «в 2031 году договоре о дружбе» → «договоре о дружбе», an agreement; a law of one state stays what it is. */
function toAgreement(candidate: Candidate, tokens: readonly Token[]): Candidate {
  for (let i = candidate.from; i < candidate.to; i++) {
    if (!agreementNouns.has(tokens[i]?.lemma ?? '')) continue;
    const before = tokens.slice(candidate.from, i);
    if (before.some((token) => token.pos === 'NOUN' && !/^\p{Lu}/u.test(token.text))) break;
    return { ...candidate, from: Math.max(candidate.from, startOfModifiers(tokens, i)), kind: 'agreement' };
  }
  return candidate;
}
