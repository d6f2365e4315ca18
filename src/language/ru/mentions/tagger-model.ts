import type { Chain } from './decode-chain.ts';
import { countLabels, labelsPerType, mostGained, outside } from './decode-chain.ts';
import type { ScoreTable } from './score-table.ts';
import { createScoreTable } from './score-table.ts';

/** One linear chain of the tagger with its place among the types of all heads. */
export interface TaggerHead extends Chain {
  /** «flat», «PERSON», «ORGANIZATION/1» (the first level inside another of the type). */
  readonly name: string;
  /** First of its types among those of all heads: its lane in a row of scores. */
  readonly lane: number;
  /** What one unit of an int8 weight is worth. */
  readonly scale: number;
  /** A sentence in which none of its labels comes within this of O holds nothing: what `mostGained` says, and what rounding may. */
  readonly margin: number;
}

/** The heads, and in one table the weights of all. */
export interface TaggerModel {
  readonly heads: readonly TaggerHead[];
  readonly table: ScoreTable;
  /** What the second look adds to the scores of the first, with chains of its own; `null` where there is none. */
  readonly second: TaggerModel | null;
}

export interface TrainedHead {
  readonly name: string;
  readonly types: readonly string[];
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
  readonly scale: number;
}

/** A feature with its quantised weights, label among those of all heads. */
export interface TrainedFeature {
  readonly hash: number;
  readonly weights: readonly (readonly [label: number, weight: number])[];
}

/** The file of a tagger that looks twice: both models, one after the other. */
export function joinTaggerModels(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** Writes the file that `readTaggerModel` reads: a JSON header, then sorted hashes, run lengths, labels and weights. */
export function writeTaggerModel(heads: readonly TrainedHead[], features: readonly TrainedFeature[]): Uint8Array {
  const sorted = [...features].sort((a, b) => a.hash - b.hash);
  const entries = sorted.reduce((sum, feature) => sum + feature.weights.length, 0);
  const header = new TextEncoder().encode(
    JSON.stringify({
      format: 1,
      features: sorted.length,
      entries,
      heads: heads.map((head) => ({
        name: head.name,
        types: head.types,
        scale: head.scale,
        transitions: [...head.transitions].map(round),
        first: [...head.first].map(round),
        last: [...head.last].map(round),
      })),
    }),
  );
  const bytes = new Uint8Array(4 + header.length + sorted.length * 5 + entries * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, header.length, true);
  bytes.set(header, 4);
  const keysAt = 4 + header.length;
  const countsAt = keysAt + sorted.length * 4;
  const labelsAt = countsAt + sorted.length;
  const weightsAt = labelsAt + entries;
  let entry = 0;
  for (const [i, feature] of sorted.entries()) {
    view.setInt32(keysAt + i * 4, feature.hash, true);
    view.setUint8(countsAt + i, feature.weights.length);
    for (const [label, weight] of feature.weights) {
      view.setUint8(labelsAt + entry, label);
      view.setInt8(weightsAt + entry, weight);
      entry++;
    }
  }
  return bytes;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

interface Header {
  readonly features: number;
  readonly entries: number;
  readonly heads: readonly {
    readonly name: string;
    readonly types: readonly string[];
    readonly scale: number;
    readonly transitions: readonly number[];
    readonly first: readonly number[];
    readonly last: readonly number[];
  }[];
}

/** Starts of runs have 23 bits, places in a row eight. */
const mostEntries = 1 << 23;
const mostPlaces = 256;

/**
 * Reads the tagger's file and lays out its table, with the heads that `use` chooses by name (left out: all). Throws a
 * RangeError where the file is cut short.
 */
export function readTaggerModel(bytes: Uint8Array, use: (head: string) => boolean = () => true): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(0, true);
  // Written by `writeTaggerModel` at training time; the file is part of the package.
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerLength))) as Header;
  const keysAt = 4 + headerLength;
  const countsAt = keysAt + header.features * 4;
  const labelsAt = countsAt + header.features;
  const weightsAt = labelsAt + header.entries;
  if (bytes.byteLength < weightsAt + header.entries) {
    throw new RangeError('the file of the mention tagger is cut short: build it again');
  }
  const heads = layOutHeads(header, use);
  const types = heads.reduce((sum, head) => sum + head.types.length, 0);
  const labels = bytes.subarray(labelsAt, weightsAt);
  const table = createScoreTable({ features: header.features, weights: countWeights(header, use, labels), types });
  if (table.width > mostPlaces || table.runs.length >= mostEntries) {
    throw new RangeError('the mention tagger has more types or weights than its table can hold');
  }
  const places = placesOf(header, use, heads, table.lanes);
  const { runs } = table;
  let entry = 0;
  let end = 0;
  for (let i = 0; i < header.features; i++) {
    const start = end;
    for (const stop = entry + (bytes[countsAt + i] ?? 0); entry < stop; entry++) {
      const label = labels[entry] ?? 0;
      const weight = bytes[weightsAt + entry] ?? 0;
      const last = places.starts[label + 1] ?? 0;
      for (let k = places.starts[label] ?? 0; k < last; k++) runs[end++] = (places.all[k] ?? 0) * 256 + weight;
    }
    if (end > start) table.put(view.getInt32(keysAt + i * 4, true), start, end - start);
  }
  const rest = bytes.subarray(weightsAt + header.entries);
  const second = rest.length === 0 ? null : readTaggerModel(rest, use);
  return { heads, table, second };
}

