import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { dossierOf, openDossier } from '../src/app/dossier.ts';
import { mergeStore } from '../src/app/merge-dossier.ts';
import { readWithWorkers } from '../src/app/queue/read-with-workers.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Reading, Store } from '../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../test/postgres-server.ts';
import { makeDice } from '../test/world/make-world.ts';
import { longArticles } from './scale/long-articles.ts';
import { watchChildren } from './scale/watch-children.ts';

/**
 * What a dossier costs as it grows, in both engines: `npm run -s bench -- scale [--documents 10000,100000] [--whole 1000]
 * [--engines sqlite,postgres] [--merge-up-to 10000]`. The whole way (bytes to merged record, with 1 and 2 worker processes) is measured on
 * `--whole` documents; the sizes are reached by writing documents with the claims that their invented world knows, since
 * reading a hundred thousand takes an hour. Prints one JSON line for each.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000,100000' },
      whole: { type: 'string', default: '1000' },
      engines: { type: 'string', default: 'sqlite,postgres' },
      'merge-up-to': { type: 'string', default: '100000' },
    },
  });
  const sizes = values.documents.split(',').map(Number);
  for (const engine of values.engines.split(',')) {
    await withPlaces(engine, async (place) => {
      if (Number(values.whole) > 0)
        for (const workers of [1, 2]) await measureWhole(place, Number(values.whole), workers);
      await measureGrowth(place, sizes, Number(values['merge-up-to']));
    });
  }
}

/** Where an engine keeps its dossiers, and how large one is on disk. */
interface Place {
  readonly engine: string;
  readonly folder: string;
  newDatabase(): Promise<string>;
  /** In megabytes. */
  size(database: string): Promise<number>;
}

async function withPlaces(engine: string, act: (place: Place) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-scale-'));
  const server = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  try {
    await act(server ? placeOnServer(folder, server) : placeInFiles(folder));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function placeInFiles(folder: string): Place {
  let files = 0;
  return {
    engine: 'sqlite',
    folder,
    newDatabase: async () => join(folder, `${files++}.db`),
    size: async (database) => statSync(database).size / 1e6,
  };
}

function placeOnServer(folder: string, server: PostgresServer): Place {
  return {
    engine: 'postgres',
    folder,
    newDatabase: () => server.newDatabase(),
    size: (database) => server.sizeOf(database),
  };
}

async function measureWhole(place: Place, documents: number, workers: number): Promise<void> {
  const path = join(place.folder, 'articles.jsonl');
  const lines = [...longArticles(documents)].map(({ document }) => {
    const { source, title, text, published, outlet } = document;
    return JSON.stringify({ source, title, text, published: published?.from, outlet });
  });
  writeFileSync(path, lines.join('\n'));
  const children = watchChildren();
  const before = coreSeconds();
  const start = performance.now();
  let firstRead = 0;
  let lastRead = 0;
  const report = await readWithWorkers({
    database: await place.newDatabase(),
    paths: [path],
    stdin: process.stdin,
    now: () => '2026-03-01T12:00:00.000Z',
    workers,
    onProgress: ({ read }) => {
      if (read > 0 && firstRead === 0) firstRead = performance.now();
      if (read < documents) lastRead = performance.now();
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const taken = children.stop();
  print({
    measured: 'whole way',
    engine: place.engine,
    workers,
    documents: report.read,
    failed: report.failed,
    documentsPerSecond: report.read / seconds,
    // Without loading the models and merging the record.
    readingPerSecond: report.read / ((lastRead - firstRead) / 1000),
    // Of the workers alone, models and all; what is true of a machine that has nothing else to do.
    readingPerCoreSecond: report.read / taken.coreSeconds,
    workerMemoryMb: taken.memoryMb,
    fillingAndMergingCoreSeconds: coreSeconds() - before,
  });
}

async function measureGrowth(place: Place, sizes: readonly number[], mergeUpTo: number): Promise<void> {
  const database = await place.newDatabase();
  const articles = longArticles(sizes.at(-1) ?? 0);
  let written = 0;
  for (const size of sizes) {
    const store = await openStore(database);
    const start = performance.now();
    const atStart = coreSeconds();
    let batch: Reading[] = [];
    let texts = 0;
    for (; written < size; written++) {
      const { value } = articles.next();
      if (!value) break;
      batch.push(value);
      texts += value.document.text.length;
      if (batch.length < 50 && written + 1 < size) continue;
      await store.insertReadings(batch);
      batch = [];
    }
    const bulk = (performance.now() - start) / 1000;
    const bulkCores = coreSeconds() - atStart;
    const merging = coreSeconds();
    if (size <= mergeUpTo) await mergeStore(store);
    const merged = coreSeconds() - merging;
    print({
      measured: 'growth',
      engine: place.engine,
      documents: size,
      claims: (await store.counts()).claims,
      bulkPerSecond: (size - (sizes[sizes.indexOf(size) - 1] ?? 0)) / bulk,
      // With the making of the documents.
      bulkPerCoreSecond: (size - (sizes[sizes.indexOf(size) - 1] ?? 0)) / bulkCores,
      mergeCoreSeconds: size <= mergeUpTo ? merged : null,
      textMb: (texts * 1.8) / 1e6,
      ...(await measureQuestions(store, size)),
      openMs: await measureOpening(database),
      sizeMb: await place.size(database),
    });
    await store.close();
  }
}

async function measureOpening(database: string): Promise<number> {
  const start = performance.now();
  const dossier = await openDossier({ database, merge: false });
  const milliseconds = performance.now() - start;
  await dossier.close();
  return milliseconds;
}

const questions = 200;

/** Words of documents that are there, and pages of the timeline, each asked many times; milliseconds. */
async function measureQuestions(store: Store, documents: number) {
  const dossier = dossierOf(store);
  const dice = makeDice(documents);
  const samples = await sampleWords(store, dice.roll);
  const selection = { asOf: '2026-03-01' };
  const one = await times(questions, () => dossier.search(dice.pick(samples), selection));
  const three = await times(questions, () => {
    return dossier.search([0, 1, 2].map(() => dice.pick(samples)).join(' '), selection);
  });
  const timeline = await times(questions, () => {
    return dossier.timeline({ ...selection, limit: 50, offset: 50 * dice.below(20) });
  });
  return { searchOneMs: one, searchThreeMs: three, timelineMs: timeline };
}

/** Words as often as texts have them. */
async function sampleWords(store: Store, roll: () => number): Promise<readonly string[]> {
  const { rows } = await store.findDocuments({ limit: 200 });
  const words = rows.flatMap(({ text }) => text.match(/[\p{L}]{3,}/gu) ?? []);
  return words.filter(() => roll() < 0.2);
}

async function times(count: number, act: () => Promise<unknown>) {
  const taken: number[] = [];
  const before = coreSeconds();
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await act();
    taken.push(performance.now() - start);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  // `core`: what this process computed for each; the rest is waiting, for a server or for a core.
  return { p50: rounded(at(0.5)), p95: rounded(at(0.95)), core: rounded(((coreSeconds() - before) * 1000) / count) };
}

/** Seconds of processor that this process took so far. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100;
}

function print(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line, (_, value) => (typeof value === 'number' ? rounded(value) : value)));
}
