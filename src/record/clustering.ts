/** How strongly two nodes belong together, and the reason in words. */
export interface Affinity {
  /** Above 0; the strongest pairs are joined first. */
  readonly score: number;
  readonly why: string;
}

/**
 * What two nodes are to each other: together, never together (`apart`), or nothing that their own words decide (`null`).
 * Must be symmetric and depend on the two nodes alone: this is what makes clusters independent of order.
 */
export type Compare<N> = (a: N, b: N) => Affinity | 'apart' | null;

export interface Kind<N> {
  readonly keyOf: (node: N) => string;
  /** Only nodes that share a block are ever compared. */
  readonly blocksOf: (node: N) => readonly string[];
  readonly compare: Compare<N>;
  /** Whether a node may be joined to nothing when two rivals, apart from each other, claim it with equal right. */
  readonly isVague: (node: N) => boolean;
}

/** Nodes that are one thing, by their keys in ascending order, with what joined them. */
export interface Cluster {
  readonly keys: readonly string[];
  readonly why: readonly string[];
}

/** Clusters that can be kept up to date node by node. Mutable, and opaque to its users. */
export interface Clustering<N> {
  readonly kind: Kind<N>;
  readonly nodes: Map<string, N>;
  readonly blocks: Map<string, Set<string>>;
  /** By node, the blocks that it stands in. */
  readonly blocksOf: Map<string, readonly string[]>;
  /** Nodes that a chain of affinities holds together; clusters never reach over them. */
  readonly componentOf: Map<string, ReadonlySet<string>>;
  readonly clusterOf: Map<string, Cluster>;
}

export function createClustering<N>(kind: Kind<N>): Clustering<N> {
  return {
    kind,
    nodes: new Map(),
    blocks: new Map(),
    blocksOf: new Map(),
    componentOf: new Map(),
    clusterOf: new Map(),
  };
}

/** Clusters that an update unmade, and those that stand in their place. */
export interface Reclustered {
  readonly gone: readonly Cluster[];
  readonly made: readonly Cluster[];
}

/**
 * Takes nodes out and puts nodes in (a node whose key is in both lists is replaced), and clusters again only the components
 * that these touch. The result is the same as clustering all nodes at once, in whatever order they came.
 */
export function updateClustering<N>(
  clustering: Clustering<N>,
  removed: readonly string[],
  added: readonly N[],
): Reclustered {
  const { kind, nodes, componentOf, clusterOf } = clustering;
  const loose = new Set<string>();
  const gone = new Set<Cluster>();
  const dissolve = (key: string) => {
    for (const member of componentOf.get(key) ?? []) {
      const cluster = clusterOf.get(member);
      if (cluster) gone.add(cluster);
      clusterOf.delete(member);
      componentOf.delete(member);
      loose.add(member);
    }
  };
  for (const key of removed) {
    dissolve(key);
    unlist(clustering, key);
    loose.delete(key);
  }
  for (const node of added) {
    list(clustering, node);
    loose.add(kind.keyOf(node));
  }
  const made: Cluster[] = [];
  while (loose.size > 0) {
    const [start = ''] = loose;
    const component = reach(clustering, start, dissolve);
    for (const key of component) loose.delete(key);
    const set: ReadonlySet<string> = new Set(component);
    for (const key of component) componentOf.set(key, set);
    const members = component.flatMap((key) => nodes.get(key) ?? []);
    for (const cluster of clusterComponent(kind, members)) {
      made.push(cluster);
      for (const key of cluster.keys) clusterOf.set(key, cluster);
    }
  }
  return { gone: [...gone], made };
}

/**
 * Clusters one component: pairs are joined strongest first, equal ones in the order of their keys, unless a node of the one
 * side stands apart from a node of the other. A vague node with equally strong rivals is joined to none of them.
 */
