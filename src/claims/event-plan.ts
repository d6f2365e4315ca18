import { isFuture } from './clause.ts';
import { becomingVerbs } from './event-words.data.ts';
import { lemmaList } from './lemma-list.ts';
import type { Predication } from './predications.ts';
import type { StatusReading } from './status.ts';
import { dependents, type Tree } from './tree.ts';

/**
 * «обещал определиться позднее», «намерены уйти», «продолжит работать»: what somebody says he will do is told, however little the
 * infinitive says.
 */
export function isMeant({ form }: Predication, { status, force, cues }: StatusReading): boolean {
  const explicit = cues.some((cue) => /^(?:plan|promise|decision|course) «/u.test(cue));
  return form === 'infinitive' && status === 'planned' && force !== null && explicit;
}

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
