import type { Features } from '../../analysis.ts';
import { noBundle, type Bundle } from './bundle.ts';
import { hasBelow } from './tagged-tree.ts';

/**
 * The relations again, where they go against the tags.
 *
 * «В МИД сообщили»: what has a preposition is neither an object nor a subject, unless the preposition only tells how many («около
 * ста послов»). In the treebanks 8 of 4,700 words with a preposition are. «Подписали пакет, среди которого — решение»: a
 * singular that is alone is no subject of a plural verb, nor is «который», «что» or «это» («который подписали Греция и Кипр»), nor a
 * plural one of a singular verb that has another («песни поёт Анна»). «Слышатся голоса», «взято изображение»: a verb in «-ся» and
 * a short participle have no object.
 */
export function fitRelations(
  texts: readonly string[],
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
): string[] {
  const fitted = [...relations];
  relations.forEach((relation, i) => {
    if (relation !== 'obj') return;
    const subject = subjectOfObjectless(texts, bundles, heads, relations, i);
    if (subject !== null) fitted[i] = subject;
  });
  relations.forEach((relation, i) => {
    if (relation !== 'nsubj') return;
    const subject = subjectBeside(bundles, heads, relations, i);
    if (subject >= 0) fitted[subject] = 'nsubj';
    if (subject >= 0 || isAloneBesidePlural(bundles, heads, relations, i)) fitted[i] = 'obj';
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
 * «Слышатся голоса», «взято изображение»: the relation of a subject for what was taken for an object of a verb that has none, where
 * it agrees with the verb and nothing else is its subject; `null` elsewhere. «Слышат вьюгу» shows its case.
 */
function subjectOfObjectless(
  texts: readonly string[],
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
  i: number,
): string | null {
  const head = heads[i] ?? -1;
  const verb = bundles[head]?.features ?? {};
  const own = bundles[i]?.features ?? {};
  const isShort = verb.verbForm === 'Part' && verb.variant === 'Short';
  const isReflexive = verb.verbForm === 'Fin' && /с[яь]$/iu.test(texts[head] ?? '');
  if (!(isShort || isReflexive) || own.case !== 'Acc' || own.animacy !== 'Inan') return null;
  if (own.gender === 'Fem' && own.number === 'Sing') return null;
  if (own.number !== verb.number) return null;
  if (heads.some((of, k) => of === head && relations[k]?.startsWith('nsubj') === true)) return null;
  return isShort ? 'nsubj:pass' : 'nsubj';
}

/** A word in the singular whose nominative is its accusative, with nothing joined to it and nothing that counts it. */
function isAloneBesidePlural(
  bundles: readonly Bundle[],
  heads: Int32Array,
  relations: readonly string[],
  i: number,
): boolean {
  const verb = bundles[heads[i] ?? -1];
  const { pos, features } = bundles[i] ?? noBundle;
  if (verb?.pos !== 'VERB' || verb.features.verbForm !== 'Fin' || verb.features.number !== 'Plur') return false;
  if ((pos !== 'NOUN' && pos !== 'PRON') || features.number !== 'Sing') return false;
  if (features.animacy !== 'Inan' || features.gender === 'Fem') return false;
  return !isCounted(heads, relations, i) && !hasBelow({ heads, relations }, i, 'conj');
}

/** «двадцать послов», «три дома» */
function isCounted(heads: Int32Array, relations: readonly string[], i: number): boolean {
  return heads.some((head, k) => head === i && relations[k]?.startsWith('nummod') === true);
}

/**
 * The subject or object of the same verb that agrees with it, where the word, which may be an object too, does not: «песни поёт
 * Анна», «посёлок покинула часть жителей». -1 where there is none.
 */
function subjectBeside(bundles: readonly Bundle[], heads: Int32Array, relations: readonly string[], i: number): number {
  const head = heads[i] ?? -1;
  const verb = bundles[head]?.features ?? {};
  const { pos, features } = bundles[i] ?? noBundle;
  if (verb.verbForm !== 'Fin' || verb.number !== 'Sing' || verb.voice !== 'Act' || verb.gender === 'Neut') return -1;
  if ((pos !== 'NOUN' && pos !== 'PRON') || features.animacy !== 'Inan' || features.case === 'Gen') return -1;
  if (agreesWith(verb, features) || (features.number === 'Sing' && features.gender === 'Fem')) return -1;
  if (isCounted(heads, relations, i)) return -1;
  return heads.findIndex((of, k) => {
    const its = bundles[k]?.features ?? {};
    const mayBe = relations[k] === 'nsubj' || relations[k] === 'obj';
    return of === head && k !== i && mayBe && its.case !== 'Gen' && agreesWith(verb, its);
  });
}

function agreesWith(verb: Features, noun: Features): boolean {
  return (
    noun.number !== 'Plur' && (verb.gender === undefined || noun.gender === undefined || verb.gender === noun.gender)
  );
}

const actors: ReadonlySet<string> = new Set(['obj', 'iobj', 'nsubj', 'nsubj:pass']);
const counting: ReadonlySet<string> = new Set(['около', 'до', 'свыше', 'порядка', 'по', 'под']);
