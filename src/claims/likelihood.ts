/** A logistic regression: a weight for each feature, `name value`, that is present. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

export type TakeFeature = (name: string, value: string | number | boolean | null | undefined) => void;

/** Tells its features one by one, each there or not, however often: «в мае в Вене» has one oblique of «в». */
export type Features = (take: TakeFeature) => void;

/** How likely a reader takes what has these features, 0…1. */
export type Likelihood = (features: Features) => number;

/** The regression of these weights. What no weight is known of counts nothing. */
export function createLikelihood({ bias, of }: Weights): Likelihood {
  const weights = indexWeights(of);
  let turn = 0;
  return (features) => {
    let sum = bias;
    turn++;
    features((name, value) => {
      const found = weights.get(name)?.get(String(value));
      if (!found || found.turn === turn) return;
      found.turn = turn;
      sum += found.weight;
    });
    return 1 / (1 + Math.exp(-sum));
  };
}

interface Weight {
  readonly weight: number;
  /** When it was counted last. */
  turn: number;
}

/**
 * Weights by name, then by value, so that no text of both is made to look one up. A name and a value may have spaces
 * («tense and aspect Past Perf»): a weight stands under each way to part them.
 */
function indexWeights(of: Weights['of']): ReadonlyMap<string, ReadonlyMap<string, Weight>> {
  const index = new Map<string, Map<string, Weight>>();
  for (const [feature, weight] of Object.entries(of)) {
    for (let at = feature.indexOf(' '); at >= 0; at = feature.indexOf(' ', at + 1)) {
      const name = feature.slice(0, at);
      const values = index.get(name) ?? new Map<string, Weight>();
      index.set(name, values.set(feature.slice(at + 1), { weight, turn: 0 }));
    }
  }
  return index;
}
