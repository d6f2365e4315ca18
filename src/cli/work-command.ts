import { runWorkers } from '../app/queue/run-workers.ts';
import { createLog } from './log.ts';
import { requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda work`: until Ctrl-C, which is the way to end it, or with `--once` until nothing waits. */
export async function runWork(
  options: { readonly db: string; readonly workers?: number; readonly once?: boolean; readonly log?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const log = createLog(streams, options.log ? 'info' : 'error');
  let told = '';
  await runWorkers({
    database: options.db,
    once: options.once ?? false,
    signal: streams.signal,
    ...(options.workers !== undefined && { workers: options.workers }),
    onLoss: (reason) => log.warn({ reason }, 'a worker ended, another takes its place'),
    onProgress: ({ waiting, taken, running }) => {
      const state = `${waiting} ${taken} ${running}`;
      if (state !== told) log.info({ waiting, taken, running }, 'working');
      told = state;
      if (streams.terminal && !options.log)
        streams.err(`\r\u001B[K${running} workers, ${taken} documents in hand, ${waiting} waiting`);
    },
  });
  if (streams.terminal) streams.err('\r\u001B[K');
  return exitCodes.done;
}
