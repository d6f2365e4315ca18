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
  const spans = treeSpans(tree);
  for (let mark = 0; mark < tree.texts.length; mark++) {
    if (tree.isMark[mark] !== true) continue;
    let best = -1;
    let most = -Infinity;
    const candidates = candidateHeads(tree, mark);
    for (let k = 0; k < candidates.length; k++) {
      const candidate = candidates[k] as CandidateHead;
      let score = headShare * (headScores[mark * width + candidate.word + 1] ?? 0);
      const features = candidateFeatures(tree, spans, mark, candidate);
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
export const punctuationWeights = 1 << 15;

/** A word that a mark may hang on. `rank` counts from the nearest word upwards, `last` is the rank of the topmost. */
export interface CandidateHead {
  readonly word: number;
  readonly side: 'left' | 'right';
  readonly rank: number;
  readonly last: number;
  /** The topmost word of the other side, -1 where there is none. */
  readonly across: number;
}

/** What marks hang on depends on, as far as it is the same for all of them. */
export interface TreeSpans {
  /** First and last word of the subtree of each word, marks left out. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The other mark of a pair of brackets or quotation marks, -1 where there is none. */
  readonly partner: Int32Array;
  /** Classes of the marks (`classOf`), 0 for words. */
  readonly forms: Int32Array;
}

/** The words that a mark may hang on without its arc crossing another, nearest first on each side. */
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

/** What `candidateFeatures` asks of the whole sentence. */
export function treeSpans(tree: MarkedTree): TreeSpans {
  const count = tree.texts.length;
  const first = new Int32Array(count);
  for (let i = 0; i < count; i++) first[i] = i;
  const last = first.slice();
  for (let i = 0; i < count; i++) {
    if (tree.isMark[i] === true) continue;
    let up = tree.heads[i] ?? -1;
    for (let steps = 0; up >= 0 && steps < count; steps++) {
      if (i < (first[up] ?? 0)) first[up] = i;
      if (i > (last[up] ?? 0)) last[up] = i;
      up = tree.heads[up] ?? -1;
    }
  }
  const forms = new Int32Array(count);
  for (let i = 0; i < count; i++) if (tree.isMark[i] === true) forms[i] = classOf(tree.texts[i] ?? '');
  return { first, last, partner: pairMarks(forms), forms };
}

/** «(» with the next «)» that is not taken, «“» with «”»; a straight quotation mark opens where none is open. */
function pairMarks(forms: Int32Array): Int32Array {
  const partner = new Int32Array(forms.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? 0;
    if (form === 0) continue;
    const opener = closing.get(form);
    const at = opener === undefined ? -1 : open.findLastIndex((k) => forms[k] === opener);
    if (at >= 0) {
      const first = open[at] ?? i;
      partner[i] = first;
      partner[first] = i;
      open.length = at;
    } else if (opening.has(form)) open.push(i);
  }
  return partner;
}

/** Weights that speak for or against a candidate, as indices below `punctuationWeights`. */
export function candidateFeatures(
  tree: MarkedTree,
  spans: TreeSpans,
  mark: number,
  candidate: CandidateHead,
): readonly number[] {
  const { word, side, rank, last, across } = candidate;
  const { forms } = spans;
  const form = forms[mark] ?? 0;
  const place = (side === 'left' ? 0 : 4) + (last === 0 ? 0 : rank === last ? 1 : rank === 0 ? 2 : 3);
  const relation = textHash(tree.relations[word] ?? '');
  const pos = textHash(tree.pos[word] ?? '');
  const isRoot = (tree.heads[word] ?? -1) < 0 ? 1 : 0;
  const start = spans.first[word] ?? 0;
  const stop = spans.last[word] ?? 0;
  // the mark before the subtree and the one after it: a pair of commas or brackets hangs on one word
  const before = start > 0 ? (forms[start - 1] ?? 0) : 0;
  const after = forms[stop + 1] ?? 0;
  const isEdge = side === 'left' ? (stop < mark ? 1 : 0) : start > mark ? 1 : 0;
  const pair = (side === 'left' ? before : after) * 2 + isEdge;
  const acrossRelation = across < 0 ? 0 : textHash(tree.relations[across] ?? '');
  const startWord = textHash((tree.texts[start] ?? '').toLowerCase());
  const previous = mark > 0 ? (forms[mark - 1] ?? 0) : 0;
  const isLast = mark === tree.texts.length - 1 ? 1 : 0;
  const features = [
    feature(1, form, place, relation),
    feature(2, form, relation * 2 + isRoot, pair),
    feature(3, form, place, pair),
    feature(4, form, place * 64 + pair, relation),
    feature(5, form, place, pos),
    feature(6, form, place * 2 + isEdge, acrossRelation),
    feature(7, form, relation * 8 + place, acrossRelation),
    feature(8, form, place, startWord),
    feature(9, form, place, previous * 2 + isLast),
    feature(10, form, pos * 64 + pair, (side === 'left' ? 1 : 0) + 2 * isRoot),
    feature(11, form, before * 16 + after, place * 2 + isEdge),
  ];
  const partner = spans.partner[mark] ?? -1;
  if (partner < 0) return features;
  // a pair hangs together, most often on the topmost word within it
  const up = tree.heads[word] ?? -1;
  const together = partner > mark ? 0 : tree.heads[partner] === word ? 1 : 2;
  const within = (isBetween(word, mark, partner) ? 1 : 0) + (isBetween(up, mark, partner) ? 2 : 0) + 4 * together;
  features.push(feature(12, form, within, 0), feature(13, form, within, relation), feature(14, form, within, place));
  return features;
}

function isBetween(word: number, a: number, b: number): boolean {
  return a < b ? a < word && word < b : b < word && word < a;
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

/** Classes that close a pair, with those that open it. */
const closing: ReadonlyMap<number, number> = new Map(
  [
    ['(', ')'],
    ['«', '»'],
    ['"', '"'],
  ].map(([first = '', last = '']) => [classOf(last), classOf(first)]),
);
const opening: ReadonlySet<number> = new Set(closing.values());

/** Kind of a mark, 1 to 12; a quotation mark and a stop in a few shapes count as one. */
function classOf(text: string): number {
  return classes.get(text) ?? 12;
}

function textHash(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return hash & 0xffff;
}
