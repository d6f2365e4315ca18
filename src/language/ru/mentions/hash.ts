/** Mixes a number into a hash; the order matters. */
export function mix(hash: number, value: number): number {
  let x = Math.imul(hash ^ value, 0x9e3779b1);
  x ^= x >>> 15;
  x = Math.imul(x, 0x85ebca6b);
  return x ^ (x >>> 13);
}

/** Writes a feature: equal values in two columns stay apart; 0 for nothing stays 0. */
export function putFeature(out: Int32Array, at: number, column: number, value: number): void {
  out[at + column] = value === 0 ? 0 : mix((column + 1) * 0x01000193, value);
}

/** A copy of bytes[from, to) in memory of its own; `slice` of a Node Buffer would share it, off its alignment. */
export function copyBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(from, to));
}

/** Place of a hash in a table sorted ascending; -1 where it is not there. */
export function findRow(hashes: Int32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
