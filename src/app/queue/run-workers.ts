import { openStore } from '../../store/open-store.ts';
import { sleepUntilAborted } from '../sleep-until-aborted.ts';
import { createWorkers, usualWorkers, type WorkersOptions } from './workers.ts';

export interface RunWorkersOptions extends Pick<WorkersOptions, 'script' | 'silence' | 'onLoss'> {
  readonly database: string;
  /** As many as `usualWorkers` where absent. */
  readonly workers?: number;
  /** End when nothing waits. */
  readonly once?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (state: { readonly waiting: number; readonly taken: number; readonly running: number }) => void;
}

const pause = 500;

/** Keeps workers running over a dossier whose queue others fill, until it is told to end. */
export async function runWorkers(options: RunWorkersOptions): Promise<void> {
  const { signal, once = false } = options;
  const store = await openStore(options.database);
  const most = options.workers ?? usualWorkers();
  const workers = createWorkers({ ...options, store, most });
  try {
    while (!signal.aborted) {
      const { waiting, taken } = await store.queue.counts();
      if (once && waiting + taken === 0) return;
      await workers.grow(most);
      options.onProgress?.({ waiting, taken, running: workers.running });
      await sleepUntilAborted(pause, signal);
    }
  } finally {
    await workers.stop();
    await store.close();
  }
}
