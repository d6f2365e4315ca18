import { readWithWorkers } from '../app/queue/read-with-workers.ts';
import { usualWorkers } from '../app/queue/workers.ts';
import { type ReadOptions, readSources, type ReadReport } from '../app/read-sources.ts';
import { createThreadReader } from '../app/reader.ts';
import { sizeOfPaths } from '../app/size-of-paths.ts';
import { createProgress } from './progress.ts';
import { exitCodes, type Streams } from './streams.ts';

/** Bytes below which one process is done before others have their models loaded. */
const littleToRead = 1_000_000;

/** `servanda read`: exit code 1 where any input failed, 130 where Ctrl-C ended it. */
export async function runRead(
  paths: readonly string[],
  options: { readonly db: string; readonly workers?: number; readonly allowPrivate?: boolean; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const size = await sizeOfPaths(paths);
  const progress = createProgress(streams, size);
  const workers = options.workers ?? (size === null || size < littleToRead ? 1 : usualWorkers());
  const asked = {
    database: options.db,
    paths,
    stdin: streams.stdin,
    now: streams.now,
    signal: streams.signal,
    allowPrivate: options.allowPrivate ?? false,
    onProgress: progress.show,
  };
  try {
    const report = workers === 1 ? await readHere(asked) : await readWithWorkers({ ...asked, workers });
    progress.clear();
    return tell(report, options.json ?? false, streams);
  } finally {
    progress.clear();
  }
}

async function readHere(asked: Omit<ReadOptions, 'readers'>): Promise<ReadReport> {
  const reader = createThreadReader();
  try {
    return await readSources({ ...asked, readers: [reader] });
  } finally {
    await reader.close();
  }
}

function tell(report: ReadReport, json: boolean, streams: Streams): number {
  const { read, known, failed, interrupted, failures } = report;
  for (const { source, reason } of failures) streams.err(`${source}: ${reason}\n`);
  if (json) streams.out(`${JSON.stringify({ read, known, failed, interrupted, failures })}\n`);
  else streams.out(`${read} read, ${known} known already, ${failed} failed${interrupted ? '; ended by Ctrl-C' : ''}\n`);
  if (interrupted) return exitCodes.interrupted;
  return failed > 0 ? exitCodes.failed : exitCodes.done;
}
