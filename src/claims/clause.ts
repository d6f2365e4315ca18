import type { Token } from '../language/analysis.ts';
import { lemmaList } from './lemma-list.ts';
import { caseAt, createTokenMemory, dependents, isVerbal, prepositionOf, type Tree, universal } from './tree.ts';

/** The verb of the clause in which a word stands; -1 where the sentence has none above it. */
export function clauseHead(tree: Tree, token: number): number {
  let at = tree.tokens[token]?.head ?? -1;
  for (let guard = 0; guard < 60 && at >= 0; guard++) {
    const word = tree.tokens[at];
    if (isVerbal(word) || universal(word?.relation ?? '') === 'root') return at;
    at = word?.head ?? -1;
  }
  return -1;
}

/** «не подписали», «так и не состоялась», «ни один» */
export function isNegated(tree: Tree, token: number): boolean {
  return (tree.children[token] ?? []).some((c) => {
    const word = tree.tokens[c];
    return (word?.norm === 'не' || word?.norm === 'нет' || word?.norm === 'нельзя') && c < token;
  });
}

/** «будет поднимать», «уедет» */
export function isFuture(tree: Tree, verb: number): boolean {
  return looksAhead(tree.tokens[verb]) || auxiliariesOf(tree, verb).some((t) => looksAhead(tree.tokens[t]));
}

/** «сдаст мост», not «обещал, что сдаст мост»: still to come, not only ahead of the day on which somebody said so. */
export function isStillAhead(tree: Tree, verb: number): boolean {
  return isFuture(tree, verb) && tree.tokens[verb]?.relation !== 'ccomp';
}

/**
 * «будет внесён»; «будет внесён в мае, а принят в июне», «будут внесены поправки и принят закон»: what stands with the first of two
 * short participles serves both, also where what the second befalls follows it.
 */
export function auxiliariesOf(tree: Tree, verb: number): readonly number[] {
  return (auxiliaries(tree)[verb] ??= findAuxiliaries(tree, verb));
}

const auxiliaries = createTokenMemory<readonly number[]>();

function findAuxiliaries(tree: Tree, verb: number): readonly number[] {
  const own = dependents(tree, verb, 'aux', 'cop');
  const { relation, head = -1, features } = tree.tokens[verb] ?? {};
  const isJoined = own.length === 0 && relation === 'conj' && features?.variant === 'Short';
  if (!isJoined || tree.tokens[head]?.features.variant !== 'Short') return own;
  const isToldBehind = (of: number): boolean => dependents(tree, of, 'nsubj').every((subject) => subject > of);
  const isShared = dependents(tree, verb, 'nsubj').length === 0 || (isToldBehind(verb) && isToldBehind(head));
  return isShared ? auxiliariesOf(tree, head) : own;
}

/** «Рыбнадзором разрешён ввоз рыбы»: who does it in the passive, whom the parser took for a second subject. */
export function doersAsSubjects(tree: Tree, verb: number): readonly number[] {
  const subjects = dependents(tree, verb, 'nsubj');
  const isDoer = (s: number): boolean => caseAt(tree, s) === 'Ins' && prepositionOf(tree, s) === null;
  return subjects.some((s) => !isDoer(s)) ? subjects.filter(isDoer) : [];
}

/** A form of the future; those of «быть» by their letters, whatever the tagger makes of them. */
export function looksAhead(token: Token | undefined): boolean {
  return token !== undefined && (token.features.tense === 'Fut' || willBe.has(token.norm));
}

const willBe: ReadonlySet<string> = new Set(lemmaList(`буду будешь будет будем будете будут`));

/**
 * «неизвестно, кто его сменит», «вопрос, планируется ли встреча», «когда подпишут, не уточнили»: a clause that asks. «порт, куда он
 * прибыл» tells.
 */
export function isAsked(tree: Tree, verb: number): boolean {
  return (asked(tree)[verb] ??= readAsked(tree, verb));
}

const asked = createTokenMemory<boolean>();

function readAsked(tree: Tree, verb: number): boolean {
  const relation = universal(tree.tokens[verb]?.relation ?? '');
  const clause = [verb, ...dependents(tree, verb, 'nsubj', 'obj', 'obl', 'advmod', 'xcomp')];
  const whether = clause.some((c) => (tree.children[c] ?? []).some((w) => tree.tokens[w]?.norm === 'ли'));
  if (whether) return relation !== 'root' || isFuture(tree, verb);
  const { head = -1 } = tree.tokens[verb] ?? {};
  // «неясно, откроют ли порт или дело кончится переговорами»
  const isOr = dependents(tree, verb, 'cc').some((c) => tree.tokens[c]?.norm === 'или');
  if (relation === 'conj' && isOr && isAsked(tree, head)) return true;
  if (isLeftOpen(tree, verb) && tree.tokens[verb]?.features.tense !== 'Past') return true;
  if (!['ccomp', 'csubj', 'conj'].includes(relation)) return false;
  if (clause.some((c) => c < verb && asking.has(tree.tokens[c]?.norm ?? ''))) return true;
  // «когда взорвалась бомба» says when, «где идут бои» says where
  const circumstances = clause.flatMap((c) => dependents(tree, c, 'mark', 'advmod', 'det'));
  return isFuture(tree, verb) && circumstances.some((c) => c < verb && askingAhead.has(tree.tokens[c]?.lemma ?? ''));
}

/** «Чем он займётся, не сообщается», «О том, почему он уехал, не знают»: a question opens the sentence, and no answer is told behind it. */
export function isLeftOpen(tree: Tree, verb: number): boolean {
  const question = tree.tokens.findIndex((t) => t.pos !== 'ADP' && t.norm !== 'том' && t.text !== ',');
  const word = tree.tokens[question];
  if (!word || question >= verb || !opening.has(word.lemma)) return false;
  const comma = tree.tokens.findIndex((t, i) => i > verb && t.text === ',');
  return tree.tokens.some((t, i) => i > comma && comma > verb && answering.has(t.lemma) && isNegated(tree, i));
}

const opening: ReadonlySet<string> = new Set(
  lemmaList(`что кто как какой когда где куда откуда почему зачем сколько чем чей каков`),
);
const answering: ReadonlySet<string> = new Set(
  lemmaList(
    `известно известный ясно ясный понятно понятный сообщаться сообщать уточняться уточнять знать раскрываться`,
  ),
);

const asking: ReadonlySet<string> = new Set(lemmaList(`кто кем кому кого чем куда откуда почему зачем сколько`));
const askingAhead: ReadonlySet<string> = new Set(lemmaList(`когда где какой каков чей`));
