import type { Chain, Run } from '../../src/language/ru/mentions/decode-chain.ts';
import { decodeChain } from '../../src/language/ru/mentions/decode-chain.ts';
import type { TaggedSpan } from '../../src/language/ru/mentions/tag-spans.ts';
import type { HeadPlan } from './labels.ts';
import { flatHead } from './labels.ts';
import type { LearntHead, Trainer, TrainingOptions } from './train-head.ts';
import { leftOut, lowerOutside, trainHead } from './train-head.ts';
import type { FeaturePath, PlacedDocument } from './training-set.ts';
import { folds } from './training-set.ts';

/** A head learnt on all documents, with what heads that had not seen a document say of it. */
export interface HeadWithHeldOut {
  readonly plan: HeadPlan;
  readonly head: LearntHead;
  /** Scores [tokens][labels]. */
  readonly scores: Float32Array;
  /** Whether the document is annotated and was left out once. */
  isHeldOut(document: PlacedDocument): boolean;
  /** The chain that belongs to a document's scores. */
  chainOf(document: PlacedDocument): Chain;
}

const allFolds: readonly number[] = Array.from({ length: folds }, (_, fold) => fold);

/**
 * Trains a head on all annotated documents, and once for each fold without it: the second look must learn from finds as good
 * as those that it will get, not from those of a head that knows the document by heart. `held` are the folds to leave out.
 */
export async function trainWithHeldOut(
  trainer: Trainer,
  plan: HeadPlan,
  documents: readonly PlacedDocument[],
  labels: Uint8Array,
  features: FeaturePath,
  given: Float32Array | null,
  options: TrainingOptions,
  held: readonly number[] = allFolds,
): Promise<HeadWithHeldOut> {
  const columns = plan === flatHead ? features.columns.flat : features.columns.nested;
  const learn = (own: Uint8Array): Promise<LearntHead> =>
    trainHead(trainer, { plan, features: features.path, columns, labels: own, given, options });
  const left = held.map((fold) =>
    documents.filter((document) => document.fold === fold && labels[document.from] !== leftOut),
  );
  const [head, ...learnt] = await sideBySide([[], ...left], (without) => {
    const own = labels.slice();
    for (const { from, to } of without) own.fill(leftOut, from, to);
    return learn(own);
  });
  if (!head) throw new Error('no head was learnt');
  const scores = head.scores?.slice() ?? new Float32Array(labels.length * head.labels);
  const chains = new Map<number, Chain>();
  for (const [i, fold] of held.entries()) {
    const own = learnt[i];
    if (!own) continue;
    chains.set(fold, own);
    for (const { from, to } of left[i] ?? []) {
      scores.set(own.scores?.subarray(from * head.labels, to * head.labels) ?? [], from * head.labels);
    }
  }
  return {
    plan,
    head,
    scores,
    isHeldOut: ({ from, to, fold }) => to > from && labels[from] !== leftOut && chains.has(fold),
    chainOf: ({ from, fold }) => (labels[from] === leftOut ? head : (chains.get(fold) ?? head)),
  };
}

/** How many lessons run at once; each takes about 200 MB. */
const lanes = 3;

/** `work` on each of `items`, `lanes` at a time; results in the order of the items. */
async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const run = async (): Promise<void> => {
    for (const [i, item] of queue) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, run));
  return results;
}

/** What the held-out heads find in a document, O made dearer by `bias`. */
export function findHeldOut(held: HeadWithHeldOut, document: PlacedDocument, bias: number): readonly TaggedSpan[] {
  const chain = lowerOutside(held.chainOf(document), bias);
  return decodeDocument(chain, document, held.scores).flatMap((runs, sentence) =>
    runs.map((run) => ({ ...run, sentence, head: held.plan.name })),
  );
}

/** Runs by sentence; `scores` are those of the whole set. */
export function decodeDocument(
  chain: Chain,
  document: PlacedDocument,
  scores: Float32Array,
): readonly (readonly Run[])[] {
  let at = document.from;
  return document.sentences.map(({ length }) => {
    const runs =
      length === 0 ? [] : decodeChain(chain, scores.subarray(at * chain.labels, (at + length) * chain.labels), length);
    at += length;
    return runs;
  });
}

const biases = [0, 0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3] as const;

/**
 * What to take off a head's O so that exact runs of the annotated documents score best when the held-out heads find them: a
 * CRF trained for likelihood leaves too much outside.
 */
export function chooseBias(held: HeadWithHeldOut, documents: readonly PlacedDocument[], labels: Uint8Array): number {
  const annotated = documents.filter((document) => held.isHeldOut(document));
  const gold = annotated.map((document) => goldRuns(held.head, document, labels));
  let best = 0;
  let most = -1;
  for (const bias of biases) {
    let right = 0;
    let all = 0;
    for (const [i, document] of annotated.entries()) {
      const found = findHeldOut(held, document, bias).map(keyOf);
      all += found.length + (gold[i]?.size ?? 0);
      for (const key of found) if (gold[i]?.has(key)) right++;
    }
    const f1 = all === 0 ? 0 : (2 * right) / all;
    if (f1 <= most) continue;
    most = f1;
    best = bias;
  }
  return best;
}

function goldRuns(chain: Chain, document: PlacedDocument, labels: Uint8Array): ReadonlySet<string> {
  const certain = new Float32Array(labels.length === 0 ? 0 : (document.to - document.from) * chain.labels);
  for (let i = document.from; i < document.to; i++)
    certain[(i - document.from) * chain.labels + (labels[i] ?? 0)] = 1e6;
  const plain = {
    ...chain,
    transitions: new Float32Array(chain.labels ** 2),
    first: new Float32Array(chain.labels),
    last: new Float32Array(chain.labels),
  };
  const shifted = { ...document, from: 0, to: document.to - document.from };
  return new Set(
    decodeDocument(plain, shifted, certain).flatMap((runs, sentence) => runs.map((run) => keyOf({ ...run, sentence }))),
  );
}

function keyOf({ sentence, from, to, type }: Pick<TaggedSpan, 'sentence' | 'from' | 'to' | 'type'>): string {
  return `${sentence} ${from} ${to} ${type}`;
}
