import {
  ancestors,
  areCounted,
  caseAt,
  dependents,
  isAcronym,
  isNominal,
  isVerbal,
  prepositionOf,
  subtree,
  type Tree,
} from './tree.ts';

/** «наложила на концерн штраф»: an accusative that the parser hung on the circumstance before it. */
export function strayAccusative(tree: Tree, token: number): readonly number[] {
  const counted = countedAbout(tree, token);
  if (counted.length > 0) return counted;
  for (const circumstance of dependents(tree, token, 'obl', 'iobj')) {
    // «послал в область Эпир 12 тысяч солдат»
    const couldBe = (c: number): boolean => couldBeObject(tree, c) || areCounted(tree, c, circumstance);
    // «посетит с визитом Варонию»: what stands in another case is no apposition
    const names = dependents(tree, circumstance, 'appos');
    const hung = [...[...names, circumstance].flatMap((c) => dependents(tree, c, 'nmod')), ...names].find(
      (c) => c > circumstance && couldBe(c) && prepositionOf(tree, c) === null && c - token < 12,
    );
    if (hung !== undefined) return [hung];
    const named = namedBehind(tree, circumstance);
    if (named !== undefined) return [named];
  }
  return [];
}

/** «выполняет контракт на поставку в Варонию новых катеров»: a genitive that the parser hung on the name of a place before it or on a verb. */
export function strayGenitives(tree: Tree, noun: number): readonly number[] {
  return [noun + 2, noun + 3]
    .filter(
      (c) =>
        tree.tokens[noun + 1]?.pos === 'ADP' &&
        /^\p{Lu}/u.test(tree.tokens[c]?.text ?? '') &&
        isNominal(tree.tokens[c]) &&
        tree.tokens[c]?.features.case === 'Acc',
    )
    .flatMap((c) => {
      const behind = tree.tokens.findIndex((t, i) => i > c && t.pos !== 'ADJ');
      const { pos, features, head = -1 } = tree.tokens[behind] ?? {};
      const isStray = head === c || isVerbal(tree.tokens[head]);
      return pos === 'NOUN' && features?.case === 'Gen' && isStray ? [behind] : [];
    });
}

/**
 * «приговор, вынесенный в отношении Ренна Высшим судом»: who does it in the passive, whom the parser hung on a name or a noun
 * behind the verb, though neither takes an instrumental.
 */
export function strayInstrumental(tree: Tree, token: number): readonly number[] {
  const within = subtree(tree, token, (c) => isVerbal(tree.tokens[c]) && c !== token);
  const stray = within.find((c) => {
    const word = tree.tokens[c];
    const head = tree.tokens[word?.head ?? -1];
    const named = word?.pos === 'PROPN' || /^\p{Lu}/u.test(tree.tokens[subtree(tree, c)[0] ?? -1]?.text ?? '');
    const free = word?.features.case === 'Ins' && prepositionOf(tree, c) === null && isNominal(word);
    return (
      c > token && free && named && head?.features.case !== 'Ins' && (head?.pos === 'PROPN' || head?.pos === 'NOUN')
    );
  });
  return stray === undefined ? [] : [stray];
}

/**
 * «за годы работы трибунал вынес», «но в итоге оба отказались»: a nominative before the verb that the parser hung on a
 * circumstance is the subject of a verb that has none and agrees with it.
 */
export function strayNominative(tree: Tree, token: number): readonly number[] {
  const verb = tree.tokens[token]?.features;
  if (!verb || verb.person === '1' || verb.person === '2') return [];
  for (let i = token - 1; i >= 0; i--) {
    const word = tree.tokens[i];
    if (!word || (isVerbal(word) && word.features.verbForm === 'Fin')) return [];
    const isNamed = word.features.case === 'Nom' || (word.features.case === undefined && isAcronym(word.text));
    const hung = word.relation === 'nmod' && isNominal(word) && isNamed;
    const paired = word.lemma === 'оба' && verb.number === 'Plur';
    if (!hung || prepositionOf(tree, i) !== null || !ancestors(tree, i).includes(token)) continue;
    const agrees =
      word.features.number === verb.number &&
      (verb.gender === undefined || word.features.gender === undefined || word.features.gender === verb.gender);
    if (paired || agrees) return [i];
  }
  return [];
}

/** «назначил министром обороны Петра Лосского»: the name behind a post in the instrumental, in another case than the post. */
function namedBehind(tree: Tree, post: number): number | undefined {
  if (tree.tokens[post]?.features.case !== 'Ins' || prepositionOf(tree, post) !== null) return undefined;
  return [post, ...dependents(tree, post, 'nmod')]
    .flatMap((c) => dependents(tree, c, 'appos', 'nmod'))
    .find((c) => {
      const { pos, features } = tree.tokens[c] ?? {};
      return pos === 'PROPN' && features?.animacy === 'Anim' && (features.case === 'Gen' || features.case === 'Acc');
    });
}

/** «подписали около 20 соглашений», «получит по восемь катеров»: a number told by a preposition stands for an object. */
function countedAbout(tree: Tree, token: number): readonly number[] {
  return dependents(tree, token, 'obl').filter(
    (o) =>
      o > token &&
      (isAboutSoMany(tree, o) || (prepositionOf(tree, o) === 'по' && caseAt(tree, o) === 'Gen')) &&
      dependents(tree, o, 'nummod').length > 0 &&
      !/^(?:год|месяц|неделя|день|сутки|час|минута|секунда|век|раз|процент|градус|километр|метр)$/u.test(
        tree.tokens[o]?.lemma ?? '',
      ),
  );
}

/** «около 20 соглашений», «свыше тысячи наёмников» */
export function isAboutSoMany(tree: Tree, token: number): boolean {
  return /^(?:около|свыше|порядка|более|менее)$/u.test(prepositionOf(tree, token) ?? '');
}

/** «направит на учение два фрегата»: an accusative, or what is counted by one; «посетит с визитом Беларусь» looks as a nominative does. */
function couldBeObject(tree: Tree, c: number): boolean {
  const { pos, norm = '', features } = tree.tokens[c] ?? {};
  const isAlike =
    pos === 'PROPN' && features?.animacy === 'Inan' && features.case === 'Nom' && /[^аеийоуыэюя]$/u.test(norm);
  return isAlike || [c, ...dependents(tree, c, 'nummod')].some((t) => tree.tokens[t]?.features.case === 'Acc');
}
