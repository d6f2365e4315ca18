import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

/** A PostgreSQL of a test's own: in a temporary folder, over a Unix socket, gone with the test. */
export interface PostgresServer {
  /** The address of an empty dossier: a new schema of the one database. */
  newDatabase(): Promise<string>;
  /** What the tables of a dossier take on disk with their indexes, in megabytes. */
  sizeOf(database: string): Promise<number>;
  /** As a power cut does it: no process of the server ends what it was doing. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The server refuses to run as root: it is another user's then, whose number owns nothing else. */
export const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Makes a server out of the programs of the system (`/usr/lib/postgresql/VERSION/bin`) and starts it. */
export async function startPostgres(options: { readonly durable?: boolean } = {}): Promise<PostgresServer> {
  const bin = serverPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'servanda-postgres-'));
  if (asUser.uid !== undefined) chownSync(folder, asUser.uid, asUser.gid);
  const data = join(folder, 'data');
  const making = ['-D', data, '-U', 'servanda', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), making, { ...asUser, cwd: folder, stdio: 'ignore' });
  let server: ChildProcess | null = null;
  let databases = 0;
  const url = `postgres://servanda@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await exit;
  };
  const start = async (): Promise<void> => {
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${folder}`,
      `fsync=${options.durable ? 'on' : 'off'}`,
      // After a kill every file is brought to the disk before anything else: one by one that takes longer with every dossier.
      'recovery_init_sync_method=syncfs',
    ];
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    const begin = (): ChildProcess => spawn(join(bin, 'postgres'), args, { ...asUser, cwd: folder, stdio: 'ignore' });
    server = begin();
    await untilReady(url, () => {
      // After a kill it refuses to start until the last process of the one before is gone.
      if (server?.exitCode !== null) server = begin();
    });
  };
  const onExit = (): void => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', onExit);
  await start();
  return {
    newDatabase: async () => {
      const schema = `dossier_${++databases}`;
      await ask(url, `create schema ${schema}`);
      return `${url}&options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    sizeOf: async (database) => {
      const schema = /search_path%3D(\w+)/u.exec(database)?.[1] ?? '';
      const rows = await ask(
        url,
        `select sum(pg_total_relation_size(c.oid)) / 1e6 as size from pg_class c join pg_namespace n
          on n.oid = c.relnamespace where n.nspname = '${schema}' and c.relkind = 'r'`,
      );
      return Number(rows[0]?.['size'] ?? 0);
    },
    kill: () => ended('SIGKILL'),
    start,
    stop: async () => {
      await ended('SIGQUIT');
      process.off('exit', onExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of the system's newest. */
export function serverPrograms(): string {
  const newest = globSync('/usr/lib/postgresql/*/bin/postgres').toSorted().at(-1);
  if (newest === undefined) throw new Error('no PostgreSQL server under /usr/lib/postgresql');
  return dirname(newest);
}

/** On a busy machine a server that was killed is minutes away from being there. */
const mostTries = 3000;

export async function untilReady(url: string, onWaiting: () => void = () => undefined): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask(url, 'select 1');
      return;
    } catch (error) {
      if (tries >= mostTries) throw error;
      await sleep(50);
      onWaiting();
    }
  }
}

/** Asks over a connection of its own. */
export async function ask(url: string, question: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(question)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
