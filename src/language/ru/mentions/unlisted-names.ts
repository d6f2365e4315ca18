import type { Sentence, Token } from '../../analysis.ts';
import { stemOf } from '../names/person-name.ts';
import { isGivenName } from '../names/person-nominative.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { bySentence, type Candidate } from './candidate.ts';
import { isQuoted } from './noun-phrase.ts';
import {
  acquiringVerbs,
  placeNouns,
  rankNouns,
  sharedNouns,
  stateBodies,
  stateHonours,
  statePosts,
  stateTitles,
} from './nouns.data.ts';

/**
 * Every place where the name of a state or town that nothing lists, or its adjective, stands: «Гелтории», «гелторская». Names are told
 * by how the whole document uses them. `listed`: what the gazetteers have found in it.
 */
export function findUnlisted(
  sentences: readonly Sentence[],
  listed: readonly Candidate[],
  morphology: Morphology,
): readonly Candidate[] {
  const names = findUnlistedNames(sentences, listed, morphology);
  if (names.size === 0) return [];
  const states = new Map(
    [...names.values()].flatMap((one) => (one.kind === 'state' ? [[one.core, one] as const] : [])),
  );
  return sentences.flatMap(({ index, tokens }) =>
    tokens.flatMap((token, at): readonly Candidate[] => {
      const isName = /^\p{Lu}/u.test(token.text) && !isQuoted(tokens, at, at + 1);
      const core = coreOfAdjective(token);
      const name =
        (isName ? names.get(stemOf(token.text)) : undefined) ?? (core === null ? undefined : states.get(core));
      if (!name || (core !== null && isCapitalInside(tokens, at))) return [];
      return [
        {
          sentence: index,
          from: at,
          to: at + 1,
          kind: name.kind,
          form: 'name',
          known: null,
          name: name.name,
          why: `rule unlisted ${name.kind} (${name.signs})`,
        },
      ];
    }),
  );
}

/** A name that neither the dictionary nor a gazetteer has, and what its document shows it to be. */
interface UnlistedName {
  readonly kind: 'state' | 'place';
  /** Nominative: «Гелтория». */
  readonly name: string;
  /** What its adjective begins with: «гелтор» of «гелторский», «гелторийский». */
  readonly core: string;
  /** The signs that weighed most, for `why`. */
  readonly signs: string;
}

/** Weights of the signs of one word, all its occurrences together. */
interface Signs {
  state: number;
  place: number;
  person: number;
  readonly forms: Map<string, number>;
  readonly genitives: Set<string>;
  readonly names: Set<string>;
  /** Words that stand beside it in a list: what one is the other is. */
  readonly beside: Set<string>;
}

const enough = 2;

/**
 * Names of states and towns that nothing lists, told by how the whole document uses them: «МИД Гелтории», «между Гелторией и
 * …», «гелторская сторона» make «Гелтория» a state wherever it stands. By stem; empty where nothing is certain.
 */
function findUnlistedNames(
  sentences: readonly Sentence[],
  listed: readonly Candidate[],
  morphology: Morphology,
): ReadonlyMap<string, UnlistedName> {
  const words = new Map<string, Signs>();
  const listedIn = bySentence(listed);
  const isUnlisted = (sentence: Sentence, at: number): boolean =>
    !listedIn(sentence.index).some((one) => isIn(one, at)) &&
    isUnknownName(sentence.tokens, at, isDateline(sentence, sentences[sentence.index + 1], at), morphology);
  for (const sentence of sentences) {
    for (const [at, token] of sentence.tokens.entries()) {
      if (!isUnlisted(sentence, at)) continue;
      const signs = words.get(stemOf(token.text)) ?? createSigns();
      words.set(stemOf(token.text), signs);
      weigh(signs, sentence.tokens, at, morphology);
      if (isDateline(sentence, sentences[sentence.index + 1], at)) add(signs, 'place', 2, 'dateline');
      const beside = besideOf(sentence.tokens, at);
      const other = beside < 0 ? undefined : sentence.tokens[beside];
      if (!other) continue;
      if (listedIn(sentence.index).some((one) => one.kind === 'state' && isIn(one, beside)))
        add(signs, 'state', 1.5, 'beside a state');
      else signs.beside.add(stemOf(other.text));
    }
  }
  weighAdjectives(words, sentences);
  return decide(words);
}

