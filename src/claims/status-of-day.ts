import type { ClaimTime } from '../model/time.ts';
import { isPastDay } from './clause-time.ts';
import { cueOf } from './cue.ts';
import type { Draft } from './draft.ts';
import type { Predication } from './predications.ts';
import type { PlacedTime, Reading } from './reading.ts';
import type { StatusReading } from './status.ts';
import { dependents, prepositionOf, type Tree } from './tree.ts';

/** «завтра посол вылетает в Осло»: the present of a day that is still to come. */
export function onDay(reading: Reading, status: StatusReading, time: ClaimTime | null): StatusReading {
  const published = reading.context.published?.to ?? null;
  const ahead = published !== null && (time?.from ?? published) > published;
  return ahead && isPresent(status)
    ? { status: 'planned', force: 'plan', cues: [...status.cues, cueOf('to come', time?.text ?? '')] }
    : status;
}

/**
 * «станет первым шагом после взрывов в апреле 2012 года», written in May; «это ответ на закрытие консульства в мае», in July: what
 * comes after it is planned or goes on, it has been.
 */
export function beforeThis(
  reading: Reading,
  p: Predication,
  status: StatusReading,
  time: ClaimTime | null,
): StatusReading {
  const isAfter = status.status === 'planned' && status.cues[0]?.name === 'preposition';
  const isAnswered = p.form === 'noun' && p.light < 0 && prepositionOf(p.tree, p.token) === 'на' && isPresent(status);
  return (isAfter || isAnswered) && time !== null && isPastDay(reading, time.to)
    ? { status: 'happened', force: null, cues: [...status.cues, cueOf('past', time.text)] }
    : status;
}

/** Whether nothing but the present of its clause says when it is. */
function isPresent({ cues }: StatusReading): boolean {
  return cues.length === 1 && cues[0]?.name === 'present';
}

/** «подписали контракт на поставку в 2030 году»: what has happened did not do so on a day to come. */
export function withoutDayAhead(reading: Reading, draft: Draft): Draft {
  const { from = null, to: published = null } = reading.context.published ?? {};
  const isDone = draft.status === 'happened' && draft.cues?.[0]?.name === 'past';
  const isAhead = published !== null && from === published && (draft.time?.from ?? published) > published;
  return isDone && isAhead && draft.type !== 'figure' ? { ...draft, time: null } : draft;
}

/** «с 1995 года размещены два полка», «размещённый сейчас полк»: what was done and lasts since then goes on. */
export function sinceThen(p: Predication, status: StatusReading, placed: PlacedTime | null): StatusReading {
  const since = placed?.expression.modifier === 'after' && placed.expression.to === null;
  const lasting = p.passive && p.tree.tokens[p.token]?.features.variant === 'Short';
  const now = p.form === 'participle' && dependents(p.tree, p.token, 'advmod').some((c) => isNow(p.tree, c));
  return ((since && lasting) || (now && p.passive)) && status.status === 'happened'
    ? { ...status, status: 'ongoing', cues: [...status.cues, cueOf('since then')] }
    : status;
}

function isNow(tree: Tree, token: number): boolean {
  return /^(?:сейчас|ныне|теперь)$/u.test(tree.tokens[token]?.norm ?? '');
}
