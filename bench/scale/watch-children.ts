import { readFileSync, readdirSync } from 'node:fs';

/** What the processes that this one started took. */
export interface Taken {
  /** The most memory that one of them held, in megabytes. */
  readonly memoryMb: number;
  /** Seconds of all their cores together: the same on a machine that is busy with other things. */
  readonly coreSeconds: number;
}

const ticksASecond = 100;

/** Looks at them until `stop`. */
export function watchChildren(): { stop(): Taken } {
  let memoryMb = 0;
  const coreSeconds = new Map<string, number>();
  const looking = setInterval(() => {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      const taken = takenBy(id);
      if (!taken) continue;
      memoryMb = Math.max(memoryMb, taken.memoryMb);
      coreSeconds.set(id, taken.coreSeconds);
    }
  }, 250);
  return {
    stop: () => {
      clearInterval(looking);
      return { memoryMb, coreSeconds: [...coreSeconds.values()].reduce((sum, seconds) => sum + seconds, 0) };
    },
  };
}

/** `null` for what is no worker of this process, and for what is gone. */
function takenBy(id: string): Taken | null {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    if (!status.includes(`PPid:\t${process.pid}\n`)) return null;
    if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('worker-process')) return null;
    const memoryMb = Number(/VmHWM:\s*(\d+) kB/u.exec(status)?.[1] ?? 0) / 1000;
    // After the name in brackets: state is the first field, user and system time the twelfth and thirteenth.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { memoryMb, coreSeconds: (Number(fields[11]) + Number(fields[12])) / ticksASecond };
  } catch {
    return null;
  }
}
