import { createRows, type Rows } from '../../rows.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { noBundle, readBundle, type Bundle } from './bundle.ts';
import { agreementOf } from './choose-lemma.ts';
import { readNetFile, type NetArrays } from './read-net-file.ts';
import { createHeap, longestRun, mostSeen, type Heap, type Matrix } from './heap.ts';
import { allowsBundle, traitsOf, type RankedBundle } from './rank-bundles.ts';
import { regularTags } from './regular-tags.ts';
import { rememberFits, type TagFit } from './tag-fits.ts';
import { featureRows, type FeatureRows } from './token-features.ts';

/** One layer over the rows of a sentence: a window of three tokens, or a recurrence in both directions. `gain`: offset on the heap. */
export type Layer =
  | { readonly kind: 'window'; readonly gain: number; readonly weights: Matrix }
  | { readonly kind: 'recurrence'; readonly gain: number; readonly state: Matrix; readonly forget: Matrix };

/** The first layer, a window of three tokens: what it makes of a token that stands before another, is it, and stands after it. */
export interface FirstLayer {
  readonly gain: number;
  readonly before: Matrix;
  readonly here: Matrix;
  readonly after: Matrix;
}

/** The net that tags and parses, with what it needs of the dictionary. Holds buffers that a call of `parseSentence` uses up. */
export interface Syntax {
  readonly morphology: Morphology;
  readonly rows: FeatureRows;
  readonly tagCount: number;
  readonly bundles: readonly Bundle[];
  /** Of each bundle the ranking where no other is near it. */
  readonly alone: readonly (readonly RankedBundle[])[];
  /** See `traitsOf`. */
  readonly traits: Uint8Array;
  /** `allowsBundle` and `agreementOf`, remembered. */
  readonly allows: TagFit;
  readonly agreement: TagFit;
  /** The same and those of `regularTags`, by «NUM Case=Gen|NumType=Card». */
  readonly bundleOf: ReadonlyMap<string, Bundle>;
  readonly relations: readonly string[];
  /** Length of the vector of a token. */
  readonly size: number;
  readonly wordHashes: Int32Array;
  /** Rows for `heap.addRow`, as those of the features. */
  readonly words: Int32Array;
  readonly wordsScale: Float32Array;
  readonly features: Int32Array;
  readonly featuresScale: Float32Array;
  /** Vector of the treebank whose conventions the net is to follow. */
  readonly suit: Float32Array;
  readonly gainInput: Float32Array;
  /** Offset on the heap. */
  readonly gainOutput: number;
  readonly first: FirstLayer;
  /** Those after it. */
  readonly layers: readonly Layer[];
  readonly heap: Heap;
  readonly arcDependent: Matrix;
  readonly arcHead: Matrix;
  readonly arcProduct: Matrix;
  /** Distance buckets, then one column for the root. */
  readonly arcDistance: Matrix;
  readonly labelDependent: Matrix;
  readonly labelHead: Matrix;
  readonly labelRoot: Float32Array;
  readonly labelOut: Matrix;
  readonly tagHidden: Matrix;
  readonly tagOut: Matrix;
  /** Weights of `attachPunctuation`. */
  readonly punctuation: Float32Array;
  /** Rows of tokens that have been seen, by their text; in `heap.room.seen` they stand behind the first, which is of zeros. */
  readonly seen: Rows;
  /** `hintsOf` each of them, by row. */
  readonly seenHints: Uint8Array;
}

interface Header {
  readonly layers: readonly string[];
  readonly tags: readonly string[];
  readonly bundles: readonly string[];
  readonly relations: readonly string[];
}

/**
 * The bytes of `models/ru-syntax.bin` (written by `training/syntax/train.py`: magic, length of a JSON header, header, arrays)
 * → the net. Throws where the bytes are not such a file.
 */
