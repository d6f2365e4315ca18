import { findRow } from '../../hash-text.ts';
import { createRows, type Rows } from '../../rows.ts';
import { createHeap, longestRun, mostSeen } from '../syntax/heap.ts';
import type { Heap, Matrix } from '../syntax/heap.ts';
import { readNetFile } from '../syntax/read-net-file.ts';
import type { TaggedSpan } from './tag-spans.ts';
import type { Cell } from './tagger-features.ts';

/**
 * A net that says of each token whether it begins or goes on a person, a place or an organisation, from the words beside it
 * alone. What it finds is heard by the flat head. Holds buffers that a call of `findNames` uses up.
 */
export interface NameNet {
  readonly heap: Heap;
  /** Length of the vector of a token. */
  readonly size: number;
  /** Each sees three tokens and adds to the vector of the middle one. `gain`: offset on the heap. */
  readonly windows: readonly { readonly gain: number; readonly weights: Matrix }[];
  /** Offsets on the heap. */
  readonly gainInput: number;
  readonly gainOutput: number;
  /** «O», «B-PER», «I-PER»: one for each column of the output. */
  readonly tags: readonly string[];
  /** Hashes of the forms that have a code, ascending, and the codes, one row of numbers after the other. */
  readonly hashes: Int32Array;
  readonly codes: Int8Array;
  /** [numbers of a code][size] */
  readonly up: Float32Array;
  /** What stands in the place of a code where a form has none. */
  readonly unknown: Float32Array;
  /** Hashes of shapes, ascending, and a row of `size` for each. */
  readonly shapes: Int32Array;
  readonly shape: Float32Array;
  readonly out: Matrix;
  /** Rows in `heap.room.seen` of forms that have been seen, by their text. */
  readonly seen: Rows;
}

/** The bytes of `models/ru-name-net.bin` (written by `training/mentions/distil-names.py`) → the net. Throws where they are not such a file. */
export function readNameNet(bytes: Uint8Array): NameNet {
  const { header, arrays } = readNetFile<{ readonly layers: number; readonly tags: readonly string[] }>(
    bytes,
    'ru-name-net.bin',
    'SVNAMES1',
  );
  const size = arrays.columns('up');
  const heap = createHeap(longestRun, size);
  const add = (name: string, bias: string): Matrix =>
    heap.add(arrays.floats(name), arrays.columns(name), arrays.floats(bias));
  return {
    heap,
    size,
    windows: Array.from({ length: header.layers }, (_, i) => ({
      gain: heap.keep(arrays.floats(`gain${i}`)),
      weights: add(`window${i}`, `windowBias${i}`),
    })),
    gainInput: heap.keep(arrays.floats('gainInput')),
    gainOutput: heap.keep(arrays.floats('gainOutput')),
    tags: header.tags,
    hashes: arrays.integers('hashes'),
    codes: arrays.bytes('codes'),
    up: arrays.floats('up'),
    unknown: arrays.floats('unknown'),
    shapes: arrays.integers('shapes'),
    shape: arrays.floats('shape'),
    out: add('out', 'outBias'),
    seen: createRows(mostSeen, 1),
  };
}

/** The head that the finds of the net are said to come from. */
const netName = 'net';

/** Runs of tokens that the net takes for a name; their types are PER, LOC and ORG. */
export function findNames(net: NameNet, sentences: readonly (readonly Cell[])[]): readonly TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (const [sentence, row] of sentences.entries()) {
    for (let start = 0; start < row.length; start += longestRun) {
      const tags = tagRun(net, row.slice(start, start + longestRun));
      for (const { from, to, type } of runsOf(tags)) {
        spans.push({ sentence, from: start + from, to: start + to, type, head: netName });
      }
    }
  }
  return spans;
}

/** The likeliest tag of each of at most `longestRun` tokens. */
function tagRun(net: NameNet, row: readonly Cell[]): readonly string[] {
  const { heap, size, tags, out } = net;
  const { room, floats } = heap;
  const count = row.length;
  for (const [i, cell] of row.entries()) {
    const from = vectorOf(net, cell);
    floats.copyWithin(room.x + i * size, from, from + size);
  }
  floats.fill(0, room.normal, room.normal + size);
  floats.fill(0, room.normal + (count + 1) * size, room.normal + (count + 2) * size);
  for (const { gain, weights } of net.windows) {
    heap.normalise(room.x, room.normal + size, count, size, gain);
    // rows of three neighbours lie behind one another
    heap.take(room.normal, size, count, 3 * size);
    heap.multiply(weights, room.a);
    heap.addPositive(room.a, room.x, count * size);
  }
  heap.normalise(room.x, room.normal + size, count, size, net.gainOutput);
  heap.take(room.normal + size, size, count, size);
  heap.multiply(out, room.a);
  return row.map((_, i) => {
    const at = room.a + i * out.columns;
    let best = 0;
    for (let k = 1; k < tags.length; k++) if ((floats[at + k] ?? 0) > (floats[at + best] ?? 0)) best = k;
    return tags[best] ?? 'O';
  });
}

/** «B-PER I-PER O I-LOC»: a name ends where its type does; one may begin with «I». */
function runsOf(
  tags: readonly string[],
): readonly { readonly from: number; readonly to: number; readonly type: string }[] {
  const runs: { from: number; to: number; type: string }[] = [];
  for (const [i, tag] of tags.entries()) {
    if (!tag.includes('-')) continue;
    const type = tag.slice(2);
    const last = runs.at(-1);
    if (last && last.to === i && last.type === type && tag.startsWith('I')) last.to = i + 1;
    else runs.push({ from: i, to: i + 1, type });
  }
  return runs;
}

/** Offset on the heap of what a form is without its context. */
function vectorOf(net: NameNet, { form, tree }: Cell): number {
  const { heap, seen, size, up, codes } = net;
  const known = seen.find(tree.text);
  const at = heap.room.seen + (known ?? seen.give(tree.text)) * size;
  if (known !== undefined) return at;
  const vector = heap.floats.subarray(at, at + size);
  const shape = findRow(net.shapes, form.shape);
  if (shape < 0) vector.fill(0);
  else vector.set(net.shape.subarray(shape * size, (shape + 1) * size));
  const row = findRow(net.hashes, form.form);
  if (row < 0) addTo(vector, net.unknown, 0, 1);
  else {
    const length = up.length / size;
    for (let i = 0; i < length; i++) addTo(vector, up, i * size, codes[row * length + i] ?? 0);
  }
  heap.normalise(at, at, 1, size, net.gainInput);
  return at;
}

function addTo(vector: Float32Array, rows: Float32Array, from: number, factor: number): void {
  for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) + (rows[from + k] ?? 0) * factor;
}
