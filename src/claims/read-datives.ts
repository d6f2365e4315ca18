import type { Token } from '../language/analysis.ts';
import { buildTree, dependents, isAcronym, type Tree } from './tree.ts';

/**
 * «катера будут поставлены Варонии», «варонским ВВС поставят катера»: whom something is given to looks like the genitive, or does not
 * decline, and the parser takes it for one more subject. In: a tree. Out: the tree with such names as indirect objects in the dative.
 */
export function readDatives(tree: Tree): Tree {
  const found = new Set(
    tree.tokens.flatMap((word, i) =>
      word.pos === 'PROPN' && /^(?:nsubj|obj)/u.test(word.relation) && isGivenTo(tree, word, i) ? [i] : [],
    ),
  );
  if (found.size === 0) return tree;
  const tokens = Array.from(tree.tokens, (token, i): Token =>
    found.has(i) ? { ...token, relation: 'iobj', features: { ...token.features, case: 'Dat' } } : token,
  );
  return buildTree({ ...tree.sentence, tokens });
}

function isGivenTo(tree: Tree, word: Token, i: number): boolean {
  return isBehindSubject(tree, word, i) || hasDativeWord(tree, word, i);
}

/** «поставлены Варонии», «передана Дании»: a genitive behind a verb that has its subject before. */
function isBehindSubject(tree: Tree, { head, relation, features, norm }: Token, i: number): boolean {
  if (relation === 'obj') return false;
  const verb = tree.tokens[head];
  const isPassive = verb?.features.variant === 'Short' && verb.features.voice === 'Pass';
  const isAlike = features.case === 'Gen' && features.number === 'Sing' && /[ие]$/u.test(norm);
  const isBare = dependents(tree, i, 'case', 'nummod').length === 0;
  return isPassive && i > head && isAlike && isBare && dependents(tree, head, 'nsubj').some((s) => s < head);
}

/** «варонским ВВС»: an acronym has the case of its adjective, which is neither that of a subject nor that of an object. */
function hasDativeWord(tree: Tree, { head, relation, text }: Token, i: number): boolean {
  const adjectives = dependents(tree, i, 'amod').filter((c) => c < i);
  const isMany = relation === 'obj' || tree.tokens[head]?.features.number === 'Plur';
  return isAcronym(text) && isMany && adjectives.some((c) => /[иы]м$/u.test(tree.tokens[c]?.norm ?? ''));
}
