import { setTimeout as delay } from 'node:timers/promises';

/** Settles after this many milliseconds, or at once when the signal is aborted. */
export async function sleepUntilAborted(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal && { signal }).catch(() => undefined);
}