/** «агентство Гелторский вестник»: an adjective with a capital inside a sentence opens a name of its own. */
function isCapitalInside(tokens: readonly Token[], at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(tokens[at]?.text ?? '');
}

function isIn(one: Candidate, at: number): boolean {
  return one.from <= at && at < one.to;
}

function createSigns(): Signs {
  return {
    state: 0,
    place: 0,
    person: 0,
    forms: new Map(),
    genitives: new Set(),
    names: new Set(),
    beside: new Set(),
  };
}

function add(signs: Signs, kind: 'state' | 'place' | 'person', weight: number, name: string): void {
  signs[kind] += weight;
  if (kind !== 'person') signs.names.add(name);
}

/** How most Russian surnames end, in all cases. */
export const surnameEnding =
  /(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ых)?|[сц]к(?:ий|ая|ого|ому|им|ой|ую|ом)|енко|[иы]ч(?:а|у|ем|е)?)$/u;

/** One capitalised word of four letters or more that the dictionary has not, that is no title in quotes and no surname in -ов. */
function isUnknownName(tokens: readonly Token[], at: number, isDated: boolean, morphology: Morphology): boolean {
  const token = tokens[at];
  if (!token || !(/^[А-ЯЁ][а-яё]{3,}$/u.test(token.text) || (isDated && /^[А-ЯЁ]{4,}$/u.test(token.text))))
    return false;
  if (isQuoted(tokens, at, at + 1)) return false;
  return (
    (isDated || !surnameEnding.test(token.norm)) && !morphology.analyse(token.text).some((reading) => reading.isKnown)
  );
}

/** No nominative ends so, and given names that do are in the dictionary: «министра Гелтории Холдена». */
const genitiveOfLand = /\p{Ll}ии$/u;

function weigh(signs: Signs, tokens: readonly Token[], at: number, morphology: Morphology): void {
  const token = tokens[at];
  if (!token) return;
  signs.forms.set(token.norm, (signs.forms.get(token.norm) ?? 0) + 1);
  const before = tokens[at - 1];
  const isGenitive = /[аяиы]$/u.test(token.norm);
  const following = capitalsAfter(tokens, at);
  const isNameNext = following > 0 && readsAsGivenName(tokens[at + 1], morphology);
  // «Иван Дубров»
  if (readsAsGivenName(before, morphology)) add(signs, 'person', 3, 'given name before');
  // «Рейн Холден», but not «Гелтории Рейн Холден», «министр Гелтории Холден»
  const isLand = genitiveOfLand.test(token.norm) && ownedBefore(tokens, at) !== null;
  if (following === 1 && !isNameNext && !isLand) add(signs, 'person', 1, 'name goes on');
  const owner = ownedBefore(tokens, at);
  if (owner && isGenitive) {
    const isBody = stateBodies.has(owner.lemma) || stateBodies.has(owner.norm);
    const isOblique = owner.features.case === 'Gen' || owner.features.case === 'Acc';
    // «президента Холдена» may be the name of the president; «президент Гелтории Анна Лугова» may not
    const isCertain = following === 2 || isNameNext || (following === 1 && genitiveOfLand.test(token.norm));
    const isAlone = following === 0 && (isBody || owner !== before || !isOblique || /[иы]$/u.test(token.norm));
    if (isCertain || isAlone) {
      add(signs, 'state', 2, `${owner.lemma} of it`);
      signs.genitives.add(token.norm);
    }
  } else if (before && statePosts.has(before.lemma) && following === 0) add(signs, 'person', 1, 'post before');
  if (before && stateTitles.has(before.lemma) && /^\p{Lu}/u.test(before.text))
    add(signs, 'state', 2, `${before.lemma} before`);
  if (before && placeNouns.has(before.lemma)) add(signs, 'place', 2, `${before.lemma} before`);
  if (following === 0) weighPreposition(signs, tokens, at);
  weighSubject(signs, tokens, at);
}

