import type { Features, PartOfSpeech } from '../../analysis.ts';
import { keyOfFeatures, namesOf } from '../../features.ts';
import type { Dictionary } from './dictionary.ts';
import { wordFlags, type WordAnalysis } from './word-analysis.ts';

/**
 * Gives the form of an analysed word with the target's features, lower case; `null` where there is none. Remembers which form of
 * a paradigm it was: all words of one paradigm have it in the same place.
 */
export function createInflector(dictionary: Dictionary): (analysis: WordAnalysis, target: Features) => string | null {
  const byTarget = new Map<string, Map<number, number>>();
  const formFor = (analysis: WordAnalysis, target: Features): number => {
    const name = keyOfFeatures(target);
    const places = byTarget.get(name) ?? new Map<number, number>();
    if (places.size === 0) byTarget.set(name, places);
    const key = analysis.form * 0x10000 + analysis.tag;
    const known = places.get(key);
    if (known !== undefined) return known;
    const found = findForm(dictionary, analysis, target);
    if (places.size >= mostPlaces) places.clear();
    places.set(key, found);
    return found;
  };
  return (analysis, target) => {
    if (analysis.paradigm < 0) return (analysis.flags & wordFlags.indeclinable) !== 0 ? analysis.stem : null;
    const form = formFor(analysis, target);
    if (form < 0) return null;
    const ending = dictionary.endings[dictionary.arrays.formEndings[form] ?? 0];
    // «5-го» is digits and an ending; «30-летнего» a compound, whose prefix ends in the hyphen
    const digits = analysis.prefix !== '' && /\d$/u.test(analysis.prefix);
    const word = (ending?.prefix ?? '') + analysis.stem + (ending?.suffix ?? '');
    return analysis.prefix + (digits ? afterDigits(word) : word);
  };
}

/** Forms remembered for one target. */
const mostPlaces = 20_000;

/** Place in the form arrays of the form of the word's paradigm that meets the target best; -1 where none does. */
function findForm(dictionary: Dictionary, analysis: WordAnalysis, target: Features): number {
  const { paradigmStarts, formReadings, formLemmas } = dictionary.arrays;
  // A capitalised common word may be read as a name; its forms are those of the word.
  const own = dictionary.tags[dictionary.readings[formReadings[analysis.form] ?? 0]?.[0] ?? 0] ?? analysis;
  const features = own.pos === analysis.pos ? analysis.features : own.features;
  const wanted = wantedFeatures(own.pos, features, target);
  let best = -1;
  let bestScore = -Infinity;
  const stop = paradigmStarts[analysis.paradigm + 1] ?? 0;
  for (let form = paradigmStarts[analysis.paradigm] ?? 0; form < stop; form++) {
    const [tag = 0, flags = 0] = dictionary.readings[formReadings[form] ?? 0] ?? [];
    const candidate = dictionary.tags[tag];
    if (candidate?.pos !== own.pos || !meets(candidate.features, wanted, target)) continue;
    const sameLemma = formLemmas[form] === formLemmas[analysis.form] ? 4 : 0;
    const likeness = 0.3 * sameStart(suffixAt(dictionary, form), suffixAt(dictionary, analysis.form));
    const score =
      agreement(candidate.features, wanted) + sameLemma + likeness - ((flags & wordFlags.rare) !== 0 ? 20 : 0);
    if (score > bestScore) [best, bestScore] = [form, score];
  }
  return best;
}

function suffixAt(dictionary: Dictionary, form: number): string {
  return dictionary.endings[dictionary.arrays.formEndings[form] ?? 0]?.suffix ?? '';
}

/** Letters that two variants share: «-анатольевича» is a form of «-анатольевич», not of «-анатолиевич». */
function sameStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/** «пятая» after digits is «-я», «пятого» «-го», «пятые» «-е». */
function afterDigits(word: string): string {
  const ending = /(?:й|я|е|го|му|м|х|ю|ми)$/u.exec(word)?.[0] ?? '';
  return `-${ending}`;
}

/** Features of the form looked for: those of the word where the target does not say otherwise. */
function wantedFeatures(pos: PartOfSpeech, own: Features, target: Features): Features {
  const wanted: Features = { ...own, ...target };
  if (pos === 'NOUN' || pos === 'PROPN' || wanted.case === 'Acc') return wanted;
  const { animacy: _, ...rest } = wanted;
  return rest;
}

/** The target's case, number and gender are required where the form has such a feature. */
function meets(features: Features, wanted: Features, target: Features): boolean {
  for (const name of required) {
    if (target[name] !== undefined && features[name] !== undefined && features[name] !== target[name]) return false;
  }
  if (features.verbForm !== wanted.verbForm || features.variant !== wanted.variant) return false;
  return target.case === undefined || features.case === target.case;
}

const required = ['case', 'number', 'gender', 'tense', 'person', 'degree', 'mood', 'voice', 'animacy'] as const;

function agreement(features: Features, wanted: Features): number {
  let score = 0;
  for (const name of namesOf(wanted)) {
    if (features[name] === wanted[name]) score += 2;
    else if (features[name] !== undefined) score -= 3;
  }
  for (const name of namesOf(features)) if (wanted[name] === undefined) score -= 1;
  return score;
}
