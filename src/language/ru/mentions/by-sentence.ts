import type { Candidate } from './find-mentions.ts';

/** The candidates of each sentence, in their order: rules look at a candidate beside those, never at a whole document of them. */
export function bySentence(candidates: readonly Candidate[]): (sentence: number) => readonly Candidate[] {
  const rows = Map.groupBy(candidates, (one) => one.sentence);
  return (sentence) => rows.get(sentence) ?? none;
}

const none: readonly Candidate[] = [];
