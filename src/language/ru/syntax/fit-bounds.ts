import type { FittedTree } from './tagged-tree.ts';

/**
 * Hangs «как минимум» and «как максимум» on the number that they bound, in place, where it hangs on what is counted: «построили как
 * минимум три моста». It is no preposition of the thing.
 */
export function fitBounds({ texts, heads, relations, bundles }: FittedTree): void {
  for (let i = 0; i + 2 < texts.length; i++) {
    if (!/^как$/iu.test(texts[i] ?? '') || !bounds.has(texts[i + 1] ?? '')) continue;
    const number = i + 2;
    if (bundles[number]?.pos !== 'NUM' || heads[i] !== heads[number] || heads[i + 1] !== i) continue;
    heads[i] = number;
    relations[i] = 'advmod';
  }
}

const bounds: ReadonlySet<string> = new Set(['минимум', 'максимум']);
