type Numbers = Float32Array | Float64Array | Int16Array | Int32Array | Uint8Array;

/** Longest that is kept: a longer one, as of a text that is no article, is made for its call alone. */
const longestKept = 1 << 20;

/**
 * Room for numbers that one call writes and that mean nothing after it: what is given has at least so many, with whatever the call
 * before left in them, and is given again at the next call. Spares the memory that would be asked for and given back for
 * each sentence.
 */
export function createScratch<T extends Numbers>(make: (length: number) => T): (length: number) => T {
  let kept = make(0);
  return (length) => {
    if (length <= kept.length) return kept;
    const made = make(2 ** Math.ceil(Math.log2(length)));
    if (made.length <= longestKept) kept = made;
    return made;
  };
}
