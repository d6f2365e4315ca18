import type { Token } from '../../analysis.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import type { Candidate } from './candidate.ts';
import { isQuoted, opensQuotation } from './noun-phrase.ts';
import { rankNouns } from './nouns.data.ts';
import { readsAsGivenName, surnameEnding } from './unlisted-names.ts';

/**
 * What the tagger found, beside the names of its sentence that are certain (`names`: listed and unlisted ones): no list of states and
 * no state with what is said of it, a person where a given name opens it, and without a state that it took into a name. `null`
 * where nothing is left. Here and below the candidates beside one are those of its sentence.
 */
export function fitToNames(
  candidate: Candidate,
  tokens: readonly Token[],
  names: readonly Candidate[],
  unlisted: readonly Candidate[],
  morphology: Morphology,
): Candidate | null {
  if (isListOfStates(candidate, tokens, names) || isNameWithCircumstance(candidate, tokens, names)) return null;
  return withoutState(readGivenName(candidate, tokens, names, morphology), tokens, unlisted);
}

/**
 * The same beside what else the tagger found (`beside`): a post ends before a name, a body has whom it is named after, its quoted title
 * and its state in its name. `null` where nothing is left.
 */
export function fitToOthers(
  candidate: Candidate,
  tokens: readonly Token[],
  beside: readonly Candidate[],
  known: readonly Candidate[],
): Candidate | null {
  const ended = endBeforeName(candidate, tokens, beside);
  if (ended === null) return null;
  const titled = joinQuotedTitle(joinNamesake(ended, tokens, beside), tokens, beside);
  return joinItsState(titled, tokens, known);
}

/**
 * The tagger's span without a state that it took into a person's name («Гелтории Анна Лугова» → «Анна Лугова»), a body's name without a
 * rank that ends it («флотом Гелтории адмирал»); `null` where nothing is left.
 */
function withoutState(candidate: Candidate, tokens: readonly Token[], states: readonly Candidate[]): Candidate | null {
  if (candidate.kind === 'organisation') {
    const last = tokens[candidate.to - 1];
    const isRank = last !== undefined && rankNouns.has(last.lemma) && candidate.to - candidate.from > 1;
    return isRank ? { ...candidate, to: candidate.to - 1 } : candidate;
  }
  if (candidate.kind !== 'person' || candidate.form !== 'name') return candidate;
  const isState = (at: number): boolean => states.some((one) => one.from <= at && at < one.to);
  let { from, to } = candidate;
  while (from < to && isState(from)) from++;
  while (to > from && isState(to - 1)) to--;
  if (from === to) return null;
  return from === candidate.from && to === candidate.to
    ? candidate
    : { ...candidate, from, to, why: `${candidate.why}, without its state` };
}

/**
 * «Инги Стаховой», which the tagger took for a building: a given name with one more name behind it is a person, also
 * where the state of a post stands before («Гелтории Инги Стаховой»).
 */
function readGivenName(
  candidate: Candidate,
  tokens: readonly Token[],
  states: readonly Candidate[],
  morphology: Morphology,
): Candidate {
  if (!landmarks.has(candidate.kind)) return candidate;
  const isState = states.some((one) => one.from === candidate.from);
  const from = isState ? candidate.from + 1 : candidate.from;
  const [first, second] = tokens.slice(from, candidate.to);
  const isPair = candidate.to - from === 2 && /^\p{Lu}\p{Ll}+$/u.test(second?.text ?? '');
  // «Юханом Ясеневым»: a given name that no dictionary has before a surname like many
  const isUnknown = first !== undefined && morphology.analyse(first.text).every((reading) => !reading.isKnown);
  const isForeign = isUnknown && /^\p{Lu}\p{Ll}{2,}$/u.test(first.text) && surnameEnding.test(second?.norm ?? '');
  return isPair && (isForeign || readsAsGivenName(first, morphology))
    ? { ...candidate, from, kind: 'person', form: 'name', why: `${candidate.why}, with a given name` }
    : candidate;
}

const landmarks: ReadonlySet<Candidate['kind']> = new Set(['facility', 'place']);

/** «группа Гелтории и Дормара»: states that «и» joins, which the tagger took for one body. */
function isListOfStates(candidate: Candidate, tokens: readonly Token[], names: readonly Candidate[]): boolean {
  if (candidate.kind !== 'organisation') return false;
  const inside = names.filter((one) => one.kind === 'state' && candidate.from <= one.from && one.to <= candidate.to);
  const isJoined = (at: number): boolean =>
    tokens[at]?.norm === 'и' || inside.some((one) => one.from <= at && at < one.to);
  if (inside.length < 2) return false;
  for (let at = candidate.from; at < candidate.to; at++) if (!isJoined(at)) return false;
  return true;
}

