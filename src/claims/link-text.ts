import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/**
 * «собрало 500 подписей[https://example.org/p/1 Отменить «закон о маяках»]»: what a link in brackets is called is nobody's act;
 * why a draft told there is left, `null` for one told elsewhere. «посол [https://example.org/p/2 заявил], что» goes on through a
 * link that stands apart.
 */
export function whyOfLink({ analysis, trees }: Reading, { sentence, token }: Draft): string | null {
  const trigger = trees[sentence]?.tokens[token];
  const start = analysis.sentences[sentence]?.start;
  if (!trigger || start === undefined) return null;
  const before = analysis.text.slice(start, trigger.start);
  const opening = before.lastIndexOf('[');
  const link = before.slice(opening + 1);
  const isOfSentence = /\s/u.test(before.charAt(opening - 1));
  return opening >= 0 && !isOfSentence && /^https?:\/\//u.test(link) && !link.includes(']')
    ? 'what a link is called'
    : null;
}
