import { instantiateKernel } from '../../instantiate-kernel.ts';
import { kernelBytes } from './kernel.data.ts';

/** Labels of a type, a plane of a row for each: O, B, I, L, U. */
export const planes = 5;

/** Tokens that are scored at once; a longer sentence is scored in pieces. */
export const mostRows = 256;

/** Most features of one token. */
const mostFeatures = 160;

/** Forms whose scores are kept, beside those that tell of `mostRows` tokens: most of the words of a thousand articles. */
export const mostForms = 32_000;

/** Rows of scores for one form: what it says of the tokens from two before it to two after it. */
const rowsOfForm = 5;

/** Forms that tell of `mostRows` tokens. */
export const mostTelling = mostRows + rowsOfForm - 1;

/**
 * The weights of a tagger's features, and the sums over them (`kernel.wat`), in one block of memory. A row has the scores of one
 * token: five planes of `lanes` numbers, a lane for each type. No sum leaves 16 bits: 160 features of 8 bits are two thirds of that.
 */
export interface ScoreTable {
  /** A multiple of eight. */
  readonly lanes: number;
  /** Numbers of a row. */
  readonly width: number;
  /** Weights of all features, to be filled: place in a row × 256 + weight, the weight in the low byte as an int8. */
  readonly runs: Uint16Array;
  /** Has a feature lead to the weights [start, start + length) of `runs`. */
  put(hash: number, start: number, length: number): void;
  /** Room for the features of `mostRows` tokens, row by row; 0 stands for none. */
  readonly features: Int32Array;
  /** The scores of at most `mostRows` tokens. */
  readonly scores: Int16Array;
  /** Room for the features of one form, a row for each place where it may stand from a token. */
  readonly formFeatures: Int32Array;
  /** Keeps what `formFeatures` (rows of `width` features) say, as the form of that number, below `mostForms` + `mostTelling`. */
  keepForm(form: number, width: number): void;
  /** The scores become what `forms`, by their numbers from two before the first on, say of `rows` tokens. */
  sumForms(forms: readonly number[], rows: number): void;
  /** The scores of so many tokens become 0. */
  clear(rows: number): void;
  /** Adds what `features` say to the scores of `rows` tokens, each row with `width` features. */
  addFeatures(width: number, rows: number): void;
  /** By lane: the most by which a label stands above its O in so many rows of scores; valid until the next call. */
  standOut(rows: number): Int16Array;
}

interface Kernel {
  sumForms(forms: number, rows: number, length: number, out: number): void;
  addFeatures(
    features: number,
    count: number,
    rows: number,
    length: number,
    out: number,
    present: number,
    slots: number,
    mask: number,
    runs: number,
    found: number,
  ): void;
  standOut(at: number, rows: number, lanes: number, out: number): void;
}

/** An empty table for at most so many `features` with so many `weights` in all, and `types` types. */
export function createScoreTable(size: { features: number; weights: number; types: number }): ScoreTable {
  const lanes = Math.max(8, (size.types + 7) & ~7);
  const width = lanes * planes;
  const slotCount = slotsFor(size.features);
  const mask = slotCount - 1;
  let top = 0;
  const reserve = (bytes: number): number => {
    const at = top;
    top += (bytes + 15) & ~15;
    return at;
  };
  const present = reserve(presentWords * 4);
  const features = reserve(mostRows * mostFeatures * 4);
  const scores = reserve(mostRows * width * 2);
  const places = reserve(mostTelling * 4);
  const formFeatures = reserve(rowsOfForm * mostFeatures * 4);
  const found = reserve((mostFeatures + 1) * 4);
  const out = reserve(lanes * 2);
  const formBytes = rowsOfForm * width * 2;
  const forms = reserve((mostForms + mostTelling) * formBytes);
  const slots = reserve(slotCount * 8);
  // The kernel touches the place behind the last.
  const runs = reserve(size.weights * 2 + 2);
  const pages = Math.ceil(top / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernel = instantiateKernel<Kernel>(kernelBytes, 'tagger', memory);
  const words = new Int32Array(memory.buffer);
  const halves = new Int16Array(memory.buffer);
  const add = (from: number, count: number, rows: number, to: number): void => {
    if (count > mostFeatures) throw new RangeError(`a token has ${count} features: raise mostFeatures`);
    kernel.addFeatures(from, count, rows, width * 2, to, present, slots, mask, runs, found);
  };
  return {
    lanes,
    width,
    runs: new Uint16Array(memory.buffer, runs, size.weights),
    put: (hash, start, length) => {
      let slot = hash & mask;
      while (words[slots / 4 + slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      const word = present / 4 + (hash >>> 15);
      words[word] = (words[word] ?? 0) | (1 << (hash >>> 10));
      words[slots / 4 + slot * 2] = hash;
      words[slots / 4 + slot * 2 + 1] = start * 256 + length;
    },
    features: words.subarray(features / 4, features / 4 + mostRows * mostFeatures),
    scores: halves.subarray(scores / 2, scores / 2 + mostRows * width),
    formFeatures: words.subarray(formFeatures / 4, formFeatures / 4 + rowsOfForm * mostFeatures),
    keepForm: (form, count) => {
      const at = forms + form * formBytes;
      halves.fill(0, at / 2, (at + formBytes) / 2);
      add(formFeatures, count, rowsOfForm, at);
    },
    sumForms: (of, rows) => {
      for (let i = 0; i < rows + rowsOfForm - 1; i++) words[places / 4 + i] = forms + (of[i] ?? 0) * formBytes;
      kernel.sumForms(places, rows, width * 2, scores);
    },
    clear: (rows) => void halves.fill(0, scores / 2, scores / 2 + rows * width),
    addFeatures: (count, rows) => add(features, count, rows, scores),
    standOut: (rows) => {
      kernel.standOut(scores, rows, lanes * 2, out);
      return halves.subarray(out / 2, out / 2 + lanes);
    },
  };
}

/** One bit for each value of a hash's first 22 bits: most hashes of a text lead to nothing. */
const presentWords = 1 << 17;

function slotsFor(features: number): number {
  let count = 1024;
  while (count < features * 1.6) count *= 2;
  return count;
}
