import { adoptReread, type Difference, reread } from '../app/reread.ts';
import { createThreadReader } from '../app/reader.ts';
import { rereadBeside } from '../app/dossier-place.ts';
import { requireDossier } from './open-existing.ts';
import { exitCodes, type Streams } from './streams.ts';

/** `servanda reread`: exit code 1 where a capture could not be read, 130 where Ctrl-C ended it. */
export async function runReread(
  options: { readonly db: string; readonly adopt?: boolean; readonly readers: number; readonly json?: boolean },
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const beside = rereadBeside(options.db);
  if (options.adopt) {
    const documents = await adoptReread(options.db, beside);
    streams.out(
      options.json ? `${JSON.stringify({ documents })}\n` : `${documents} documents are as they were read anew\n`,
    );
    return exitCodes.done;
  }
  const readers = Array.from({ length: Math.max(1, options.readers) }, () => createThreadReader());
  try {
    const report = await reread({
      database: options.db,
      beside,
      readers,
      signal: streams.signal,
      onProgress: (done) => {
        if (streams.terminal) streams.err(`\r\u001B[K${done} captures read anew`);
      },
    });
    if (streams.terminal) streams.err('\r\u001B[K');
    for (const { source, reason } of report.failures) streams.err(`${source}: ${reason}\n`);
    if (options.json) streams.out(`${JSON.stringify(report)}\n`);
    else {
      for (const difference of report.differences) streams.out(`${renderDifference(difference)}\n`);
      if (!report.interrupted) streams.out('nothing is changed yet: servanda reread --adopt takes it over\n');
    }
    if (report.interrupted) return exitCodes.interrupted;
    return report.failures.length > 0 ? exitCodes.failed : exitCodes.done;
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

/** As many ids as a reader will look up one by one. */
const shown = 5;

/** `claim: 212 the same, 3 new (1f…, 2a…, 90…), 1 gone (77…), 0 changed`. */
function renderDifference({ kind, same, added, removed, changed }: Difference): string {
  const part = (ids: readonly string[], word: string): string => {
    const names = ids.slice(0, shown).join(', ');
    return `${ids.length} ${word}${ids.length === 0 ? '' : ` (${names}${ids.length > shown ? ', …' : ''})`}`;
  };
  return `${kind}: ${same} the same, ${part(added, 'new')}, ${part(removed, 'gone')}, ${part(changed, 'changed')}`;
}
