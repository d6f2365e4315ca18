import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainedFeature, TrainedHead } from '../../src/language/ru/mentions/tagger-model.ts';
import { labelsPerType } from '../../src/language/ru/mentions/tagger-model.ts';

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
}

/** Chosen on NEREL dev. */
export const trainingOptions: TrainingOptions = { epochs: 10, rate: 0.03, l1: 0.0012 };

/** Weights that quantise to less are left out: they fill the file and decide nothing. */
const leastWeight = 6;

/** A trained head with its weights still dense. */
export interface HeadWeights {
  readonly head: TrainedHead;
  readonly labels: number;
  /** int8, [feature × labels + label]. */
  readonly weights: Int8Array;
}

/** Compiles the trainer into the work folder; throws with the compiler's words. */
export function compileTrainer(work: string): string {
  const program = join(work, 'crf');
  const source = new URL('crf.c', import.meta.url).pathname;
  const made = spawnSync('gcc', ['-O3', '-ffast-math', '-march=native', '-o', program, source, '-lm']);
  if (made.status !== 0) throw new Error(`gcc could not compile ${source}: ${made.stderr.toString()}`);
  return program;
}

/**
 * Trains one head on FEATURES in the work folder. `columns` of each row are read (the copies for a domain stand last),
 * and the first `labels.length` tokens (all sentences that they cover).
 */
export async function trainHead(
  program: string,
  files: { readonly features: string; readonly work: string },
  plan: { readonly name: string; readonly types: readonly string[] },
  labels: Uint8Array,
  columns: number,
  options: TrainingOptions,
): Promise<HeadWeights> {
  const base = join(files.work, plan.name.replace('/', '-'));
  const count = 1 + plan.types.length * labelsPerType;
  writeFileSync(`${base}.labels`, labels);
  const args = [files.features, `${base}.labels`, count, columns, options.epochs, options.rate, options.l1];
  await run(program, [...args.map(String), `${base}.weights`]);
  const bytes = readFileSync(`${base}.weights`);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  rmSync(`${base}.weights`);
  const tail = all.length - count * count - 2 * count;
  const most = all.subarray(0, tail).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = Math.max(most, 1e-6) / 127;
  return {
    head: {
      name: plan.name,
      types: plan.types,
      scale,
      transitions: all.slice(tail, tail + count * count),
      first: all.slice(tail + count * count, tail + count * count + count),
      last: all.slice(tail + count * count + count),
    },
    labels: count,
    weights: quantise(all.subarray(0, tail), count, scale),
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

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '10', program, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}

/** Joins the heads' weights: for each feature the labels (among those of all heads) that it says something of. */
export function joinHeads(hashes: Int32Array, heads: readonly HeadWeights[]): readonly TrainedFeature[] {
  const features: TrainedFeature[] = [];
  for (const [id, hash] of hashes.entries()) {
    const weights: (readonly [number, number])[] = [];
    let offset = 0;
    for (const head of heads) {
      for (let label = 0; label < head.labels; label++) {
        const weight = head.weights[id * head.labels + label] ?? 0;
        if (weight !== 0) weights.push([offset + label, weight]);
      }
      offset += head.labels;
    }
    if (weights.length > 0) features.push({ hash, weights });
  }
  return features;
}
