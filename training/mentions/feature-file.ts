import type { FeatureRows } from '../../src/language/ru/mentions/tagger-features.ts';

/** Features of many documents with hashes made dense; rare ones are left out. */
export interface FeatureFile {
  /** What `crf.c` reads as FEATURES. */
  readonly bytes: Uint8Array;
  /** Hash of each dense id. */
  readonly hashes: Int32Array;
}

export interface DocumentRows {
  readonly rows: FeatureRows;
  readonly lengths: readonly number[];
}

const slots = 1 << 25;

/** Keeps the features that occur at least `least` times. Needs about 300 MB. */
export function buildFeatureFile(documents: readonly DocumentRows[], least: number): FeatureFile {
  const keys = new Int32Array(slots);
  const counts = new Int32Array(slots);
  for (const { rows } of documents) {
    for (const hash of rows.values) {
      if (hash === 0) continue;
      const slot = findSlot(keys, counts, hash);
      keys[slot] = hash;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  const hashes: number[] = [];
  const dense = counts;
  for (let slot = 0; slot < slots; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    // From here on the counts hold dense ids + 1; −1 marks a feature that is left out.
    dense[slot] = count >= least ? hashes.push(keys[slot] ?? 0) : -1;
  }
  const width = documents.find(({ rows }) => rows.width > 0)?.rows.width ?? 0;
  const lengths = documents.flatMap((document) => document.lengths);
  const tokens = lengths.reduce((a, b) => a + b, 0);
  const out = new Int32Array(4 + lengths.length + tokens * width);
  out.set([tokens, width, lengths.length, hashes.length]);
  out.set(lengths, 4);
  let at = 4 + lengths.length;
  for (const { rows } of documents) {
    for (const hash of rows.values) {
      const id = hash === 0 ? 0 : (dense[findSlot(keys, counts, hash)] ?? 0);
      out[at++] = id > 0 ? id - 1 : -1;
    }
  }
  return { bytes: new Uint8Array(out.buffer), hashes: Int32Array.from(hashes) };
}

function findSlot(keys: Int32Array, counts: Int32Array, hash: number): number {
  let slot = hash & (slots - 1);
  while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
  return slot;
}
