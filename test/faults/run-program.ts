import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('program.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Compiled modules are kept between the programs: what is tested is not how fast they start. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'servanda-faults-cache') };

/** A program under way, and what it has said so far. */
export interface Running {
  readonly child: ChildProcess;
  /** When it is about to begin. */
  readonly ready: Promise<void>;
  /** When it has ended, by itself or not. */
  readonly ended: Promise<Ended>;
}

export interface Ended {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  /** Documents that it said were read; 0 where it says nothing of them. */
  readonly acknowledged: number;
  readonly err: string;
}

/** What a program may not have as much of as it likes. */
export interface Limits {
  /** Kilobytes that no file may grow beyond (RLIMIT_FSIZE). */
  readonly fileLimit?: number;
  /** A file system in memory with the contents of `folder` in it, which are what it left when the program ended. */
  readonly disk?: { readonly folder: string; readonly kilobytes: number };
}

/** Starts `program.ts`. */
export function startProgram(args: readonly string[], limits: Limits = {}): Running {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', program, ...args];
  const [command = '', ...rest] = within(limits, node);
  const child = spawn(command, rest, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  const begun = Promise.withResolvers<void>();
  child.stdout.on('data', (text) => {
    out += String(text);
    if (out.startsWith('ready\n')) begun.resolve();
  });
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = once(child, 'close').then(([exitCode]): Ended => {
    begun.resolve();
    const numbers = out.match(/^\d+$/gmu) ?? [];
    return { exitCode, acknowledged: Math.max(0, ...numbers.map(Number)), err };
  });
  return { child, ready: begun.promise, ended };
}

function within({ fileLimit, disk }: Limits, command: readonly string[]): readonly string[] {
  if (fileLimit !== undefined) {
    // A signal that is not heard stays so in what the shell becomes: writing fails then as on a full disk.
    return ['sh', '-c', `trap '' XFSZ; ulimit -f ${fileLimit * 2}; exec "$@"`, 'sh', ...command];
  }
  if (disk === undefined) return command;
  // Mounted over the folder for this program alone; from within, the shell still stands in the folder below.
  const script = `cd "$0"; mount -t tmpfs -o size=${disk.kilobytes}k none "$0" && cp -a . "$0/" || exit 99
    (cd "$1" && shift && "$@"); code=$?; cp -a "$0/." .; exit $code`;
  return ['unshare', '--map-root-user', '--mount', 'sh', '-c', script, disk.folder, root, ...command];
}

/** Runs it to its end and gives how many milliseconds it took after it was ready; throws where it fails. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const running = startProgram(args);
  await running.ready;
  const start = performance.now();
  const { exitCode, err } = await running.ended;
  if (exitCode !== 0) throw new Error(`${args[0]} ended with ${exitCode}: ${err}`);
  return performance.now() - start;
}

/** Kills it, as the system does when memory is short, so many milliseconds after it was ready. */
export async function killProgram(args: readonly string[], after: number): Promise<Ended> {
  const running = startProgram(args);
  await running.ready;
  const timer = setTimeout(() => running.child.kill('SIGKILL'), after);
  const ended = await running.ended;
  clearTimeout(timer);
  return ended;
}
