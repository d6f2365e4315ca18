/** Whether a word is another or stands below it; heads are indices, -1 for the root. A row with a cycle ends the search. */
export function isBelow(heads: Int32Array, word: number, above: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && steps < heads.length; steps++) {
    if (at === above) return true;
    at = heads[at] ?? -1;
  }
  return false;
}
