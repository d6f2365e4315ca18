import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

/**
 * «собрало 500 подписей[https://example.org/p/1 Отменить «закон о маяках»]»: what a link in brackets is called is nobody's act;
 * why a draft told there is left, `null` for one told elsewhere.
 */
export function whyOfLink({ analysis, trees }: Reading, { sentence, token }: Draft): string | null {
  const trigger = trees[sentence]?.tokens[token];
  const start = analysis.sentences[sentence]?.start;
  if (!trigger || start === undefined) return null;
  const before = analysis.text.slice(start, trigger.start);
  const link = before.slice(before.lastIndexOf('[') + 1);
  return link.length < before.length && /^https?:\/\//u.test(link) && !link.includes(']')
    ? 'what a link is called'
    : null;
}
