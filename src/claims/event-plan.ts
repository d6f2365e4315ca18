import { isFuture, isNegated } from './clause.ts';
import { becomingVerbs } from './event-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import type { Predication } from './predications.ts';
import type { StatusReading } from './status.ts';
import { firstPerson } from './speaker-acts.ts';
import { dependents, type Tree } from './tree.ts';

/**
 * «обещал определиться позднее», «намерены уйти», «продолжит работать»: what somebody says he will do is told, however little the
 * infinitive says.
 */
export function isMeant({ form }: Predication, { status, force, cues }: StatusReading): boolean {
  const explicit = cues.some(
    ({ name, lemma, negated }) => /^(?:plan|promise|decision|course)$/u.test(name) && (lemma !== 'хотеть' || negated),
  );
  return form === 'infinitive' && status === 'planned' && force !== null && explicit;
}

/**
 * «„Мы вынесем заключение“», «„Я буду исполнять обязанности мэра“»: what who speaks says that he will do to something named;
 * «вспомним детство» without a subject only invites.
 */
export function isOwnPlan(tree: Tree, { token, form, agents, patients, obliques }: Predication): boolean {
  const ahead = form === 'infinitive' || isFuture(tree, token);
  const clause = ownClauses.has(tree.tokens[token]?.relation ?? '');
  const told = clause && agents.length > 0 && firstPerson(tree, token) !== null && !isNegated(tree, token);
  const things = patients.length > 0 ? patients : obliques.map((o) => o.token);
  return ahead && told && things.some((t) => ['NOUN', 'PROPN'].includes(tree.tokens[t]?.pos ?? ''));
}

/** «мы сделаем это, как только получим ответ»: what hangs on another act only says when. */
const ownClauses: ReadonlySet<string> = new Set(['root', 'conj', 'parataxis', 'ccomp', 'xcomp']);

/** «станет послом», «планирует возглавить партию»: what somebody will be comes about; «станет первой женщиной на посту» only ranks it. */
export function isToCome(tree: Tree, { token, lemma, form }: Predication): boolean {
  return becomingVerbs.has(lemma) && (form === 'infinitive' || isFuture(tree, token)) && !isRanked(tree, token);
}

function isRanked(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'xcomp', 'obl', 'obj').some((c) =>
    [c, ...dependents(tree, c, 'amod')].some((word) => ranks.has(tree.tokens[word]?.lemma ?? '')),
  );
}

const ranks: ReadonlySet<string> = new Set(
  lemmaList(`первый второй третий последний самый единственный крупнейший важнейший очередной рекордный`),
);
