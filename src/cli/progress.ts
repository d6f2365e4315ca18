import type { ReadProgress } from '../app/read-sources.ts';
import type { Streams } from './streams.ts';

const barWidth = 24;

/** A bar on a terminal that is drawn over itself; nothing elsewhere. `total` is in bytes, `null` where it is not known. */
export function createProgress(streams: Pick<Streams, 'terminal' | 'err'>, total: number | null) {
  let drawn = false;
  return {
    show: (progress: ReadProgress): void => {
      if (!streams.terminal) return;
      drawn = true;
      streams.err(`\r\u001B[K${renderProgress(progress, total)}`);
    },
    clear: (): void => {
      if (drawn) streams.err('\r\u001B[K');
      drawn = false;
    },
  };
}

/** `████████░░░░  33%  12 read, 3 known, 1 failed`; without a total only the counts. */
export function renderProgress(progress: ReadProgress, total: number | null): string {
  const { read, known, failed, bytes } = progress;
  const counts = `${read} read, ${known} known, ${failed} failed`;
  if (total === null || total === 0) return counts;
  const share = Math.min(1, bytes / total);
  const filled = Math.round(share * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return `${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${counts}`;
}
