import { copyBytes } from './hash.ts';

/** One linear chain of the tagger: O, then B, I, L, U for each of its types. */
export interface TaggerHead {
  /** «flat», «PERSON», «ORGANIZATION/1» (the first level inside another of the type). */
  readonly name: string;
  readonly types: readonly string[];
  /** First of its labels among those of all heads. */
  readonly offset: number;
  readonly labels: number;
  /** Transitions [from × labels + to], then scores of the first and of the last label. */
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
  /** What one unit of an int8 weight is worth. */
  readonly scale: number;
}

/**
 * Weights of all heads in one hash table: a feature's hash leads to a run of (label among those of all heads, int8 weight).
 */
export interface TaggerModel {
  readonly heads: readonly TaggerHead[];
  readonly labels: number;
  /** Open addressing: hash in `keys`, start of its run in `starts`; the run ends where `ends` says. */
  readonly keys: Int32Array;
  readonly starts: Uint32Array;
  readonly counts: Uint8Array;
  readonly runLabels: Uint8Array;
  readonly runWeights: Int8Array;
}

/** Labels of one type within a head. */
export const outside = 0;
export const labelsPerType = 4;
export const step = { begin: 0, inside: 1, last: 2, unit: 3 } as const;

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

/** Reads the tagger's file and lays out its hash table. Throws a RangeError where the file is cut short. */
export function readTaggerModel(bytes: Uint8Array): TaggerModel {
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
  const slots = tableSize(header.features);
  const keys = new Int32Array(slots);
  const starts = new Uint32Array(slots);
  const counts = new Uint8Array(slots);
  let start = 0;
  for (let i = 0; i < header.features; i++) {
    const hash = view.getInt32(keysAt + i * 4, true);
    let slot = hash & (slots - 1);
    while (counts[slot] !== 0) slot = (slot + 1) & (slots - 1);
    const count = bytes[countsAt + i] ?? 0;
    keys[slot] = hash;
    starts[slot] = start;
    counts[slot] = count;
    start += count;
  }
  let offset = 0;
  const heads = header.heads.map((head): TaggerHead => {
    const labels = 1 + head.types.length * labelsPerType;
    const made = {
      name: head.name,
      types: head.types,
      offset,
      labels,
      transitions: Float32Array.from(head.transitions),
      first: Float32Array.from(head.first),
      last: Float32Array.from(head.last),
      scale: head.scale,
    };
    offset += labels;
    return made;
  });
  return {
    heads,
    labels: offset,
    keys,
    starts,
    counts,
    runLabels: copyBytes(bytes, labelsAt, weightsAt),
    runWeights: new Int8Array(copyBytes(bytes, weightsAt, weightsAt + header.entries).buffer),
  };
}

function tableSize(features: number): number {
  let size = 1024;
  while (size < features * 1.6) size *= 2;
  return size;
}