const rounding = 0.01;

/** The chosen heads, each type with a lane of its own. */
function layOutHeads(header: Header, use: (head: string) => boolean): readonly TaggerHead[] {
  let lane = 0;
  return header.heads
    .filter((head) => use(head.name))
    .map((head): TaggerHead => {
      const at = lane;
      lane += head.types.length;
      const { name, types, scale } = head;
      const labels = countLabels(types.length);
      const transitions = Float32Array.from(head.transitions);
      const first = Float32Array.from(head.first);
      const last = Float32Array.from(head.last);
      const margin = mostGained({ labels, transitions, first, last }) + rounding;
      return { name, types, lane: at, labels, transitions, first, last, scale, margin };
    });
}

/**
 * For each label of the file its places in a row: `all` from `starts[label]` to `starts[label + 1]`. None where its head is not
 * used, one for each type where it is O. Flat, since every weight of the file asks.
 */
function placesOf(
  header: Header,
  use: (head: string) => boolean,
  heads: readonly TaggerHead[],
  lanes: number,
): { readonly starts: Int32Array; readonly all: Int32Array } {
  const starts = [0];
  const all: number[] = [];
  for (const { name, types } of header.heads) {
    const head = use(name) ? heads.find((one) => one.name === name) : undefined;
    for (let label = 0; label < countLabels(types.length); label++) {
      if (head !== undefined && label === outside) all.push(...types.map((_, type) => head.lane + type));
      else if (head !== undefined) all.push(placeOf(head, label, lanes));
      starts.push(all.length);
    }
  }
  return { starts: Int32Array.from(starts), all: Int32Array.from(all) };
}

/** Where the score of a head's label stands in a row; O stands at the lane of each of its types. */
export function placeOf({ lane }: TaggerHead, label: number, lanes: number): number {
  if (label === outside) return lane;
  const step = (label - 1) % labelsPerType;
  return (1 + step) * lanes + lane + Math.floor((label - 1) / labelsPerType);
}

/** How many weights the chosen heads have, each as often as it has places. */
function countWeights(header: Header, use: (head: string) => boolean, labels: Uint8Array): number {
  const copies = header.heads.flatMap(({ name, types }) =>
    Array.from({ length: countLabels(types.length) }, (_, label) =>
      use(name) ? (label === outside ? types.length : 1) : 0,
    ),
  );
  let sum = 0;
  for (let i = 0; i < labels.length; i++) sum += copies[labels[i] ?? 0] ?? 0;
  return sum;
}
