/** A logistic regression: a weight for each feature that is present. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

/** How likely a reader takes what has these features, 0…1. What no weight is known of counts nothing. */
export function likelihoodOf(weights: Weights, features: readonly string[]): number {
  const sum = features.reduce((total, feature) => total + (weights.of[feature] ?? 0), weights.bias);
  return 1 / (1 + Math.exp(-sum));
}
