import { readFileSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { createLikelihood, type TakeFeature } from '../../src/claims/likelihood.ts';
import { readAnnotated, readOthers, type Untold } from './candidates.ts';
import { crossValidate, type Example, type Learnt, learnWeights } from './logistic-regression.ts';

/** A candidate of an annotated article that no annotator marked optional, or of another one, of which a teacher says how likely. */
interface Clear extends Example {
  readonly kind: Untold['kind'];
}

/** A verb of an article that nobody annotated: how likely teachers hold that a careful reader would take it. */
interface Taught extends Clear {
  /** By teachers that had not seen each part of the annotated articles. */
  readonly without: readonly number[];
}

/**
 * A line of `taught.jsonl`. `verbs`: by where the verb begins, percent by a teacher of all annotated articles, then by one without
 * each part of them.
 */
const taughtArticle = z.object({ name: z.string(), verbs: z.record(z.string(), z.array(z.int())) });

/** What a weight costs, chosen by cross-validation: less where teachers told more. */
const penalties: Readonly<Record<Untold['kind'], number>> = { verb: 2, noun: 10 };
/** From where taking one more gains more F1 than it costs, at a precision and recall of .82. */
const least = 0.41;
const out = new URL('../../src/claims/event-weights.data.ts', import.meta.url);

/**
 * `node training/claims/train-events.ts CORPORA`: learns from the annotated articles, but for those that nobody looks at, and from
 * what the teachers told of others (`taught.jsonl`), what a careful reader takes for a happening, and writes
 * src/claims/event-weights.data.ts. Prints a JSON line for each kind: how many candidates were taken, and precision, recall and F1
 * on articles that neither the weights nor the teachers were learnt from.
 */
const [corpora] = process.argv.slice(2);
if (corpora === undefined) throw new Error('usage: node training/claims/train-events.ts ../shared/corpora');
const clear = await readClear(corpora);
const taught = await readTaught(corpora);
const learnt = Object.fromEntries((['verb', 'noun'] as const).map((kind) => [kind, learn(kind)]));
writeFileSync(out, render(learnt));

function learn(kind: Untold['kind']): Learnt {
  const own = clear.filter((e) => e.kind === kind);
  const more = taught.filter((e) => e.kind === kind);
  const penalty = penalties[kind];
  const likelihoods = crossValidate(own, (others, part) => {
    const told = more.map((e) => ({ ...e, taken: e.without[part] ?? e.taken }));
    const likelihood = createLikelihood(learnWeights([...others, ...told], penalty));
    return (features) => likelihood((take) => features.forEach((feature) => takeText(take, feature)));
  });
  const count = (isTaken: boolean, isLikely: boolean): number =>
    own.filter((e, i) => (e.taken === 1) === isTaken && (likelihoods[i] ?? 0) >= least === isLikely).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const [p, r, f1] = [right / (right + wrong), right / (right + missed), (2 * right) / (2 * right + wrong + missed)];
  const counts = { candidates: own.length, taken: right + missed, taught: more.length };
  console.log(JSON.stringify({ kind, ...counts, p, r, f1 }));
  return learnWeights([...own, ...more], penalty);
}

/** `name value`, parted anywhere (`createLikelihood`). */
function takeText(take: TakeFeature, feature: string): void {
  const at = feature.indexOf(' ');
  take(feature.slice(0, at), feature.slice(at + 1));
}

async function readClear(folder: string): Promise<readonly Clear[]> {
  const found: Clear[] = [];
  for await (const { name, candidates } of readAnnotated(folder))
    for (const { kind, features, isTaken, isOptional } of candidates)
      if (!isOptional) found.push({ kind, features, article: name, taken: isTaken ? 1 : 0 });
  return found;
}

/** The verbs that the teachers told of and that still are candidates. */
async function readTaught(folder: string): Promise<readonly Taught[]> {
  const lines = readFileSync(new URL('taught.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const told = new Map(lines.map((line) => taughtArticle.parse(JSON.parse(line))).map((a) => [a.name, a.verbs]));
  const found: Taught[] = [];
  for await (const { name, candidates } of readOthers(folder, [...told.keys()]))
    for (const { kind, features, offset } of candidates) {
      const [all, ...without] = (told.get(name)?.[String(offset)] ?? []).map((percent) => percent / 100);
      if (kind === 'verb' && all !== undefined) found.push({ kind, features, article: name, taken: all, without });
    }
  return found;
}

function render(weights: Readonly<Record<string, Learnt>>): string {
  const table = ([kind, { bias, of }]: readonly [string, Learnt]): readonly string[] => [
    `export const ${kind}Weights: Weights = {`,
    `  bias: ${Number(bias.toFixed(2))},`,
    '  of: {',
    ...Object.entries(of)
      .filter(([, weight]) => Math.abs(weight) >= 0.005)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([feature, weight]) => `    '${feature}': ${Number(weight.toFixed(2))},`),
    '  },',
    '};',
    '',
  ];
  return [
    "import type { Weights } from './likelihood.ts';",
    '',
    '// Made by `node training/claims/train-events.ts ../shared/corpora`; do not edit. What each feature (event-features.ts) says for or',
    '// against a happening, learnt from the annotated articles; the card is training/claims/README.md.',
    '',
    ...Object.entries(weights).flatMap(table),
  ].join('\n');
}
