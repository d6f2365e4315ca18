import type { FittedTree } from './tagged-tree.ts';

/**
 * Prepositions as UD_Russian-GSD has them, in place. «Около 20 послов»: a preposition before a number is of what is counted (110 of
 * 113 in GSD and Taiga; PUD at times has it at the number).
 *
 * «во время визита», «по сравнению с маем», «в частности»: the noun in a preposition of several words is a noun with what
 * follows below it. So GSD has the phrases of `opened`; the other treebanks that the net learned from make
 * one preposition of the words, and the net does either.
 *
 * «принят накануне сенатом»: no preposition of the genitive before another case, but an adverb.
 */
export function fitNounPrepositions(tree: FittedTree): void {
  const { texts, heads, relations } = tree;
  for (let i = 0; i + 1 < texts.length; i++) {
    hangOnCounted(tree, i);
    freeAdverb(tree, i);
    if (relations[i + 1] !== 'fixed' || heads[i + 1] !== i || heads[i] === -1) continue;
    if (opened.has(`${texts[i]} ${texts[i + 1]}`.toLowerCase())) openPreposition(tree, i);
  }
}

function hangOnCounted({ heads, relations, bundles }: FittedTree, preposition: number): void {
  const number = heads[preposition] ?? -1;
  const counted = heads[number] ?? -1;
  if (relations[preposition] !== 'case' || bundles[number]?.pos !== 'NUM' || number < preposition) return;
  if (relations[number]?.startsWith('nummod') === true && counted > number) heads[preposition] = counted;
}

/** «принят накануне сенатом»: hung on what the noun hangs on. */
function freeAdverb({ texts, heads, relations, bundles }: FittedTree, i: number): void {
  const noun = heads[i] ?? -1;
  const { case: own } = bundles[noun]?.features ?? {};
  if (relations[i] !== 'case' || noun < i || own === undefined || own === 'Gen') return;
  if (!isAdverbToo(texts[i] ?? '') || (heads[noun] ?? -1) < 0) return;
  heads[i] = heads[noun] ?? -1;
  relations[i] = 'advmod';
}

/** What may be read as a preposition of the genitive and is an adverb too. */
export function isAdverbToo(word: string): boolean {
  return /^(?:накануне|вблизи|поблизости|напротив)$/iu.test(word);
}

const opened: ReadonlySet<string> = new Set([
  'в виде',
  'в качестве',
  'в рамках',
  'в результате',
  'в частности',
  'в честь',
  'во время',
  'во имя',
  'за исключением',
  'за счет',
  'за счёт',
  'из числа',
  'на основе',
  'по сравнению',
  'при помощи',
  'с помощью',
  'со стороны',
]);

/** «с» of «по сравнению с маем» goes to «маем», other words of the preposition and what hung on it to the noun. */
function openPreposition({ heads, relations, bundles }: FittedTree, preposition: number): void {
  const noun = preposition + 1;
  const word = heads[preposition] ?? -1;
  const isBefore = relations[preposition] === 'case' && word > noun;
  heads.forEach((head, k) => {
    if (head !== preposition) return;
    const isSecond = isBefore && relations[k] === 'fixed' && bundles[k]?.pos === 'ADP';
    heads[k] = isSecond ? word : noun;
    if (relations[k] === 'fixed') relations[k] = isSecond ? 'case' : 'nmod';
  });
  heads[noun] = isBefore ? (heads[word] ?? -1) : word;
  relations[noun] = isBefore ? (relations[word] ?? 'obl') : bundles[word]?.pos === 'NOUN' ? 'nmod' : 'obl';
  heads[preposition] = noun;
  relations[preposition] = 'case';
  if (!isBefore) return;
  heads[word] = noun;
  relations[word] = 'nmod';
}
