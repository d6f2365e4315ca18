import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadStages } from '../src/app/load-stages.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createInlineReader } from '../src/app/reader.ts';

/**
 * The whole way, bytes to merged record on disk, in this one process: documents and tokens a second, peak memory.
 * Loading the models is told apart from reading. Prints one JSON line.
 */
export async function run(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) {
    console.error('usage: npm run -s bench -- read PATH…');
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  try {
    const began = performance.now();
    const stages = loadStages();
    const loaded = performance.now();
    let merged = 0;
    const merge = async (database: string): Promise<void> => {
      const before = performance.now();
      await mergeDossier(database);
      merged = performance.now() - before;
    };
    const report = await readSources({
      database: join(folder, 'dossier.db'),
      paths,
      stdin: process.stdin,
      readers: [createInlineReader(stages, merge)],
      now: () => new Date().toISOString(),
    });
    const seconds = (performance.now() - loaded) / 1000;
    const { read, failed, tokens, bytes } = report;
    const round = (n: number): number => Math.round(n * 100) / 100;
    console.log(
      JSON.stringify({
        documents: read,
        failed,
        bytes,
        tokens,
        seconds: round(seconds),
        documentsPerSecond: round(read / seconds),
        tokensPerSecond: Math.round(tokens / seconds),
        loadSeconds: round((loaded - began) / 1000),
        mergeSeconds: round(merged / 1000),
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
