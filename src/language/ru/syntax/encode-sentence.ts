import { findRow, hashText } from '../../hash-text.ts';
import type { RawToken } from '../find-tokens.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import type { Heap, Matrix } from './heap.ts';
import { hintsOf } from './rank-bundles.ts';
import type { Layer, Syntax } from './read-syntax.ts';
import { featuresOf, largestFeatureCount } from './token-features.ts';

/**
 * Fills `heap.room.normal` (from its second row on) with one vector for each token, in the context of all others: the sum of
 * the rows of its features and of its word, then the layers, each added to what went in.
 */
export function encodeSentence(
  syntax: Syntax,
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
): void {
  const { heap, size } = syntax;
  const { room, floats } = heap;
  const count = tokens.length;
  placeTokens(syntax, tokens, analyses);
  heap.joinSeen(count, size);
  floats.fill(0, room.normal, room.normal + size);
  floats.fill(0, room.normal + (count + 1) * size, room.normal + (count + 2) * size);
  for (const layer of syntax.layers) {
    heap.normalise(room.x, room.normal + size, count, size, layer.gain);
    addLayer(syntax, layer, count);
  }
  heap.normalise(room.x, room.normal + size, count, size, syntax.gainOutput);
}

/** Fills `heap.neighbours`; tokens that have not been seen lately get a row of their own. */
function placeTokens(
  syntax: Syntax,
  tokens: readonly RawToken[],
  analyses: readonly (readonly WordAnalysis[])[],
): void {
  const { heap, seen } = syntax;
  const fresh: number[] = [];
  heap.neighbours[0] = edge;
  let isFirst = true;
  tokens.forEach((token, i) => {
    const key = isFirst ? `^${token.text}` : token.text;
    const known = seen.find(key);
    const row = firstSeen + (known ?? seen.give(key));
    if (known === undefined) {
      const own = analyses[i] ?? [];
      writeVector(syntax, token, own, isFirst, row);
      syntax.seenHints[row] = hintsOf(syntax.traits, own);
      fresh.push(row);
    }
    heap.neighbours[i + 1] = row;
    if (token.kind === 'word' || token.kind === 'number') isFirst = false;
  });
  heap.neighbours[tokens.length + 1] = edge;
  if (fresh.length > 0) addFirstLayer(syntax, fresh);
}

/** The row of zeros that stands before a sentence and behind it, and the first of those of tokens. */
const edge = 0;
const firstSeen = 1;

/** Beside the vectors in `fresh` rows, what the first layer makes of them: of a token it is the same in every sentence. */
function addFirstLayer({ heap, size, first }: Syntax, fresh: readonly number[]): void {
  const { room, floats } = heap;
  const multiply = (matrix: Matrix, to: number): void => {
    heap.multiply(matrix, room.a);
    fresh.forEach((row, k) => {
      const from = room.a + k * size;
      floats.copyWithin(to + row * size, from, from + size);
    });
  };
  fresh.forEach((row, k) => {
    heap.normalise(room.seen + row * size, room.normal + k * size, 1, size, first.gain);
  });
  heap.take(room.normal, size, fresh.length, size, fineLevels);
  multiply(first.before, room.seenBefore);
  multiply(first.here, room.seenHere);
  multiply(first.after, room.seenAfter);
}

/** 13 bits, one more than elsewhere: these products are made once a token, and sums over the vector of one have room for them. */
const fineLevels = 4095;

const rows = new Int32Array(largestFeatureCount);

/** Writes into a row of `heap.room.seen` what the token is without its context. */
function writeVector(
  syntax: Syntax,
  token: RawToken,
  analyses: readonly WordAnalysis[],
  isFirst: boolean,
  row: number,
): void {
  const { heap, size } = syntax;
  const at = heap.room.seen + row * size;
  const vector = heap.floats.subarray(at, at + size);
  vector.set(syntax.suit);
  const count = featuresOf(syntax.rows, syntax.tagCount, token, analyses, isFirst, rows);
  for (let i = 0; i < count; i++) addRow(heap, syntax.features, syntax.featuresScale, rows[i] ?? 0, at);
  let word = findRow(syntax.wordHashes, hashText(token.norm));
  if (word < 0) word = findRow(syntax.wordHashes, hashText(analyses[0]?.lemma ?? ''));
  if (word >= 0) addRow(heap, syntax.words, syntax.wordsScale, word, at);
  normalise(vector, syntax.gainInput);
}

function addRow(heap: Heap, table: Int32Array, scales: Float32Array, row: number, to: number): void {
  heap.addRow(table, row, scales[row] ?? 0, to);
}

/** The vector divided by the root of the mean of its squares (Zhang & Sennrich 2019), times the gain. */
function normalise(vector: Float32Array, gain: Float32Array): void {
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += (vector[k] ?? 0) * (vector[k] ?? 0);
  const factor = 1 / Math.sqrt(sum / vector.length + 1e-5);
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) * factor * (gain[k] ?? 0);
}

function addLayer({ heap, size }: Syntax, layer: Layer, count: number): void {
  const { room } = heap;
  if (layer.kind === 'window') {
    // rows of three neighbours lie behind one another: the window is one product with rows three times as long
    heap.take(room.normal, size, count, 3 * size);
    heap.multiply(layer.weights, room.a);
    heap.addPositive(room.a, room.x, count * size);
    return;
  }
  heap.take(room.normal + size, size, count, size);
  heap.multiply(layer.state, room.a);
  heap.multiply(layer.forget, room.b);
  heap.recur(count, size);
}
