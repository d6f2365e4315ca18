import { noFeatures } from '../../features.ts';
import { remembering } from '../../memory.ts';
import { analyseSpecial } from './analyse-special.ts';
import { findHash, readDictionary, type Dictionary } from './dictionary.ts';
import { findKnown, type Match } from './find-known.ts';
import { guessWord, type Guess } from './guess-word.ts';
import { createInflector } from './inflect-match.ts';
import { withNameReadings } from './name-readings.ts';
import { internTags, type TagTable } from './tag-table.ts';
import { wordFlags, type Morphology, type WordAnalysis } from './word-analysis.ts';

/**
 * The bytes of `models/ru-morphology.bin` → the morphology of Russian. Source: dictionary of OpenCorpora (CC BY-SA 3.0),
 * compiled by `training/morphology/compile.ts`. Throws where the bytes are not such a file.
 */
export function readMorphology(bytes: Uint8Array): Morphology {
  const dictionary = readDictionary(bytes);
  const tags = internTags(dictionary.tags);
  const analyse = remembering(mostRemembered, (word) => analyseWord(dictionary, tags, word));
  return { tags: tags.list, analyse, inflect: createInflector(dictionary) };
}

/** Words whose readings are remembered (two kilobytes each): most of the words of five hundred articles. */
const mostRemembered = 24_000;

function analyseWord(dictionary: Dictionary, tags: TagTable, word: string): readonly WordAnalysis[] {
  const lower = clean(word);
  const special = analyseSpecial({ dictionary, tags, word, lower, readWord: (it) => readWord(dictionary, it, false) });
  if (special.length > 0) return special;
  const isCapital = /^\p{Lu}/u.test(word);
  const analyses = readWord(dictionary, lower, isCapital);
  return isCapital && /^[а-яё-]+$/u.test(lower) ? withNameReadings(tags, analyses, lower) : analyses;
}

/** Lower case with ё kept, any hyphen as -, without stress marks and soft hyphens. */
function clean(word: string): string {
  const lower = word.toLowerCase();
  if (/^[а-яё]+$/u.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/[\u0300\u0301\u00ad\u200b]/gu, '')
    .replace(/[\u2010\u2011]/gu, '-');
}

/** Readings of a lower-case word, known or guessed, scored and in order. */
function readWord(dictionary: Dictionary, lower: string, isCapital: boolean): readonly WordAnalysis[] {
  let matches = findKnown(dictionary, lower);
  if (matches.length === 0 && lower.includes('ё')) matches = findKnown(dictionary, lower.replaceAll('ё', 'е'));
  if (matches.length > 0) return scored(dictionary, knownReadings(dictionary, lower, matches, isCapital), true);
  return scored(dictionary, guessWord(dictionary, lower, isCapital), false);
}

function knownReadings(
  dictionary: Dictionary,
  lower: string,
  matches: readonly Match[],
  isCapital: boolean,
): readonly Guess[] {
  const place = findHash(dictionary.arrays.shareHashes, lower.replaceAll('ё', 'е'));
  const shares = place < 0 ? null : sharesAt(dictionary, place);
  return matches.map((match) => {
    const [tag = 0, flags = 0, share = 100] = readingOf(dictionary, match);
    const isRare = (flags & wordFlags.rare) !== 0;
    const isName = dictionary.tags[tag]?.pos === 'PROPN' && (flags & wordFlags.abbreviation) === 0;
    const weight = shares
      ? ((shares.get(tag) ?? 0.5) * match.seen) / seenOfTag(dictionary, matches, tag)
      : ((dictionary.tagFrequencies[tag] ?? 1) * share * Math.sqrt(match.seen)) / 100;
    return {
      match,
      weight:
        weight * (isRare ? 0.02 : 1) * (isName === isCapital || !isName ? 1 : 0.1) * (isName && isCapital ? 4 : 1),
    };
  });
}

function sharesAt(dictionary: Dictionary, place: number): ReadonlyMap<number, number> {
  const { shareStarts, shareTags, shareWeights } = dictionary.arrays;
  const shares = new Map<number, number>();
  for (let i = shareStarts[place] ?? 0; i < (shareStarts[place + 1] ?? 0); i++)
    shares.set(shareTags[i] ?? 0, shareWeights[i] ?? 0);
  return shares;
}

function seenOfTag(dictionary: Dictionary, matches: readonly Match[], tag: number): number {
  let seen = 0;
  for (const match of matches) if (readingOf(dictionary, match)[0] === tag) seen += match.seen;
  return seen;
}

function readingOf(dictionary: Dictionary, match: Match): readonly [tag: number, flags: number, weight: number] {
  return dictionary.readings[dictionary.arrays.formReadings[match.form] ?? 0] ?? [0, 0, 100];
}

/** Readings with the same lemma and tag are one; scores sum to 1. */
function scored(dictionary: Dictionary, guesses: readonly Guess[], isKnown: boolean): readonly WordAnalysis[] {
  const merged: {
    readonly match: Match;
    readonly lemma: string;
    readonly tag: number;
    readonly flags: number;
    weight: number;
  }[] = [];
  let sum = 0;
  for (const { match, weight } of guesses) {
    const [tag, flags] = readingOf(dictionary, match);
    const lemma = lemmaOf(dictionary, match);
    const same = merged.find((one) => one.tag === tag && one.lemma === lemma);
    sum += weight;
    if (same) same.weight += weight;
    else merged.push({ match, lemma, tag, flags, weight });
  }
  if (merged.length === 0) return [];
  // the list is not frozen: V8 asks the runtime for each element of such a one, and every rule of tags goes over these
  return merged
    .sort((a, b) => b.weight - a.weight || a.tag - b.tag)
    .map(({ match, lemma, tag, flags, weight }) => {
      const { prefix, stem, paradigm, form } = match;
      const { pos = 'X', features = noFeatures } = dictionary.tags[tag] ?? {};
      return Object.freeze({
        lemma,
        pos,
        features,
        tag,
        flags,
        score: weight / sum,
        isKnown,
        prefix,
        stem,
        paradigm,
        form,
      });
    });
}

/** Dictionary form, ё as е; the last part of a hyphenated word alone changes. */
function lemmaOf(dictionary: Dictionary, match: Match): string {
  const { paradigmStarts, formLemmas, formEndings } = dictionary.arrays;
  const lemma = (paradigmStarts[match.paradigm] ?? 0) + (formLemmas[match.form] ?? 0);
  const ending = dictionary.endings[formEndings[lemma] ?? 0];
  const form = match.prefix + (ending?.prefix ?? '') + match.stem + (ending?.suffix ?? '');
  const folded = form.includes('ё') ? form.replaceAll('ё', 'е') : form;
  return isReflexivePassive(dictionary, match) ? folded.slice(0, -2) : folded;
}

/** «поставляются» in the passive sense is a form of «поставлять», as the treebanks have it. */
function isReflexivePassive(dictionary: Dictionary, match: Match): boolean {
  const { pos, features } = dictionary.tags[readingOf(dictionary, match)[0]] ?? {};
  return pos === 'VERB' && features?.voice === 'Pass' && features.verbForm !== 'Part';
}
