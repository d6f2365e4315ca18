import type { FittedTree } from './fit-bundles.ts';
import { isBelow } from './is-below.ts';
import type { Bundle } from './read-syntax.ts';

/**
 * The relations again, where they go against the tags.
 *
 * «В МИД сообщили»: what has a preposition is neither an object nor a subject, unless the preposition only tells how many («около
 * ста послов»). In the treebanks 8 of 4,700 words with a preposition are. «Подписали пакет, среди которого — решение»: a
 * singular that is alone is no subject of a plural verb.
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

/**
 * Gives verbs the arguments that the tree hangs elsewhere, in place, once the tags are settled. «По итогам совета лидеры …
 * подписали пакет»: a person in the nominative below a word in another case is the subject of the verb that has none.
 * «Подписали в пятницу договор»: an accusative without a preposition is the object of the verb that has none, unless it tells
 * how long.
 */
export function fitArguments({ texts, heads, relations, bundles }: FittedTree): void {
  const has = (head: number, ...names: readonly string[]): boolean =>
    heads.some((h, k) => h === head && names.includes(relations[k] ?? ''));
  bundles.forEach(({ pos, features }, verb) => {
    if (pos !== 'VERB' || features.verbForm !== 'Fin') return;
    const number = features.number;
    if (has(verb, 'nsubj', 'nsubj:pass', 'csubj')) return;
    for (let i = verb - 1; i >= 0 && bundles[i]?.features.verbForm !== 'Fin'; i--) {
      const own = bundles[i];
      const above = bundles[heads[i] ?? -1];
      if (own?.pos !== 'NOUN' || relations[i] !== 'nmod' || own.features.animacy !== 'Anim') continue;
      if (own.features.case !== 'Nom' || above?.features.case === 'Nom' || own.features.number !== number) continue;
      if (has(i, 'case') || isBelow(heads, verb, i)) continue;
      heads[i] = verb;
      relations[i] = 'nsubj';
      return;
    }
  });
  bundles.forEach(({ pos, features }, i) => {
    const verb = heads[i] ?? -1;
    if (relations[i] !== 'obl' || features.case !== 'Acc' || (pos !== 'NOUN' && pos !== 'PROPN')) return;
    if (
      bundles[verb]?.pos !== 'VERB' ||
      bundles[verb]?.features.voice !== 'Act' ||
      has(i, 'case', 'nummod', 'nummod:gov')
    )
      return;
    if (!has(verb, 'obj') && !measures.test(texts[i] ?? '')) relations[i] = 'obj';
  });
}

/** «работал весь год», «прошёл километр» */
const measures =
  /^(?:год|лет|де?н|раз|недел|месяц|час|минут|секунд|сутк|век|ноч|утр|вечер|зим|осен|весн|километр|метр|тонн|процент)/iu;

/** A noun in the singular whose nominative is its accusative, with nothing joined to it and nothing that counts it. */
function isAloneBesidePlural(
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
  i: number,
): boolean {
  const verb = bundles[heads[i] ?? -1];
  const { pos, features } = bundles[i] ?? nothing;
  if (verb?.pos !== 'VERB' || verb.features.verbForm !== 'Fin' || verb.features.number !== 'Plur') return false;
  if (pos !== 'NOUN' || features.number !== 'Sing' || features.animacy !== 'Inan' || features.gender === 'Fem')
    return false;
  return !heads.some(
    (head, k) => head === i && (relations[k] === 'conj' || relations[k]?.startsWith('nummod') === true),
  );
}

const nothing: Pick<Bundle, 'pos' | 'features'> = { pos: 'X', features: {} };
const actors: ReadonlySet<string> = new Set(['obj', 'iobj', 'nsubj', 'nsubj:pass']);
const counting: ReadonlySet<string> = new Set(['около', 'до', 'свыше', 'порядка', 'по', 'под']);
