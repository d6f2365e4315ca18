import { hashText } from '../../hash-text.ts';

/**
 * Layout of `models/ru-morphology.bin`: the magic, the length of a JSON header (uint32), the header, then sections, each
 * starting at a multiple of four bytes. All numbers are little-endian.
 */
export const magic = 'SVMORPH2';

/** Sections in the order of the file, with the size of their numbers in bytes. */
export const sections = [
  /** Word graph of the stems: first edge of each node, the highest bit where a stem ends. */
  { name: 'graphNodes', size: 4 },
  /** Target node << 8 | label (1 + index in the alphabet). */
  { name: 'graphEdges', size: 4 },
  /** Stems of the node before those through the edge. */
  { name: 'graphCounts', size: 4 },
  /** For each stem number, the start of its paradigms; one more entry than stems. */
  { name: 'stemStarts', size: 4 },
  { name: 'stemParadigms', size: 2 },
  /** For each of them, 16 * log2(1 + how often the word was seen in annotated texts). */
  { name: 'stemWeights', size: 1 },
  /** For each paradigm, its first form; one more entry than paradigms. */
  { name: 'paradigmStarts', size: 4 },
  /** For each form: ending (index in `endings`), reading (index in the header), form of the paradigm that is its lemma. */
  { name: 'formEndings', size: 2 },
  { name: 'formReadings', size: 2 },
  { name: 'formLemmas', size: 2 },
  /** Table from a hash of a word to the start of its shares: (hash, start) pairs in order of the hash. */
  { name: 'shareHashes', size: 4 },
  { name: 'shareStarts', size: 4 },
  /** Tag and its share in 1/255. */
  { name: 'shareTags', size: 2 },
  { name: 'shareWeights', size: 1 },
  /** Word endings for guessing, by hash in ascending order, with the start of their patterns. */
  { name: 'guessHashes', size: 4 },
  { name: 'guessStarts', size: 4 },
  /** Pattern: paradigm, ending, logarithm of how many dictionary words follow it. */
  { name: 'guessParadigms', size: 2 },
  { name: 'guessEndings', size: 2 },
  { name: 'guessWeights', size: 1 },
] as const;

export type SectionName = (typeof sections)[number]['name'];

/** Where a section lies, in bytes from the start of the file and in numbers. */
export interface Section {
  readonly start: number;
  readonly length: number;
}

export interface FileHeader {
  /** Letters that stems are made of; the label of a letter is its index + 1. */
  readonly alphabet: string;
  /** What stands around the stem: «по|ее», «|ами»; prefix and suffix. */
  readonly endings: readonly string[];
  /** Part of speech and features, in the order of their ids. */
  readonly tags: readonly { readonly pos: string; readonly features: Readonly<Record<string, string>> }[];
  /** Distinct (tag, flags, weight in 1/100). */
  readonly readings: readonly (readonly [tag: number, flags: number, weight: number])[];
  /** Relative frequency of each tag, in parts of a million. */
  readonly tagFrequencies: readonly number[];
  readonly sections: Readonly<Record<SectionName, Section>>;
}

/** The key of shares and guessing: `hashText` without a sign. */
export function hashOf(text: string): number {
  return hashText(text) >>> 0;
}
