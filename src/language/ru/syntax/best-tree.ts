import { createScratch } from '../../scratch.ts';

/**
 * Heads of the highest-scoring tree with exactly one root in which no arcs cross, -1 for the root (Eisner 1996). `scores` has a
 * row for each word: first the root, then each word as its head. In GSD and PUD two to five arcs of a thousand cross, those of
 * the net mostly where it errs. Cubic, but for the many sentences that the best heads of all words settle.
 */
export function bestTree(scores: Float32Array, count: number): Int32Array {
  const first = firstHeads(scores, count);
  return isTree(first) ? first : treeOf(fillChart(scores, count), scores);
}

/** The best head of each word by itself. */
function firstHeads(scores: Float32Array, count: number): Int32Array {
  const heads = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const row = i * (count + 1);
    let best = 0;
    for (let j = 1; j <= count; j++) if ((scores[row + j] ?? never) > (scores[row + best] ?? never)) best = j;
    heads[i] = best - 1;
  }
  return heads;
}

const never = -Infinity;

/** Whether there is one root, every word is below it, and no arcs cross. */
function isTree(heads: Int32Array): boolean {
  let roots = 0;
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i] ?? -1;
    if (head < 0) roots++;
    else if (crossesAny(heads, i, head)) return false;
  }
  return roots === 1 && heads.every((_, i) => reachesRoot(heads, i));
}

/** Whether a word between a word and its head hangs on one that is not. */
function crossesAny(heads: Int32Array, word: number, head: number): boolean {
  const start = Math.min(word, head);
  const stop = Math.max(word, head);
  for (let i = start + 1; i < stop; i++) {
    const own = heads[i] ?? -1;
    if (own < start || own > stop) return true;
  }
  return false;
}

function reachesRoot(heads: Int32Array, word: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && steps <= heads.length; steps++) at = heads[at] ?? -1;
  return at < 0;
}

/** The best sum of the words from one to another, and where the two parts of which it is made meet, by `from * count + to`. */
interface Table {
  readonly sums: Float64Array;
  readonly splits: Int32Array;
}

/**
 * Trees over spans of words. `right`: all is below the first word, `left`: below the last; `arcRight`: and the last hangs on the
 * first itself, `arcLeft`: the first on the last.
 */
interface Chart {
  readonly count: number;
  readonly right: Table;
  readonly left: Table;
  readonly arcRight: Table;
  readonly arcLeft: Table;
}

function fillChart(scores: Float32Array, count: number): Chart {
  const right = room.right(count, 0);
  const left = room.left(count, 0);
  const arcRight = room.arcRight(count, never);
  const arcLeft = room.arcLeft(count, never);
  for (let width = 1; width < count; width++) {
    for (let from = 0; from + width < count; from++) {
      const to = from + width;
      const at = from * count + to;
      join(arcRight, right, left, count, from, to, 1);
      arcLeft.sums[at] = (arcRight.sums[at] ?? never) + (scores[from * (count + 1) + to + 1] ?? never);
      arcRight.sums[at] = (arcRight.sums[at] ?? never) + (scores[to * (count + 1) + from + 1] ?? never);
      join(right, arcRight, right, count, from, to, 0);
      join(left, left, arcLeft, count, from, to, 0);
    }
  }
  return { count, right, left, arcRight, arcLeft };
}

const room = { right: createTable(), left: createTable(), arcRight: createTable(), arcLeft: createTable() };

/** Gives a table of so many words in which each sum is `sum` and no split is written yet; it is good until the next is asked for. */
function createTable(): (count: number, sum: number) => Table {
  const sums = createScratch((length) => new Float64Array(length));
  const splits = createScratch((length) => new Int32Array(length));
  return (count, sum) => ({ sums: sums(count * count).fill(sum, 0, count * count), splits: splits(count * count) });
}

/** Writes the best sum of a part of `a` and one of `b` that begins with the word in which it ends, or `gap` words on. */
function join(into: Table, a: Table, b: Table, count: number, from: number, to: number, gap: 0 | 1): void {
  const { sums: before } = a;
  const { sums: behind } = b;
  let best = never;
  let split = from;
  for (let k = from, at = (from + gap) * count + to; k + gap <= to; k++, at += count) {
    const sum = (before[from * count + k] as number) + (behind[at] as number);
    if (sum <= best) continue;
    best = sum;
    split = k;
  }
  into.sums[from * count + to] = best;
  into.splits[from * count + to] = split;
}

/** The heads of the best tree: the root has the words before and after it below. */
function treeOf({ count, right, left, arcRight }: Chart, scores: Float32Array): Int32Array {
  const heads = new Int32Array(count).fill(-1);
  const open = (from: number, to: number): void => {
    // both kinds of arc go over the same two parts
    const split = arcRight.splits[from * count + to] ?? from;
    openRight(from, split);
    openLeft(split + 1, to);
  };
  const openRight = (from: number, to: number): void => {
    if (from === to) return;
    const split = right.splits[from * count + to] ?? to;
    heads[split] = from;
    open(from, split);
    openRight(split, to);
  };
  const openLeft = (from: number, to: number): void => {
    if (from === to) return;
    const split = left.splits[from * count + to] ?? from;
    heads[split] = to;
    openLeft(from, split);
    open(split, to);
  };
  const root = bestRoot(right, left, scores, count);
  openLeft(0, root);
  openRight(root, count - 1);
  return heads;
}

function bestRoot(right: Table, left: Table, scores: Float32Array, count: number): number {
  let best = never;
  let root = 0;
  for (let i = 0; i < count; i++) {
    const sum =
      (left.sums[i] ?? never) + (right.sums[i * count + count - 1] ?? never) + (scores[i * (count + 1)] ?? never);
    if (sum <= best) continue;
    best = sum;
    root = i;
  }
  return root;
}
