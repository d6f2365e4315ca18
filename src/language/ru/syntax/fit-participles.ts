import { isBelow, isNoun, type FittedTree } from './tagged-tree.ts';

/**
 * «Вспомнил про состоявшуюся в Вене на полях форума встречу»: a participle before its noun hangs on the first noun after it that
 * agrees with it, in place, and the noun stands where the participle hung; what stands between them is the participle's. The net
 * at times hangs the participle on the verb, as a circumstance or in place of the noun, and the noun on a word between.
 */
export function fitParticiples(tree: FittedTree): void {
  const { heads, relations } = tree;
  for (let i = 0; i < heads.length; i++) {
    const above = heads[i] ?? -1;
    if (above < 0 || !isBeforeNoun(tree, i) || agrees(tree, i, above)) continue;
    const noun = nounAfter(tree, i);
    if (noun < 0 || isBelow(heads, above, noun)) continue;
    const isWithin = isBetween(heads[noun] ?? -1, i - 1, noun);
    if (!isWithin && isBelow(heads, noun, i)) continue;
    const preposition = prepositionBefore(tree, i, noun);
    if (isWithin) {
      heads[noun] = above;
      relations[noun] = relationOf(tree, noun, above, preposition >= 0);
    }
    if (preposition >= 0) heads[preposition] = noun;
    for (let k = i + 1; k < noun; k++) if (heads[k] === above && relations[k] === 'obl') heads[k] = i;
    heads[i] = noun;
    relations[i] = 'acl';
  }
}

/** «прошедшую», not «принята», nor «толпа, собравшаяся»: that one is of the noun before the comma. */
function isBeforeNoun({ bundles, relations }: FittedTree, word: number): boolean {
  const { verbForm, case: own, number, variant } = bundles[word]?.features ?? {};
  const isFull = verbForm === 'Part' && own !== undefined && number !== undefined && variant === undefined;
  return isFull && attributive.has(relations[word] ?? '') && bundles[word - 1]?.pos !== 'PUNCT';
}

const attributive: ReadonlySet<string> = new Set(['acl', 'advcl', 'amod', 'obl', 'nmod', 'obj', 'nsubj', 'nsubj:pass']);

/** The first noun after a participle that agrees with it, before any mark, conjunction or other verb; -1 where there is none. */
function nounAfter(tree: FittedTree, participle: number): number {
  const { bundles } = tree;
  for (let k = participle + 1; k < bundles.length; k++) {
    const { pos = 'X', features } = bundles[k] ?? {};
    if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SCONJ' || pos === 'AUX' || pos === 'PRON') return -1;
    if (pos === 'VERB' && features?.verbForm !== 'Part') return -1;
    if (isNoun(bundles[k]) && agrees(tree, participle, k) && !isGoverned(tree, participle, k)) return k;
  }
  return -1;
}

/** Whether a preposition between them governs the noun: «прошедшую в среду встречу» is not of «среду». */
function isGoverned({ bundles, relations }: FittedTree, participle: number, noun: number): boolean {
  for (let k = noun - 1; k > participle; k--) {
    if (bundles[k]?.pos === 'ADP') return true;
    if (!['amod', 'det', 'nummod', 'acl'].includes(relations[k] ?? '')) return false;
  }
  return false;
}

function agrees({ bundles }: FittedTree, participle: number, noun: number): boolean {
  const own = bundles[participle]?.features;
  const its = bundles[noun]?.features;
  if (own?.case !== its?.case || own?.number !== its?.number) return false;
  return own?.number === 'Plur' || own?.gender === its?.gender;
}

/** The preposition right before the participle that was hung on it or on a word between it and its noun; -1 where there is none. */
function prepositionBefore({ bundles, heads }: FittedTree, participle: number, noun: number): number {
  const before = participle - 1;
  return bundles[before]?.pos === 'ADP' && isBetween(heads[before] ?? -1, before, noun) ? before : -1;
}

function isBetween(word: number, from: number, to: number): boolean {
  return from < word && word < to;
}

function relationOf({ bundles }: FittedTree, noun: number, above: number, isLed: boolean): string {
  if (isNoun(bundles[above])) return 'nmod';
  const own = bundles[noun]?.features.case;
  if (isLed || (own !== 'Nom' && own !== 'Acc')) return 'obl';
  return own === 'Nom' ? 'nsubj' : 'obj';
}
