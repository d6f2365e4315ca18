import type { Span } from '../model/span.ts';
import type { Predication } from './predications.ts';
import { mentionsAt, type PlacedTime, type Reading } from './reading.ts';
import { dependents, firstFrom, isVerbal, spanOf, subtree, tokensInside, type Tree, universal } from './tree.ts';

/** The shortest run that carries a predication: its word, the verb that carries it, its fillers with their phrases, its time. */
export function evidenceOf(
  reading: Reading,
  p: Predication,
  fillers: readonly number[],
  placed: PlacedTime | null,
): Span {
  const { tree } = p;
  const words = new Set<number>([p.token, ...(p.light >= 0 ? [p.light] : [])]);
  for (const filler of fillers) {
    if (isShared(p, filler)) continue;
    for (const word of fillerWords(reading, tree, filler)) words.add(word);
  }
  // «в среду посетил порт»: a day with its preposition; «в среду прибыл и посетил порт»: that of the verb before, where more carries it
  if (placed && !(words.size > 1 && isShared(p, placed.first)))
    for (let i = afterPreposition(tree, placed.first); i <= placed.last; i++) words.add(i);
  const head = tree.tokens[p.token]?.head ?? -1;
  const relation = tree.tokens[p.token]?.relation ?? '';
  if (head >= 0 && (relation === 'xcomp' || relation === 'csubj')) words.add(head);
  for (const child of tree.children[p.token] ?? []) {
    const plain = tree.tokens[child]?.relation ?? '';
    if (plain.startsWith('aux') || (plain === 'advmod' && tree.tokens[child]?.norm === 'не')) words.add(child);
  }
  return spanOf(tree, [...words]);
}

function afterPreposition(tree: Tree, first: number): number {
  return tree.tokens[first - 1]?.pos === 'ADP' ? first - 1 : first;
}

/**
 * «Хунта не признала выборы и арестовала лидеров», «концерн, который купил завод, заявил, что подаст иск»: a subject before
 * another verb than its own does not carry the second.
 */
function isShared(p: Predication, filler: number): boolean {
  const { tree, token } = p;
  const verb = ledBy(tree, token);
  const before = predicateBefore(tree, verb);
  return before >= 0 && filler < before && before < verb;
}

/** The predicate on which that of a clause hangs: «ушёл» for «подал» in «ушёл и подал иск» and in «ушёл после того, как подал иск»; -1. */
function predicateBefore(tree: Tree, verb: number): number {
  const { relation = '', head = -1 } = tree.tokens[verb] ?? {};
  // «он ушёл после того, как подал иск»
  if (relation === 'acl' && tree.tokens[head]?.norm === 'того') return tree.tokens[head]?.head ?? -1;
  // «она посол и ушла в мае»
  const predicative = isVerbal(tree.tokens[head]) || dependents(tree, head, 'nsubj').length > 0;
  return clauseRelations.has(universal(relation)) && predicative ? head : -1;
}

/** How a clause hangs on the verb of another. */
const clauseRelations: ReadonlySet<string> = new Set(['conj', 'ccomp', 'advcl', 'parataxis']);

/** «намерена арестовать», «решил попытаться уйти»: the verb on which infinitives hang; of others the word itself. */
function ledBy(tree: Tree, token: number): number {
  const { relation, head = -1 } = tree.tokens[token] ?? {};
  return relation === 'xcomp' && head >= 0 ? ledBy(tree, head) : token;
}

function fillerWords(reading: Reading, tree: Tree, token: number): readonly number[] {
  const mention = mentionsAt(reading, tree, token)[0];
  const own = subtree(tree, token, (child) => {
    const relation = tree.tokens[child]?.relation ?? '';
    return (
      relation === 'acl:relcl' ||
      relation === 'conj' ||
      relation === 'parataxis' ||
      relation === 'advcl' ||
      relation === 'cc' ||
      relation === 'punct'
    );
  });
  if (!mention) return own;
  const first = firstFrom(tree, mention.start);
  return [...own, ...tokensInside(tree, mention).map((_, n) => first + n)];
}
