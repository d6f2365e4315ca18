import { copyBytes } from '../../copy-bytes.ts';
import { findRow, hashText } from '../../hash-text.ts';

/** Clusters of word forms by their distribution in news; forms in lower case, ё as е. */
export interface WordClusters {
  /** Clusters from coarse to fine, each from 1 on; zeros where the form is not known. */
  find(form: string): readonly [number, number, number];
}

const unknown: readonly [number, number, number] = [0, 0, 0];

/**
 * Reads the cluster file: a count (u32), as many sorted hashes of forms (i32), then three columns of u16.
 * Throws a RangeError where the file is cut short.
 */
export function readWordClusters(bytes: Uint8Array): WordClusters {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  if (bytes.byteLength < 4 + count * 10) throw new RangeError('the file of word clusters is cut short: build it again');
  const own = copyBytes(bytes, 4, 4 + count * 10).buffer;
  const hashes = new Int32Array(own, 0, count);
  const columns = [0, 1, 2].map((i) => new Uint16Array(own, count * 4 + i * count * 2, count));
  const at = (column: number, row: number): number => columns[column]?.[row] ?? 0;
  return {
    find(form) {
      const row = findRow(hashes, hashText(form));
      return row < 0 ? unknown : [at(0, row), at(1, row), at(2, row)];
    },
  };
}

/** Writes what `readWordClusters` reads; of two forms with one hash the first stays. */
export function writeWordClusters(rows: readonly (readonly [form: string, number, number, number])[]): Uint8Array {
  const byHash = new Map<number, readonly [string, number, number, number]>();
  for (const row of rows) if (!byHash.has(hashText(row[0]))) byHash.set(hashText(row[0]), row);
  const sorted = [...byHash].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(4 + sorted.length * 10);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  for (const [i, [hash, row]] of sorted.entries()) {
    view.setInt32(4 + i * 4, hash, true);
    for (const [c, value] of [row[1], row[2], row[3]].entries()) {
      view.setUint16(4 + sorted.length * 4 + c * sorted.length * 2 + i * 2, value + 1, true);
    }
  }
  return bytes;
}
