import { lemmaList } from './lemma-list.ts';
import { caseAt, coordinated, dependents, prepositionOf, type Tree } from './tree.ts';

/**
 * «соглашение прошло ратификацию», «договор готовится к подписанию», «к подписанию планируется меморандум»: what goes through the act
 * that a noun names, told as the subject of the verb above. In: the token of the noun. Out: the subjects; none elsewhere.
 */
export function undergoing(tree: Tree, token: number): readonly number[] {
  const { head = -1 } = tree.tokens[token] ?? {};
  const lemma = tree.tokens[head]?.lemma ?? '';
  const preposition = prepositionOf(tree, token);
  const goesThrough = passing.has(lemma) && preposition === null && caseAt(tree, token) === 'Acc';
  const isReady = readying.has(lemma) && preposition === 'к' && caseAt(tree, token) === 'Dat';
  if (!goesThrough && !isReady) return [];
  // «планируется к подписанию меморандум»: the parser may hang the subject on the act
  const behind = dependents(tree, token, 'nmod').filter(
    (t) => isReady && prepositionOf(tree, t) === null && /^(?:Nom|Acc)$/u.test(caseAt(tree, t) ?? ''),
  );
  return [...dependents(tree, head, 'nsubj'), ...behind]
    .filter((t) => tree.tokens[t]?.features.animacy !== 'Anim')
    .flatMap((t) => coordinated(tree, t));
}

const passing: ReadonlySet<string> = new Set(lemmaList(`пройти проходить`));

const readying: ReadonlySet<string> = new Set(
  lemmaList(`готовиться подготовить планироваться запланировать намечаться наметить рекомендовать`),
);
