import type { FittedTree } from './fit-bundles.ts';

/**
 * «Подписали в Брюсселе договор»: a locative right after a preposition that governs it has that preposition, in place; nothing
 * else can have asked for the case. The net at times hangs both on the noun after them, as if the text were «в договор».
 */
export function fitLocatives({ texts, heads, relations, bundles }: FittedTree): void {
  relations.forEach((relation, preposition) => {
    const locative = preposition + 1;
    const word = heads[preposition] ?? -1;
    if (relation !== 'case' || word <= locative || heads[locative] !== word) return;
    if (!governing.has(texts[preposition]?.toLowerCase() ?? '') || !isNoun(bundles[locative]?.pos)) return;
    const { case: ofWord } = bundles[word]?.features ?? {};
    if (bundles[locative]?.features.case !== 'Loc' || ofWord === undefined || ofWord === 'Loc') return;
    heads[preposition] = locative;
    const above = heads[word] ?? -1;
    if (above >= 0) heads[locative] = above;
    const isBelowNoun = above < 0 || isNoun(bundles[above]?.pos);
    relations[locative] = isBelowNoun ? 'nmod' : 'obl';
    if (relations[word] === 'obl' && ofWord === 'Acc' && !isBelowNoun) relations[word] = 'obj';
  });
}

const governing: ReadonlySet<string> = new Set(['в', 'во', 'на', 'о', 'об', 'обо', 'при']);

function isNoun(pos: string | undefined): boolean {
  return pos === 'NOUN' || pos === 'PROPN';
}
