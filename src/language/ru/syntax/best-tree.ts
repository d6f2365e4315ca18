/**
 * Heads of the highest-scoring tree with exactly one root, -1 for it (Chu & Liu 1965, Edmonds 1967). `scores` has a row for
 * each word: first the root, then each word as its head. Arcs may cross. Cubic where every choice closes a cycle; the words
 * that are first in their rows settle most sentences at once.
 */
export function bestTree(scores: Float32Array, count: number): Int32Array {
  const n = count + 1;
  const full = new Float64Array(n * n).fill(never);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < n; j++) full[(i + 1) * n + j] = scores[i * n + j] ?? never;
    full[(i + 1) * n + i + 1] = never;
  }
  let heads: Int32Array<ArrayBuffer> = spanningTree(full, n);
  const roots = [...heads.keys()].filter((v) => v > 0 && heads[v] === 0);
  if (roots.length > 1) heads = bestWithOneRoot(full, n, roots);
  return Int32Array.from(heads.subarray(1), (head) => head - 1);
}

const never = -1e9;

/** Tries each of the words that hang on the root as the only one. */
function bestWithOneRoot(full: Float64Array, n: number, roots: readonly number[]): Int32Array<ArrayBuffer> {
  let best = -Infinity;
  let found = new Int32Array(n);
  for (const root of roots.slice(0, mostRoots)) {
    const alone = Float64Array.from(full);
    for (let v = 1; v < n; v++) if (v !== root) alone[v * n] = never / 10;
    const heads = spanningTree(alone, n);
    let sum = 0;
    for (let v = 1; v < n; v++) sum += alone[v * n + (heads[v] ?? 0)] ?? 0;
    if (sum > best) {
      best = sum;
      found = heads;
    }
  }
  return found;
}

/** A word list of hundreds of words may hang all of them on the root; more tries than this would cost more than they give. */
const mostRoots = 12;

function spanningTree(scores: Float64Array, n: number): Int32Array<ArrayBuffer> {
  const heads = new Int32Array(n);
  for (let v = 1; v < n; v++) {
    let best = 0;
    for (let u = 1; u < n; u++) if ((scores[v * n + u] ?? never) > (scores[v * n + best] ?? never)) best = u;
    heads[v] = best;
  }
  const cycle = findCycle(heads);
  return cycle ? contract(scores, n, heads, cycle) : heads;
}

/** The tree over the words outside the cycle and one node for all of it, then opened where that node is entered. */
function contract(
  scores: Float64Array,
  n: number,
  heads: Int32Array,
  cycle: readonly number[],
): Int32Array<ArrayBuffer> {
  const inside = new Set(cycle);
  const rest: number[] = [];
  for (let v = 0; v < n; v++) if (!inside.has(v)) rest.push(v);
  const k = rest.length;
  const m = k + 1;
  const smaller = new Float64Array(m * m).fill(never);
  const leave = new Int32Array(k);
  const enter = new Int32Array(k);
  rest.forEach((v, i) => {
    for (let j = 0; j < k; j++) smaller[i * m + j] = scores[v * n + (rest[j] ?? 0)] ?? never;
    let out = never * 10;
    let into = never * 10;
    for (const c of cycle) {
      const from = scores[v * n + c] ?? never;
      if (v !== 0 && from > out) {
        out = from;
        leave[i] = c;
      }
      const gain = (scores[c * n + v] ?? never) - (scores[c * n + (heads[c] ?? 0)] ?? never);
      if (gain > into) {
        into = gain;
        enter[i] = c;
      }
    }
    if (v !== 0) smaller[i * m + k] = out;
    smaller[k * m + i] = into;
  });
  const found = spanningTree(smaller, m);
  const opened = Int32Array.from(heads);
  rest.forEach((v, i) => {
    const head = found[i] ?? 0;
    if (i > 0) opened[v] = head === k ? (leave[i] ?? 0) : (rest[head] ?? 0);
  });
  const entry = found[k] ?? 0;
  opened[enter[entry] ?? 0] = rest[entry] ?? 0;
  return opened;
}

function findCycle(heads: Int32Array): readonly number[] | null {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let v = 1; v < heads.length; v++) {
    const path: number[] = [];
    let u = v;
    while (state[u] === 0) {
      state[u] = 1;
      path.push(u);
      u = heads[u] ?? 0;
    }
    if (state[u] === 1) return path.slice(path.indexOf(u));
    for (const w of path) state[w] = 2;
  }
  return null;
}
