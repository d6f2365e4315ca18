import assert from 'node:assert/strict';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { backup, restore } from '../../src/app/backup.ts';
import { examineStore } from '../../src/app/doctor.ts';
import { mergeDossier } from '../../src/app/merge-dossier.ts';
import { runWorkers } from '../../src/app/queue/run-workers.ts';
import { openStore } from '../../src/store/open-store.ts';
import { exportOf } from '../examples.ts';
import type { Need } from '../needs.ts';
import type { PostgresServer } from '../postgres-server.ts';
import type { Dice } from '../world/make-world.ts';
import { checkAfterFault, checkAtEnd } from './check-dossier.ts';
import { files, readingsOf, writeUnmerged } from './material.ts';
import { copyUnmigrated, documentsOfOld, writeOldDossier } from './old-dossier.ts';
import { killProgram, type Running, runProgram, startProgram } from './run-program.ts';
import { feedOfArticles, type FeedServer } from './serve-feed.ts';
import type { SmallServer } from './small-server.ts';

const script = new URL('replay-worker.ts', import.meta.url);

/** What all rounds of a fault share. */
export interface Scene {
  /** An empty folder of this round's own. */
  readonly folder: string;
  readonly material: string;
  /** The export of a run to which nothing happened. */
  readonly expected: readonly string[];
  /** Milliseconds that each program takes when nothing happens to it. */
  readonly usual: ReadonlyMap<string, number>;
  readonly postgres: PostgresServer;
  /** One with a small disk, started when it is first asked for. */
  readonly smallServer: () => Promise<SmallServer>;
  readonly dice: Dice;
}

/** Something that happens to a program, and what must hold afterwards. Rejects where it does not. */
export interface Fault {
  readonly name: string;
  /** What it takes beside PostgreSQL. */
  readonly needs?: Need;
  round(scene: Scene): Promise<void>;
}

export const faults: readonly Fault[] = [
  { name: 'kill -9 while reading into a file', round: (scene) => killWhileReading(scene, fileOf(scene)) },
  {
    name: 'kill -9 while reading into PostgreSQL',
    round: async (scene) => killWhileReading(scene, await scene.postgres.newDatabase()),
  },
  { name: 'kill -9 while watching', round: killWhileWatching },
  { name: 'kill -9 in the record step, in a file', round: (scene) => killWhileMerging(scene, fileOf(scene)) },
  {
    name: 'kill -9 in the record step, in PostgreSQL',
    round: async (scene) => killWhileMerging(scene, await scene.postgres.newDatabase()),
  },
  { name: 'kill -9 in a migration', round: killWhileMigrating },
  { name: 'kill -9 in a migration, in PostgreSQL', round: killWhileMigratingServer },
  { name: 'kill -9 in a backup', round: killWhileBackingUp },
  { name: 'the disk full', needs: 'mount', round: fillDisk },
  { name: 'a file that may not grow further', round: limitFile },
  { name: 'PostgreSQL killed and started again while it is written', round: killPostgres },
  { name: 'the disk of PostgreSQL full', needs: 'mount', round: fillDiskOfServer },
  { name: 'a worker that hangs', round: hangWorker },
  { name: 'a worker that hangs, and wakes up when others have done its work', round: wakeWorker },
  { name: 'two programs on one SQLite file', round: readTwice },
  { name: 'a corrupted capture', round: corruptCapture },
];

function fileOf({ folder }: Scene): string {
  return join(folder, 'dossier.db');
}

/** Some moment of a program's life, or a little after its end. */
function someMoment({ usual, dice }: Scene, what: string): number {
  return dice.roll() * 1.1 * (usual.get(what) ?? 500);
}

async function killWhileReading(scene: Scene, database: string): Promise<void> {
  const args = ['read', scene.material, database, ...files];
  for (let kills = 1 + scene.dice.below(2); kills > 0; kills--) {
    const { acknowledged } = await killProgram(args, someMoment(scene, 'read'));
    await checkAfterFault(database, acknowledged);
  }
  await runProgram(args);
  await checkAtEnd(database, scene.expected);
}

const articlesOfFeed = 8;

async function killWhileWatching(scene: Scene): Promise<void> {
  const feed: FeedServer = await feedOfArticles(articlesOfFeed);
  try {
    const database = fileOf(scene);
    const args = ['watch', scene.material, database, feed.address];
    const { acknowledged } = await killProgram(args, someMoment(scene, 'watch'));
    await checkAfterFault(database, acknowledged);
    await runProgram(args);
    const store = await openStore(database);
    const { rows } = await store.findDocuments({});
    await store.close();
    assert.deepEqual(rows.map((d) => d.source).toSorted(), feed.articles.toSorted());
    await checkAfterFault(database, articlesOfFeed);
  } finally {
    feed.close();
  }
}

async function killWhileMerging(scene: Scene, database: string): Promise<void> {
  await writeUnmerged(scene.material, database);
  await killProgram(['merge', scene.material, database], someMoment(scene, 'merge'));
  await checkAfterFault(database, files.length);
  await checkAtEnd(database, scene.expected);
}

