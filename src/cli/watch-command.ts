import { watchJournalOf } from '../app/dossier-place.ts';
import { createThreadReader } from '../app/reader.ts';
import { loadWatchList, watch, type WatchNews } from '../app/watch.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

/** `servanda watch`: until Ctrl-C (exit code 130), or with `--once` one round: then 1 where anything failed. */
export async function runWatch(
  list: string,
  options: { readonly db: string; readonly once?: boolean; readonly allowPrivate?: boolean; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const { sources, refused } = await loadWatchList(list);
  if (sources.length === 0) throw new CommandError(`${list} lists no http or https address`, exitCodes.failed);
  const counts = { read: 0, known: 0, failed: 0 };
  const onNews = (news: WatchNews): void => {
    counts[news.kind]++;
    if (options.json) streams.out(`${JSON.stringify(news)}\n`);
    else tell(news, streams);
  };
  for (const source of refused) onNews({ kind: 'failed', source, reason: 'it is no http or https address' });
  const reader = createThreadReader();
  try {
    await watch({
      database: options.db,
      journal: watchJournalOf(options.db, list),
      sources,
      reader,
      now: streams.now,
      signal: streams.signal,
      once: options.once ?? false,
      allowPrivate: options.allowPrivate ?? false,
      onNews,
    });
  } finally {
    await reader.close();
  }
  const interrupted = streams.signal.aborted;
  const { read, known, failed } = counts;
  if (!options.json)
    streams.out(`${read} read, ${known} known already, ${failed} failed${interrupted ? '; ended by Ctrl-C' : ''}\n`);
  if (interrupted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.failed : exitCodes.done;
}

function tell(news: WatchNews, streams: Streams): void {
  if (news.kind === 'failed') streams.err(`${news.source}: ${news.reason}\n`);
  else if (news.kind === 'read') streams.out(`${news.source}\n`);
}
