import { readFile } from 'node:fs/promises';

import { openFetchDoor } from '../capture/fetch-door.ts';
import type { Rhythm } from '../capture/schedule.ts';
import { openFileJournal } from '../capture/watch-journal.ts';
import { readWatchList, type WatchedSource, type WatchList } from '../capture/watch-list.ts';
import { watchSources, type WatchEvent } from '../capture/watch-sources.ts';
import { openStore } from '../store/open-store.ts';
import { readCaptured } from './read-captured.ts';
import { sleepUntilAborted } from './sleep-until-aborted.ts';
import type { Reader } from './reader.ts';

/** Which sources are followed into which dossier, and who is told. */
export interface WatchOptions {
  readonly database: string;
  /** The file that keeps what was seen. */
  readonly journal: string;
  readonly sources: readonly WatchedSource[];
  readonly reader: Reader;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** When it is aborted, watching ends after the article in hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Visit what is due and end. */
  readonly once?: boolean;
  readonly allowPrivate?: boolean;
  readonly rhythm?: Rhythm;
  readonly onNews?: (news: WatchNews) => void;
}

/** What became of an article, or of a source that did not answer. */
export type WatchNews =
  | { readonly kind: 'read' | 'known'; readonly source: string }
  | { readonly kind: 'failed'; readonly source: string; readonly reason: string };

/**
 * Reads a list of sources, OPML or JSON; it may list no address. Throws with the reason where the
 * file is not there or is neither.
 */
export async function loadWatchList(path: string): Promise<WatchList> {
  try {
    return readWatchList(await readFile(path, 'utf8'));
  } catch (cause) {
    const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = absent ? 'there is no such file' : 'it is neither OPML nor a JSON list of addresses';
    throw new Error(`${path} cannot be watched: ${reason}`, { cause });
  }
}

/**
 * Follows sources into a dossier until `signal` is aborted: each article goes the way of `readSources`. An article counts as
 * taken when its transaction is written; an edited one is read again and becomes a version of the same source. The record
 * is merged after each round that brought something.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { database, reader, signal, once = false } = options;
  const store = await openStore(database);
  const door = openFetchDoor({ allowPrivate: options.allowPrivate ?? false });
  try {
    await watchSources(
      options.sources,
      {
        door,
        journal: openFileJournal(options.journal),
        now: () => Date.parse(options.now()),
        sleep: sleepUntilAborted,
        onCapture: async (capture) => {
          // Read whether or not anybody is told.
          const taken = await readCaptured(store, reader, capture);
          options.onNews?.(taken);
        },
        onEvent: (event) => tellFailure(event, options.onNews),
        onRound: async () => {
          if ((await store.progress()).pending > 0) await reader.merge(database);
        },
        ...(options.rhythm && { rhythm: options.rhythm }),
      },
      { once, ...(signal && { signal }) },
    );
  } finally {
    await door.close();
    await store.close();
  }
}

/** That a visit failed is told by what it failed of. */
function tellFailure({ kind, source, detail }: WatchEvent, onNews: WatchOptions['onNews']): void {
  if ((kind === 'failed' || kind === 'refused') && detail !== kind)
    onNews?.({ kind: 'failed', source, reason: detail });
}
