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
