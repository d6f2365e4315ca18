import { isBelow, type FittedTree } from './tagged-tree.ts';

/**
 * Clauses hung as the treebank has them, in place. «Главой палаты был Верди»: what somebody was heads its clause, and «быть» is its
 * copula. «Известно, что Верди вернулся, а позже заявил»: a clause with a conjunction is joined to the one before it that hangs on
 * the same word in the same way.
 */
export function fitClauses(tree: FittedTree): void {
  tree.heads.forEach((_, i) => {
    putPredicateFirst(tree, i);
    joinToClauseBefore(tree, i);
  });
}

function putPredicateFirst({ heads, relations, bundles }: FittedTree, predicate: number): void {
  const copula = heads[predicate] ?? -1;
  const isNamed = bundles[predicate]?.features.case === 'Ins' && relations[predicate] === 'xcomp';
  if (!isNamed || bundles[copula]?.pos !== 'AUX' || relations[copula] !== 'root') return;
  heads.forEach((head, k) => {
    if (head === copula && k !== predicate) heads[k] = predicate;
  });
  heads[predicate] = -1;
  relations[predicate] = 'root';
  heads[copula] = predicate;
  relations[copula] = 'cop';
}

function joinToClauseBefore({ heads, relations, bundles }: FittedTree, clause: number): void {
  if (relations[clause] !== 'ccomp') return;
  const isJoined = relations.some((relation, k) => relation === 'cc' && heads[k] === clause && k < clause);
  if (!isJoined) return;
  for (let i = clause - 1; i >= 0; i--) {
    if (heads[i] !== heads[clause] || relations[i] !== 'ccomp' || bundles[i]?.pos !== 'VERB') continue;
    if (isBelow(heads, i, clause)) return;
    heads[clause] = i;
    relations[clause] = 'conj';
    return;
  }
}
