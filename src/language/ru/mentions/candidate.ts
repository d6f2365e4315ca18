import type { Mention, MentionKind } from '../../analysis.ts';

/** A mention before it has its name: tokens [from, to) of one sentence. */
export interface Candidate {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly kind: MentionKind;
  readonly form: Mention['form'];
  /** Key of the state or body that the gazetteers know it as. */
  readonly known: string | null;
  /** Nominative where a gazetteer gives it. */
  readonly name: string | null;
  readonly why: string;
}

/** The candidates of each sentence, in their order: rules look at a candidate beside those, never at a whole document of them. */
export function bySentence(candidates: readonly Candidate[]): (sentence: number) => readonly Candidate[] {
  const rows = Map.groupBy(candidates, (one) => one.sentence);
  return (sentence) => rows.get(sentence) ?? none;
}

const none: readonly Candidate[] = [];