/** «в Гелтории», «посол в Гелтории», «договор между Гелторией и …», «договор с Гелторией». */
function weighPreposition(signs: Signs, tokens: readonly Token[], at: number): void {
  const before = tokens[at - 1]?.norm;
  const noun = tokens[at - 2];
  if (before === 'в' || before === 'во' || before === 'из') {
    const isEmbassy = noun !== undefined && stateHonours.has(noun.lemma.replace(/^экс-/u, ''));
    // «верил в Дубраса» is of a person, «прибыл в Дормар», «из Дормара» are of places
    const isPlace = before === 'из' || !/[ау]$/u.test(tokens[at]?.norm ?? '');
    if (isEmbassy) add(signs, 'state', 2, `${noun.lemma} in it`);
    else if (isPlace) add(signs, 'place', 2, 'in it');
  }
  // «товарооборот Гелтории и Дормара», «об отношениях Гелтории и Дормара»
  const isShared =
    tokens[at - 1]?.norm === 'и' ? tokens[at - 3] : tokens[at + 1]?.norm === 'и' ? tokens[at - 1] : undefined;
  if (sharedNouns.has(isShared?.lemma ?? '')) add(signs, 'state', 1, `${isShared?.lemma ?? ''} of it and another`);
  const isBetween = before === 'между' || (tokens[at - 1]?.norm === 'и' && tokens[at - 3]?.norm === 'между');
  if (isBetween) add(signs, 'state', 1, 'between it and another');
}

/** «Гелтория ратифицировала», «Гелтория закупила»: what states do and people do not. */
function weighSubject(signs: Signs, tokens: readonly Token[], at: number): void {
  const token = tokens[at];
  // «поставит Гелтории», «предложила Гелтории»
  if (token?.norm.endsWith('ии') && token.features.case === 'Dat') add(signs, 'state', 0.5, 'to it');
  if (!token?.relation.startsWith('nsubj')) return;
  const verb = tokens[token.head];
  if (verb?.pos !== 'VERB') return;
  if (acquiringVerbs.has(verb.lemma)) add(signs, 'state', 1, `${verb.lemma} by it`);
  else if (token.norm.endsWith('ия')) add(signs, 'state', 0.5, 'acts');
}

/** A word that «и» joins to this one: «Гелтория и Дормар», «Гелтории и Дормара». */
function besideOf(tokens: readonly Token[], at: number): number {
  const isName = (i: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');
  if (tokens[at + 1]?.norm === 'и' && isName(at + 2) && !isName(at + 3)) return at + 2;
  // the capital that opens a sentence makes no name: «Министры Гелтории и Дормара»
  const isAlone = at === 3 || !isName(at - 3);
  if (tokens[at - 1]?.norm === 'и' && isName(at - 2) && isAlone && !isName(at + 1)) return at - 2;
  return -1;
}

/** How many capitalised words follow at once, at most two. */
function capitalsAfter(tokens: readonly Token[], at: number): number {
  const isName = (i: number): boolean => /^\p{Lu}\p{Ll}+/u.test(tokens[i]?.text ?? '');
  return isName(at + 1) ? (isName(at + 2) ? 2 : 1) : 0;
}

/** «Иван», «Ивана» with its capital: a first name of the dictionary, in any case. */
export function readsAsGivenName(token: Token | undefined, morphology: Morphology): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text) && isGivenName(morphology, token.text);
}

/** The post or body whose genitive complement ends with this word: «министр» of «министр иностранных дел Гелтории». */
function ownedBefore(tokens: readonly Token[], at: number): Token | null {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const token = tokens[i];
    if (!token || token.kind !== 'word' || rankNouns.has(token.lemma)) return null;
    if (
      statePosts.has(token.lemma.replace(/^экс-/u, '')) ||
      stateBodies.has(token.lemma) ||
      stateBodies.has(token.norm)
    )
      return token;
    const isComplement = (token.pos === 'NOUN' || token.pos === 'ADJ') && /^\p{Ll}/u.test(token.text);
    if (!isComplement) return null;
  }
  return null;
}

/** «Дормар, 5 мая. Текст», «ДОРМАР, 5 мая. /АГЕНТСТВО/», «Дормар. 5 мая. Текст». */
function isDateline(sentence: Sentence, next: Sentence | undefined, at: number): boolean {
  const { tokens } = sentence;
  if (at !== 0 || !/^[,.]$/u.test(tokens[1]?.text ?? '')) return false;
  const after = tokens[2] ?? next?.tokens[0];
  return after?.kind === 'number' && /^\d{1,2}$/u.test(after.text);
}

const adjective = /^(?<core>\p{L}{3,}?)(?:ианск|ийск|ск)(?:ий|ая|ое|ие|ого|ой|ому|им|ую|их|ими|ом)$/u;
/** Nouns that a state's adjective stands with: «гелторская сторона». */
const ofStates =
  /^(?:сторона|президент|премьер|премьер-министр|министр|коллега|власти|власть|правительство|парламент|посол|флот|армия|военный|делегация|дипломат|мид|лидер)$/u;

