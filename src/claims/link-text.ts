import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/**
 * «собрало 500 подписей[https://example.org/p/1 Отменить «закон о маяках»]»: what a link in brackets is called is nobody's act;
 * why a draft told there is left, `null` for one told elsewhere. «посол [https://example.org/p/2 заявил], что» goes on through a
 * link that stands apart, behind which the sentence does not end.
 */
export function whyOfLink({ analysis, trees }: Reading, { sentence, token }: Draft): string | null {
  const sentenceOf = analysis.sentences[sentence];
  const trigger = trees[sentence]?.tokens[token];
  if (!trigger || !sentenceOf) return null;
  const before = analysis.text.slice(sentenceOf.start, trigger.start);
  const opening = before.lastIndexOf('[');
  const link = before.slice(opening + 1);
  if (opening < 0 || link.includes(']') || !/^https?:\/\//u.test(link)) return null;
  const behind = analysis.text.slice(trigger.stop, sentenceOf.stop);
  const isOfSentence = /\s/u.test(before.charAt(opening - 1)) && /^[^\]]*\].*\p{L}/su.test(behind);
  return isOfSentence ? null : 'what a link is called';
}
