import type { RawToken } from '../find-tokens.ts';
import { hashText } from '../mentions/hash.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
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
  let isFirst = true;
  tokens.forEach((token, i) => {
    floats.set(vectorOf(syntax, token, analyses[i] ?? [], isFirst), room.x + i * size);
    if (token.kind === 'word' || token.kind === 'number') isFirst = false;
  });
  floats.fill(0, room.normal, room.normal + size);
  floats.fill(0, room.normal + (tokens.length + 1) * size, room.normal + (tokens.length + 2) * size);
  for (const layer of syntax.layers) {
    normalise(floats, room.x, room.normal + size, tokens.length, layer.gain);
    addLayer(syntax, layer, tokens.length);
  }
  normalise(floats, room.x, room.normal + size, tokens.length, syntax.gainOutput);
}

const mostSeen = 20_000;
const rows = new Int32Array(largestFeatureCount);

function vectorOf(syntax: Syntax, token: RawToken, analyses: readonly WordAnalysis[], isFirst: boolean): Float32Array {
  const key = isFirst ? `^${token.text}` : token.text;
  const found = syntax.seen.get(key);
  if (found) return found;
  if (syntax.seen.size >= mostSeen) syntax.seen.clear();
  const vector = Float32Array.from(syntax.suit);
  const count = featuresOf(syntax.rows, syntax.tagCount, token, analyses, isFirst, rows);
  for (let i = 0; i < count; i++) addRow(vector, syntax.features, syntax.featuresScale, rows[i] ?? 0);
  let word = findWord(syntax.wordHashes, hashText(token.norm));
  if (word < 0) word = findWord(syntax.wordHashes, hashText(analyses[0]?.lemma ?? ''));
  if (word >= 0) addRow(vector, syntax.words, syntax.wordsScale, word);
  normalise(vector, 0, 0, 1, syntax.gainInput);
  syntax.seen.set(key, vector);
  return vector;
}

function addRow(vector: Float32Array, table: Int8Array, scales: Float32Array, row: number): void {
  const scale = scales[row] ?? 0;
  const at = row * vector.length;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) + scale * (table[at + i] ?? 0);
}

/** Index of the hash among hashes in ascending order, or -1. */
function findWord(hashes: Int32Array, hash: number): number {
  const signed = hash | 0;
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = hashes[middle] ?? 0;
    if (value === signed) return middle;
    if (value < signed) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Each row divided by the root of the mean of its squares (Zhang & Sennrich 2019), times the gain. */
function normalise(floats: Float32Array, from: number, to: number, count: number, gain: Float32Array): void {
  const size = gain.length;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (floats[from + i * size + k] ?? 0) ** 2;
    const factor = 1 / Math.sqrt(sum / size + 1e-5);
    for (let k = 0; k < size; k++) {
      floats[to + i * size + k] = (floats[from + i * size + k] ?? 0) * factor * (gain[k] ?? 0);
    }
  }
}

function addLayer(syntax: Syntax, layer: Layer, count: number): void {
  const { heap, size } = syntax;
  const { room, floats } = heap;
  if (layer.kind === 'window') {
    // rows of three neighbours lie behind one another: the window is one product with rows three times as long
    heap.take(room.normal, size, count, 3 * size);
    heap.multiply(layer.weights, room.a);
    for (let i = 0; i < count * size; i++) {
      const value = floats[room.a + i] ?? 0;
      if (value > 0) floats[room.x + i] = (floats[room.x + i] ?? 0) + value;
    }
    return;
  }
  heap.take(room.normal + size, size, count, size);
  heap.multiply(layer.state, room.a);
  heap.multiply(layer.forget, room.b);
  recur(floats, room, count, size, 0, size / 2, 1);
  recur(floats, room, count, size, size / 2, size, -1);
}

/** h[t] = f[t] h[t-1] + (1 - f[t]) s[t], and x[t] += tanh h[t], over the columns [from, to) and the tokens in one direction. */
function recur(
  floats: Float32Array,
  room: Syntax['heap']['room'],
  count: number,
  size: number,
  from: number,
  to: number,
  direction: 1 | -1,
): void {
  const { a, b, x } = room;
  memory.fill(0);
  for (let step = 0; step < count; step++) {
    const row = (direction === 1 ? step : count - 1 - step) * size;
    for (let k = from; k < to; k++) {
      const i = row + k;
      const forget = lookUp(sigmoids, floats[b + i] ?? 0);
      const state = floats[a + i] ?? 0;
      const h = state + forget * ((memory[k] ?? 0) - state);
      memory[k] = h;
      floats[x + i] = (floats[x + i] ?? 0) + lookUp(tangents, h);
    }
  }
}

const memory = new Float32Array(1024);

/** Values of a function that is flat outside [-8, 8), 256 to the unit: exact to 0.001 and ten times as fast as `Math`. */
const sigmoids = tabulate((value) => 1 / (1 + Math.exp(-value)));
const tangents = tabulate(Math.tanh);

function tabulate(of: (value: number) => number): Float32Array {
  return Float32Array.from({ length: 4096 }, (_, i) => of((i - 2048) / 256));
}

function lookUp(table: Float32Array, value: number): number {
  const at = (value * 256 + 2048.5) | 0;
  return table[at < 0 ? 0 : at > 4095 ? 4095 : at] ?? 0;
}
