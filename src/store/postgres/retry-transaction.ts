import { setTimeout as sleep } from 'node:timers/promises';

import { usualBusyLimit } from './dialect.ts';
import { faultOf } from './faults.ts';

/** A row that is still there twice after so many tries is no race but a mistake. */
const mostDuplicates = 6;
const firstPause = 10;
const longestPause = 500;

/**
 * Does a transaction anew from its beginning where it was in another's way or lost its server, up to `busyLimit`
 * milliseconds. Whether a commit came through whose answer was lost is not known: every transaction of the store can be
 * done twice.
 */
export async function retryTransaction<T>(
  act: () => Promise<T>,
  { busyLimit = usualBusyLimit }: { readonly busyLimit?: number },
): Promise<T> {
  let duplicates = 0;
  for (let waited = 0, pause = firstPause; ; waited += pause, pause = Math.min(pause * 2, longestPause)) {
    try {
      return await act();
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'duplicate') duplicates++;
      if (fault === 'other' || duplicates >= mostDuplicates || waited >= busyLimit) throw error;
      // Two that were in each other's way are not to meet again.
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}
