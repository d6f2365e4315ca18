import type { Bundle } from './read-syntax.ts';

/**
 * The relations again, where they go against the tags.
 *
 * «В МИД сообщили»: what has a preposition is neither an object nor a subject, unless the preposition only tells how many («около
 * ста послов»). In the treebanks 8 of 4,700 words with a preposition are. «Подписали пакет, среди которого — решение»: a
 * singular that is alone is no subject of a plural verb, nor is «который», «что» or «это» («который подписали Греция и Кипр»).
 */
export function fitRelations(
  texts: readonly string[],
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
): string[] {
  const fitted = [...relations];
  relations.forEach((relation, i) => {
    if (relation === 'nsubj' && isAloneBesidePlural(bundles, heads, relations, i)) fitted[i] = 'obj';
  });
  relations.forEach((relation, i) => {
    const word = heads[i] ?? -1;
    if (relation !== 'case' || bundles[i]?.pos !== 'ADP' || !actors.has(fitted[word] ?? '')) return;
    if (counting.has(texts[i]?.toLowerCase() ?? '')) return;
    const above = bundles[heads[word] ?? -1]?.pos;
    fitted[word] = above === 'NOUN' || above === 'PROPN' ? 'nmod' : 'obl';
  });
  return fitted;
}

/** A word in the singular whose nominative is its accusative, with nothing joined to it and nothing that counts it. */
function isAloneBesidePlural(
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
  i: number,
): boolean {
  const verb = bundles[heads[i] ?? -1];
  const { pos, features } = bundles[i] ?? nothing;
  if (verb?.pos !== 'VERB' || verb.features.verbForm !== 'Fin' || verb.features.number !== 'Plur') return false;
  if ((pos !== 'NOUN' && pos !== 'PRON') || features.number !== 'Sing') return false;
  if (features.animacy !== 'Inan' || features.gender === 'Fem') return false;
  return !heads.some(
    (head, k) => head === i && (relations[k] === 'conj' || relations[k]?.startsWith('nummod') === true),
  );
}

const nothing: Pick<Bundle, 'pos' | 'features'> = { pos: 'X', features: {} };
const actors: ReadonlySet<string> = new Set(['obj', 'iobj', 'nsubj', 'nsubj:pass']);
const counting: ReadonlySet<string> = new Set(['около', 'до', 'свыше', 'порядка', 'по', 'под']);
