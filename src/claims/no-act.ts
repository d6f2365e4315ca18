import { type Cast, whyNoClause } from './event-clause.ts';
import { isToCome } from './event-plan.ts';
import { auxiliaryVerbs, procedures, stative, toldByOthers, ways } from './event-words.data.ts';
import { occurrenceVerbs } from './misread-arguments.ts';
import type { Predication } from './predications.ts';
import type { Reading } from './reading.ts';
import { isPlace } from './roles.ts';
import { dependents, isNominal, type Tree } from './tree.ts';

/**
 * Why a verb tells no happening, whatever else its clause says; `null` where it may. `inner`: what its infinitive tells, where it
 * has one.
 */
export function whyNoAct(reading: Reading, p: Predication, cast: Cast, inner: Predication | null): string | null {
  if (isToldByInfinitive(p, inner)) return 'its infinitive tells it';
  const unsaid = whyNoClause(p.tree, p.token);
  if (unsaid) return unsaid;
  if (cast.actors.some((a) => p.tree.tokens[a]?.features.person === '1')) return 'words of a speaker about himself';
  if (isWhatThingIs(p, cast)) return 'says what a thing is';
  if (isBroughtAbout(p, cast)) return 'what brought it about';
  if (isRunning(p, cast)) return 'where a road lies';
  if (isAimed(reading, p)) return 'what a thing is for';
  if (isBodyTakingPlace(p, cast)) return 'a body, which takes place nowhere';
  return isTakingPlace(p, cast) ? 'a meeting or an exercise, which its own noun tells' : null;
}

/** «является послом», «стал послом»: what somebody is or became is his position. */
export function isState(tree: Tree, p: Predication): boolean {
  return stative.has(p.lemma) && !isToCome(tree, p);
}

/** «планируют открыть порт»: what the infinitive tells; that of «отказались возглавить» alone would be a state of things. */
function isToldByInfinitive(p: Predication, inner: Predication | null): boolean {
  const leans = auxiliaryVerbs.has(p.lemma) || p.tree.tokens[p.token]?.features.variant === 'Short';
  return leans && inner !== null && !isState(p.tree, inner);
}

/** «целью сторон стала отмена пошлин», «поездка стала событием»: what a thing is called, which nobody does. */
function isWhatThingIs({ tree, token, lemma }: Predication, { actors }: Cast): boolean {
  if (!stative.has(lemma) || actors.length > 0) return false;
  return dependents(tree, token, 'xcomp').some(
    (c) => isNominal(tree.tokens[c]) && tree.tokens[c]?.features.case === 'Ins',
  );
}

/** «решение вызвано кризисом», not «посол вызван в министерство» */
function isBroughtAbout({ lemma, passive }: Predication, { actors }: Cast): boolean {
  return passive && actors.length === 0 && /^(?:вызвать|обусловить|продиктовать)$/u.test(lemma);
}

/** «через порт проходит дорога» */
function isRunning({ tree, lemma }: Predication, { subjects }: Cast): boolean {
  return /^(?:проходить|идти|вести)$/u.test(lemma) && subjects.some((s) => ways.has(tree.tokens[s]?.lemma ?? ''));
}

/** «меры направлены на улучшение торговли», beside «документ направлен на рассмотрение» */
function isAimed(reading: Reading, { tree, lemma, passive, obliques }: Predication): boolean {
  const goal = obliques.find((o) => o.preposition === 'на' && o.case === 'Acc');
  const { lemma: noun = '' } = tree.tokens[goal?.token ?? -1] ?? {};
  const isPurpose = /[нт]ие$/u.test(noun) && !procedures.has(noun);
  return lemma === 'направить' && passive && isPurpose && goal !== undefined && !isPlace(reading, tree, goal.token);
}

/** «маневры, которые прошли в мае»: what takes place is told by its noun. */
function isTakingPlace({ tree, lemma }: Predication, { subjects }: Cast): boolean {
  return occurrenceVerbs.has(lemma) && subjects.some((s) => toldByOthers.has(tree.tokens[s]?.lemma ?? ''));
}

/** «форум участников Союза, который пройдёт в мае»: what takes place is the forum, whatever noun the clause hangs on. */
function isBodyTakingPlace({ tree, token, lemma }: Predication, { actors }: Cast): boolean {
  const isTold = occurrenceVerbs.has(lemma) && tree.tokens[token]?.relation === 'acl:relcl' && actors.length > 0;
  return isTold && actors.every((a) => tree.tokens[a]?.features.animacy === 'Inan');
}
