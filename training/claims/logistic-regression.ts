/** One thing to learn from: the features that it has, and whether it was taken. */
export interface Example {
  readonly features: readonly string[];
  readonly isTaken: boolean;
  /** Where it comes from: examples of one article are never on both sides of a cross-validation. */
  readonly article: string;
}

export interface Learnt {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

/** What a weight costs: its square, so many times over; chosen by cross-validation. */
const penalty = 10;
/** A feature of fewer articles tells of these articles, not of Russian. */
const leastArticles = 3;
const sweeps = 80;

/**
 * The weights under which the examples are likeliest, less what large weights cost (L2). Coordinate descent with the bound of
 * Böhning & Lindsay (1988) for the curvature, so that each step gains; no randomness.
 */
export function learnWeights(examples: readonly Example[]): Learnt {
  const rows = rowsByFeature(examples);
  const margins = new Float64Array(examples.length);
  const weights = new Map([...rows.keys()].map((feature) => [feature, 0]));
  let bias = 0;
  const everything = examples.map((_, i) => i);
  const step = (at: readonly number[], weight: number, cost: number): number => {
    const slope = at.reduce((sum, i) => sum + sigmoid(margins[i] ?? 0) - (examples[i]?.isTaken ? 1 : 0), cost * weight);
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

/** How likely each example is with weights that were learnt without its article, in ten parts of the articles. */
export function crossValidate(
  examples: readonly Example[],
  createLikelihood: (learnt: Learnt) => (features: readonly string[]) => number,
): readonly number[] {
  const articles = [...new Set(examples.map((e) => e.article))];
  const part = new Map(articles.map((article, i) => [article, i % parts]));
  const likelihoods = Array.from({ length: parts }, (_, k) =>
    createLikelihood(learnWeights(examples.filter((e) => part.get(e.article) !== k))),
  );
  return examples.map(({ article, features }) => {
    const without = likelihoods[part.get(article) ?? -1];
    if (!without) throw new Error(`${article} is in no part`);
    return without(features);
  });
}

const parts = 10;

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
