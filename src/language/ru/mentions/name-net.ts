import { findRow } from '../../hash-text.ts';
import { createScratch } from '../../scratch.ts';
import { createHeap, longestRun } from '../syntax/heap.ts';
import type { Heap, Matrix } from '../syntax/heap.ts';
import { readNetFile } from '../syntax/read-net-file.ts';
import type { Chain, Run } from './decode-chain.ts';
import { countLabels, decodeChain } from './decode-chain.ts';
import type { TaggedSpan } from './tag-spans.ts';
import type { Cell } from './tagger-features.ts';
import type { WordForm } from './word-forms.ts';

/**
 * A net that finds people, places and organisations by the words beside them alone. What it finds is heard by the flat head.
 * Holds buffers that a call of `findNames` uses up.
 */
export interface NameNet {
  readonly heap: Heap;
  /** Each makes the vector of a token out of those of three; of what comes out the part above 0 stays. */
  readonly layers: readonly Matrix[];
  /**
   * Hashes of the forms that have a code, ascending, and the codes, one row after the other: numbers of four bits, the first of two
   * in the lower ones.
   */
  readonly hashes: Int32Array;
  readonly codes: Int8Array;
  /** What stands in the place of a code where a form has none. */
  readonly unknown: Float32Array;
  /** Hashes of shapes, ascending, and a row of numbers for each, which stand behind the code of a token. */
  readonly shapes: Int32Array;
  readonly shape: Float32Array;
  readonly out: Matrix;
  readonly chain: Chain;
}

/** Longest vector of a token. */
const widest = 256;

/** The bytes of `models/ru-name-net.bin` (written by `training/mentions/distil-names.py`) → the net. Throws where they are not such a file. */
export function readNameNet(bytes: Uint8Array): NameNet {
  const { header, arrays } = readNetFile<{ readonly layers: number; readonly types: readonly string[] }>(
    bytes,
    'ru-name-net.bin',
    'SVNAMES2',
  );
  const heap = createHeap(longestRun, widest, 0);
  const add = (name: string, bias: string): Matrix =>
    heap.add(arrays.floats(name), arrays.columns(name), arrays.floats(bias));
  const labels = countLabels(header.types.length);
  const nothing = new Float32Array(labels);
  return {
    heap,
    layers: Array.from({ length: header.layers }, (_, i) => add(`window${i}`, `windowBias${i}`)),
    hashes: arrays.integers('hashes'),
    codes: arrays.bytes('codes'),
    unknown: arrays.floats('unknown'),
    shapes: arrays.integers('shapes'),
    shape: arrays.floats('shape'),
    out: add('out', 'outBias'),
    chain: {
      types: header.types,
      labels,
      transitions: arrays.floats('transitions'),
      first: nothing,
      last: nothing,
    },
  };
}

/** The head that the finds of the net are said to come from. */
const netName = 'net';

/** Runs of tokens that the net takes for a name; their types are PER, LOC and ORG. */
export function findNames(net: NameNet, sentences: readonly (readonly Cell[])[]): readonly TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (const [sentence, row] of sentences.entries()) {
    for (let start = 0; start < row.length; start += longestRun) {
      for (const { from, to, type } of findInRun(net, row.slice(start, start + longestRun))) {
        spans.push({ sentence, from: start + from, to: start + to, type, head: netName });
      }
    }
  }
  return spans;
}

/** A layer has up to 768 inputs: with 11 bits for each and 12 for a weight no sum leaves 32 bits. */
const levels = 1023;

const room = { scores: createScratch((length) => new Float32Array(length)) };

/** What is found in at most `longestRun` tokens. */
function findInRun(net: NameNet, row: readonly Cell[]): readonly Run[] {
  const { heap, out, chain } = net;
  const { floats } = heap;
  const { a, b, normal } = heap.room;
  const count = row.length;
  for (const [i, layer] of net.layers.entries()) {
    const size = layer.inputs / 3;
    const first = normal + size;
    if (i === 0) for (const [k, { form }] of row.entries()) writeVector(net, form, first + k * size, size);
    else floats.copyWithin(first, a, a + count * size);
    // zeros before the first token and behind the last
    floats.fill(0, normal, first);
    floats.fill(0, first + count * size, first + (count + 1) * size);
    // rows of three neighbours lie behind one another
    heap.take(normal, size, count, layer.inputs, levels);
    heap.multiply(layer, a);
    heap.rectify(a, count * layer.columns);
  }
  heap.take(a, out.inputs, count, out.inputs, levels);
  heap.multiply(out, b);
  const scores = room.scores(count * chain.labels);
  for (let i = 0; i < count; i++) {
    const from = b + i * out.columns;
    scores.set(floats.subarray(from, from + chain.labels), i * chain.labels);
  }
  return decodeChain(chain, scores, count);
}

/** What a form is without its context: its code, then its shape. */
function writeVector(
  { heap, hashes, codes, unknown, shapes, shape }: NameNet,
  form: WordForm,
  at: number,
  size: number,
): void {
  const { floats } = heap;
  const length = unknown.length;
  const known = findRow(hashes, form.form);
  if (known < 0) floats.set(unknown, at);
  else {
    for (let k = 0; k < length; k += 2) {
      const two = codes[(known * length + k) / 2] ?? 0;
      floats[at + k] = (two << 28) >> 28;
      floats[at + k + 1] = two >> 4;
    }
  }
  const own = findRow(shapes, form.shape);
  if (own < 0) floats.fill(0, at + length, at + size);
  else floats.set(shape.subarray(own * (size - length), (own + 1) * (size - length)), at + length);
}
