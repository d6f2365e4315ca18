import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain } from '../../src/language/ru/mentions/decode-chain.ts';
import { countLabels } from '../../src/language/ru/mentions/decode-chain.ts';
import type { TrainedFeature, TrainedHead } from '../../src/language/ru/mentions/tagger-model.ts';
import type { HeadPlan } from './labels.ts';

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** The sum of squared gradients that every weight begins with. */
  readonly before: number;
  readonly l1: number;
}

/** Chosen on NEREL dev. */
export const firstLook: TrainingOptions = { epochs: 14, rate: 0.03, before: 0.1, l1: 0.0012 };
export const secondLook: TrainingOptions = { epochs: 8, rate: 0.03, before: 1e-8, l1: 0.0012 };

/** The label of tokens whose sentences are left out of training. */
export const leftOut = 255;

/** What trains: the compiled `crf.c` and a folder for its files. */
export interface Trainer {
  readonly program: string;
  readonly work: string;
}

/** What a head is trained on. */
export interface Lesson {
  readonly plan: HeadPlan;
  /** A file as `buildFeatureFile` makes it. */
  readonly features: string;
  /** How many columns of each row are read. */
  readonly columns: number;
  /** One for each token. */
  readonly labels: Uint8Array;
  /** Scores [tokens][labels] of the first look. */
  readonly given: Float32Array | null;
  readonly options: TrainingOptions;
}

/** A chain with the weights of its features as they were learnt. */
export interface LearntHead extends Chain {
  /** [features][labels] */
  readonly weights: Float32Array;
  /** What the given scores count times. */
  readonly factor: number;
  /** Scores of every token where some were left out, else `null`. */
  readonly scores: Float32Array | null;
}

/** Compiles the trainer into the work folder; throws with the compiler's words. */
export function compileTrainer(work: string): Trainer {
  const program = join(work, 'crf');
  const source = new URL('crf.c', import.meta.url).pathname;
  const made = spawnSync('gcc', ['-O3', '-ffast-math', '-march=native', '-o', program, source, '-lm']);
  if (made.status !== 0) throw new Error(`gcc could not compile ${source}: ${made.stderr.toString()}`);
  return { program, work };
}

/** Lessons so far: each has files of its own, so that several can run side by side. */
let lessons = 0;

/** Trains one head; a lesson gives the same head each time on one machine. */
export async function trainHead({ program, work }: Trainer, lesson: Lesson): Promise<LearntHead> {
  const { plan, features, columns, labels, given, options } = lesson;
  const count = countLabels(plan.types.length);
  const own = lessons++;
  const path = (name: string): string => join(work, `head${own}.${name}`);
  writeFileSync(path('labels'), labels);
  if (given) writeFileSync(path('given'), new Uint8Array(given.buffer, given.byteOffset, given.byteLength));
  const { epochs, rate, before, l1 } = options;
  const args = [features, path('labels'), count, columns, epochs, rate, before, l1, path('weights')];
  await run(program, [...args.map(String), ...(given ? [path('given')] : [])]);
  const all = readFloats(path('weights'));
  const scores = labels.includes(leftOut) ? readFloats(path('weights.scores')) : null;
  for (const name of ['labels', 'given', 'weights', 'weights.scores']) rmSync(path(name), { force: true });
  const tail = all.length - count * count - 2 * count - 1;
  return {
    types: plan.types,
    labels: count,
    transitions: all.slice(tail, tail + count * count),
    first: all.slice(tail + count * count, tail + count * count + count),
    last: all.slice(tail + count * count + count, -1),
    weights: all.subarray(0, tail),
    factor: all.at(-1) ?? 1,
    scores,
  };
}

function readFloats(path: string): Float32Array {
  const bytes = new Uint8Array(readFileSync(path));
  return new Float32Array(bytes.buffer, 0, bytes.length / 4);
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '10', program, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}

/** Weights that quantise to less are left out: they fill the file and decide nothing. */
const leastWeight = 4;

/** A trained head with its weights still dense. */
export interface HeadWeights {
  readonly head: TrainedHead;
  readonly labels: number;
  /** int8, [feature × labels + label]. */
  readonly weights: Int8Array;
}

/**
 * A head as the file has it: O made dearer by `bias`, all in the unit of the given scores, then O by `leaning` in that unit;
 * weights as int8.
 */
export function quantiseHead(plan: HeadPlan, learnt: LearntHead, bias: number, leaning: number): HeadWeights {
  const inUnit = (values: Float32Array): Float32Array => values.map((value) => value / learnt.factor);
  const { transitions, first, last } = lowerOutside(learnt, bias);
  const unit = { ...learnt, transitions: inUnit(transitions), first: inUnit(first), last: inUnit(last) };
  const leant = lowerOutside(unit, leaning);
  const weights = inUnit(learnt.weights);
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = Math.max(most, 1e-6) / 127;
  return {
    head: {
      name: plan.name,
      types: plan.types,
      scale,
      transitions: leant.transitions,
      first: leant.first,
      last: leant.last,
    },
    labels: learnt.labels,
    weights: quantise(weights, learnt.labels, scale),
  };
}

/** Takes `bias` off every way into O. */
export function lowerOutside<T extends Chain>(chain: T, bias: number): T {
  return {
    ...chain,
    transitions: chain.transitions.map((value, i) => (i % chain.labels === 0 ? value - bias : value)),
    first: chain.first.map((value, label) => (label === 0 ? value - bias : value)),
  };
}

/**
 * int8 weights, those that decide nothing left out. A CRF does not change when all labels of a feature move by one amount, so
 * each feature takes the move after which the fewest labels are left.
 */
function quantise(weights: Float32Array, labels: number, scale: number): Int8Array {
  const out = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += labels) {
    const row = Array.from(weights.subarray(at, at + labels), (weight) => Math.round(weight / scale));
    const left = (move: number): number => row.filter((weight) => Math.abs(weight - move) >= leastWeight).length;
    let best = 0;
    for (const move of row) if (left(move) < left(best)) best = move;
    for (const [label, weight] of row.entries()) {
      const moved = Math.max(-127, Math.min(127, weight - best));
      out[at + label] = Math.abs(moved) >= leastWeight ? moved : 0;
    }
  }
  return out;
}

/** Heads that learnt from one file of features, and the hash of each of these. */
export interface HeadGroup {
  readonly hashes: Int32Array;
  readonly heads: readonly HeadWeights[];
}

/** Joins the heads' weights: for each feature the labels (among those of all heads, group after group) that it says something of. */
export function joinHeads(groups: readonly HeadGroup[]): readonly TrainedFeature[] {
  const byHash = new Map<number, (readonly [number, number])[]>();
  let offset = 0;
  for (const { hashes, heads } of groups) {
    for (const head of heads) {
      for (const [id, hash] of hashes.entries()) {
        for (let label = 0; label < head.labels; label++) {
          const weight = head.weights[id * head.labels + label] ?? 0;
          if (weight === 0) continue;
          const known = byHash.get(hash);
          if (known) known.push([offset + label, weight]);
          else byHash.set(hash, [[offset + label, weight]]);
        }
      }
      offset += head.labels;
    }
  }
  return [...byHash].map(([hash, weights]) => ({ hash, weights }));
}
