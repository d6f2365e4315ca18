import { namesOf } from '../../features.ts';
import { hashText } from '../../hash-text.ts';
import { wordFlags, type Morphology, type Tag, type WordAnalysis } from '../morphology/word-analysis.ts';

/** What of a token the net is given, apart from the vector of the word: rows of one table, by region. */
export interface FeatureRows {
  /** Row of a tag of the dictionary, by its id in `Morphology.tags`; 0 where the net has not seen it. */
  readonly tagRows: Int32Array;
  /** Hash of what the tag says, by its id. */
  readonly tagHashes: Int32Array;
}

/** Most features of one token. */
export const largestFeatureCount = 28;

/** Buckets of each region that is hashed; row 0 of the table stands for nothing. */
const regions = {
  form: 4096,
  suffix2: 512,
  suffix3: 2048,
  suffix4: 4096,
  prefix3: 1024,
  shape: 32,
  ambiguity: 1024,
  flags: 16,
} as const;

/** First row of each region: one behind the other in their order. */
const starts = startsOf(regions);

function startsOf<Name extends string>(sizes: Readonly<Record<Name, number>>): Readonly<Record<Name, number>> {
  let next = 1;
  const rows = Object.entries<number>(sizes).map(([name, size]) => {
    const start = next;
    next += size;
    return [name, start] as const;
  });
  return Object.fromEntries(rows) as Record<Name, number>;
}

/** First row of the tags; after them the same tags once more, as the likeliest reading of the form. */
export const firstTagRow = starts.flags + regions.flags;

const mostTags = 12;
const unknownWord = 12;

/** «NOUN|animacy=Anim|case=Gen|…»: the same for equal tags, whatever their id in the file of the day. */
export function tagKey(tag: Tag): string {
  const features = namesOf(tag.features).map((name) => `${name}=${tag.features[name]}`);
  return [tag.pos, ...features.toSorted()].join('|');
}

/** `tags` are those that the net knows, in the order of its rows. */
export function featureRows(morphology: Morphology, tags: readonly string[]): FeatureRows {
  const rows = new Map(tags.map((key, i) => [key, firstTagRow + i]));
  return {
    tagRows: Int32Array.from(morphology.tags, (tag) => rows.get(tagKey(tag)) ?? 0),
    tagHashes: Int32Array.from(morphology.tags, (tag) => hashText(tagKey(tag))),
  };
}

/**
 * Writes the features of a token into `out` (room for `largestFeatureCount`) and returns how many there are. `isFirst`: the
 * first word of its sentence, whose capital says nothing.
 */
export function featuresOf(
  rows: FeatureRows,
  tagCount: number,
  token: { readonly text: string; readonly norm: string },
  analyses: readonly WordAnalysis[],
  isFirst: boolean,
  out: Int32Array,
): number {
  const { norm } = token;
  let n = 0;
  out[n++] = starts.form + bucket(hashText(norm), regions.form);
  out[n++] = starts.suffix2 + bucket(suffixHash(norm, 2), regions.suffix2);
  out[n++] = starts.suffix3 + bucket(suffixHash(norm, 3), regions.suffix3);
  out[n++] = starts.suffix4 + bucket(suffixHash(norm, 4), regions.suffix4);
  out[n++] = starts.prefix3 + bucket(prefixHash(norm, 3), regions.prefix3);
  out[n++] = starts.shape + 2 * shapeOf(token.text) + (isFirst ? 1 : 0);
  let ambiguity = 0;
  let flags = analyses[0]?.isKnown === true ? 0 : 1 << unknownWord;
  const from = n;
  for (const analysis of analyses) {
    flags |= analysis.flags;
    const row = rows.tagRows[analysis.tag] ?? 0;
    if (row === 0 || n - from >= mostTags || contains(out, row, from, n)) continue;
    out[n++] = row;
    ambiguity ^= rows.tagHashes[analysis.tag] ?? 0;
  }
  const best = rows.tagRows[analyses[0]?.tag ?? 0] ?? 0;
  if (best !== 0) out[n++] = best + tagCount;
  out[n++] = starts.ambiguity + bucket(ambiguity, regions.ambiguity);
  for (let bit = 0; bit <= unknownWord; bit++) {
    if ((flags & (1 << bit)) !== 0 && n < largestFeatureCount) out[n++] = starts.flags + bit;
  }
  return n;
}

/** Flags that the net is given fit into the region: a new flag of the dictionary needs a bit above `unknownWord`. */
if (Object.values(wordFlags).some((flag) => flag >= 1 << unknownWord)) {
  throw new Error('wordFlags have grown into the bit of unknown words; raise `unknownWord` and train the net again');
}

function contains(values: Int32Array, value: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (values[i] === value) return true;
  return false;
}

/** Spreads the hash before the remainder is taken, as the low bits of FNV alone are poor. */
function bucket(hash: number, size: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) & (size - 1);
}

function suffixHash(text: string, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, text.length - length); i < text.length; i++) hash = step(hash, text, i);
  return hash;
}

function prefixHash(text: string, length: number): number {
  let hash = 0x2c1b3c6d;
  for (let i = 0; i < Math.min(length, text.length); i++) hash = step(hash, text, i);
  return hash;
}

function step(hash: number, text: string, i: number): number {
  return Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
}

/** One of 16: «слово», «Слово», «МИД», «А.», «МинОбр», «2014», «Су-30», «,», … */
function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (isLetter(code)) {
      letters++;
      if (code < 0x250) latin++;
      if (isCapital(code)) capitals++;
    }
  }
  if (letters === 0) return digits === 0 ? 0 : digits === text.length ? (digits === 4 ? 1 : 2) : 3;
  if (digits > 0) return digits > letters ? 4 : 5;
  const isAbbreviation = text.length > 1 && text.endsWith('.');
  if (latin === letters) return capitals === 0 ? 6 : 7;
  if (!isCapital(first)) return capitals > 0 ? 8 : isAbbreviation ? 9 : 10;
  if (letters === 1) return isAbbreviation ? 11 : 12;
  if (capitals === letters) return 13;
  return capitals === 1 ? 14 : 15;
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x400 && code <= 0x52f) || ((code | 32) >= 0x61 && (code | 32) <= 0x7a) || (code >= 0xc0 && code < 0x250)
  );
}

function isCapital(code: number): boolean {
  return (code >= 0x400 && code <= 0x42f) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
}
