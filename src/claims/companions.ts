import { caseAt, coordinated, dependents, isNominal, namesOn, prepositionOf, type Tree } from './tree.ts';

/** «основал банк вместе с Верди», «Верди с женой приехали»: people and bodies who act with the subject. */
export function companionsOf(tree: Tree, verb: number, subjects: readonly number[]): readonly number[] {
  return dependents(tree, verb, 'advmod')
    .filter((c) => togetherWith.has(tree.tokens[c]?.norm ?? ''))
    .map((c) => tree.tokens.findIndex((t, i) => i > c && isNominal(t)))
    .concat(companionsInNumber(tree, verb, subjects))
    .filter((c) => c >= 0 && /^со?$/u.test(prepositionOf(tree, c) ?? '') && tree.tokens[c]?.pos !== 'PRON');
}

/** «министр с послом приехали»: a verb in the plural whose only subject is in the singular tells of whoever is with it. */
function companionsInNumber(tree: Tree, verb: number, subjects: readonly number[]): readonly number[] {
  const [only, ...others] = subjects.flatMap((s) => coordinated(tree, s));
  const isOfMany = tree.tokens[verb]?.features.number === 'Plur' && tree.tokens[verb]?.features.person !== '1';
  if (only === undefined || others.length > 0 || !isOfMany || tree.tokens[only]?.features.number !== 'Sing') return [];
  return [only, ...namesOn(tree, only)]
    .flatMap((holder) => dependents(tree, holder, 'nmod'))
    .concat(dependents(tree, verb, 'obl'))
    .filter((c) => c < verb && caseAt(tree, c) === 'Ins' && tree.tokens[c]?.features.animacy === 'Anim');
}

const togetherWith: ReadonlySet<string> = new Set(['вместе', 'совместно']);