export function readSyntax(bytes: Uint8Array, morphology: Morphology): Syntax {
  const { header, arrays } = readNetFile<Header>(bytes, 'ru-syntax.bin', 'SVSYNTX1');
  const heap = createHeap(Math.max(header.relations.length, header.bundles.length), arrays.floats('suit').length);
  const plain = (name: string, bias?: string): Matrix =>
    heap.add(arrays.floats(name), arrays.columns(name), bias === undefined ? null : arrays.floats(bias));
  const bundles = header.bundles.map(readBundle);
  const bundleOf = new Map(header.bundles.map((line, i) => [line, bundles[i] ?? noBundle]));
  for (const line of regularTags()) if (!bundleOf.has(line)) bundleOf.set(line, readBundle(line, bundleOf.size));
  return {
    morphology,
    rows: featureRows(morphology, header.tags),
    tagCount: header.tags.length,
    bundles,
    alone: bundles.map((bundle) => [{ bundle, score: 0 }]),
    traits: traitsOf(morphology.tags),
    allows: rememberFits(morphology.tags, bundleOf.size, allowsBundle),
    agreement: rememberFits(morphology.tags, bundleOf.size, agreementOf),
    bundleOf,
    relations: header.relations,
    size: arrays.floats('suit').length,
    wordHashes: arrays.integers('wordHashes'),
    words: arrays.bytesByFour('words'),
    wordsScale: arrays.floats('wordsScale'),
    features: arrays.bytesByFour('features'),
    featuresScale: arrays.floats('featuresScale'),
    suit: arrays.floats('suit'),
    gainInput: arrays.floats('gainInput'),
    gainOutput: heap.keep(arrays.floats('gainOutput')),
    first: readFirstLayer(header, arrays, heap),
    layers: header.layers.slice(1).map((kind, before): Layer => {
      const i = before + 1;
      const gain = heap.keep(arrays.floats(`gain${i}`));
      return kind === 'c'
        ? { kind: 'window', gain, weights: plain(`window${i}`, `windowBias${i}`) }
        : {
            kind: 'recurrence',
            gain,
            state: plain(`state${i}`, `stateBias${i}`),
            forget: plain(`forget${i}`, `forgetBias${i}`),
          };
    }),
    heap,
    arcDependent: plain('arcDependent'),
    arcHead: plain('arcHead'),
    arcProduct: plain('arcProduct', 'arcHeadBias'),
    arcDistance: heap.add(
      ...distanceMatrix(arrays.floats('arcDistance'), arrays.floats('arcDistanceBias'), arrays.floats('arcRoot')),
    ),
    labelDependent: plain('labelDependent', 'labelBias'),
    labelHead: plain('labelHead'),
    labelRoot: arrays.floats('labelRoot'),
    labelOut: plain('labelOut', 'labelOutBias'),
    tagHidden: plain('tagHidden', 'tagHiddenBias'),
    tagOut: plain('tagOut', 'tagOutBias'),
    punctuation: arrays.floats('punctuation'),
    seen: createRows(mostSeen, longestRun),
    seenHints: new Uint8Array(1 + mostSeen + longestRun),
  };
}

function readFirstLayer(header: Header, arrays: NetArrays, heap: Heap): FirstLayer {
  if (header.layers[0] !== 'c') throw new Error('the net of ru-syntax.bin does not begin with a window: rebuild it');
  const weights = arrays.floats('window0');
  const columns = arrays.columns('window0');
  const third = weights.length / 3;
  const part = (i: number, bias: Float32Array | null): Matrix =>
    heap.add(weights.subarray(i * third, (i + 1) * third), columns, bias);
  return {
    gain: heap.keep(arrays.floats('gain0')),
    before: part(0, null),
    here: part(1, arrays.floats('windowBias0')),
    after: part(2, null),
  };
}

/** Rows by bucket → one column for each bucket and a last one for the root. */
function distanceMatrix(
  rows: Float32Array,
  bias: Float32Array,
  root: Float32Array,
): [Float32Array, number, Float32Array] {
  const columns = bias.length + 1;
  const inputs = root.length;
  const matrix = new Float32Array(inputs * columns);
  for (let i = 0; i < inputs; i++) {
    for (let k = 0; k < bias.length; k++) matrix[i * columns + k] = rows[k * inputs + i] ?? 0;
    matrix[i * columns + columns - 1] = root[i] ?? 0;
  }
  return [matrix, columns, Float32Array.from([...bias, 0])];
}
