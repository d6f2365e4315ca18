import type { FittedTree } from './fit-bundles.ts';
import { isBelow } from './is-below.ts';
import { isNoun } from './is-noun.ts';

/** Gives verbs the arguments that the tree hangs elsewhere, and takes from them what is none, in place, once the tags are settled. */
export function fitArguments(tree: FittedTree): void {
  for (let i = 0; i < tree.heads.length; i++) giveSubject(tree, i);
  for (let i = 0; i < tree.heads.length; i++) {
    giveObject(tree, i);
    refuseObject(tree, i);
    hangSecondObject(tree, i);
    hangNameOnPost(tree, i);
  }
}

/** «По итогам совета лидеры … подписали пакет»: a person in the nominative below a word in another case is the subject of the verb that has none. */
function giveSubject(tree: FittedTree, verb: number): void {
  const { heads, relations, bundles } = tree;
  const { pos, features } = bundles[verb] ?? nothing;
  if (pos !== 'VERB' || features.verbForm !== 'Fin' || has(tree, verb, 'nsubj', 'nsubj:pass', 'csubj')) return;
  for (let i = verb - 1; i >= 0 && bundles[i]?.features.verbForm !== 'Fin'; i--) {
    const own = bundles[i];
    const above = bundles[heads[i] ?? -1];
    if (own?.pos !== 'NOUN' || relations[i] !== 'nmod' || own.features.animacy !== 'Anim') continue;
    if (own.features.case !== 'Nom' || above?.features.case === 'Nom' || own.features.number !== features.number)
      continue;
    if (has(tree, i, 'case') || isBelow(heads, verb, i)) continue;
    heads[i] = verb;
    relations[i] = 'nsubj';
    return;
  }
}

/**
 * «Подписали в пятницу договор», «Мэра обвиняют»: an accusative without a preposition is the object of the verb that has none,
 * unless it tells how long.
 */
function giveObject(tree: FittedTree, i: number): void {
  const { texts, heads, relations, bundles } = tree;
  const verb = heads[i] ?? -1;
  const isApart = relations[i] === 'obl' || relations[i] === 'nsubj';
  if (!isApart || bundles[i]?.features.case !== 'Acc' || !isNoun(bundles[i])) return;
  if (bundles[verb]?.pos !== 'VERB' || bundles[verb]?.features.voice !== 'Act') return;
  if (has(tree, i, 'case', 'nummod', 'nummod:gov') || has(tree, verb, 'obj')) return;
  if (!measures.test(texts[i] ?? '')) relations[i] = 'obj';
}

/** «Стороны обменялись мнениями»: a reflexive verb has no object, what stands in the instrumental is a circumstance. */
function refuseObject({ heads, relations, bundles }: FittedTree, i: number): void {
  const isReflexive = bundles[heads[i] ?? -1]?.features.voice === 'Mid';
  if (isReflexive && relations[i] === 'obj' && bundles[i]?.features.case === 'Ins') relations[i] = 'obl';
}

/** «работал весь год», «прошёл километр» */
const measures =
  /^(?:год|лет|де?н|раз|недел|месяц|час|минут|секунд|сутк|век|ноч|утр|вечер|зим|осен|весн|километр|метр|тонн|процент)/iu;

/** «Оплатила договор на поставку в порт новых катеров»: an object in the genitive behind one in the accusative is of a noun between. */
function hangSecondObject(tree: FittedTree, second: number): void {
  const { heads, relations, bundles } = tree;
  const verb = heads[second] ?? -1;
  if (relations[second] !== 'obj' || bundles[second]?.features.case !== 'Gen' || verb > second) return;
  const isObject = (i: number): boolean =>
    heads[i] === verb && relations[i] === 'obj' && bundles[i]?.features.case === 'Acc';
  for (let i = second - 1; i > verb && bundles[i]?.pos !== 'PUNCT'; i--) {
    if (bundles[i]?.pos !== 'NOUN') continue;
    const object = bundles.findIndex((_, k) => isObject(k) && isBelow(heads, i, k));
    if (object < 0) continue;
    heads[second] = i;
    relations[second] = 'nmod';
    return;
  }
}

/** «Министр торговли Пётр Званцев ушёл»: of two subjects the name behind a person's post is said of it. */
function hangNameOnPost({ heads, relations, bundles }: FittedTree, name: number): void {
  const isSubject = (i: number): boolean => relations[i] === 'nsubj' && bundles[i]?.features.case === 'Nom';
  if (bundles[name]?.pos !== 'PROPN' || !isSubject(name)) return;
  for (let i = name - 1; i >= 0 && bundles[i]?.pos !== 'PUNCT' && bundles[i]?.pos !== 'CCONJ'; i--) {
    const { pos, features } = bundles[i] ?? nothing;
    if (heads[i] !== heads[name] || !isSubject(i)) continue;
    if (pos !== 'NOUN' || features.animacy !== 'Anim' || features.number !== bundles[name]?.features.number) return;
    heads[name] = i;
    relations[name] = 'appos';
    return;
  }
}

function has({ heads, relations }: FittedTree, head: number, ...names: readonly string[]): boolean {
  return heads.some((h, k) => h === head && names.includes(relations[k] ?? ''));
}

const nothing: { readonly pos: string; readonly features: FittedTree['bundles'][number]['features'] } = {
  pos: 'X',
  features: {},
};
