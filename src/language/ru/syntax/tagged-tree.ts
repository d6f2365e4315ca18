import type { WordAnalysis } from '../morphology/word-analysis.ts';
import type { Bundle } from './bundle.ts';

/** A tagged sentence as a tree: heads are indices, -1 for the root. */
export interface TaggedTree {
  readonly texts: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly bundles: readonly Bundle[];
}

/** A tree whose heads and relations may still change. */
export type FittedTree = TaggedTree & { readonly relations: string[] };

/** The tree with the dictionary's readings of each word. */
export type ReadTree = TaggedTree & { readonly analyses: readonly (readonly WordAnalysis[])[] };

/** Whether a word or mark hangs on a word by one of some relations. */
export function hasBelow(
  { heads, relations }: Pick<TaggedTree, 'heads' | 'relations'>,
  head: number,
  ...names: readonly string[]
): boolean {
  return heads.some((of, k) => of === head && names.includes(relations[k] ?? ''));
}

/** Whether a word is another or stands below it; heads are indices, -1 for the root. A row with a cycle ends the search. */
export function isBelow(heads: Int32Array, word: number, above: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && steps < heads.length; steps++) {
    if (at === above) return true;
    at = heads[at] ?? -1;
  }
  return false;
}

/** Whether a word is a noun or a name; false where there is none. */
export function isNoun(bundle: Bundle | undefined): boolean {
  return bundle?.pos === 'NOUN' || bundle?.pos === 'PROPN';
}
