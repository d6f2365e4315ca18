import type { Chain } from './decode-chain.ts';
import { countLabels } from './decode-chain.ts';

/** One linear chain of the tagger with its place among the labels of all heads. */
export interface TaggerHead extends Chain {
  /** «flat», «PERSON», «ORGANIZATION/1» (the first level inside another of the type). */
  readonly name: string;
  /** First of its labels among those of all heads. */
  readonly offset: number;
  /** What one unit of an int8 weight is worth. */
  readonly scale: number;
}

/**
 * Weights of all heads in one hash table: a feature's hash leads to a run of (label among those of all heads, int8 weight).
 */
export interface TaggerModel {
  readonly heads: readonly TaggerHead[];
  readonly labels: number;
  /** Open addressing, two numbers a slot: a feature's hash, and where its run starts × 256 + its length (0: an empty slot). */
  readonly slots: Int32Array;
  /** One bit for each value of a hash's first 22 bits, set where a feature has it: most hashes of a text lead to nothing. */
  readonly present: Int32Array;
  /** Runs of label × 256 + weight, the weight in the low byte as an int8. */
  readonly runs: Uint16Array;
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

/** Starts of runs have 23 bits. */
const mostEntries = 1 << 23;

/**
 * Reads the tagger's file and lays out its hash table, with the heads that `use` chooses by name (left out: all). Throws a
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
  const { heads, places, labels } = layOutHeads(header, use);
  const slots = new Int32Array(tableSize(header.features) * 2);
  const mask = slots.length / 2 - 1;
  const present = new Int32Array(1 << 17);
  const runs = new Uint16Array(Math.min(header.entries, mostEntries));
  let entry = 0;
  let end = 0;
  for (let i = 0; i < header.features; i++) {
    const start = end;
    for (const stop = entry + (bytes[countsAt + i] ?? 0); entry < stop; entry++) {
      const place = places[bytes[labelsAt + entry] ?? 0] ?? -1;
      if (place < 0) continue;
      runs[end++] = place * 256 + (bytes[weightsAt + entry] ?? 0);
    }
    if (end === start) continue;
    const hash = view.getInt32(keysAt + i * 4, true);
    let slot = hash & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    present[hash >>> 15] = (present[hash >>> 15] ?? 0) | (1 << (hash >>> 10));
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = start * 256 + (end - start);
  }
  if (end >= mostEntries) throw new RangeError('the mention tagger has more weights than its table can hold');
  const rest = bytes.subarray(weightsAt + header.entries);
  const second = rest.length === 0 ? null : readTaggerModel(rest, use);
  return { heads, labels, slots, present, runs: runs.slice(0, end), second };
}

/** The chosen heads with their labels counted anew; `places` gives the new number of each label of the file, -1 where unused. */
function layOutHeads(
  header: Header,
  use: (head: string) => boolean,
): { readonly heads: readonly TaggerHead[]; readonly places: readonly number[]; readonly labels: number } {
  const heads: TaggerHead[] = [];
  const places: number[] = [];
  let labels = 0;
  for (const head of header.heads) {
    const own = countLabels(head.types.length);
    const isUsed = use(head.name);
    for (let label = 0; label < own; label++) places.push(isUsed ? labels + label : -1);
    if (!isUsed) continue;
    heads.push({
      name: head.name,
      types: head.types,
      offset: labels,
      labels: own,
      transitions: Float32Array.from(head.transitions),
      first: Float32Array.from(head.first),
      last: Float32Array.from(head.last),
      scale: head.scale,
    });
    labels += own;
  }
  return { heads, places, labels };
}

function tableSize(features: number): number {
  let size = 1024;
  while (size < features * 1.6) size *= 2;
  return size;
}