export function clusterComponent<N>(kind: Kind<N>, members: readonly N[]): readonly Cluster[] {
  const sorted = members.toSorted((a, b) => compareText(kind.keyOf(a), kind.keyOf(b)));
  const pairs: Pair[] = [];
  const apart = sorted.map(() => new Set<number>());
  for (const [i, a] of sorted.entries()) {
    for (const [j, b] of sorted.slice(i + 1).entries()) {
      const to = i + 1 + j;
      const verdict = kind.compare(a, b);
      if (verdict === 'apart') {
        apart[i]?.add(to);
        apart[to]?.add(i);
      } else if (verdict) pairs.push({ a: i, b: to, ...verdict });
    }
  }
  const torn = findTorn(sorted.map(kind.isVague), pairs, apart);
  const groups = sorted.map((_, i) => [i]);
  const whys: string[][] = sorted.map(() => []);
  for (const pair of pairs.toSorted((p, q) => q.score - p.score || p.a - q.a || p.b - q.b)) {
    const one = groups[pair.a];
    const other = groups[pair.b];
    if (torn.has(pair.a) || torn.has(pair.b) || !one || !other || one === other) continue;
    if (one.some((i) => other.some((j) => apart[i]?.has(j)))) continue;
    one.push(...other);
    whys[one[0] ?? 0]?.push(pair.why, ...(whys[other[0] ?? 0] ?? []));
    for (const i of other) groups[i] = one;
  }
  return [...new Set(groups)].map((group) => ({
    keys: group.toSorted((a, b) => a - b).flatMap((i) => (sorted[i] ? [kind.keyOf(sorted[i])] : [])),
    why: [...new Set(whys[group[0] ?? 0])].toSorted(),
  }));
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Pair extends Affinity {
  readonly a: number;
  readonly b: number;
}

/** Vague nodes whose strongest affinities, equal ones, lead to nodes that stand apart from each other. */
function findTorn(
  vague: readonly boolean[],
  pairs: readonly Pair[],
  apart: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  const best = new Map<number, { score: number; rivals: number[] }>();
  const offer = (node: number, rival: number, score: number) => {
    if (!vague[node] || vague[rival]) return;
    const known = best.get(node);
    if (!known || score > known.score) best.set(node, { score, rivals: [rival] });
    else if (score === known.score) known.rivals.push(rival);
  };
  for (const { a, b, score } of pairs) {
    offer(a, b, score);
    offer(b, a, score);
  }
  const torn = new Set<number>();
  for (const [node, { rivals }] of best) {
    if (rivals.some((i) => rivals.some((j) => apart[i]?.has(j)))) torn.add(node);
  }
  return torn;
}

/** All nodes that affinities reach from one; components that it runs into are dissolved into it. */
function reach<N>(clustering: Clustering<N>, start: string, dissolve: (key: string) => void): readonly string[] {
  const { kind, nodes, blocks, blocksOf, componentOf } = clustering;
  const seen = new Set([start]);
  const queue = [start];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const node = nodes.get(key);
    if (node === undefined) continue;
    const near = new Set<string>();
    for (const block of blocksOf.get(key) ?? []) for (const other of blocks.get(block) ?? []) near.add(other);
    for (const other of near) {
      const rival = seen.has(other) ? undefined : nodes.get(other);
      const verdict = rival === undefined ? null : kind.compare(node, rival);
      if (verdict === null || verdict === 'apart') continue;
      if (componentOf.has(other)) dissolve(other);
      seen.add(other);
      queue.push(other);
    }
  }
  return [...seen];
}

function list<N>({ kind, nodes, blocks, blocksOf }: Clustering<N>, node: N): void {
  const key = kind.keyOf(node);
  const own = kind.blocksOf(node);
  nodes.set(key, node);
  blocksOf.set(key, own);
  for (const block of own) {
    const members = blocks.get(block);
    if (members) members.add(key);
    else blocks.set(block, new Set([key]));
  }
}

function unlist<N>({ nodes, blocks, blocksOf }: Clustering<N>, key: string): void {
  nodes.delete(key);
  for (const block of blocksOf.get(key) ?? []) {
    const members = blocks.get(block);
    members?.delete(key);
    if (members?.size === 0) blocks.delete(block);
  }
  blocksOf.delete(key);
}
