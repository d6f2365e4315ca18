import type { Features } from './analysis.ts';

/**
 * The same features, frozen, with all names, absent ones as `undefined`: every word's features then are of one shape, and what
 * reads them, for nearly every token in nearly every rule, finds each in its place without a look-up. `namesOf` tells those that
 * are there.
 */
export function makeFeatures(given: Features): Features {
  return Object.freeze({
    case: given.case,
    number: given.number,
    gender: given.gender,
    animacy: given.animacy,
    tense: given.tense,
    aspect: given.aspect,
    mood: given.mood,
    voice: given.voice,
    person: given.person,
    verbForm: given.verbForm,
    degree: given.degree,
    variant: given.variant,
  }) as Features;
}

/** Names of the features that a word has. */
export function namesOf(features: Features): readonly (keyof Features)[] {
  return (Object.keys(features) as (keyof Features)[]).filter((name) => features[name] !== undefined);
}
