/** How often somebody may ask: `most` times at once, and again as the time passes. */
export interface RateLimit {
  readonly most: number;
  /** Milliseconds in which a full measure comes back. */
  readonly per: number;
}

/** Those whose measure is full again are forgotten; of more than these at once, the oldest. */
const remembered = 10_000;

/** A leaky measure for each of those who ask. `take` tells how many seconds to wait, 0 where none. */
export function createRateLimiter({ most, per }: RateLimit, now: () => number): { take(who: string): number } {
  const used = new Map<string, { level: number; at: number }>();
  return {
    take: (who) => {
      const at = now();
      const last = used.get(who);
      const level = last ? Math.max(0, last.level - ((at - last.at) / per) * most) : 0;
      used.delete(who);
      if (level + 1 > most) {
        used.set(who, { level, at });
        return Math.ceil(((level + 1 - most) * per) / most / 1000);
      }
      used.set(who, { level: level + 1, at });
      for (const oldest of used.keys()) {
        if (used.size <= remembered) break;
        used.delete(oldest);
      }
      return 0;
    },
  };
}
