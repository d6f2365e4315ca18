import type { ClaimReading, SentenceReading } from '../model/claim-reading.ts';
import type { Claim } from '../model/claim.ts';
import type { Store } from '../store/store.ts';
import { documentCard } from './cited.ts';
import type { ExplainedSentence } from './explain.ts';
import { parseRows } from './parse-rows.ts';
import type { Explainer } from './reader.ts';

/**
 * How the sentence of a claim is read, from the stored capture of its article; `null` where the record has no such claim.
 * The article is read anew, since no parse is stored: after an update the sentence may yield other claims.
 */
export async function readingOfClaim(store: Store, reader: Explainer, id: string): Promise<ClaimReading | null> {
  const [claim] = await store.selectClaims([id]);
  const [document] = claim ? await store.selectDocuments([claim.document]) : [];
  const capture = claim ? await store.selectCapture(claim.document) : null;
  if (!claim || !document || !capture) return null;
  const explanation = await reader.explain(capture);
  const base = { claim, document: documentCard(document) };
  if ('reason' in explanation) return { ...base, sentence: null, reason: explanation.reason };
  const sentence = sentenceOf(explanation.sentences, claim);
  return {
    ...base,
    sentence: sentence ?? null,
    reason: sentence ? null : 'no sentence of the article holds its words',
  };
}

/** The sentence in which the words of the claim begin, where it still stands at its place. */
function sentenceOf(sentences: readonly ExplainedSentence[], { evidence }: Claim): SentenceReading | undefined {
  const found = sentences.find(({ start, stop }) => start <= evidence.start && evidence.start < stop);
  if (!found) return undefined;
  const { start, stop, text, tokens, mentions, times, claims, rejected } = found;
  return {
    start,
    stop,
    text,
    words: parseRows(tokens),
    mentions: mentions.map(({ text: words, means, why }) => ({ text: words, means, why })),
    times: times.map(({ text: words, from, to, rules }) => ({ text: words, from, to, rules })),
    claims: claims.map(({ trigger, cues, ...claim }) => ({ claim, trigger, cues })),
    rejected: rejected.map((one) => ({
      text: text.slice(one.start - start, one.stop - start),
      rule: one.rule,
      reason: one.reason,
    })),
  };
}
