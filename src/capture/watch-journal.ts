import { appendFile, readFile } from 'node:fs/promises';

import type { Timing } from './schedule.ts';

/** What is known of a watched source. */
export interface WatchState extends Timing {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Milliseconds of the clock: not to be asked before. */
  readonly nextVisit: number;
  /** Entries that were taken, each with the stamp of what the source said of it. */
  readonly seen: ReadonlyMap<string, string>;
}

/** Keeps what was seen. Each call has reached the disk when its promise settles. */
export interface WatchJournal {
  load(): Promise<ReadonlyMap<string, WatchState>>;
  /** An entry was taken and is safe. */
  mark(url: string, entry: string, stamp: string): Promise<void>;
  /** A visit began or ended. */
  visit(state: Omit<WatchState, 'seen'>): Promise<void>;
}

type Line =
  | { readonly entry: string; readonly stamp: string; readonly url: string }
  | ({ readonly entry?: undefined } & Omit<WatchState, 'seen'>);

/**
 * A journal in one file, a line of JSON a happening, only ever appended to. A last line that a crash cut short is ended
 * before the next and passed over: what it said happens again, and reading twice changes nothing.
 */
export function openFileJournal(path: string): WatchJournal {
  const append = (line: Line): Promise<void> => appendFile(path, `${JSON.stringify(line)}\n`, { flush: true });
  return {
    load: async () => {
      const text = await readFile(path, 'utf8').catch((error: unknown) => absent(error));
      if (text !== '' && !text.endsWith('\n')) await appendFile(path, '\n', { flush: true });
      return replay(text);
    },
    mark: (url, entry, stamp) => append({ url, entry, stamp }),
    visit: (state) => append(state),
  };
}

function absent(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw new Error('the journal of watched sources cannot be read', { cause: error });
}

function replay(text: string): ReadonlyMap<string, WatchState> {
  const states = new Map<string, WatchState>();
  const seen = new Map<string, Map<string, string>>();
  for (const raw of text.split('\n')) {
    const line = parseLine(raw);
    if (!line) continue;
    const entries = seen.get(line.url) ?? new Map<string, string>();
    seen.set(line.url, entries);
    if (line.entry !== undefined) {
      entries.set(line.entry, line.stamp);
      const state = states.get(line.url);
      if (!state) states.set(line.url, { ...unvisited(line.url), seen: entries });
    } else states.set(line.url, { ...line, seen: entries });
  }
  return states;
}

export function unvisited(url: string): WatchState {
  return { url, etag: null, lastModified: null, nextVisit: 0, interval: 0, failures: 0, seen: new Map() };
}

function parseLine(raw: string): Line | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && 'url' in value ? (value as Line) : null;
  } catch {
    return null;
  }
}
