import type { Features } from './analysis.ts';

/**
 * The same features, frozen, with all names, absent ones as `undefined`: every word's features then are of one shape, and what
 * reads them, for nearly every token in nearly every rule, finds each in its place without a look-up. `namesOf` tells those that
 * are there.
 */
export function makeFeatures(given: Features): Features {
  return Object.freeze({
    animacy: given.animacy,
    aspect: given.aspect,
    case: given.case,
    degree: given.degree,
    gender: given.gender,
    mood: given.mood,
    number: given.number,
    person: given.person,
    tense: given.tense,
    variant: given.variant,
    verbForm: given.verbForm,
    voice: given.voice,
  }) as Features;
}

/** Of what has none, in the same shape. */
export const noFeatures: Features = makeFeatures({});

/** «Case=Gen|Number=Sing» → those of the features that the program asks for, in the order in which they are written. */
export function readFeatures(written: string): Features {
  const pairs = written
    .split('|')
    .map((pair) => pair.split('='))
    .map(([name = '', value]) => [name.charAt(0).toLowerCase() + name.slice(1), value] as const);
  return Object.fromEntries(pairs.filter(([name]) => name in noFeatures)) as Features;
}

/** The same for the same features, and for no others. */
export function keyOfFeatures(it: Features): string {
  const declined = `${it.case} ${it.number} ${it.gender} ${it.animacy} ${it.degree} ${it.variant}`;
  return `${declined} ${it.verbForm} ${it.tense} ${it.aspect} ${it.voice} ${it.mood} ${it.person}`;
}

/** Names of the features that a word has, in the order of Universal Dependencies where `makeFeatures` made them. */
export function namesOf(features: Features): readonly (keyof Features)[] {
  return (Object.keys(features) as (keyof Features)[]).filter((name) => features[name] !== undefined);
}
