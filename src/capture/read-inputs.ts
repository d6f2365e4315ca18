import { addressKind } from './address-kind.ts';
import { capturedPage, type Captured, type Failed } from './captured.ts';
import type { FetchDoor, FetchResult } from './fetch-door.ts';
import { readPaths, type ReadWorld } from './read-paths.ts';
import type { WatchJournal } from './watch-journal.ts';
import type { WatchedSource } from './watch-list.ts';
import { watchSources, type WatchEvent } from './watch-sources.ts';

/** What reading addresses needs beside what files need. */
export interface InputWorld extends ReadWorld {
  readonly door: Pick<FetchDoor, 'fetch'>;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Whether an input is to be fetched: `https://port.example/news/1`. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//iu.test(input);
}

/**
 * Captures addresses, and all that `readPaths` does, in the order in which they are given. An address that holds a feed or
 * a sitemap gives each article that it lists, as robots.txt allows and with the usual gap between requests.
 */
export async function* readInputs(inputs: readonly string[], world: InputWorld): AsyncGenerator<Captured | Failed> {
  for (const input of inputs) {
    if (isAddress(input)) yield* readAddress(input, world);
    else yield* readPaths([input], world);
  }
}

async function* readAddress(url: string, world: InputWorld): AsyncGenerator<Captured | Failed> {
  const answer = await world.door.fetch(url);
  if (answer.kind !== 'fetched') {
    yield { kind: 'failed', source: url, reason: answer.kind === 'failed' ? answer.reason : 'it sent nothing' };
    return;
  }
  const kind = addressKind(answer.bytes, answer.headers['content-type'] ?? null, answer.url);
  if (kind === 'page') yield capturedPage(url, answer, world.now());
  else yield* readListed({ url, kind }, answer, world);
}

/** One round over the articles that a source lists; `answer` is what the source itself sent. */
async function* readListed(
  source: WatchedSource,
  answer: FetchResult,
  world: InputWorld,
): AsyncGenerator<Captured | Failed> {
  // A capture is fetched when the one before it was taken.
  const { readable, writable } = new TransformStream<Captured | Failed>();
  const writer = writable.getWriter();
  const give = (what: Captured | Failed): Promise<void> => writer.write(what);
  const onEvent = ({ kind, source: from, detail }: WatchEvent): void => {
    // Who stopped taking needs no failures; the visit of the list itself is told by what led to it.
    if (detail !== kind && (kind === 'failed' || kind === 'refused'))
      give({ kind: 'failed', source: from, reason: detail }).catch(() => undefined);
  };
  const { signal, sleep } = world;
  const round = watchSources(
    [source],
    {
      door: { fetch: (url) => (url === source.url ? Promise.resolve(answer) : world.door.fetch(url)) },
      journal: forgetful,
      now: () => Date.parse(world.now()),
      sleep,
      onCapture: give,
      onEvent,
    },
    { once: true, ...(signal && { signal }) },
  );
  // A fault of the round reaches whoever reads; where nobody does any more, there is nothing to close.
  round
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  yield* readable;
}

/** One round has nothing to remember. */
const forgetful: WatchJournal = {
  load: () => Promise.resolve(new Map()),
  mark: () => Promise.resolve(),
  visit: () => Promise.resolve(),
};
