/** One thing to learn from: the features that it has, and whether it was taken. */
export interface Example {
  readonly features: readonly string[];
  /** 1 where it was taken, 0 where not; between them how likely it is where nobody said. */
  readonly taken: number;
  /** Where it comes from: examples of one article are never on both sides of a cross-validation. */
  readonly article: string;
}

export interface Learnt {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

/** A feature of fewer articles tells of these articles, not of Russian. */
const leastArticles = 3;
const sweeps = 80;

/**
 * The weights under which the examples are likeliest, less what large weights cost (L2: the square of each, `penalty` times over
 * two). Coordinate descent with the bound of Böhning & Lindsay (1988) for the curvature, so that each step gains; no randomness.
 */
export function learnWeights(examples: readonly Example[], penalty: number): Learnt {
  const rows = rowsByFeature(examples);
  const margins = new Float64Array(examples.length);
  const weights = new Map([...rows.keys()].map((feature) => [feature, 0]));
  let bias = 0;
  const everything = examples.map((_, i) => i);
  const step = (at: readonly number[], weight: number, cost: number): number => {
    const slope = at.reduce((sum, i) => sum + sigmoid(margins[i] ?? 0) - (examples[i]?.taken ?? 0), cost * weight);
    const by = -slope / (at.length / 4 + cost);
    for (const i of at) margins[i] = (margins[i] ?? 0) + by;
    return weight + by;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    bias = step(everything, bias, 0);
    for (const [feature, at] of rows) weights.set(feature, step(at, weights.get(feature) ?? 0, penalty));
  }
  return { bias, of: Object.fromEntries(weights) };
}

/** How likely each example is by what `learn` makes of the examples of all parts of the articles but its own. */
export function crossValidate<E extends Example>(
  examples: readonly E[],
  learn: (others: readonly E[], part: number) => (features: readonly string[]) => number,
): readonly number[] {
  const likelihoods = Array.from({ length: parts }, (_, part) =>
    learn(
      examples.filter((e) => partOf(e.article) !== part),
      part,
    ),
  );
  return examples.map(({ article, features }) => likelihoods[partOf(article)]?.(features) ?? 0);
}

const parts = 10;

/** Which part of the articles one belongs to, 0…9: by its name alone, so that it stays there when others are added. */
export function partOf(article: string): number {
  return [...article].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7) % parts;
}

function rowsByFeature(examples: readonly Example[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [i, { features }] of examples.entries()) {
    for (const feature of new Set(features)) {
      const at = rows.get(feature);
      if (at) at.push(i);
      else rows.set(feature, [i]);
    }
  }
  const isCommon = (at: readonly number[]): boolean =>
    new Set(at.map((i) => examples[i]?.article)).size >= leastArticles;
  return new Map([...rows].filter(([, at]) => isCommon(at)));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
