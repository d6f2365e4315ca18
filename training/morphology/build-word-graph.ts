/** A minimal acyclic automaton over words with a number for each word, laid out in flat arrays. */
export interface WordGraph {
  /** First edge of each node; one more entry than nodes. The highest bit marks a node where a word ends. */
  readonly nodes: Uint32Array;
  /** Target node << 8 | label, ordered by label within a node. */
  readonly edges: Uint32Array;
  /** How many words of the node come before those through this edge; the sum along a path is the number of the word. */
  readonly counts: Uint32Array;
}

interface Node {
  id: number;
  words: number;
  isFinal: boolean;
  readonly labels: number[];
  readonly targets: Node[];
}

/**
 * Words as label sequences in ascending order without repetition → the graph, after J. Daciuk et al., «Incremental
 * Construction of Minimal Acyclic Finite-State Automata» (2000). A word's number is its place in the order.
 */
export function buildWordGraph(words: Iterable<readonly number[]>): WordGraph {
  const register = new Map<string, Node>();
  const ordered: Node[] = [];
  const root = newNode();
  let path: Node[] = [root];
  let previous: readonly number[] = [];
  const settle = (depth: number): void => {
    for (let i = path.length - 1; i > depth; i--) {
      const node = path[i] as Node;
      const parent = path[i - 1] as Node;
      const key = keyOf(node);
      const same = register.get(key);
      if (same) {
        parent.targets[parent.targets.length - 1] = same;
      } else {
        node.id = ordered.length + 1;
        ordered.push(node);
        register.set(key, node);
      }
    }
    path = path.slice(0, depth + 1);
  };
  for (const word of words) {
    let shared = 0;
    while (shared < word.length && shared < previous.length && word[shared] === previous[shared]) shared++;
    settle(shared);
    for (let i = shared; i < word.length; i++) {
      const node = newNode();
      const parent = path[i] as Node;
      parent.labels.push(word[i] ?? 0);
      parent.targets.push(node);
      path.push(node);
    }
    (path[word.length] as Node).isFinal = true;
    previous = word;
  }
  settle(0);
  return layOut([root, ...ordered]);
}

function newNode(): Node {
  return { id: 0, words: -1, isFinal: false, labels: [], targets: [] };
}

function keyOf(node: Node): string {
  return `${node.isFinal ? 1 : 0}:${node.labels.map((label, i) => `${label},${node.targets[i]?.id ?? 0}`).join(';')}`;
}

function layOut(nodes: readonly Node[]): WordGraph {
  const edgeCount = nodes.reduce((sum, node) => sum + node.labels.length, 0);
  const graph = {
    nodes: new Uint32Array(nodes.length + 1),
    edges: new Uint32Array(edgeCount),
    counts: new Uint32Array(edgeCount),
  };
  let edge = 0;
  for (const node of nodes) {
    graph.nodes[node.id] = (edge | (node.isFinal ? 0x80000000 : 0)) >>> 0;
    let before = node.isFinal ? 1 : 0;
    for (const [i, target] of node.targets.entries()) {
      graph.edges[edge] = ((target.id << 8) | (node.labels[i] ?? 0)) >>> 0;
      graph.counts[edge] = before;
      before += wordsOf(target);
      edge++;
    }
  }
  graph.nodes[nodes.length] = edge;
  return graph;
}

function wordsOf(node: Node): number {
  if (node.words < 0) node.words = node.targets.reduce((sum, target) => sum + wordsOf(target), node.isFinal ? 1 : 0);
  return node.words;
}
