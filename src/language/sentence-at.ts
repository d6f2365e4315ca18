import type { Sentence } from './analysis.ts';

/** The sentence in which a place of the text lies, else the next one, else the last; `undefined` where there are none. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.stop ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low];
}
