import { readFileSync, readdirSync } from 'node:fs';

/** Looks at the processes that this one started, until `stop` tells the most memory that one of them held, in megabytes. */
export function watchMemory(): { stop(): number } {
  let most = 0;
  const looking = setInterval(() => {
    for (const name of readdirSync('/proc')) if (/^\d+$/u.test(name)) most = Math.max(most, memoryOf(name));
  }, 500);
  return {
    stop: () => {
      clearInterval(looking);
      return most;
    },
  };
}

/** The peak of a child of this process; 0 for others, and for those that are gone. */
function memoryOf(process_: string): number {
  try {
    const status = readFileSync(`/proc/${process_}/status`, 'utf8');
    if (!status.includes(`PPid:\t${process.pid}\n`) || !status.startsWith('Name:\tnode')) return 0;
    return Number(/VmHWM:\s*(\d+) kB/u.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
