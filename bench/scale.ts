import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { dossierOf, openDossier } from '../src/app/dossier.ts';
import { mergeStore } from '../src/app/merge-dossier.ts';
import { readWithWorkers } from '../src/app/queue/read-with-workers.ts';
import { createStore } from '../src/store/kysely-store.ts';
import { openDatabase } from '../src/store/open-database.ts';
import type { Reading, Store } from '../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../test/postgres-server.ts';
import { makeDice } from '../test/world/make-world.ts';
import { longArticles } from './scale/long-articles.ts';
import { spreadRecord } from './scale/spread-record.ts';
import { watchChildren } from './scale/watch-children.ts';

/**
 * What a dossier costs as it grows, in both engines: `npm run -s bench -- scale [--documents 10000,100000] [--whole 500]
 * [--merged 1000] [--engines sqlite,postgres]`. The whole way (bytes to merged record, with 1 and 2 worker processes) is
 * measured on `--whole` documents; the sizes are reached by writing documents with the claims that their invented world
 * knows, since reading a hundred thousand takes an hour. The record is merged of the first `--merged` documents; at each
 * size its events, agreements and commitments stand in the tables as many times as that makes it of the dossier's size,
 * each time under ids of their own: what a page costs is told by the size of the tables, and not by how they were filled.
 * Prints one JSON line for each measurement; about a quarter of an hour on two idle cores.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000,100000' },
      whole: { type: 'string', default: '500' },
      merged: { type: 'string', default: '1000' },
      engines: { type: 'string', default: 'sqlite,postgres' },
    },
  });
  const sizes = [values.merged, ...values.documents.split(',')].map(Number);
  for (const engine of values.engines.split(',')) {
    await withPlaces(engine, async (place) => {
      if (Number(values.whole) > 0)
        for (const workers of [1, 2]) await measureWhole(place, Number(values.whole), workers);
      await measureGrowth(place, sizes);
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

/** Documents written in one transaction. */
const batchSize = 50;

async function measureGrowth(place: Place, sizes: readonly number[]): Promise<void> {
  const database = await place.newDatabase();
  const articles = longArticles(sizes.at(-1) ?? 0);
  const [merged = 0] = sizes;
  let before = 0;
  for (const size of sizes) {
    const { db, engine } = await openDatabase(database);
    const store = createStore(db, engine);
    const bulk = await writeDocuments(store, articles, size - before);
    const core = coreSeconds();
    if (size === merged) await mergeStore(store);
    else await spreadRecord(db, before / merged, size / merged);
    const mergeCoreSeconds = size === merged ? coreSeconds() - core : null;
    print({
      measured: 'growth',
      engine: place.engine,
      ...(await store.counts()),
      ...bulk,
      mergeCoreSeconds,
      ...(await measureQuestions(store, size)),
      openMs: await measureOpening(database),
      sizeMb: await place.size(database),
    });
    await store.close();
    before = size;
  }
}

/** Writes so many of the articles, and tells how quickly. */
async function writeDocuments(store: Store, articles: Iterator<Reading>, count: number) {
  const start = performance.now();
  let core = 0;
  let textMb = 0;
  for (let written = 0; written < count; written += batchSize) {
    const batch: Reading[] = [];
    while (batch.length < Math.min(batchSize, count - written)) {
      const next = articles.next();
      if (next.done) throw new Error('there are no more articles');
      batch.push(next.value);
      textMb += Buffer.byteLength(next.value.document.text) / 1e6;
    }
    const before = coreSeconds();
    await store.insertReadings(batch);
    core += coreSeconds() - before;
  }
  return {
    // With the making of the documents, which takes about as long.
    bulkPerSecond: (count * 1000) / (performance.now() - start),
    // Of this process alone.
    bulkPerCoreSecond: count / core,
    writtenTextMb: textMb,
  };
}

async function measureOpening(database: string): Promise<number> {
  const start = performance.now();
  const dossier = await openDossier({ database, merge: false });
  const milliseconds = performance.now() - start;
  await dossier.close();
  return milliseconds;
}

const questions = 200;
const millisecondsADay = 86_400_000;

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
  const { from } = await store.counts();
  const days = (Date.parse(selection.asOf) - Date.parse(from ?? selection.asOf)) / millisecondsADay;
  const timeline = await times(questions, () => {
    // From another day each time: a page that was made before is kept.
    const day = new Date(Date.parse(selection.asOf) - dice.roll() * days * millisecondsADay).toISOString().slice(0, 10);
    return dossier.timeline({ ...selection, from: day, limit: 50 });
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
