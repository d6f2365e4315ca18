import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openDossier } from '../src/app/dossier.ts';
import { loadStages } from '../src/app/load-stages.ts';
import { mergeDossier } from '../src/app/merge-dossier.ts';
import { readSources, type ReadReport } from '../src/app/read-sources.ts';
import type { Reader } from '../src/app/reader.ts';
import { readCapture, type ReadingOutcome, type Stages } from '../src/app/stages.ts';
import type { CapturedSource } from '../src/model/capture.ts';
import { renderJsonl } from '../src/export/jsonl.ts';
import type { Record } from '../src/model/record.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files of the example dossier, relative to the repository, in the order of their names. */
export const exampleFiles: readonly string[] = readdirSync(join(root, 'examples', 'dossier'))
  .toSorted()
  .map((name) => join('examples', 'dossier', name));

/** The day that tests over the examples stand on. */
export const exampleDay = '2026-03-01';

let loaded: Stages | null = null;
const outcomes = new Map<string, ReadingOutcome>();

/** Reads by the true stages in this thread; what was read once in this process is taken from memory, being pure. */
const reader: Reader = {
  read: async (captured) => {
    const stages = (loaded ??= loadStages());
    const key = createHash('sha256')
      .update(`${captured.source}\n${captured.at}\n`)
      .update(captured.bytes)
      .digest('hex');
    const outcome = outcomes.get(key) ?? readCapture(stages, captured);
    outcomes.set(key, outcome);
    return outcome;
  },
  merge: mergeDossier,
  close: async () => undefined,
};

/** Reads files into a dossier at a fixed time; paths count from the repository. `onRead` is told what came of each. */
export async function readFiles(
  database: string,
  paths: readonly string[],
  onRead?: (captured: CapturedSource, outcome: ReadingOutcome) => void,
): Promise<ReadReport> {
  const before = process.cwd();
  process.chdir(root);
  try {
    return await readSources({
      database,
      paths,
      stdin: process.stdin,
      readers: [onRead ? telling(onRead) : reader],
      now: () => '2026-03-01T12:00:00.000Z',
    });
  } finally {
    process.chdir(before);
  }
}

function telling(onRead: (captured: CapturedSource, outcome: ReadingOutcome) => void): Reader {
  return {
    ...reader,
    read: async (captured) => {
      const outcome = await reader.read(captured);
      if (outcome.kind !== 'broken') onRead(captured, outcome);
      return outcome;
    },
  };
}

/** The record of a dossier as of the day of the examples. */
export async function recordOf(database: string): Promise<Record> {
  const dossier = await openDossier({ database });
  try {
    return await dossier.record(exampleDay);
  } finally {
    await dossier.close();
  }
}

/** The export of a dossier, as the laws compare it: without the times of capture. */
export async function exportOf(database: string): Promise<readonly string[]> {
  const record = await recordOf(database);
  return [...renderJsonl(record, { people: 'all' })].map((line) => line.replace(/"at":"[^"]*"/u, '"at":""'));
}
