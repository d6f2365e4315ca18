export interface ShingleScore {
  readonly precision: number;
  readonly recall: number;
}

export interface ShingleTotals extends ShingleScore {
  readonly f1: number;
}

/**
 * Scores extracted texts against true ones by 4-word shingles, as the article-extraction-benchmark defines it: counted
 * with repeats, case kept; precision is averaged over the pages with any text extracted, recall over those with any true
 * text, F1 is that of the averages.
 */
export function scoreShingles(pairs: readonly { readonly truth: string; readonly text: string }[]): {
  readonly total: ShingleTotals;
  readonly pages: readonly ShingleScore[];
} {
  const counts = pairs.map(({ truth, text }) => countShared(shingles(truth), shingles(text)));
  const precision = mean(counts.filter((c) => c.shared + c.extra > 0).map((c) => share(c.shared, c.extra, c.missing)));
  const recall = mean(counts.filter((c) => c.shared + c.missing > 0).map((c) => share(c.shared, c.missing, c.extra)));
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const pages = counts.map((c) => ({
    precision: share(c.shared, c.extra, c.missing),
    recall: share(c.shared, c.missing, c.extra),
  }));
  return { total: { precision, recall, f1 }, pages };
}

interface Counts {
  readonly shared: number;
  readonly extra: number;
  readonly missing: number;
}

function share(shared: number, wrong: number, other: number): number {
  if (wrong === 0 && other === 0) return 1;
  return shared + wrong === 0 ? 0 : shared / (shared + wrong);
}

function countShared(truth: ReadonlyMap<string, number>, text: ReadonlyMap<string, number>): Counts {
  let shared = 0;
  let extra = 0;
  let missing = 0;
  for (const key of new Set([...truth.keys(), ...text.keys()])) {
    const a = truth.get(key) ?? 0;
    const b = text.get(key) ?? 0;
    shared += Math.min(a, b);
    extra += Math.max(0, b - a);
    missing += Math.max(0, a - b);
  }
  return { shared, extra, missing };
}

/** Four words in a row, with how often; a shorter text is one shingle, an empty one none. */
function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  if (words.length === 0) return found;
  for (let n = 0; n < Math.max(1, words.length - 3); n += 1) {
    const key = words.slice(n, n + 4).join(' ');
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
