import type { Mention, Token } from '../../analysis.ts';
import { nominative } from '../names/nominative.ts';
import type { Resolution } from './drafts.ts';
import { tokensOf } from './drafts.ts';
import { ownersWithin } from './owners-of-post.ts';

/** The post in the nominative singular, lower case, without the state that it belongs to and without «бывший». */
export function wordsOfPost(it: Resolution, post: Mention): string {
  const tokens = tokensOf(it, post);
  const owners = ownersWithin(it, post).flatMap((i) => it.mentions[i] ?? []);
  const kept = tokens.filter(
    (token) => !owners.some((owner) => owner.start <= token.start && token.stop <= owner.stop),
  );
  const whole = trim(withoutEmptyQuotes(kept).filter((token) => !isNoPartOfPost(token) && token.pos !== 'DET'));
  const acting = countActing(whole);
  // «президент АО («Верфь»)»: what kind of firm it is belongs to its name
  const isFirm = owners.length > 0 && whole.length > 1 && legalForms.has(whole.at(-1)?.text ?? '');
  const trimmed = whole.slice(acting, isFirm ? -1 : undefined);
  const first = trimmed[0];
  const last = trimmed.at(-1);
  if (!first || !last) return post.name;
  const words = trimmed
    .map((token, i) => (i === 0 ? '' : gapBetween(it.text, trimmed[i - 1], token)) + token.text)
    .join('');
  // «Врач Анны Дубовой» with its capital would be read as a name.
  const plain = lowerFirst(words, first.text);
  if (acting > 0 && trimmed.some(({ features }) => features.case === 'Gen')) return `исполняющий обязанности ${plain}`;
  const noun = trimmed.findIndex((token) => token.pos === 'NOUN');
  const read = withLemma(nominative(it.morphology, plain), noun, trimmed[noun]);
  return singular(it, trimmed, read).replace(ex, '');
}

/** «экс-президент» as «президент»: what somebody was is what he is called by. */
export function withoutEx(lemma: string): string {
  return lemma.replace(ex, '');
}

const ex = /^экс-/iu;

/** How many tokens at the start say that somebody does what a post is there for: «врио», «и. о.», of which the tagger may leave «о.». */
function countActing(tokens: readonly Token[]): number {
  const written = [1, 2, 3, 4].map((n) =>
    tokens
      .slice(0, n)
      .map(({ norm }) => norm)
      .join(''),
  );
  return 1 + written.findLastIndex((words) => /^(?:врио|(?:и\.)?о\.)$/u.test(words));
}

/** «премьера» read as a first night: the noun of a post is the lemma that the tagger chose in context. */
export function withLemma(words: string, at: number, noun: Token | undefined): string {
  const parts = words.split(' ');
  const isMisread = noun?.features.animacy === 'Anim' && parts[at]?.toLowerCase() === noun.norm;
  return noun && isMisread && noun.features.number === 'Sing' && noun.norm !== noun.lemma
    ? parts.with(at, noun.lemma).join(' ')
    : words;
}

const legalForms: ReadonlySet<string> = new Set(
  'АО ОАО ЗАО ПАО ООО ГП НК НАК НАЭК РАО ГК НПО ФГУП ГУП АК ТОО'.split(' '),
);

/** Whether a word beside a post says when somebody has it or how old he is, not what it is: «бывший», «60-летний». */
function isNoPartOfPost(token: Token): boolean {
  return temporal.has(token.lemma) || isAge(token);
}

/** «35-летний» */
export function isAge({ lemma }: Token): boolean {
  return /^\d+-?летний$/u.test(lemma);
}

/** «замначальника», «замглавы»: a deputy by a word that does not decline. */
export function isUndeclinedDeputy({ norm }: Token): boolean {
  return /^зам(?!ест|ен|уж)\p{L}+(?:[аыя]|щего)$/u.test(norm);
}

/** Adjectives beside a post that say when somebody has it. */
export const temporal: ReadonlySet<string> = new Set([
  'бывший',
  'новый',
  'тогдашний',
  'нынешний',
  'действующий',
  'текущий',
  'прежний',
  'предыдущий',
  'новоизбранный',
  'новоназначенный',
  'экс',
]);

/** What stands between two words that are kept: as in the text where they are neighbours, else a space. */
function gapBetween(text: string, before: Token | undefined, token: Token): string {
  const gap = before ? text.slice(before.stop, token.start) : '';
  return gap.length < 2 ? gap : ' ';
}

/** «глава «»», «глава ( )» → «глава»: the marks of a name that was taken out, and a mark without its twin. */
function withoutEmptyQuotes(tokens: readonly Token[]): readonly Token[] {
  const isMark = (token: Token | undefined): boolean => token !== undefined && /^[«»"„“”()]$/u.test(token.text);
  const kept = tokens.filter((token, i) => !isMark(token) || !(isMark(tokens[i - 1]) || isMark(tokens[i + 1])));
  return kept.filter(isMark).length % 2 === 0 ? kept : kept.filter((token) => !isMark(token));
}

/** Conjunctions, marks and adjectives that are left at the ends once an owner is taken out: «лидеры (России и) Китая». */
function trim(tokens: readonly Token[]): readonly Token[] {
  const isLoose = (token: Token | undefined): boolean =>
    token !== undefined && (token.pos === 'CCONJ' || token.pos === 'ADP' || /^[,;:(]$/u.test(token.text));
  let from = 0;
  let to = tokens.length;
  // «И. о. директора» begins with what reads as a conjunction.
  while (isLoose(tokens[from]) && tokens[from + 1]?.text !== '.') from++;
  // «лидер правящей (Народной партии)»
  while (to > from + 1 && (isLoose(tokens[to - 1]) || isGenitiveAdjective(tokens[to - 1]))) to--;
  return tokens.slice(from, to);
}

function isGenitiveAdjective(token: Token | undefined): boolean {
  return token?.pos === 'ADJ' && token.features.case === 'Gen' && !isUndeclinedDeputy(token);
}

const alone = { case: 'Nom', number: 'Sing' } as const;

/** «замминистры иностранных дел» → «замминистр иностранных дел», «первыми вице-премьерами» → «первый вице-премьер» */
function singular(it: Resolution, tokens: readonly Token[], words: string): string {
  const noun = tokens.findIndex((token) => token.pos === 'NOUN');
  const head = tokens[noun];
  if (head?.features.number !== 'Plur') return words;
  const { gender = 'Masc' } = head.features;
  const before = tokens.slice(0, noun + 1);
  const told = before.map(({ text, pos }) => {
    const reading = it.morphology.analyse(text).find((one) => one.pos === pos && one.features.number === 'Plur');
    return reading ? it.morphology.inflect(reading, pos === 'ADJ' ? { ...alone, gender } : alone) : null;
  });
  const rest = words.split(' ').slice(before.length);
  return told.every((word) => word !== null) ? [...told, ...rest].join(' ') : words;
}

function lowerFirst(words: string, first: string): string {
  return /^\p{Lu}\p{Ll}/u.test(first) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
