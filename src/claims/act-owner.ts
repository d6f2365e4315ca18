import { lemmaList } from './lemma-list.ts';
import { orders } from './predications.data.ts';
import type { Predication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isActor } from './roles.ts';
import { coordinated, genitivesOf, type Tree } from './tree.ts';

/**
 * Whose act brings a happening about, where the clause tells it by the act: «отменён по решению суда», «введён приказом банка»,
 * «постановление суда отменяет», «освобождены благодаря усилиям посла». In: a predication. Out: tokens of those who acted, in the
 * order of the text; none where no act of somebody's is told.
 */
export function ownersOfAct(reading: Reading, p: Predication): readonly number[] {
  const { tree } = p;
  const acts = [
    ...p.agents.filter((a) => orders.has(tree.tokens[a]?.lemma ?? '')),
    ...p.obliques.flatMap((o) => (isMeans(tree, o) ? [o.token] : [])),
  ];
  return acts.flatMap((a) => ownersIn(reading, tree, a));
}

/** What is done for something to come about. */
const efforts: ReadonlySet<string> = new Set(
  lemmaList(`усилие посредничество вмешательство старание инициатива просьба требование поручение указание`),
);

/** «по решению», «приказом», «благодаря усилиям», «при посредничестве» */
function isMeans(tree: Tree, { token, preposition, case: grammatical }: Predication['obliques'][number]): boolean {
  const lemma = tree.tokens[token]?.lemma ?? '';
  const isBare = preposition === null && grammatical === 'Ins';
  const isLed = ['по', 'благодаря', 'при', 'согласно'].includes(preposition ?? '');
  return (isBare || isLed) && (orders.has(lemma) || efforts.has(lemma));
}

function ownersIn(reading: Reading, tree: Tree, act: number): readonly number[] {
  return genitivesOf(tree, act)
    .flatMap((c) => coordinated(tree, c))
    .filter((c) => isActor(reading, tree, c));
}
