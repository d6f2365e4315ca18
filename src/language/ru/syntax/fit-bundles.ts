import type { Bundle } from './read-syntax.ts';

/** A tagged sentence as a tree: heads are indices, -1 for the root. */
export interface TaggedTree {
  readonly texts: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly bundles: readonly Bundle[];
}

/**
 * The tags again, where a word takes features that its own form does not show from another word of the tree: «три страны» the
 * animacy of what is counted, «две страны» its gender too, «стороны, которые …» the animacy of the antecedent. `known` has the
 * tags of the net by part of speech and features as written; a tag that is not there is left as it was.
 */
export function fitBundles(tree: TaggedTree, known: ReadonlyMap<string, Bundle>): readonly Bundle[] {
  return tree.bundles.map((bundle, i) => {
    const fitted =
      bundle.pos === 'NUM' ? countedBy(tree, i) : bundle.pos === 'PRON' && isWhich(tree, i) ? referring(tree, i) : null;
    return (fitted === null ? null : known.get(fitted)) ?? bundle;
  });
}

/** «три страны», «22 соглашения»: the treebank marks what is counted in numerals that end in one to four. */
function countedBy({ texts, heads, relations, bundles }: TaggedTree, i: number): string | null {
  const own = bundles[i];
  const counted = bundles[heads[i] ?? -1];
  const last = lastNumber(texts[i]?.toLowerCase() ?? '');
  const animacy = counted?.features.animacy;
  if (!own || last === null || animacy === undefined || relations[i]?.startsWith('nummod') !== true) return null;
  const gender = counted?.features.gender;
  if (own.features.case === undefined || (last < 3 && gender === undefined)) return null;
  const head = `NUM Animacy=${animacy}|Case=${own.features.case}`;
  if (last > 2) return `${head}|NumType=Card`;
  return last === 2 ? `${head}|Gender=${gender}|NumType=Card` : `${head}|Gender=${gender}|Number=Sing|NumType=Card`;
}

/** «три» → 3, «122» → 2, «12» → null. */
function lastNumber(text: string): 1 | 2 | 3 | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/(?:^|[^1])[1-4]$/u.test(text) || !/^\d+$/u.test(text)) return null;
  const digit = Number(text.at(-1));
  return digit === 1 ? 1 : digit === 2 ? 2 : 3;
}

const words: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ...['один', 'одна', 'одно', 'одного', 'одной', 'одному', 'одним', 'одном', 'одну'].map((word) => [word, 1] as const),
  ...['два', 'две', 'двух', 'двум', 'двумя'].map((word) => [word, 2] as const),
  ...['три', 'трех', 'трёх', 'трем', 'трём', 'тремя'].map((word) => [word, 3] as const),
  ...['четыре', 'четырех', 'четырёх', 'четырем', 'четырём', 'четырьмя'].map((word) => [word, 3] as const),
]);

function isWhich({ texts }: TaggedTree, i: number): boolean {
  return /^котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)$/u.test(texts[i]?.toLowerCase() ?? '');
}

/** «стороны, с которыми …»: number, gender and animacy are those of the noun that the clause hangs on. */
function referring({ heads, relations, bundles }: TaggedTree, i: number): string | null {
  const own = bundles[i]?.features;
  let at = i;
  for (let steps = 0; steps < mostSteps && relations[at]?.startsWith('acl') !== true; steps++) at = heads[at] ?? -1;
  const noun = bundles[heads[at] ?? -1];
  const animacy = noun?.features.animacy;
  if (!own?.case || animacy === undefined || own.number === undefined) return null;
  const gender = own.number === 'Sing' && own.gender !== undefined ? `|Gender=${own.gender}` : '';
  return `PRON Animacy=${animacy}|Case=${own.case}${gender}|Number=${own.number}`;
}

/** «которого» hangs on its clause's verb, or a few words below it. */
const mostSteps = 6;