/** What the adjective of a name begins with. */
function coreOf(stem: string): string {
  return stem.replace(/[ия]$/u, '');
}

/** The name whose adjective a word is: «гелторский» → «гелтор»; `null` for other words. */
function coreOfAdjective(token: Token): string | null {
  return token.norm.includes('ск') ? (adjective.exec(token.norm)?.groups?.['core'] ?? null) : null;
}

function weighAdjectives(words: ReadonlyMap<string, Signs>, sentences: readonly Sentence[]): void {
  if (words.size === 0) return;
  const byCore = new Map([...words].map(([stem, signs]) => [coreOf(stem), signs]));
  for (const { tokens } of sentences) {
    for (const [at, token] of tokens.entries()) {
      const core = coreOfAdjective(token);
      const signs = core === null ? undefined : byCore.get(core);
      if (!signs) continue;
      if (ofStates.test(tokens[at + 1]?.lemma ?? '')) add(signs, 'state', 2, 'adjective of states');
      else if (/^\p{Ll}/u.test(token.text)) add(signs, 'state', 1, 'adjective');
    }
  }
}

const townSigns = ['dateline', ...[...placeNouns].map((noun) => `${noun} before`)];

function decide(words: ReadonlyMap<string, Signs>): ReadonlyMap<string, UnlistedName> {
  // Lands end in -ия, people whose name no dictionary has hardly do.
  for (const [stem, signs] of words) {
    const isLand =
      stem.endsWith('и') &&
      signs.person === 0 &&
      [...signs.forms.keys()].every((form) => form.length <= stem.length + 2);
    if (isLand) add(signs, 'state', 1.5, 'ends in -ия');
  }
  // «дипломаты Гелтории и Оркадии»: two names in -ия side by side
  const pairs = [...words.values()].filter(
    (signs) => isInIya(signs) && [...signs.beside].some((stem) => isInIya(words.get(stem))),
  );
  for (const signs of pairs) add(signs, 'state', 0.5, 'beside a name in -ия');
  const isState = (signs: Signs): boolean => signs.state >= enough && signs.state > signs.person;
  // «Гелтория и Дормар подписали»: beside a state stands a state
  for (let changed = true; changed;) {
    changed = false;
    for (const signs of words.values()) {
      if (isState(signs) || signs.names.has('beside a state')) continue;
      const besides = [...signs.beside].some((stem) => {
        const other = words.get(stem);
        return other !== undefined && isState(other);
      });
      if (!besides) continue;
      add(signs, 'state', signs.place > 0 ? 1 : 2, 'beside a state');
      changed = true;
    }
  }
  const found = new Map<string, UnlistedName>();
  for (const [stem, signs] of words) {
    const isPlace = signs.place >= enough && signs.place > signs.person;
    // «экспорт в Дормар», «Дормар поставил»: a land that acts, unless something says that it is a town
    const isLand = isPlace && signs.state >= 1 && !townSigns.some((sign) => signs.names.has(sign));
    const kind = isState(signs) || isLand ? 'state' : isPlace ? 'place' : null;
    if (!kind) continue;
    found.set(stem, { kind, name: nameOf(stem, signs), core: coreOf(stem), signs: [...signs.names].join(', ') });
  }
  return found;
}

function isInIya(signs: Signs | undefined): boolean {
  return signs?.names.has('ends in -ия') === true;
}

/** Nominative from the forms that the document has: «Гелтории», «Гелторией» → «Гелтория»; «Дормара», «Дормаром» → «Дормар». */
function nameOf(stem: string, signs: Signs): string {
  const has = (ending: string): boolean => signs.forms.has(stem + ending);
  const base = has('')
    ? stem
    : stem.endsWith('и')
      ? `${stem}я`
      : [...signs.genitives].includes(`${stem}а`)
        ? stem
        : has('а') && (has('ы') || has('у') || has('ой'))
          ? `${stem}а`
          : has('ы')
            ? `${stem}а`
            : has('я')
              ? `${stem}я`
              : /[бвгджзклмнпрстфхцчшщ]$/u.test(stem) && (has('а') || has('ом') || has('е'))
                ? stem
                : ([...signs.forms.keys()][0] ?? stem);
  return base.charAt(0).toUpperCase() + base.slice(1);
}
