/** The words and marks of a sentence, as far as where a mark hangs depends on them. */
export interface MarkedTree {
  readonly texts: readonly string[];
  readonly isMark: readonly boolean[];
  /** Head of every word, -1 for the root; those of marks are not looked at. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly pos: readonly string[];
}

/**
 * Gives every mark the head that the weights like best among those that make no arc cross: the words left of it from the
 * nearest upwards as long as their head is left of it too, and the same on the right. In the treebank GSD every mark hangs on
 * one of these, four on average. Writes into `heads`.
 */
export function attachPunctuation(tree: MarkedTree, weights: Float32Array, headScores: Float32Array): void {
  const width = tree.texts.length + 1;
  const edges = subtreeEdges(tree);
  for (let mark = 0; mark < tree.texts.length; mark++) {
    if (tree.isMark[mark] !== true) continue;
    let best = -1;
    let most = -Infinity;
    const candidates = candidateHeads(tree, mark);
    for (let k = 0; k < candidates.length; k++) {
      const candidate = candidates[k] as CandidateHead;
      let score = headShare * (headScores[mark * width + candidate.word + 1] ?? 0);
      const features = candidateFeatures(tree, edges, mark, candidate);
      for (let i = 0; i < features.length; i++) score += weights[features[i] as number] ?? 0;
      if (score > most) {
        most = score;
        best = candidate.word;
      }
    }
    tree.heads[mark] = best;
  }
}

/** Weight of the score that the net gives the head. */
const headShare = 4;

/** Number of weights. */
export const punctuationWeights = 1 << 13;

/** A word that a mark may hang on. `rank` counts from the nearest word upwards, `last` is the rank of the topmost. */
export interface CandidateHead {
  readonly word: number;
  readonly side: 'left' | 'right';
  readonly rank: number;
  readonly last: number;
  /** The topmost word of the other side, -1 where there is none. */
  readonly across: number;
}

/** First and last word of the subtree of each word, marks left out. */
export interface SubtreeEdges {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function candidateHeads(tree: MarkedTree, mark: number): readonly CandidateHead[] {
  const left = chain(tree, nextWord(tree, mark, -1), (head) => head >= 0 && head < mark);
  const right = chain(tree, nextWord(tree, mark, 1), (head) => head > mark);
  const candidates: CandidateHead[] = [];
  addSide(candidates, left, 'left', right);
  addSide(candidates, right, 'right', left);
  return candidates;
}

function addSide(
  to: CandidateHead[],
  words: readonly number[],
  side: 'left' | 'right',
  other: readonly number[],
): void {
  const last = words.length - 1;
  const across = other[other.length - 1] ?? -1;
  for (let rank = 0; rank <= last; rank++) to.push({ word: words[rank] ?? -1, side, rank, last, across });
}

/** The nearest word in a direction, -1 where there is none. */
function nextWord(tree: MarkedTree, mark: number, step: 1 | -1): number {
  let i = mark + step;
  while (i >= 0 && i < tree.texts.length && tree.isMark[i] === true) i += step;
  return i >= 0 && i < tree.texts.length ? i : -1;
}

function chain(tree: MarkedTree, from: number, goesOn: (head: number) => boolean): readonly number[] {
  const words: number[] = [];
  for (let word = from; word >= 0;) {
    words.push(word);
    const head = tree.heads[word] ?? -1;
    if (!goesOn(head) || words.length > tree.texts.length) break;
    word = head;
  }
  return words;
}

export function subtreeEdges(tree: MarkedTree): SubtreeEdges {
  const count = tree.texts.length;
  const first = Int32Array.from({ length: count }, (_, i) => i);
  const last = Int32Array.from(first);
  for (let i = 0; i < count; i++) {
    if (tree.isMark[i] === true) continue;
    let up = tree.heads[i] ?? -1;
    for (let steps = 0; up >= 0 && steps < count; steps++) {
      if (i < (first[up] ?? 0)) first[up] = i;
      if (i > (last[up] ?? 0)) last[up] = i;
      up = tree.heads[up] ?? -1;
    }
  }
  return { first, last };
}

/** Weights that speak for or against a candidate, as indices below `punctuationWeights`. */
export function candidateFeatures(
  tree: MarkedTree,
  edges: SubtreeEdges,
  mark: number,
  candidate: CandidateHead,
): readonly number[] {
  const { word, side, rank, last, across } = candidate;
  const form = classOf(tree.texts[mark] ?? '');
  const place = (side === 'left' ? 0 : 4) + (last === 0 ? 0 : rank === last ? 1 : rank === 0 ? 2 : 3);
  const relation = textHash(tree.relations[word] ?? '');
  const pos = textHash(tree.pos[word] ?? '');
  const isRoot = (tree.heads[word] ?? -1) < 0 ? 1 : 0;
  const rootAcross = across >= 0 && (tree.heads[across] ?? -1) < 0 ? 1 : across < 0 ? 2 : 0;
  const start = edges.first[word] ?? 0;
  const stop = edges.last[word] ?? 0;
  // the mark before the subtree and the one after it: a pair of commas or brackets hangs on one word
  const before = start > 0 && tree.isMark[start - 1] === true ? classOf(tree.texts[start - 1] ?? '') : 0;
  const after =
    stop + 1 < tree.texts.length && tree.isMark[stop + 1] === true ? classOf(tree.texts[stop + 1] ?? '') : 0;
  const isEdge = side === 'left' ? (stop < mark ? 1 : 0) : start > mark ? 1 : 0;
  const pair = (side === 'left' ? before : after) * 2 + isEdge;
  const acrossRelation = across < 0 ? 0 : textHash(tree.relations[across] ?? '');
  const startWord = textHash((tree.texts[start] ?? '').toLowerCase());
  const distance = Math.min(rank, 4) * 8 + Math.min(last - rank, 4);
  const previous = mark > 0 && tree.isMark[mark - 1] === true ? classOf(tree.texts[mark - 1] ?? '') : 0;
  const isLast = mark === tree.texts.length - 1 ? 1 : 0;
  return [
    feature(1, form, place, rootAcross),
    feature(2, form, place, relation),
    feature(3, form, relation * 2 + isRoot, pair),
    feature(4, form, place, pair),
    feature(5, form, place * 64 + pair, relation),
    feature(6, form, place, pos),
    feature(7, form, place * 2 + isEdge, acrossRelation),
    feature(8, form, relation * 8 + place, acrossRelation),
    feature(9, form, place, startWord),
    feature(10, form, distance, isEdge * 8 + (side === 'left' ? 1 : 0)),
    feature(11, form, place, previous * 2 + isLast),
    feature(12, form, pos * 64 + pair, (side === 'left' ? 1 : 0) + 2 * isRoot),
    feature(13, form, before * 16 + after, place * 2 + isEdge),
  ];
}

function feature(template: number, a: number, b: number, c: number): number {
  let x = Math.imul(template ^ Math.imul(a, 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15) ^ Math.imul(b, 0xc2b2ae35), 0x27d4eb2f);
  x = Math.imul(x ^ (x >>> 13) ^ Math.imul(c, 0x165667b1), 0x9e3779b1);
  return (x ^ (x >>> 16)) & (punctuationWeights - 1);
}

const classes: ReadonlyMap<string, number> = new Map(
  [
    [','],
    ['.', '!', '?', '…', '...'],
    ['('],
    [')'],
    ['«', '“', '„', '``'],
    ['»', '”', "''", '&#39;&#39;'],
    ['"'],
    ['-'],
    ['—', '–', '--'],
    [':'],
    [';'],
  ].flatMap((texts, i) => texts.map((text) => [text, i + 1] as const)),
);

/** Kind of a mark, 1 to 12; a quotation mark and a stop in a few shapes count as one. */
function classOf(text: string): number {
  return classes.get(text) ?? 12;
}

function textHash(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return hash & 0xffff;
}
