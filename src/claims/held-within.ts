import { lemmaList } from './lemma-list.ts';
import { dependents, type Tree } from './tree.ts';

/**
 * «рассмотрели действие договора», «подпись под текстом договора», «подписали ряд договоров»: the nouns in the genitive within what
 * stands in a slot, where that is a part of something or how it goes.
 */
export function heldWithin(tree: Tree, standing: readonly number[]): readonly number[] {
  const isHolder = (t: number): boolean => {
    const { lemma = '' } = tree.tokens[t] ?? {};
    return partNouns.has(lemma) || courseNouns.has(lemma);
  };
  const held = standing.filter(isHolder).flatMap((t) => dependents(tree, t, 'nmod'));
  // «срок действия договора», «приостановили действие пунктов договора»
  return [...held, ...held.filter(isHolder).flatMap((t) => dependents(tree, t, 'nmod'))];
}

/** «ряд договоров», «нарушили статью договора», «вступление в силу договора»: what is done to a part is done to the agreement. */
const partNouns: ReadonlySet<string> = new Set(
  lemmaList(`ряд серия срок статья пункт положение норма требование сила`),
);

export const courseNouns: ReadonlySet<string> = new Set(
  lemmaList(`действие выполнение реализация исполнение ход соблюдение текст`),
);
