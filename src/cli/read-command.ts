import { readSources } from '../app/read-sources.ts';
import { createThreadReader } from '../app/reader.ts';
import { sizeOfPaths } from '../app/size-of-paths.ts';
import { createProgress } from './progress.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda read`: exit code 1 where any input failed, 130 where Ctrl-C ended it. */
export async function runRead(
  paths: readonly string[],
  options: { readonly db: string; readonly readers: number; readonly allowPrivate?: boolean; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  const readers = Array.from({ length: Math.max(1, options.readers) }, () => createThreadReader());
  const progress = createProgress(streams, await sizeOfPaths(paths));
  try {
    const report = await readSources({
      database: options.db,
      paths,
      stdin: streams.stdin,
      readers,
      now: streams.now,
      signal: streams.signal,
      allowPrivate: options.allowPrivate ?? false,
      onProgress: progress.show,
    });
    progress.clear();
    for (const { source, reason } of report.failures) streams.err(`${source}: ${reason}\n`);
    const { read, known, failed, interrupted } = report;
    if (options.json)
      streams.out(`${JSON.stringify({ read, known, failed, interrupted, failures: report.failures })}\n`);
    else
      streams.out(`${read} read, ${known} known already, ${failed} failed${interrupted ? '; ended by Ctrl-C' : ''}\n`);
    if (interrupted) return exitCodes.interrupted;
    return failed > 0 ? exitCodes.failed : exitCodes.done;
  } finally {
    progress.clear();
    await Promise.all(readers.map((reader) => reader.close()));
  }
}
