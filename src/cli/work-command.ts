import { runWorkers } from '../app/queue/run-workers.ts';
import { requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda work`: until Ctrl-C, which is the way to end it, or with `--once` until nothing waits. */
export async function runWork(
  options: { readonly db: string; readonly workers?: number; readonly once?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  await runWorkers({
    database: options.db,
    once: options.once ?? false,
    signal: streams.signal,
    ...(options.workers !== undefined && { workers: options.workers }),
    onProgress: ({ waiting, taken, running }) => {
      if (streams.terminal) streams.err(`\r\u001B[K${running} workers, ${taken} documents in hand, ${waiting} waiting`);
    },
  });
  if (streams.terminal) streams.err('\r\u001B[K');
  return exitCodes.done;
}