async function killWhileMigrating(scene: Scene): Promise<void> {
  const database = fileOf(scene);
  writeOldDossier(database);
  await killProgram(['open', scene.material, database], someMoment(scene, 'open'));
  await checkMigrated(scene, database);
}

async function killWhileMigratingServer(scene: Scene): Promise<void> {
  const old = join(scene.folder, 'old.db');
  writeOldDossier(old);
  const database = await scene.postgres.newDatabase();
  await copyUnmigrated(old, database);
  await killProgram(['open', scene.material, database], someMoment(scene, 'open a server'));
  await checkMigrated(scene, database);
}

async function checkMigrated(scene: Scene, database: string): Promise<void> {
  await checkAfterFault(database, documentsOfOld);
  const untouched = join(scene.folder, 'untouched.db');
  writeOldDossier(untouched);
  await mergeDossier(untouched);
  await checkAtEnd(database, await exportOf(untouched));
}

async function killWhileBackingUp(scene: Scene): Promise<void> {
  const database = scene.dice.chance(0.5) ? fileOf(scene) : await scene.postgres.newDatabase();
  await writeUnmerged(scene.material, database);
  const copy = join(scene.folder, 'copy.backup');
  await killProgram(['backup', scene.material, database, copy], someMoment(scene, 'backup'));
  await checkAfterFault(database, files.length);
  // What has the name of a backup is a whole one.
  if (!existsSync(copy)) await backup(database, copy);
  const restored = join(scene.folder, 'restored.db');
  await restore(copy, restored);
  await checkAtEnd(restored, scene.expected);
}

async function fillDisk(scene: Scene): Promise<void> {
  const { dice, folder, material } = scene;
  const database = fileOf(scene);
  const what = dice.pick(['read', 'merge', 'backup'] as const);
  const rest = { read: files, merge: [], backup: [join(folder, 'copy.backup')] }[what];
  if (what !== 'read') await writeUnmerged(material, database);
  const filled = existsSync(database) ? statSync(database).size / 1024 : 100;
  // From no room at all to more than enough.
  const kilobytes = Math.round(filled + dice.below(1500));
  const running = startProgram([what, material, database, ...rest], { disk: { folder, kilobytes } });
  const { exitCode, acknowledged, err } = await running.ended;
  if (exitCode !== 0) assert.match(err, /disk|full|I\/O/iu);
  if (what === 'backup') assert.equal(existsSync(join(folder, 'copy.backup')), exitCode === 0);
  await checkAfterFault(database, what === 'read' ? acknowledged : files.length);
  await runProgram(['read', material, database, ...files]);
  await checkAtEnd(database, scene.expected);
}

async function limitFile(scene: Scene): Promise<void> {
  const database = fileOf(scene);
  const args = ['read', scene.material, database, ...files];
  // From hardly room for the tables to nearly enough for everything.
  const running = startProgram(args, { fileLimit: 100 + scene.dice.below(700) });
  const { exitCode, acknowledged, err } = await running.ended;
  if (exitCode !== 0) assert.match(err, /disk|full|I\/O/iu);
  await checkAfterFault(database, acknowledged);
  await runProgram(args);
  await checkAtEnd(database, scene.expected);
}

async function killPostgres(scene: Scene): Promise<void> {
  const database = await scene.postgres.newDatabase();
  const running = startProgram(['read', scene.material, database, ...files]);
  try {
    await running.ready;
    await sleep(someMoment(scene, 'read'));
    await scene.postgres.kill();
    await scene.postgres.start();
    const { exitCode, err, acknowledged } = await running.ended;
    assert.equal(exitCode, 0, `the program lives through it: ${err}`);
    await checkAfterFault(database, acknowledged);
  } finally {
    running.child.kill('SIGKILL');
  }
  await checkAtEnd(database, scene.expected);
}

/** Milliseconds after which somebody makes room for a server that ended for want of it. */
const untilCleared = 1500;

/** The server refuses what it has no room for; without room for its log it ends, and comes back when there is some. */
async function fillDiskOfServer(scene: Scene): Promise<void> {
  const server = await scene.smallServer();
  const database = await server.newDatabase();
  const args = ['read', scene.material, database, ...files];
  const running = startProgram(args);
  await running.ready;
  // From no room at all to more than enough.
  server.fill(scene.dice.below(6000));
  await Promise.race([running.ended, sleep(untilCleared)]);
  await server.clear();
  const { exitCode, acknowledged, err } = await running.ended;
  if (exitCode !== 0) assert.match(err, /53100|No space left on device/u);
  await checkAfterFault(database, acknowledged);
  await runProgram(args);
  await checkAtEnd(database, scene.expected);
}

/** Milliseconds without a sign of life after which a worker is killed. */
const longestSilence = 3000;

