import type { Mention } from '../../analysis.ts';
import type { Resolution } from './drafts.ts';
import { chainOf, headOf, mentionsWithin, tokensBeside, tokensOf } from './drafts.ts';

/** Mentions of the states or bodies of a post: those in it, else an adjective right before it («российский министр»). */
export function ownersOf(it: Resolution, post: Mention): readonly number[] {
  const within = ownersWithin(it, post);
  if (within.length > 0) return within;
  const before = it.mentions.findIndex(
    (one) =>
      one.kind === 'state' &&
      one.stop <= post.start &&
      /^\s$/u.test(it.text.slice(one.stop, post.start)) &&
      headOf(it, one)?.pos === 'ADJ',
  );
  if (before >= 0) return [before];
  // «министр финансов» + «Чили», where the tagger ends the post too soon.
  const after = it.mentions.findIndex(
    (one) =>
      one.kind === 'state' &&
      one.form === 'name' &&
      one.start > post.stop &&
      /^\s$/u.test(it.text.slice(post.stop, one.start)) &&
      headOf(it, one)?.pos !== 'ADJ',
  );
  return after >= 0 ? [after] : [];
}

/** Mentions of all states, places and bodies that a post names: of «депутат палаты Перу» the chamber and the state. */
export function namedIn(it: Resolution, post: Mention): readonly number[] {
  return mentionsWithin(it, post).filter((i) => {
    const one = it.mentions[i];
    return (
      one !== undefined &&
      (one.form === 'name' || isCountry(it, post, i)) &&
      ownerKinds.has(one.kind) &&
      !isAfterPreposition(it, one) &&
      !isInTitle(it, post, one)
    );
  });
}

/** Mentions of states and bodies in a post, the outermost of those that nest; states that the post belongs to before bodies. */
export function ownersWithin(it: Resolution, post: Mention): readonly number[] {
  const inner = namedIn(it, post);
  const states = inner.filter((i) => it.mentions[i]?.kind === 'state');
  const bodies = inner.filter((i) => it.mentions[i]?.kind === 'organisation' && isOutermost(it, i, inner));
  const isOfBody = bodies.length > 0 && (isOfItsBody(it, post) || bodies.every((i) => opensWithState(it, i)));
  if (states.length > 0 && !isOfBody) return states;
  return bodies.length > 0 ? bodies : inner;
}

/**
 * «президент страны»: a general word for a state that the text has named; «глава государства» is an office of its own, also where
 * somebody serves him («пресс-секретарь главы республики»).
 */
function isCountry(it: Resolution, post: Mention, mention: number): boolean {
  const one = it.mentions[mention];
  const isGeneral = one?.kind === 'state' && one.form === 'description' && chainOf(it, mention) >= 0;
  if (!isGeneral || headOf(it, post)?.lemma === 'глава') return false;
  const above = tokensBeside(it, one)[headOf(it, one)?.head ?? -1];
  return above?.lemma !== 'глава';
}

/** «глава штаба „Единого Перу“»: a state within the quoted name of a body. */
function isInTitle(it: Resolution, post: Mention, owner: Mention): boolean {
  if (owner.kind === 'organisation') return false;
  return it.quotations.some((one) => post.start < one.start && one.start <= owner.start && owner.stop <= one.stop);
}

/** «вице-президент Перуанской национальной компании»: the state is a part of the company's own name. */
function opensWithState(it: Resolution, body: number): boolean {
  const own = it.mentions[body];
  if (!own) return false;
  const capital = tokensOf(it, own).find((token) => /^\p{Lu}/u.test(token.text));
  return it.mentions.some(
    (one) =>
      one.kind === 'state' && one.start === own.start && capital?.start === own.start && headOf(it, one)?.pos === 'ADJ',
  );
}

const ownerKinds: ReadonlySet<Mention['kind']> = new Set(['state', 'organisation', 'place']);

/** «посол в Перу», «член палаты от Лимы»: the place belongs to the post; «наблюдатель от союза» is the body's. */
export function isAfterPreposition(it: Resolution, owner: Mention): boolean {
  const before = it.text.slice(Math.max(0, owner.start - 5), owner.start);
  const preposition = /(?<!\p{L})(?<word>в|во|при|на|по|от)\s$/u.exec(before)?.groups?.['word'];
  return preposition !== undefined && (preposition !== 'от' || owner.kind !== 'organisation');
}

function isOutermost(it: Resolution, mention: number, among: readonly number[]): boolean {
  const own = it.mentions[mention];
  return !among.some((i) => {
    const other = it.mentions[i];
    return (
      i !== mention && own && other && other.kind === own.kind && other.start <= own.start && own.stop <= other.stop
    );
  });
}

/** «директор завода», «заместитель директора службы» */
function isOfItsBody(it: Resolution, post: Mention): boolean {
  const [first, second] = tokensOf(it, post).filter((token) => token.pos === 'NOUN');
  return (
    ofBody.has(headOf(it, post)?.lemma ?? '') || (first?.lemma === 'заместитель' && ofBody.has(second?.lemma ?? ''))
  );
}

/** Posts that belong to their body, not to its state: «представитель МИД России», «директор завода». */
const ofBody = new Set([
  'представитель',
  'представительница',
  'директор',
  'гендиректор',
  'сотрудник',
  'пресс-секретарь',
  'корреспондент',
  'аналитик',
  'эксперт',
  'ректор',
  'основатель',
  'владелец',
]);
