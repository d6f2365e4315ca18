import type { Tree } from './tree.ts';

/** What told the status of a matter: a word of its sentence, or a circumstance without one. */
export interface Cue {
  readonly name: CueName;
  /** As the text has it, «планируют»; `null` for a circumstance: a question, a release. */
  readonly word: string | null;
  /** Its lemma where it governs what it tells of, планировать; else `null`. */
  readonly lemma: string | null;
  /** «не планируют» */
  readonly negated: boolean;
}

/** Kinds of words in `status-cues.data.ts`, each with a row of its own there. */
export type GoverningCue =
  | 'ahead'
  | 'attempt'
  | 'attempted'
  | 'cancellation'
  | 'course'
  | 'decision'
  | 'execution'
  | 'fear'
  | 'forecast'
  | 'held'
  | 'hope'
  | 'not-held'
  | 'paper'
  | 'plan'
  | 'possibility'
  | 'possible'
  | 'promise'
  | 'proposal'
  | 'purpose'
  | 'readiness'
  | 'refusal'
  | 'talks'
  | 'upcoming';

type CueName =
  | GoverningCue
  // the form of the word itself: «подпишут», «подписать», «подписав», «подписывают», «подписали», «не подписали», «подписание»
  | 'future'
  | 'infinitive'
  | 'converb'
  | 'present'
  | 'past'
  | 'negation'
  | 'noun'
  // where a noun stands: «накануне встречи», «будет встреча», «сообщили о встрече», «не обсуждали на встрече»
  | 'preposition'
  | 'existence'
  | 'reported noun'
  | 'noun beside a negated verb'
  // «удалось подписать»
  | 'accomplished'
  // what keeps it from being told as meant (`reserve.ts`)
  | 'uncertain'
  | 'condition'
  | 'question'
  | 'indirect question'
  | 'question of what is known'
  | 'follows from'
  | 'when another is'
  | 'effect'
  | 'setting'
  // what its day says (`status-of-day.ts`)
  | 'to come'
  | 'since then'
  // why nobody is held to it (`unbound.ts`)
  | `binds nobody: ${string}`;

/** `word`: of the text, where there is one. */
export function cueOf(name: CueName, word: string | null = null): Cue {
  return { name, word, lemma: null, negated: false };
}

/** A cue with the word of the sentence that gives it. */
export function cueAt(tree: Tree, name: CueName, token: number): Cue {
  return cueOf(name, tree.tokens[token]?.text ?? '');
}

/** A cue whose word governs what it tells of: «не планируют подписать». */
export function governingCue(tree: Tree, name: CueName, token: number, negated: boolean): Cue {
  return { ...cueAt(tree, name, token), lemma: tree.tokens[token]?.lemma ?? '', negated };
}

/** As `explain` prints it: `future «подпишут»`, `plan «планируют»: планировать (negated)`. */
export function renderCue({ name, word, lemma, negated }: Cue): string {
  return `${name}${word === null ? '' : ` «${word}»`}${lemma === null ? '' : `: ${lemma}`}${negated ? ' (negated)' : ''}`;
}
