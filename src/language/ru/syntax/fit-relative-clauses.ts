import { hasBelow, isBelow, type FittedTree, type TaggedTree } from './tagged-tree.ts';

/**
 * Hangs relative clauses whose «который» disagrees with their noun on one that agrees, in place: «в рамках встреч группы, которую
 * возглавляет посол» tells of the group. The noun is the nearest before the clause that stands in the same phrase; where none
 * agrees the clause stays. What stands between with a preposition goes with it: «начал действовать договор о судах, который …».
 * «послы и министр, которые …»: a plural may refer to several.
 */
export function fitRelativeClauses(tree: FittedTree): void {
  const { texts, heads, relations, bundles } = tree;
  for (let i = 0; i < texts.length; i++) {
    if (relations[i] !== 'acl:relcl') continue;
    const which = firstWhich(tree, i);
    const noun = heads[i] ?? -1;
    if (which < 0 || noun < 0 || noun > which || agrees(tree, which, noun)) continue;
    for (let k = which - 1; k >= Math.max(0, which - farthest); k--) {
      const { pos } = bundles[k] ?? {};
      if (pos === 'VERB' || pos === 'AUX') break;
      if ((pos !== 'NOUN' && pos !== 'PROPN') || !agrees(tree, which, k)) continue;
      if (isBelow(heads, k, i)) break;
      if (isSamePhrase(heads, noun, k)) heads[i] = k;
      else hangBehind(tree, i, noun, k);
      break;
    }
  }
}

/** Hangs the clause on the noun before, and the one between them, which is led by a preposition and hung on a verb, there too. */
function hangBehind({ heads, relations, bundles }: FittedTree, clause: number, between: number, noun: number): void {
  const isLed = heads.some((head, k) => head === between && relations[k] === 'case' && noun < k && k < between);
  if (!isLed || bundles[heads[between] ?? -1]?.pos !== 'VERB' || isBelow(heads, noun, between)) return;
  heads[clause] = noun;
  heads[between] = noun;
  relations[between] = 'nmod';
}

/** Words between «который» and what it refers to: more would be another phrase. */
const farthest = 8;

/** The first «который» in the clause, which hangs on its verb or on a word of it; -1 where there is none. */
function firstWhich({ texts, heads }: TaggedTree, clause: number): number {
  for (let i = 0; i <= clause; i++) {
    if (texts[i]?.toLowerCase().startsWith('котор') !== true) continue;
    let at = i;
    for (let steps = 0; at >= 0 && at !== clause && steps < 5; steps++) at = heads[at] ?? -1;
    if (at === clause) return i;
  }
  return -1;
}

function agrees(tree: TaggedTree, which: number, noun: number): boolean {
  const { bundles } = tree;
  const own = bundles[which]?.features;
  const its = bundles[noun]?.features;
  if (own?.number === undefined || its?.number === undefined) return true;
  if (own.number === 'Plur' && its.number === 'Sing') return hasBelow(tree, noun, 'conj');
  if (own.number !== its.number) return false;
  return own.number === 'Plur' || own.gender === undefined || its.gender === undefined || own.gender === its.gender;
}

/** Whether one of the two words stands below the other. */
function isSamePhrase(heads: Int32Array, a: number, b: number): boolean {
  return isBelow(heads, a, b) || isBelow(heads, b, a);
}
