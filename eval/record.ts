import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDossier } from '../src/app/dossier.ts';
import { loadStages } from '../src/app/load-stages.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createInlineReader } from '../src/app/reader.ts';
import { renderJsonl } from '../src/export/jsonl.ts';
import type { Record } from '../src/model/record.ts';
import { readGold, scoreRecord } from './score-record.ts';

/** The day that floors are measured as of. */
export const floorDay = '2026-03-01';

const scorer = fileURLToPath(new URL('../../shared/bench/score.mjs', import.meta.url));
const usage = 'usage: npm run -s eval -- record GOLD.json PATH… [--as-of DAY] [--json] [--errors] [--figures]';

/**
 * Reads the paths into a fresh dossier and scores its export against gold: by the scorer of the shared data where it is
 * there, else by the smaller one beside this file. `--json` and `--errors` are handed on; `--figures` leaves out the lines
 * that quote the articles.
 */
export async function run(args: readonly string[]): Promise<void> {
  const flags = args.filter((a) => a === '--json' || a === '--errors');
  const dayAt = args.indexOf('--as-of');
  const asOf = dayAt < 0 ? new Date().toISOString().slice(0, 10) : (args[dayAt + 1] ?? '');
  const [gold, ...paths] = args.filter((a, i) => !a.startsWith('--') && (dayAt < 0 || i !== dayAt + 1));
  if (gold === undefined || paths.length === 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const record = await readRecord(paths, asOf);
  if (existsSync(scorer)) {
    const { output, status } = runScorer(record, gold, flags);
    process.stdout.write(args.includes('--figures') ? output.replaceAll(/^violation: .*\n/gmu, '') : output);
    process.exitCode = status;
    return;
  }
  const { missed, spurious, wrong, ...score } = scoreRecord(record, readGold(gold));
  if (flags.includes('--errors')) {
    for (const line of missed) console.log(`missed ${line}`);
    for (const line of spurious) console.log(`spurious ${line}`);
    for (const line of wrong) console.log(`wrong ${line}`);
  }
  console.log(JSON.stringify(score));
}

/** The record of these paths alone, read in this process into a dossier that is thrown away. */
export async function readRecord(paths: readonly string[], asOf: string): Promise<Record> {
  return inTemporaryFolder(async (folder) => {
    const database = join(folder, 'dossier.db');
    const report = await readSources({
      database,
      paths,
      stdin: process.stdin,
      readers: [createInlineReader(loadStages(), mergeDossier)],
      now: () => new Date().toISOString(),
    });
    for (const { source, reason } of report.failures) console.error(`${source}: ${reason}`);
    const dossier = await openDossier({ database });
    try {
      return await dossier.record(asOf);
    } finally {
      await dossier.close();
    }
  });
}

/** What the scorer of the shared data prints for a record; throws where it cannot be started. */
export function runScorer(record: Record, gold: string, flags: readonly string[]): { output: string; status: number } {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-score-'));
  try {
    const file = join(folder, 'record.jsonl');
    writeFileSync(file, [...renderJsonl(record, { people: 'all' })].map((line) => `${line}\n`).join(''));
    const result = spawnSync(process.execPath, [scorer, file, gold, ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (result.error) throw new Error(`${scorer} could not be started`, { cause: result.error });
    return { output: result.stdout + result.stderr, status: result.status ?? 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-eval-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
