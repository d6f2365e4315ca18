/** A logistic regression: a weight for each feature that is present. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

/** How likely a reader takes what has these features, 0…1. */
export type Likelihood = (features: readonly string[]) => number;

/** The regression of these weights. What no weight is known of counts nothing. */
export function createLikelihood({ bias, of }: Weights): Likelihood {
  // features are made anew for each verb, and a Map finds such a string without making it a name of a property first
  const weights = new Map(Object.entries(of));
  return (features) => {
    let sum = bias;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return 1 / (1 + Math.exp(-sum));
  };
}
