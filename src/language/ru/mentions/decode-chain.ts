import { createScratch } from '../../scratch.ts';

/** One linear chain: O, then B, I, L, U for each of its types. */
export interface Chain {
  readonly types: readonly string[];
  readonly labels: number;
  /** Transitions [from × labels + to], then scores of the first and of the last label. */
  readonly transitions: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
}

/** Tokens [from, to) of one type. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

/** Labels of one type within a chain. */
export const outside = 0;
export const labelsPerType = 4;
export const step = { begin: 0, inside: 1, last: 2, unit: 3 } as const;

/** How many labels a chain of so many types has. */
export function countLabels(types: number): number {
  return 1 + types * labelsPerType;
}

/**
 * The runs of the best lawful path of labels by Viterbi: I and L only after B or I of the same type, everything begun is
 * ended. `scores` begins with a row of labels for each of the `length` tokens of a sentence.
 */
export function decodeChain(chain: Chain, scores: Float32Array, length: number): readonly Run[] {
  return runsOf(chain, findPath(chain, scores, length), length);
}

/**
 * The most by which transitions can speak for one label of a chain against O: what comes in and what goes out, half of it where
 * it is shared with a label beside it. Where no label of a sentence comes within so much of O, its best path is O alone.
 */
export function mostGained({ labels, transitions, first, last }: Omit<Chain, 'types'>): number {
  const none = transitions[outside] ?? 0;
  const gained = (from: number, to: number): number =>
    ((transitions[from * labels + to] ?? 0) - none) / (from === outside || to === outside ? 1 : 2);
  const all = Array.from({ length: labels }, (_, label) => label);
  const sums = all.slice(1).map((label) => {
    const before = all.filter((from) => mayFollow(from, label)).map((from) => gained(from, label));
    const after = all.filter((to) => mayFollow(label, to)).map((to) => gained(label, to));
    if (mayStart(label)) before.push((first[label] ?? 0) - (first[outside] ?? 0));
    if (mayEnd(label)) after.push((last[label] ?? 0) - (last[outside] ?? 0));
    return Math.max(...before) + Math.max(...after);
  });
  return Math.max(...sums);
}

const impossible = -1e9;

const room = {
  before: createScratch((length) => new Float32Array(length)),
  after: createScratch((length) => new Float32Array(length)),
  back: createScratch((length) => new Uint8Array(length)),
  path: createScratch((length) => new Uint8Array(length)),
};

/** The best label of each token, in the first `length` numbers; valid until the next call. */
function findPath(chain: Chain, scores: Float32Array, length: number): Uint8Array {
  const { labels, transitions, first, last } = chain;
  const allowed = lawfulBefore(labels);
  let before = room.before(labels);
  let after = room.after(labels);
  const back = room.back(length * labels);
  for (let label = 0; label < labels; label++) {
    before[label] = mayStart(label) ? (first[label] as number) + (scores[label] as number) : impossible;
  }
  for (let i = 1; i < length; i++) {
    const at = i * labels;
    for (let to = 0; to < labels; to++) {
      const own = allowed[to] as Uint8Array;
      let best = impossible;
      let from = 0;
      for (let k = 0; k < own.length; k++) {
        const label = own[k] as number;
        const value = (before[label] as number) + (transitions[label * labels + to] as number);
        if (value > best) {
          best = value;
          from = label;
        }
      }
      after[to] = best + (scores[at + to] as number);
      back[at + to] = from;
    }
    [before, after] = [after, before];
  }
  let best = outside;
  let most = impossible;
  for (let label = 0; label < labels; label++) {
    const value = mayEnd(label) ? (before[label] as number) + (last[label] as number) : impossible;
    if (value > most) {
      most = value;
      best = label;
    }
  }
  const path = room.path(length);
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * labels + best] as number;
  }
  return path;
}

function runsOf(chain: Chain, path: Uint8Array, length: number): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let i = 0; i < length; i++) {
    const label = path[i] as number;
    if (label === outside) continue;
    const at = stepOf(label);
    if (at === step.begin || at === step.unit) from = i;
    if (at === step.unit || at === step.last) runs.push({ from, to: i + 1, type: chain.types[typeOf(label)] ?? '' });
  }
  return runs;
}

const lawTables = new Map<number, readonly Uint8Array[]>();

/** For each label those that may stand before it, in a chain of so many. */
function lawfulBefore(labels: number): readonly Uint8Array[] {
  const known = lawTables.get(labels);
  if (known) return known;
  const all = Array.from({ length: labels }, (_, label) => label);
  const table = all.map((to) => Uint8Array.from(all.filter((from) => mayFollow(from, to))));
  lawTables.set(labels, table);
  return table;
}

function mayFollow(from: number, to: number): boolean {
  return isOpen(from) ? typeOf(from) === typeOf(to) && !mayStart(to) : mayStart(to);
}

function typeOf(label: number): number {
  return label === outside ? -1 : Math.floor((label - 1) / labelsPerType);
}

function stepOf(label: number): number {
  return (label - 1) % labelsPerType;
}

/** B and I want more of the same type. */
function isOpen(label: number): boolean {
  return label !== outside && (stepOf(label) === step.begin || stepOf(label) === step.inside);
}

function mayStart(label: number): boolean {
  return label === outside || stepOf(label) === step.begin || stepOf(label) === step.unit;
}

function mayEnd(label: number): boolean {
  return !isOpen(label);
}
