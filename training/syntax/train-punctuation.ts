import { writeFileSync } from 'node:fs';
import {
  candidateFeatures,
  candidateHeads,
  punctuationWeights,
  treeSpans,
  type MarkedTree,
  type TreeSpans,
} from '../../src/language/ru/syntax/attach-punctuation.ts';
import { readRows } from '../corpora/conllu.ts';

/**
 * `node training/syntax/train-punctuation.ts OUT FILE.conllu … [--hold]`: an averaged perceptron over the heads of marks in
 * treebanks, as float32 weights. `--hold` keeps every fourth sentence of the first file out and measures on it.
 */
const args = process.argv.slice(2);
const hold = args.includes('--hold');
const [out = '', ...files] = args.filter((arg) => !arg.startsWith('--'));
const trees = files.map(readTrees);
const held = hold ? (trees[0] ?? []).filter((_, i) => i % 4 === 0) : [];
const taught = trees.flatMap((of, k) => of.filter((_, i) => !(hold && k === 0 && i % 4 === 0)));
const weights = new Float32Array(punctuationWeights);
const sums = new Float64Array(punctuationWeights);
let step = 0;
for (let round = 0; round < 5; round++) {
  for (let i = 0; i < taught.length; i++) {
    // a fixed order that differs from round to round
    const tree = taught[(i * 7919 + round * 104_729) % taught.length];
    if (tree) learn(tree);
  }
}
const averaged = Float32Array.from(weights, (weight, i) => weight - (sums[i] ?? 0) / step);
if (hold) console.log(JSON.stringify({ taught: share(taught), held: share(held) }));
writeFileSync(out, averaged);

function learn(tree: MarkedTree): void {
  const spans = treeSpans(tree);
  tree.isMark.forEach((isMark, mark) => {
    if (!isMark) return;
    step++;
    const candidates = candidateHeads(tree, mark);
    const right = candidates.find((it) => it.word === tree.heads[mark]);
    const best = pick(tree, spans, mark, weights);
    if (!right || !best || right.word === best.word) return;
    for (const i of candidateFeatures(tree, spans, mark, right)) change(i, 1);
    for (const i of candidateFeatures(tree, spans, mark, best)) change(i, -1);
  });
}

function change(i: number, by: number): void {
  weights[i] = (weights[i] ?? 0) + by;
  sums[i] = (sums[i] ?? 0) + by * step;
}

function pick(tree: MarkedTree, spans: TreeSpans, mark: number, by: Float32Array) {
  const scored = candidateHeads(tree, mark).map((it) => ({
    word: it.word,
    candidate: it,
    score: candidateFeatures(tree, spans, mark, it).reduce((sum, i) => sum + (by[i] ?? 0), 0),
  }));
  return scored.reduce<(typeof scored)[number] | null>((a, b) => (a && a.score >= b.score ? a : b), null)?.candidate;
}

function share(list: readonly MarkedTree[]): number {
  let marks = 0;
  let right = 0;
  for (const tree of list) {
    const spans = treeSpans(tree);
    tree.isMark.forEach((isMark, mark) => {
      if (!isMark) return;
      marks++;
      right += pick(tree, spans, mark, averaged)?.word === tree.heads[mark] ? 1 : 0;
    });
  }
  return right / marks;
}

function readTrees(file: string): readonly MarkedTree[] {
  return readRows(file).map((rows) => ({
    texts: rows.map((row) => row[1] ?? ''),
    isMark: rows.map((row) => row[7] === 'punct'),
    heads: Int32Array.from(rows, (row) => Number(row[6]) - 1),
    relations: rows.map((row) => row[7] ?? ''),
    pos: rows.map((row) => row[3] ?? ''),
  }));
}
