import { isBelow, isNoun, type FittedTree } from './tagged-tree.ts';

/**
 * «делегация во главе с министром»: a preposition of three words that hangs the one who leads on the noun before it, in place
 * (UD_Russian-SynTagRus has it so: «во» is a case, «главе» is fixed to it).
 */
export function fitHeadedBy({ texts, heads, relations, bundles }: FittedTree): void {
  for (let i = 1; i + 2 < texts.length; i++) {
    const isHeadedBy = texts[i + 1] === 'главе' && /^во$/iu.test(texts[i] ?? '') && /^со?$/u.test(texts[i + 2] ?? '');
    const leader = heads[i + 2] ?? -1;
    if (!isHeadedBy || leader <= i + 2 || !isNoun(bundles[i - 1]) || !isNoun(bundles[leader])) continue;
    // no cycle: the noun before stands above all of it
    if ([leader, i, i + 1].some((own) => isBelow(heads, i - 1, own))) continue;
    heads.forEach((head, k) => {
      if (head === i + 1 && k !== leader) heads[k] = leader;
    });
    heads[leader] = i - 1;
    relations[leader] = 'nmod';
    heads[i] = leader;
    relations[i] = 'case';
    heads[i + 1] = i;
    relations[i + 1] = 'fixed';
  }
}