/** Nobody helps: who started the workers sees that one is silent. */
async function hangWorker(scene: Scene): Promise<void> {
  const database = scene.dice.chance(0.5) ? fileOf(scene) : await scene.postgres.newDatabase();
  const captures = readingsOf(scene.material).map((reading) => reading.capture);
  const store = await openStore(database);
  const signal = new AbortController().signal;
  const losses: string[] = [];
  process.env['SERVANDA_MATERIAL'] = scene.material;
  process.env['SERVANDA_STOPS'] = `${someMoment(scene, 'work')} ${join(scene.folder, 'stopped')}`;
  try {
    await store.queue.add('run', captures);
    const onLoss = (reason: string): number => losses.push(reason);
    await runWorkers({ database, workers: 2, once: true, signal, script, silence: longestSilence, onLoss });
    const { read, waiting, taken } = await store.queue.counts('run');
    assert.deepEqual({ read, waiting, taken }, { read: captures.length, waiting: 0, taken: 0 });
    for (const reason of losses) assert.match(reason, /no sign of life/u);
  } finally {
    delete process.env['SERVANDA_STOPS'];
    await store.close();
  }
  await checkAtEnd(database, scene.expected);
}

/** Milliseconds after which a silent worker's jobs are free. */
const shortLease = 300;
/** Milliseconds for which others wait for the lock of a file. */
const patience = 5000;

/** Milliseconds after which the server ends a silent transaction; what was stopped within one gives its rows back. */
const silence = 500;

function endingTheSilent(address: string): string {
  const url = new URL(address);
  url.searchParams.set('idle_in_transaction_session_timeout', String(silence));
  return url.href;
}

async function wakeWorker(scene: Scene): Promise<void> {
  const inFile = scene.dice.chance(0.5);
  const database = inFile ? fileOf(scene) : endingTheSilent(await scene.postgres.newDatabase());
  const captures = readingsOf(scene.material).map((reading) => reading.capture);
  const store = await openStore(database);
  const started: Running[] = [];
  try {
    await store.queue.add('run', captures);
    const [hanging, other] = ['hanging', 'other'].map((worker) =>
      startProgram(['work', scene.material, database, worker, String(shortLease)]),
    );
    started.push(...(hanging ? [hanging] : []));
    await hanging?.ready;
    await sleep(someMoment(scene, 'work'));
    hanging?.child.kill('SIGSTOP');
    // Stopped within a transaction it holds the one lock that a file has: nobody writes until it is ended.
    const endIfInTheWay = async (ofOthers: () => Promise<unknown> | undefined): Promise<void> => {
      const watchdog = setTimeout(() => inFile && hanging?.child.kill('SIGKILL'), patience);
      await ofOthers();
      clearTimeout(watchdog);
    };
    await endIfInTheWay(() => other?.ended);
    await sleep(inFile ? shortLease : silence * 2);
    await endIfInTheWay(() => runProgram(['work', scene.material, database, 'later', String(shortLease)]));
    const { read, waiting, taken } = await store.queue.counts('run');
    assert.deepEqual({ read, waiting, taken }, { read: captures.length, waiting: 0, taken: 0 });
    // It wakes up and finishes what others have long done.
    hanging?.child.kill('SIGCONT');
    const ended = await hanging?.ended;
    if (hanging?.child.signalCode !== 'SIGKILL') assert.equal(ended?.exitCode, 0, ended?.err);
  } finally {
    for (const { child } of started) child.kill('SIGKILL');
    await store.close();
  }
  await checkAtEnd(database, scene.expected);
}

async function readTwice(scene: Scene): Promise<void> {
  const database = fileOf(scene);
  const both = [files, files.toReversed()].map((order) => startProgram(['read', scene.material, database, ...order]));
  for (const { ended } of both) {
    const { exitCode, err } = await ended;
    assert.equal(exitCode, 0, err);
  }
  await checkAtEnd(database, scene.expected);
}

/** A bit of a stored capture turns over on the disk: it is told, and nothing else suffers. */
async function corruptCapture(scene: Scene): Promise<void> {
  const { dice, material, expected } = scene;
  const database = fileOf(scene);
  await writeUnmerged(material, database);
  const raw = new DatabaseSync(database);
  const rows = raw.prepare('select document, source, bytes from capture order by document').all();
  const { document, source, bytes } = rows[dice.below(rows.length)] ?? {};
  assert.ok(bytes instanceof Uint8Array && typeof document === 'string');
  const at = dice.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  raw.prepare('update capture set bytes = ? where document = ?').run(bytes, document);
  raw.close();
  assert.deepEqual(await exportOf(database), expected);
  const store = await openStore(database);
  const wrong = (await examineStore(store)).flatMap((finding) => finding.wrong);
  await store.close();
  // A bit of the frame's header that says nothing of its contents may be one that no reader looks at.
  assert.ok(wrong.length <= 1, wrong.join('\n'));
  for (const sentence of wrong) assert.match(sentence, new RegExp(`capture of ${RegExp.escape(String(source))} `, 'u'));
  rmSync(database);
}
