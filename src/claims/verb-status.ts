import type { Token } from '../language/analysis.ts';
import { auxiliariesOf, isNegated, looksAhead } from './clause.ts';
import { type Cue, cueAt, cueOf } from './cue.ts';
import type { StatusReading } from './status.ts';
import { isVerbal, type Tree } from './tree.ts';

/** Tense, aspect and negation of a verb alone. */
export function verbStatus(tree: Tree, token: number): StatusReading {
  const word = tree.tokens[token];
  const auxiliaries = auxiliariesOf(tree, token);
  const future = auxiliaries.find((a) => looksAhead(tree.tokens[a]));
  // «группа будет создана, права закрыть её не будет»: what the parser hangs behind a comma denies another matter
  const isOwn = (a: number): boolean =>
    a < token || auxiliaries.length < 2 || !tree.tokens.slice(token, a).some((t) => t.text === ',');
  const negated = isNegated(tree, token) || auxiliaries.some((a) => isOwn(a) && isNegated(tree, a));
  const cue = (name: Cue['name'], at = token): readonly Cue[] => [cueAt(tree, name, at)];
  const tense = word?.features.tense;
  const base: StatusReading =
    future !== undefined
      ? { status: 'planned', force: 'plan', cues: cue('future', future) }
      : word?.features.verbForm === 'Inf'
        ? { status: 'planned', force: 'plan', cues: cue('infinitive') }
        : word?.features.verbForm === 'Conv'
          ? converbStatus(tree, token)
          : tense === 'Fut'
            ? { status: 'planned', force: 'plan', cues: cue('future') }
            : tense === 'Pres' && word?.features.voice !== 'Pass'
              ? { status: 'ongoing', force: null, cues: cue('present') }
              : tense === 'Pres' || (isStanding(word) && auxiliaries.length === 0)
                ? { status: 'ongoing', force: null, cues: cue('present') }
                : { status: 'happened', force: null, cues: cue('past') };
  return negated ? { status: 'denied', force: null, cues: [...base.cues, cueOf('negation')] } : base;
}

/** «база расположена в порту», «в манёврах задействованы катера»: where something is, told by a short participle alone. */
function isStanding(word: Token | undefined): boolean {
  return (
    word?.features.variant === 'Short' &&
    /^(?:расположить|дислоцировать|расквартировать|задействовать)$/u.test(word.lemma)
  );
}

function converbStatus(tree: Tree, token: number): StatusReading {
  const head = tree.tokens[token]?.head ?? -1;
  // «попытается примирить всех, уволив министра»: how it is done is no plan of its own
  return isVerbal(tree.tokens[head]) && tree.tokens[head]?.features.verbForm !== 'Conv'
    ? { ...verbStatus(tree, head), force: null }
    : { status: 'happened', force: null, cues: [cueAt(tree, 'converb', token)] };
}
