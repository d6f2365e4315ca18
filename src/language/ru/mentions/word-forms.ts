import { hashPart, hashText } from '../../hash-text.ts';
import { remembering } from '../../memory.ts';
import type { Morphology, WordAnalysis } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { WordClusters } from './word-clusters.ts';

/** What the tagger knows of a word form by itself; made once a form. All numbers are hashes or small codes, never strings. */
export interface WordForm {
  readonly form: number;
  /** Hash of the lemma of the likeliest reading without context. */
  readonly lemma: number;
  /** Hash of its part of speech, case and number. */
  readonly tag: number;
  readonly isNoun: boolean;
  readonly isVerb: boolean;
  /** Name, surname, patronymic, place, organisation, abbreviation of any reading, and whether a reading is a common word. */
  readonly lexicon: number;
  readonly shape: number;
  /** Hashes of the first and last 1–5 letters; 0 where the word is shorter. */
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Clusters at three grains, coarse to fine; 0 where the vectors do not know the form. */
  readonly clusters: readonly [number, number, number];
  /** Bits of the gazetteers that have the lemma. */
  readonly gazetteer: number;
  /** The character of a single mark, else empty. */
  readonly mark: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
}

export interface WordForms {
  describe(text: string): WordForm;
}

/** Forms that are remembered: more than a tagger keeps scores of. */
const mostRemembered = 40_000;

/** Bit beside those of `wordFlags`: some dictionary reading is an ordinary word. */
const commonWord = 1 << 12;
const nameFlags =
  wordFlags.given |
  wordFlags.surname |
  wordFlags.patronymic |
  wordFlags.place |
  wordFlags.organisation |
  wordFlags.abbreviation;

/**
 * Describes word forms for the tagger. `gazetteer` gives the bits of a lemma (lower case, ё as е), 0 for an unknown one.
 * Remembers what it described.
 */
export function createWordForms(
  morphology: Morphology,
  clusters: WordClusters,
  gazetteer: (lemma: string) => number,
): WordForms {
  return { describe: remembering(mostRemembered, (text) => describeForm(text, morphology, clusters, gazetteer)) };
}

function describeForm(
  text: string,
  morphology: Morphology,
  clusters: WordClusters,
  gazetteer: (lemma: string) => number,
): WordForm {
  const norm = normalise(text);
  const isWord = /\p{L}/u.test(text);
  // A capital alone must not hide readings: «ПУТИНА» and «путина» are looked up alike.
  const readings = isWord ? morphology.analyse(text) : [];
  const best = readings[0];
  return {
    form: hashText(norm),
    lemma: hashText(best?.lemma ?? norm),
    tag: best ? hashText(best.pos + (best.features.case ?? '') + (best.features.number ?? '')) : 1,
    isNoun: best?.pos === 'NOUN' || best?.pos === 'PROPN',
    isVerb: best?.pos === 'VERB',
    lexicon: lexiconBits(readings),
    shape: hashText(shapeOf(text)),
    prefixes: affixLengths.map((length) => (norm.length > length ? hashPart(norm, 0, length) : 0)),
    suffixes: affixLengths.map((length) =>
      norm.length > length ? hashPart(norm, norm.length - length, norm.length) : 0,
    ),
    clusters: clusters.find(norm),
    gazetteer: readings.reduce((bits, reading) => bits | gazetteer(reading.lemma), gazetteer(norm)),
    mark: text.length === 1 && !isWord ? text : '',
    isWord,
    isCapital: /^\p{Lu}/u.test(text),
  };
}

function lexiconBits(readings: readonly WordAnalysis[]): number {
  let bits = 0;
  for (const reading of readings) {
    if (!reading.isKnown) continue;
    bits |= reading.flags & nameFlags;
    if ((reading.flags & nameFlags) === 0) bits |= commonWord;
  }
  return bits;
}

const affixLengths = [1, 2, 3, 4, 5] as const;

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\u0301\u00ad]/gu, '');
}

/** «Громов» → Xx, «МИД» → XX, «С-400» → X-d, «РосАтом» → XxXx, «г.» → x.; runs of one kind count once, two capitals stay two. */
function shapeOf(text: string): string {
  let shape = '';
  for (const char of text) {
    const kind = kindOf(char);
    if (kind === 'X' && shape.endsWith('XX')) continue;
    if (kind !== 'X' && shape.endsWith(kind)) continue;
    shape += kind;
  }
  return /\p{Script=Latin}/u.test(text) ? `L${shape}` : shape;
}

function kindOf(char: string): string {
  if (char >= 'а' && char <= 'я') return 'x';
  if (char >= 'А' && char <= 'Я') return 'X';
  return /\p{Lu}/u.test(char) ? 'X' : /\p{Ll}/u.test(char) ? 'x' : /\p{N}/u.test(char) ? 'd' : char;
}
