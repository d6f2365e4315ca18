import { createHmac } from 'node:crypto';

import { type FetchDoor, isRefusedForGood } from '../capture/fetch-door.ts';
import { hashOf } from '../model/ids.ts';
import type { News } from '../model/news.ts';

export interface WebhookOptions {
  readonly door: Pick<FetchDoor, 'send'>;
  readonly url: string;
  /** Shared with the receiver, who can tell by the signature that the body is whole and ours. */
  readonly secret: string;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** Waits; settles early where the program is to end. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly tries: number }
  | { readonly kind: 'failed'; readonly tries: number; readonly reason: string };

/** Seconds to wait before each further try. */
const pauses: readonly number[] = [1, 5, 25, 125];
/** The longest that a receiver may ask us to wait. */
const longestPause = 300;

/**
 * Posts the news to an address as JSON: `{since, asOf, items, claims, documents, passages}`. The headers tell one delivery
 * from another (`x-servanda-delivery`, the same for each try of the same news), when it was signed (`x-servanda-timestamp`)
 * and sign both (`x-servanda-signature: sha256=HEX` of HMAC-SHA-256 over `TIMESTAMP.BODY`). Tried up to five times with
 * growing pauses, as long as `Retry-After` asks where it does; what a receiver refuses (4xx but 408, 425 and 429) and what
 * the fetch door refuses is not tried again.
 */
export async function sendNews(news: News, options: WebhookOptions): Promise<SendOutcome> {
  const { door, url, secret, now, wait, signal } = options;
  const body = JSON.stringify(bodyOf(news));
  const delivery = hashOf(['delivery', url, body]);
  for (let tries = 1; ; tries++) {
    const timestamp = now();
    const headers = {
      'content-type': 'application/json',
      'x-servanda-delivery': delivery,
      'x-servanda-timestamp': timestamp,
      'x-servanda-signature': signatureOf(secret, timestamp, body),
    };
    const result = await door.send(url, { method: 'POST', headers, body });
    const isRedirect = result.kind === 'fetched' && result.status >= 300;
    if (result.kind !== 'failed' && !isRedirect) return { kind: 'sent', tries };
    const reason =
      result.kind === 'failed' ? result.reason : 'the address leads elsewhere, and news follow no redirect';
    const pause = pauses[tries - 1];
    const isFinal = result.kind !== 'failed' || isRefusedForGood(result);
    if (isFinal || pause === undefined || signal?.aborted) return { kind: 'failed', tries, reason };
    const asked = result.retryAfter ?? 0;
    await wait(Math.min(Math.max(pause, asked), longestPause) * 1000);
    if (signal?.aborted) return { kind: 'failed', tries, reason };
  }
}

/** `sha256=HEX`: HMAC-SHA-256 over `TIMESTAMP.BODY`, as a receiver works it out to compare. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

function bodyOf({ since, asOf, items, cited }: News) {
  return {
    since,
    asOf,
    items,
    claims: [...cited.claims.values()],
    documents: [...cited.documents.values()],
    passages: [...cited.passages.values()],
  };
}
