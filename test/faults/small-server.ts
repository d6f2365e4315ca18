import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asUser, ask, serverPrograms, untilReady } from '../postgres-server.ts';

/** A PostgreSQL with a small disk of its own, which is started again whenever it ends, as a supervisor does it. */
export interface SmallServer {
  /** The address of an empty dossier; the one before it is gone. */
  newDatabase(): Promise<string>;
  /** Leaves so many kilobytes on its disk, or as many as there are. */
  fill(kilobytes: number): void;
  /** Gives the room back, and settles when the server answers. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const diskMb = 96;

/**
 * A file system in memory that is seen by the server alone. To mount it takes root's rights within a name space; the
 * second name space, in which nobody is root, is for the server, which refuses to run as root.
 */
const script = `mount -t tmpfs -o size=${diskMb}m none "$0" && exec unshare --user sh -c '
  "$1/initdb" -D "$0/data" -U servanda -A trust -E UTF8 --locale=C.UTF-8 --no-sync --wal-segsize=1 >/dev/null
  while :; do
    "$1/postgres" -D "$0/data" -c listen_addresses= -c unix_socket_directories="$2" -c max_wal_size=8MB -c min_wal_size=2MB
    sleep 0.1
  done' "$0" "$@"`;

export async function startSmallServer(): Promise<SmallServer> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-small-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  for (const path of [folder, disk]) if (asUser.uid !== undefined) chownSync(path, asUser.uid, asUser.gid);
  const args = ['--map-root-user', '--mount', 'sh', '-c', script, disk, serverPrograms(), folder];
  const holder = spawn('unshare', args, { ...asUser, cwd: folder, stdio: 'ignore', detached: true });
  const end = (): void => {
    kill(holder);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', end);
  const url = `postgres://servanda@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilReady(url);
  // Only the processes in the name space see the disk; this is the way to it from without.
  const seen = `/proc/${holder.pid}/root${disk}`;
  const ballast = join(seen, 'ballast');
  let databases = 0;
  return {
    newDatabase: async () => {
      await ask(url, `drop schema if exists dossier_${databases} cascade`);
      await ask(url, 'checkpoint');
      await ask(url, `create schema dossier_${++databases}`);
      return `${url}&options=${encodeURIComponent(`-c search_path=dossier_${databases}`)}`;
    },
    fill: (kilobytes) => {
      const { bavail, bsize } = statfsSync(seen);
      const size = Math.max(0, bavail * bsize - kilobytes * 1024);
      // By the one user whom this file system knows; where the server was quicker, it is full the sooner.
      execFileSync('sh', ['-c', 'head -c "$1" /dev/zero > "$0" 2>/dev/null || :', ballast, String(size)], asUser);
    },
    clear: async () => {
      rmSync(ballast, { force: true });
      await untilReady(url);
    },
    stop: async () => {
      process.off('exit', end);
      end();
    },
  };
}

/** With the shell that would start it again. */
function kill({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
}
