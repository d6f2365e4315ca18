import type { Bundle } from './bundle.ts';
import { hasBelow, isBelow, isNoun, type FittedTree } from './tagged-tree.ts';

/** Hangs nouns that are joined to a wrong one on the one that they go with, in place. */
export function fitCoordination(tree: FittedTree): void {
  tree.heads.forEach((_, i) => {
    if (tree.relations[i] !== 'conj' || !isNoun(tree.bundles[i])) return;
    joinOutsideBrackets(tree, i);
    joinInCase(tree, i);
  });
}

/**
 * «Покупка катеров (завод „Чайка“) и буксиров»: what follows brackets is joined to a word before them, of those that the
 * brackets hang below the nearest in its case. On gold trees 1 of 122 words behind brackets is joined into them.
 */
function joinOutsideBrackets({ texts, heads, bundles }: FittedTree, word: number): void {
  const head = heads[word] ?? -1;
  if (head < 0 || head > word) return;
  const closing = texts.lastIndexOf(')', word);
  const opening = texts.lastIndexOf('(', closing);
  if (opening < 0 || head < opening || head > closing) return;
  let outside = head;
  while (outside > opening) outside = heads[outside] ?? -1;
  let at = outside;
  while (at >= 0 && isNoun(bundles[at]) && !agrees(bundles[at], bundles[word])) at = heads[at] ?? -1;
  const found = isNoun(bundles[at]) ? at : outside;
  if (isNoun(bundles[found]) && !isBelow(heads, found, word)) heads[word] = found;
}

/** «Целью стала замена судов и пирса»: a genitive behind a noun in another case is joined to the genitive of that noun. */
function joinInCase(tree: FittedTree, word: number): void {
  const { heads, relations, bundles } = tree;
  const head = heads[word] ?? -1;
  const own = bundles[word]?.features.case;
  const its = bundles[head]?.features.case;
  if (own !== 'Gen' || its === undefined || its === own || !isNoun(bundles[head])) return;
  if (hasBelow(tree, word, 'case')) return;
  for (let i = word - 1; i > head; i--) {
    const isGenitive = heads[i] === head && relations[i] === 'nmod' && bundles[i]?.features.case === 'Gen';
    if (!isGenitive || !isNoun(bundles[i]) || hasBelow(tree, i, 'case')) continue;
    heads[word] = i;
    return;
  }
}

function agrees(a: Bundle | undefined, b: Bundle | undefined): boolean {
  return a?.features.case === b?.features.case && a?.features.number === b?.features.number;
}
