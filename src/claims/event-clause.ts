import { isAsked, isFuture } from './clause.ts';
import { keptAt } from './event-course.ts';
import { opinionVerbs, wholeVerbs } from './event-words.data.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import type { Predication } from './predications.ts';
import { isQuoted } from './quoted-speech.ts';
import type { Reading } from './reading.ts';
import { speechActOf } from './reporting.data.ts';
import { dependents, isVerbal, type Tree } from './tree.ts';

/** Who acts, and what it befalls where nobody does. */
export interface Cast {
  readonly subjects: readonly number[];
  readonly actors: readonly number[];
  readonly things: readonly number[];
}

/** The cast with what is acted on and where, and whether a time is told, and told in the words of the clause. */
export interface Scene extends Cast {
  readonly objects: readonly number[];
  readonly places: readonly number[];
  readonly isTimed: boolean;
  readonly isPlaced: boolean;
}

/** Why a clause does not say that what its verb tells is so: it asks, it sets a condition, it is a view. */
export function whyNoClause(tree: Tree, i: number): string | null {
  const token = tree.tokens[i];
  if (!token) return 'no token';
  if (isAsked(tree, i)) return 'asked, not told';
  // «если порт закроют и суда уйдут»: a condition of both
  const clause = token.relation === 'conj' && tree.tokens[token.head]?.relation === 'advcl' ? [i, token.head] : [i];
  const marks = clause.flatMap((verb) => dependents(tree, verb, 'mark')).map((c) => tree.tokens[c]?.norm ?? '');
  const told = isDone(tree, i);
  // «когда армия обстреляла порт», «после того как суд отказал»: it was done, and the other clause is set beside it
  if (marks.some((m) => ['если', 'чтобы', 'прежде', 'пока'].includes(m) || (!told && ['как', 'когда'].includes(m))))
    return `after «${marks.join(' ')}»`;
  // «Варония считает, что соседи нарушили границу»: a view, which nobody reports as done
  const isView =
    token.relation === 'ccomp' && !isFuture(tree, i) && opinionVerbs.has(tree.tokens[token.head]?.lemma ?? '');
  return isView ? 'what somebody thinks, not what happens' : null;
}

/** Why a clause may only belong to what somebody says: it stands in his words, or says what he says. */
export function whyTold(reading: Reading, tree: Tree, i: number): string | null {
  const token = tree.tokens[i];
  if (!token || isFuture(tree, i)) return null;
  // «продолжит „трудиться в команде“»: the words are quoted, the verb that governs them tells
  const isLed = token.relation === 'xcomp' && isFuture(tree, token.head);
  if (isQuoted(reading, token) && !isLed) return 'within somebody’s words';
  const isSaid = token.relation === 'ccomp' && !isDone(tree, i) && speechActOf(tree.tokens[token.head]?.lemma ?? '');
  return isSaid ? 'what somebody says, not what happens' : null;
}

/** A past tense that tells a whole: «перехватил», «перехваченный». */
export function isDone(tree: Tree, verb: number): boolean {
  const { tense, aspect } = tree.tokens[verb]?.features ?? {};
  return tense === 'Past' && aspect === 'Perf';
}

/** «посол избран», «груз найден»: something was done to the subject, which completes the verb. */
export function isActedOn({ tree, token, form, passive, agents, patients }: Predication): boolean {
  return passive && form === 'finite' && isDone(tree, token) && agents.length + patients.length > 0;
}

/**
 * Why a clause that has no time of its own is only told beside another: it says who somebody is («который прославился»), or
 * goes on with an act that it does nothing new to and nowhere else («… и будут трудиться»). `null` for what stands by itself.
 */
export function whyBeside(reading: Reading, p: Predication, { things, objects, places }: Scene): string | null {
  const { tree, token } = p;
  const { relation, head = -1 } = tree.tokens[token] ?? {};
  const isOfAntecedent = dependents(tree, token, 'nsubj').some((s) => tree.tokens[s]?.lemma === 'который');
  if (relation === 'acl:relcl' && isOfAntecedent && keptAt(reading, p).length === 0) return 'says of whom it tells';
  // «упал и был доставлен в больницу»: what is done to him is new
  const joined = relation === 'conj' && isVerbal(tree.tokens[head]) && !isActedOn(p);
  if (joined && !wholeVerbs.has(p.lemma) && objects.length + places.length + things.length === 0)
    return 'goes on with the act before it';
  // «эта мера не решит спора»: of a thing, only what was to take place did not
  const undone = things.length > 0 && dependents(tree, token, 'advmod').some((c) => tree.tokens[c]?.norm === 'не');
  return undone && !occurrenceVerbs.has(p.lemma) ? 'does not befall' : null;
}
