import type { Cited } from '../model/answer.ts';

/** What several answers cite, together: for a page that shows lines of all of them. */
export function allCited(answers: readonly { readonly cited: Cited }[]): Cited {
  return {
    entities: new Map(answers.flatMap(({ cited }) => [...cited.entities])),
    claims: new Map(answers.flatMap(({ cited }) => [...cited.claims])),
    documents: new Map(answers.flatMap(({ cited }) => [...cited.documents])),
    passages: new Map(answers.flatMap(({ cited }) => [...cited.passages])),
  };
}
