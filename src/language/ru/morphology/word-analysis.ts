import type { Features, PartOfSpeech } from '../../analysis.ts';

/** A part of speech with features, as Universal Dependencies writes them. `id` is dense: the index in `Morphology.tags`. */
export interface Tag {
  readonly id: number;
  readonly pos: PartOfSpeech;
  readonly features: Features;
}

/** What the dictionary says of a word beyond its grammar, as bits of `WordAnalysis.flags`. */
export const wordFlags = {
  /** First name: «Игорь». */
  given: 1,
  /** Surname: «Захарова». */
  surname: 2,
  /** Patronymic: «Николаевич». */
  patronymic: 4,
  /** Place: «Россия», «Минск». */
  place: 8,
  /** Organisation: «ОДКБ», «Газпром». */
  organisation: 16,
  /** Abbreviation or acronym: «МИД», «г.». */
  abbreviation: 32,
  /** Does not change with case: «Шевченко», «МИД». */
  indeclinable: 64,
  /** Ordinal numeral, an adjective in Universal Dependencies: «первый». */
  ordinal: 128,
  /** Trade mark. */
  trademark: 256,
  /** Colloquial, archaic, distorted or otherwise rare form: «апрелевым». */
  rare: 512,
  /** Only the singular is usual. */
  singularOnly: 1024,
  /** Adjective or participle used as a noun: «военный», «раненый». */
  substantivised: 2048,
} as const;

/** One reading of a word form. Frozen; shared by all who ask for the same form. */
export interface WordAnalysis {
  /** Dictionary form, lower case, ё as е: infinitive for every verb form and participle. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly features: Features;
  /** The same part of speech and features as an index into `Morphology.tags`. */
  readonly tag: number;
  /** Bits of `wordFlags`. */
  readonly flags: number;
  /** Share of this reading among all of the form, without context; the scores of one form sum to 1. */
  readonly score: number;
  /** Whether the dictionary has the form; otherwise it is guessed. */
  readonly isKnown: boolean;
  /** Where the other forms are found: what comes before the stem, the stem, the paradigm and the place in it. */
  readonly prefix: string;
  readonly stem: string;
  readonly paradigm: number;
  readonly form: number;
}

/** The morphology of one language, read from its file. */
export interface Morphology {
  /** All tags that a word can get, by `id`. */
  readonly tags: readonly Tag[];
  /**
   * All readings of a word form, best first; case, ё, stress marks and soft hyphens do not matter, but a word with a capital
   * («Россия») gets names first. Never empty: an unknown word is guessed, a number or punctuation gets its one reading.
   */
  analyse(word: string): readonly WordAnalysis[];
  /**
   * The form of the same word with the target's features; those that the target leaves out stay as they are. Lower case,
   * with ё where the dictionary has it; `null` where the word has no such form. An indeclinable word gives itself.
   */
  inflect(analysis: WordAnalysis, target: Features): string | null;
}