/**
 * «Гелторией о безопасности» of «соглашение с Гелторией о безопасности»: a state with the topic of a treaty is no law; «Большая
 * семёрка в Греции»: a body that the gazetteers know with the place of what it holds is no other body.
 */
function isNameWithCircumstance(candidate: Candidate, tokens: readonly Token[], names: readonly Candidate[]): boolean {
  const kind = circumstantial[candidate.why];
  const name = names.find((one) => one.kind === kind && one.from === candidate.from && one.to < candidate.to);
  // «российский о …»: an adjective names no state
  const isAdjective = kind === 'state' && tokens[candidate.from]?.pos === 'ADJ';
  return name !== undefined && !isAdjective && tokens[name.to]?.pos === 'ADP';
}

/** What is found too long, and the kind of the name that it begins with. */
const circumstantial: Readonly<Record<string, Candidate['kind']>> = {
  'tagger LAW': 'state',
  'tagger ORGANIZATION': 'organisation',
};

/** «МИД» of «МИД Перу»: a ministry that the name of its state follows at once has the state in its name. */
function joinItsState(candidate: Candidate, tokens: readonly Token[], known: readonly Candidate[]): Candidate {
  const isMinistry = /^(?:МИД|МВД|МЧС|Мин\p{Ll}{3,})$/u.test(tokens[candidate.from]?.text ?? '');
  if (candidate.kind !== 'organisation' || candidate.to - candidate.from !== 1 || !isMinistry) return candidate;
  const state = known.find(
    (one) => one.kind === 'state' && one.from === candidate.to && tokens[one.from]?.pos !== 'ADJ',
  );
  return state ? { ...candidate, to: state.to } : candidate;
}

/** «Премьер-министр Рейн» of «Премьер-министр Рейн Холден»: a post ends where the name of its holder begins. */
function endBeforeName(candidate: Candidate, tokens: readonly Token[], people: readonly Candidate[]): Candidate | null {
  if (candidate.kind !== 'post') return candidate;
  const person = people.find(
    (one) =>
      one.kind === 'person' &&
      one.form === 'name' &&
      !isNamesake(tokens, one.from) &&
      one.from < candidate.to &&
      candidate.to <= one.to &&
      candidate.from <= one.from,
  );
  if (!person) return candidate;
  return person.from === candidate.from ? null : { ...candidate, to: person.from };
}

/** «Лиги имени» → «Лиги имени Инги Луговой»: whom a body is named after is a part of its name, and of the post in it. */
function joinNamesake(candidate: Candidate, tokens: readonly Token[], people: readonly Candidate[]): Candidate {
  if (!isNamesake(tokens, candidate.to) || !mayHaveNamesake.has(candidate.kind)) return candidate;
  const person = people.find((one) => one.kind === 'person' && one.from === candidate.to);
  return person ? { ...candidate, to: person.to, form: 'name' } : candidate;
}

const mayHaveNamesake: ReadonlySet<Candidate['kind']> = new Set(['organisation', 'facility', 'post']);

/** Whether the name that starts at a token stands behind «имени» («театр имени Инги Луговой»). */
function isNamesake(tokens: readonly Token[], from: number): boolean {
  return /^(?:имени|им\.?)$/u.test(tokens[from - 1]?.norm ?? '');
}

/**
 * «Концерн ПВО» and «Луч» of «Концерн ПВО "Луч"»: a body that a quoted title follows at once has the title in its name, and
 * the title stays a mention of its own.
 */
function joinQuotedTitle(candidate: Candidate, tokens: readonly Token[], titles: readonly Candidate[]): Candidate {
  if (candidate.kind !== 'organisation' || !opensQuotation(tokens[candidate.to])) return candidate;
  if (!/^\p{Lu}+$/u.test(tokens[candidate.to - 1]?.text ?? '') || candidate.to - candidate.from < 2) return candidate;
  const title = titles.find((one) => one.kind === 'organisation' && one.from === candidate.to + 1);
  const isClosed = title !== undefined && isQuoted(tokens, title.from, title.to);
  return isClosed ? { ...candidate, to: title.to + 1 } : candidate;
}
