import { randomBytes } from 'node:crypto';

import { literalAddress, refusedRange } from '../capture/check-address.ts';
import { isAddress } from '../capture/read-inputs.ts';
import type { Webhook } from '../model/account.ts';
import type { Store } from '../store/store.ts';
import { versionOf } from './kept-answers.ts';
import { afterMark, readNews } from './news.ts';
import { postNews } from './post-news.ts';

/** Posts what is new in a dossier to an address, for as long as the program runs. */
export interface Herald {
  /** Where to; `null` where nothing is posted. */
  webhook(): Promise<Webhook | null>;
  /** Begins with what is new from this moment on. The secret signs every post and is told this once. */
  set(
    url: string,
    by: string,
  ): Promise<{ readonly kind: 'set'; readonly secret: string } | { readonly kind: 'refused' }>;
  remove(): Promise<void>;
  /** What became of the last post of this run of the program; `null` where there was none. */
  lastPost(): Post | null;
  /** Posts what is new and due to be posted; the program does so by itself once a minute. */
  postNow(): Promise<void>;
  close(): Promise<void>;
}

export interface Post {
  /** ISO instant. */
  readonly at: string;
  readonly news: number;
  /** Why it was not taken; `null` where it was. */
  readonly fault: string | null;
}

export interface HeraldOptions {
  readonly store: Store;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** Whether the address may lead into a private network. */
  readonly allowPrivate?: boolean;
  /** Told where posting itself failed; it is tried again. */
  readonly onFault?: (error: unknown) => void;
}

/** Milliseconds between looks at what is new. */
const rhythm = 60_000;
/** Milliseconds to wait after a receiver took nothing in five tries. */
const restAfterFailure = 15 * 60_000;
/** News are posted when they are this old, in milliseconds: what was captured before them is read by then. */
const settlingTime = 120_000;

export function openHerald({ store, now, allowPrivate = false, onFault }: HeraldOptions): Herald {
  const closing = new AbortController();
  let last: Post | null = null;
  let restUntil = '';
  /** Version and day of a record whose news were all posted: nothing need be read until either changes. */
  let toldState = '';
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    const webhook = await store.accounts.selectWebhook();
    const at = now();
    if (!webhook || closing.signal.aborted || at < restUntil || !(await isSettled(store))) return;
    const told = shifted(at, -settlingTime);
    const asOf = at.slice(0, 10);
    const state = `${await versionOf(store)} ${asOf}`;
    if (told <= webhook.told || state === toldState) return;
    const { url, secret } = webhook;
    const { items, ...rest } = await readNews(store, { since: afterMark(webhook.told), asOf });
    const due = items.filter((item) => item.at <= told);
    if (due.length > 0) {
      const news = { ...rest, items: due };
      const sent = await postNews(news, { url, secret, allowPrivate, now, signal: closing.signal });
      last = { at, news: due.length, fault: sent.kind === 'failed' ? sent.reason : null };
      restUntil = sent.kind === 'failed' ? shifted(at, restAfterFailure) : '';
      if (sent.kind === 'failed') return;
    }
    await store.accounts.markWebhook(url, told);
    if (due.length === items.length) toldState = state;
  };
  const postNow = (): Promise<void> => {
    running = running.then(round).catch((error: unknown) => onFault?.(error));
    return running;
  };
  const timer = setInterval(postNow, rhythm).unref();
  return {
    webhook: async () => {
      const webhook = await store.accounts.selectWebhook();
      if (!webhook) return null;
      const { secret: _secret, ...shown } = webhook;
      return shown;
    },
    set: async (url, by) => {
      if (!isPostable(url, allowPrivate)) return { kind: 'refused' };
      const secret = randomBytes(32).toString('base64url');
      await store.accounts.replaceWebhook({ url, secret, by, at: now(), told: now() });
      last = null;
      restUntil = '';
      toldState = '';
      return { kind: 'set', secret };
    },
    remove: () => store.accounts.deleteWebhook(),
    lastPost: () => last,
    postNow,
    close: async () => {
      clearInterval(timer);
      closing.abort();
      await running;
    },
  };
}

/** Whether all that was read is in the record: what is merged later would be older than news that were told. */
async function isSettled(store: Store): Promise<boolean> {
  const { pending } = await store.progress();
  const { waiting, taken } = await store.queue.counts();
  return pending + waiting + taken === 0;
}

/** An address of the web, and no bare one of a private network; where a name leads is looked at with each post. */
function isPostable(url: string, allowPrivate: boolean): boolean {
  if (!isAddress(url) || !URL.canParse(url)) return false;
  const literal = literalAddress(new URL(url).hostname);
  return literal === null || allowPrivate || refusedRange(literal) === null;
}

function shifted(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
