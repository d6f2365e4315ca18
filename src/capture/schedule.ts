/** How often sources are visited, in milliseconds. */
export interface Rhythm {
  readonly first: number;
  readonly shortest: number;
  readonly longest: number;
  /** Between two requests to one host, unless its robots.txt asks for more. */
  readonly hostGap: number;
}

const minute = 60_000;

export const usualRhythm: Rhythm = {
  first: 15 * minute,
  shortest: 5 * minute,
  longest: 24 * 60 * minute,
  hostGap: 2000,
};

/** What a visit found. */
export type VisitOutcome =
  | { readonly kind: 'new'; readonly ttl: number | null }
  | { readonly kind: 'unchanged'; readonly ttl: number | null }
  | { readonly kind: 'failed'; readonly retryAfter: number | null };

export interface Timing {
  /** Milliseconds until the next visit is due. */
  readonly interval: number;
  /** Failed visits in a row. */
  readonly failures: number;
}

/**
 * The rhythm of a source follows what it does: twice as often after something new, less often after nothing (×1.5), back
 * off after failures (×2 each). A feed's own `ttl` (minutes) and a server's `Retry-After` (seconds) are never undercut.
 */
export function nextTiming(before: Timing, outcome: VisitOutcome, rhythm: Rhythm): Timing {
  const within = (ms: number): number => Math.round(Math.min(rhythm.longest, Math.max(rhythm.shortest, ms)));
  switch (outcome.kind) {
    case 'new':
      return { interval: Math.max(within(before.interval / 2), (outcome.ttl ?? 0) * minute), failures: 0 };
    case 'unchanged':
      return { interval: Math.max(within(before.interval * 1.5), (outcome.ttl ?? 0) * minute), failures: 0 };
    case 'failed': {
      const backedOff = within(Math.max(before.interval, rhythm.first) * 2);
      return { interval: Math.max(backedOff, (outcome.retryAfter ?? 0) * 1000), failures: before.failures + 1 };
    }
  }
}

/** Keeps requests to one host apart. */
export interface HostGate {
  /** Milliseconds to wait before this request; the place is taken. */
  reserve(host: string, gap: number, now: number): number;
}

export function createHostGate(): HostGate {
  const free = new Map<string, number>();
  return {
    reserve: (host, gap, now) => {
      const at = Math.max(now, free.get(host) ?? 0);
      free.set(host, at + gap);
      return at - now;
    },
  };
}
