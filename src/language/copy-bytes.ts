/** A copy of bytes[from, to) in memory of its own, which begins at 0; `slice` of a Node Buffer would share the memory, off its alignment. */
export function copyBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(from, to));
}
