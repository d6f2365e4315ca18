import { writeFileSync } from 'node:fs';

import { openSets, withArticles } from '../../eval/annotations.ts';
import { type GoldClaim, pairBest, placesOf, readGold } from '../../eval/score-record.ts';
import { loadStages } from '../../src/app/load-stages.ts';
import { readPaths } from '../../src/capture/read-paths.ts';
import { type Candidate, findCandidates } from '../../src/claims/event.ts';
import { createLikelihood } from '../../src/claims/likelihood.ts';
import { readAnalysis } from '../../src/claims/reading.ts';
import type { Claim, ClaimType } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import { sharesHalf, type Span } from '../../src/model/span.ts';
import { crossValidate, type Example, type Learnt, learnWeights } from './logistic-regression.ts';

/** A candidate of an annotated article, with what the annotator made of it. */
interface Labelled extends Example {
  readonly kind: Candidate['kind'];
  /** What a careful reader may leave out teaches nothing. */
  readonly isOptional: boolean;
}

/** Types whose claims stand beside an event in the same words. */
const notTold: ReadonlySet<ClaimType> = new Set(['event', 'statement', 'position', 'figure']);

const out = new URL('../../src/claims/event-weights.data.ts', import.meta.url);

/**
 * `node training/claims/train-events.ts CORPORA`: learns from the annotated articles, but for those that nobody looks at, what a
 * careful reader takes for a happening, and writes src/claims/event-weights.data.ts. Prints a JSON line for each kind: how many
 * candidates were taken, and precision, recall and F1 on articles that the weights were not learnt from.
 */
const [corpora] = process.argv.slice(2);
if (corpora === undefined) throw new Error('usage: node training/claims/train-events.ts ../shared/corpora');
const examples = await labelCandidates(corpora);
/** From where taking one more gains more F1 than it costs, at a precision and recall of .82. */
const least = 0.41;
const learnt = Object.fromEntries(
  (['verb', 'noun'] as const).map((kind) => [
    kind,
    learn(
      kind,
      examples.filter((e) => e.kind === kind),
    ),
  ]),
);
writeFileSync(out, render(learnt));

function learn(kind: Candidate['kind'], own: readonly Labelled[]): Learnt {
  const clear = own.filter((e) => !e.isOptional);
  const likelihoods = crossValidate(clear, createLikelihood);
  const count = (isTaken: boolean, isLikely: boolean): number =>
    clear.filter((e, i) => e.isTaken === isTaken && (likelihoods[i] ?? 0) >= least === isLikely).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  const [p, r, f1] = [right / (right + wrong), right / (right + missed), (2 * right) / (2 * right + wrong + missed)];
  console.log(JSON.stringify({ kind, candidates: own.length, taken: right + missed, p, r, f1 }));
  return learnWeights(clear);
}

async function labelCandidates(folder: string): Promise<readonly Labelled[]> {
  const stages = loadStages();
  const labelled: Labelled[] = [];
  const world = { stdin: process.stdin, now: () => new Date().toISOString() };
  for (const set of openSets) {
    await withArticles(set, folder, async ({ gold, paths }) => {
      const wanted = readGold(gold);
      for await (const captured of readPaths(paths, world)) {
        if (captured.kind === 'failed') throw new Error(`${captured.source}: ${captured.reason}`);
        const read = stages.readDocument(captured);
        if (read.kind === 'rejected') throw new Error(`${read.source}: ${read.reason}`);
        const { document } = read;
        const asked = wanted[document.source];
        if (!asked) throw new Error(`${document.source} of ${set} is not annotated`);
        const analysis = stages.analyse(document);
        // names of roles teach nothing
        const reading = readAnalysis(analysis, { ...document, nominative: (words) => words });
        const candidates = reading.trees.flatMap((tree) => findCandidates(reading, tree).candidates);
        const { claims } = stages.findClaims(analysis, document);
        labelled.push(...label(document, candidates, claims, asked.claims));
      }
    });
  }
  return labelled;
}

interface Placed {
  readonly candidate: Candidate;
  readonly evidence: Span;
}

/**
 * Each candidate that no claim of another type tells, with whether the annotator has it as an event: the one that fits its words
 * best. Others within the same words teach nothing: of two happenings in one run of words the program keeps one.
 */
function label(
  document: Document,
  candidates: readonly Candidate[],
  claims: readonly Claim[],
  wanted: readonly GoldClaim[],
): readonly Labelled[] {
  // a measure that was weighed as an event would make what is learnt hang on what was learnt before
  const others = claims.filter((c) => !notTold.has(c.type) && c.rule !== 'measure.of-authority');
  const placed = candidates
    .map((candidate): Placed => ({ candidate, evidence: candidate.draft().evidence }))
    .filter(({ evidence }) => !others.some((other) => sharesHalf(other.evidence, evidence)));
  const events = wanted.filter((w) => [w.type, w.type_also].flat().includes('event'));
  const pairs = pairBest(
    events.flatMap((want) =>
      placed
        .map((found) => ({ want, found, fit: fitOf(document.text, want.evidence, found.evidence) }))
        .filter(({ fit }) => fit > 0),
    ),
  );
  const wants = new Map([...pairs].map(([want, found]) => [found, want]));
  return placed.flatMap((one) => {
    const want = wants.get(one);
    if (!want && [...wants.keys()].some((other) => sharesHalf(other.evidence, one.evidence))) return [];
    const { kind, features } = one.candidate;
    return [
      { kind, features, article: document.source, isTaken: want !== undefined, isOptional: want?.optional === true },
    ];
  });
}

/** How well evidence fits the words, at the best place where they stand, 0…1; 0 where it shares less than half of the shorter. */
function fitOf(text: string, words: string, evidence: Span): number {
  const fits = placesOf(text, words).map((place) => {
    const common = Math.min(place.stop, evidence.stop) - Math.max(place.start, evidence.start);
    const all = Math.max(place.stop, evidence.stop) - Math.min(place.start, evidence.start);
    return sharesHalf(place, evidence) ? common / all : 0;
  });
  return Math.max(0, ...fits);
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
