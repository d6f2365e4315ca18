import type { Tag } from '../morphology/word-analysis.ts';
import type { Bundle } from './bundle.ts';

/** How a tag of the dictionary (its id) goes with one of the net. */
export type TagFit = (tag: number, bundle: Bundle) => number;

/** What `fit` (whole numbers above -128, below 128) says of a tag and a bundle, worked out once for each pair that is asked for. */
export function rememberFits(tags: readonly Tag[], bundles: number, fit: (tag: Tag, bundle: Bundle) => number): TagFit {
  const rows: (Int8Array | undefined)[] = tags.map(() => undefined);
  return (id, bundle) => {
    const row = (rows[id] ??= new Int8Array(bundles).fill(unasked));
    const known = row[bundle.id];
    if (known !== undefined && known !== unasked) return known;
    const tag = tags[id];
    if (!tag || known === undefined) throw new Error(`no tag ${id} or no bundle ${bundle.id} in this model`);
    const found = fit(tag, bundle);
    row[bundle.id] = found;
    return found;
  };
}

const unasked = -128;
