/** FNV-1a over UTF-16 units, as a whole number of 32 bits with a sign; never 0, which stands for nothing. */
export function hashText(text: string): number {
  return hashPart(text, 0, text.length);
}

/** The same of text[from, to). */
export function hashPart(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash === 0 ? 1 : hash;
}

/** Place of a hash in a table sorted ascending; -1 where it is not there. */
export function findRow(hashes: ArrayLike<number>, hash: number): number {
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
