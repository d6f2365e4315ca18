import type { ExplainedSentence } from '../app/explain.ts';

type Token = ExplainedSentence['tokens'][number];

/** One word of a sentence with its place in the tree, as a line of a table. */
export interface ParseRow {
  /** Position in the sentence from 1, punctuation counted. */
  readonly position: number;
  readonly text: string;
  readonly lemma: string;
  /** Part of speech, then the features that the form expresses: `VERB Past Perf Sing`. */
  readonly tag: string;
  readonly relation: string;
  /** Position and text of the word that it hangs on; `null` for the root. */
  readonly head: { readonly position: number; readonly text: string } | null;
}

/** The words of a sentence in the order of the text, without punctuation. */
export function parseRows(tokens: readonly Token[]): readonly ParseRow[] {
  return tokens.flatMap((token, i) => {
    if (token.kind === 'punctuation') return [];
    const head = tokens[token.head];
    return [
      {
        position: i + 1,
        text: token.text,
        lemma: token.lemma,
        tag: [token.pos, ...Object.values(token.features)].join(' '),
        relation: token.relation,
        head: head ? { position: token.head + 1, text: head.text } : null,
      },
    ];
  });
}
