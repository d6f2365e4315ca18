import type { Features } from '../../analysis.ts';
import { createMemory, type Memory } from '../../memory.ts';
import { attachStops } from '../attach-stops.ts';
import { findQuotations } from '../find-quotations.ts';
import { findTokens, type RawToken } from '../find-tokens.ts';
import { kinNouns } from '../mentions/nouns.data.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { NameMorphology } from './attested-forms.ts';
import { personNominative, type WordHint } from './person-nominative.ts';
import { phraseNominative, type PhraseWord } from './phrase-nominative.ts';

export interface NominativeOptions {
  /** `person`: the words are one person's name; `phrase`: anything else. Left out, the words decide. */
  readonly kind?: 'person' | 'phrase';
  /** What a tagger says of the words, found by offset in `words`: a token of the text with `start` counted from the name's start. */
  readonly hints?: readonly NominativeHint[];
}

export interface NominativeHint {
  readonly start: number;
  readonly features: Features;
}

/**
 * A name, post or other noun phrase in any case → the same in the nominative: «Игорем Загадой» → «Игорь Загада», «Федеральной
 * службе по охране» → «Федеральная служба по охране», «первым заместителем министра» → «первый заместитель министра». Only the
 * head and what agrees with it change; dependents, quoted parts, capitals, ё and spaces stay. What cannot be read stays.
 */
export function nominative(morphology: NameMorphology, words: string, options: NominativeOptions = {}): string {
  const made = madeWith(morphology);
  const key = keyOf(words, options);
  const known = made.get(key);
  if (known !== undefined) return known;
  const name = makeNominative(morphology, words, options);
  made.set(key, name);
  return name;
}

/** Names come again and again in a text and in all texts of a day: at most this many are remembered. */
const mostMade = 10_000;
const madeBy = new WeakMap<NameMorphology, Memory<string>>();

function madeWith(morphology: NameMorphology): Memory<string> {
  const found = madeBy.get(morphology) ?? createMemory<string>(mostMade);
  madeBy.set(morphology, found);
  return found;
}

/** All that `makeNominative` looks at: of the hints, the features that names are judged by. */
function keyOf(words: string, { kind, hints = [] }: NominativeOptions): string {
  let key = `${kind ?? ''}\n${words}`;
  for (const { start, features } of hints) {
    key += `\n${start} ${features.case ?? ''} ${features.number ?? ''} ${features.gender ?? ''}`;
  }
  return key;
}

function makeNominative(morphology: NameMorphology, words: string, options: NominativeOptions): string {
  const tokens = attachStops(words, findTokens(words, 0, words.length));
  const quoted = findQuotations(words);
  const isShouted =
    words === words.toUpperCase() && tokens.some(({ text }) => text.length > (tokens.length > 1 ? 6 : 9));
  const phrase = tokens.map((token): PhraseWord => ({
    text: token.text,
    isWord:
      token.kind === 'word' &&
      !quoted.some((quotation) => quotation.start <= token.start && token.stop <= quotation.stop),
    isShouted,
    hint: options.hints?.find((hint) => hint.start === token.start) ?? null,
  }));
  const kind = options.kind ?? (isPerson(morphology, tokens) ? 'person' : 'phrase');
  const forms = kind === 'person' ? personWithPost(morphology, phrase) : phraseNominative(morphology, phrase);
  return write(words, tokens, forms);
}

/** Two to four capitalised words or initials, one of which the dictionary has as a first name or surname. */
function isPerson(morphology: NameMorphology, tokens: readonly RawToken[]): boolean {
  if (
    tokens.length === 0 ||
    tokens.length > 4 ||
    !tokens.every(({ text, kind }) => kind === 'word' && capitalPart.test(text))
  )
    return false;
  // «Сын Ивана Дубова»
  if (tokens.length > 1 && kinNouns.has(morphology.analyse(tokens[0]?.text ?? '')[0]?.lemma ?? '')) return false;
  if (tokens.some(({ text }) => /^\p{Lu}\.$/u.test(text))) return true;
  const personal = wordFlags.given | wordFlags.surname | wordFlags.patronymic;
  const isMixed = tokens.some(({ text }) => text !== text.toUpperCase());
  const flags = tokens.map(({ text }) => {
    const analyses = morphology.analyse(text).filter((it) => it.isKnown);
    const total = analyses.reduce((sum, it) => sum + it.score, 0);
    const names = analyses.filter((it) => (it.flags & personal) !== 0).reduce((sum, it) => sum + it.score, 0);
    return {
      isName: names > 0.5 * total && total > 0,
      isGiven: analyses.some((it) => (it.flags & wordFlags.given) !== 0 && it.score > 0.05),
      // «МИД Варонии»: an acronym beside a word that is not written so
      isKnown: total > 0 && (text.length > 3 || (isMixed && /^\p{Lu}{2,}$/u.test(text))),
    };
  });
  if (tokens.length === 1) return flags[0]?.isName === true;
  if (flags.every(({ isName, isKnown }) => isName || !isKnown)) return true;
  return (
    flags.some(({ isGiven }) => isGiven) && flags.every(({ isName, isKnown, isGiven }) => isName || isGiven || !isKnown)
  );
}

/** «министром обороны Игорем Загадой»: small words before the name are a phrase of their own, in the same case. */
function personWithPost(morphology: NameMorphology, words: readonly PhraseWord[]): readonly string[] {
  const first = words.findIndex(
    ({ text, isWord }, i) => isWord && /^\p{Lu}/u.test(text) && words.slice(i).every(isNamePart),
  );
  if (first < 0) return phraseNominative(morphology, words);
  const name = words.slice(first);
  const forms = personNominative(
    morphology,
    name.map(({ text }) => text),
    name.map(({ hint }): WordHint | null => hint),
  );
  return [...(first > 0 ? phraseNominative(morphology, words.slice(0, first)) : []), ...forms];
}

/** «Масри», «аль-Масри» */
const capitalPart = /^(?:(?:аль|эль|ал|ас|ад|аш|ан|ат|ар|эд)[-‐‑])?\p{Lu}/u;

function isNamePart({ text, isWord }: PhraseWord): boolean {
  return (
    isWord && (capitalPart.test(text) || /^(?:фон|ван|де|дер|ден|да|ди|дель|аль|бен|бин|ибн|оглы|кызы)$/u.test(text))
  );
}

/** The forms in the place of their tokens, with what stands between them. */
function write(words: string, tokens: readonly RawToken[], forms: readonly string[]): string {
  let result = '';
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    result += words.slice(at, token.start) + (forms[i] ?? token.text);
    at = token.stop;
  }
  return result + words.slice(at);
}
