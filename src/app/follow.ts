import type { FollowedSource } from '../model/account.ts';
import { readWatchList } from '../capture/watch-list.ts';
import type { Store } from '../store/store.ts';
import { followJournalOf } from './dossier-place.ts';
import type { Reader } from './reader.ts';
import { watch } from './watch.ts';

/** Sources that are read on by themselves while the program runs. */
export interface Follower {
  followed(): Promise<readonly FollowedSource[]>;
  /** `false` where it is no address. */
  follow(url: string, by: string): Promise<boolean>;
  unfollow(url: string): Promise<void>;
  /** Settles when what is in hand is written. */
  close(): Promise<void>;
}

export interface FollowerOptions {
  readonly database: string;
  readonly store: Store;
  readonly reader: Reader;
  readonly now: () => string;
  readonly allowPrivate?: boolean;
  /** Told where following itself failed; it begins again with the next change. */
  readonly onFault?: (error: unknown) => void;
}

/** Follows what the dossier says is followed, from the first call of `start` on. */
export function openFollower(options: FollowerOptions): Follower & { start(): Promise<void> } {
  const { store, database } = options;
  let stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const start = async (): Promise<void> => {
    stop.abort();
    await running;
    const sources = await store.accounts.followed();
    if (closed || sources.length === 0) return;
    stop = new AbortController();
    running = watch({
      database,
      sources,
      reader: options.reader,
      now: options.now,
      signal: stop.signal,
      allowPrivate: options.allowPrivate ?? false,
      journal: followJournalOf(database),
    }).catch((error: unknown) => options.onFault?.(error));
  };
  return {
    start,
    followed: () => store.accounts.followed(),
    follow: async (url, by) => {
      const [source] = readWatchList(JSON.stringify([url.trim()])).sources;
      if (!source) return false;
      await store.accounts.follow({ ...source, by, at: options.now() });
      await start();
      return true;
    },
    unfollow: async (url) => {
      await store.accounts.unfollow(url);
      await start();
    },
    close: async () => {
      closed = true;
      stop.abort();
      await running;
    },
  };
}
