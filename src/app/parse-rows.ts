import type { Token } from '../language/analysis.ts';
import { namesOf } from '../language/features.ts';
import type { ParsedWord } from '../model/claim-reading.ts';

/** The words of a sentence in the order of the text, without punctuation. */
export function parseRows(tokens: readonly Token[]): readonly ParsedWord[] {
  return tokens.flatMap((token, i) => {
    if (token.kind === 'punctuation') return [];
    const head = tokens[token.head];
    return [
      {
        position: i + 1,
        start: token.start,
        stop: token.stop,
        text: token.text,
        lemma: token.lemma,
        tag: [token.pos, ...namesOf(token.features).map((name) => token.features[name])].join(' '),
        relation: token.relation,
        head: head ? { position: token.head + 1, text: head.text } : null,
      },
    ];
  });
}
