import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { openDesk } from '../src/app/desk.ts';
import { openDossier } from '../src/app/dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createThreadReader } from '../src/app/reader.ts';
import { sizeOfPaths } from '../src/app/size-of-paths.ts';
import { dayOf } from '../src/cli/open-existing.ts';
import { createProgress } from '../src/cli/progress.ts';
import { serve } from '../src/http/serve.ts';

/**
 * `npm start [-- PATH…]`: reads the paths, or else the examples, into a dossier and serves its pages until Ctrl-C.
 * What was read before is passed over, so a second start is quick. The examples have a database of their own.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// npm runs scripts in the package's folder; paths are meant from where the person stands.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
const given = process.argv.slice(2);
const paths = given.length > 0 ? given : [join(root, 'examples', 'dossier')];
const database = given.length > 0 ? 'servanda.db' : join(root, '.servanda', 'examples.db');
const usualPort = 8080;
/** Pages are up while a long reading goes on. */
const patience = 10_000;

mkdirSync(dirname(database), { recursive: true });
const interruption = new AbortController();
const now = (): string => new Date().toISOString();
const dossier = await openDossier({ database, merge: false });
const reader = createThreadReader();
const desk = await openDesk({ database, reader, now });
const server = await serveOnFreePort();
process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());

const reading = read().catch(async (error: unknown) => {
  console.error(`servanda: ${error instanceof Error ? error.message : String(error)}`);
  await server.close();
  process.exit(1);
});
const quick = await Promise.race([reading.then(() => true), sleep(patience, false, { ref: false })]);
if (!quick) console.log(`servanda: reading goes on; pages are at ${server.address}`);
await reading;
if (!interruption.signal.aborted) console.log(`servanda: pages are at ${server.address} (Ctrl-C ends)`);

async function read(): Promise<void> {
  const streams = {
    terminal: process.stderr.isTTY ?? false,
    err: (text: string): void => void process.stderr.write(text),
  };
  const progress = createProgress(streams, await sizeOfPaths(paths));
  try {
    const report = await readSources({
      database,
      paths,
      stdin: process.stdin,
      readers: [reader],
      now,
      signal: interruption.signal,
      onProgress: progress.show,
    });
    progress.clear();
    for (const { source, reason } of report.failures) console.error(`${source}: ${reason}`);
    console.log(`servanda: ${report.read} read, ${report.known} known already, ${report.failed} failed; ${database}`);
  } finally {
    progress.clear();
  }
}

async function serveOnFreePort() {
  const options = { today: (): string => dayOf(undefined, { now }), desk, owner: userInfo().username };
  try {
    return await serve(dossier, { ...options, port: Number(process.env['PORT'] ?? usualPort) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return serve(dossier, { ...options, port: 0 });
  }
}

async function stop(): Promise<void> {
  interruption.abort();
  await reading;
  await server.close();
  await desk.close();
  await reader.close();
  await dossier.close();
  process.exit(0);
}
