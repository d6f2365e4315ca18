import { delist, enlist, type KeyLists, listed } from './key-lists.ts';

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

/** Nodes that a chain of affinities holds together; clusters never reach over them. */
interface Component {
  readonly keys: ReadonlySet<string>;
  /** What its nodes are to each other, pair by pair, where that is anything: kept so that no pair is compared twice. */
  readonly verdicts: readonly PairVerdict[];
}

interface PairVerdict {
  /** Keys of the pair, in ascending order. */
  readonly a: string;
  readonly b: string;
  readonly verdict: Affinity | 'apart';
}

/** Clusters that can be kept up to date node by node. Mutable, and opaque to its users. */
export interface Clustering<N> {
  readonly kind: Kind<N>;
  readonly nodes: Map<string, N>;
  readonly blocks: KeyLists;
  /** By node, the blocks that it stands in. */
  readonly blocksOf: Map<string, readonly string[]>;
  readonly componentOf: Map<string, Component>;
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
 * that these touch. The result is the same as clustering all nodes at once, in whatever order they came. The work is that of
 * comparing what is new with the blocks that it stands in, however large the components are that it joins.
 */
export function updateClustering<N>(
  clustering: Clustering<N>,
  removed: readonly string[],
  added: readonly N[],
): Reclustered {
  const { kind, nodes, componentOf, clusterOf } = clustering;
  const loose = new Set<string>();
  const gone = new Set<Cluster>();
  const leave = (key: string) => {
    const cluster = clusterOf.get(key);
    if (cluster) gone.add(cluster);
    clusterOf.delete(key);
    componentOf.delete(key);
  };
  for (const key of removed) {
    for (const member of componentOf.get(key)?.keys ?? []) {
      leave(member);
      loose.add(member);
    }
    unlist(clustering, key);
    loose.delete(key);
  }
  for (const node of added) {
    list(clustering, node);
    loose.add(kind.keyOf(node));
  }
  const made: Cluster[] = [];
  for (const { keys, whole } of connect(clustering, loose)) {
    for (const key of keys) leave(key);
    const members = [...keys].flatMap((key) => nodes.get(key) ?? []);
    const { clusters, verdicts } = clusterComponent(kind, members, whole);
    const component: Component = { keys, verdicts };
    for (const key of keys) componentOf.set(key, component);
    for (const cluster of clusters) {
      made.push(cluster);
      for (const key of cluster.keys) clusterOf.set(key, cluster);
    }
  }
  return { gone: [...gone], made };
}

/**
 * Clusters one component: pairs are joined strongest first, equal ones in the order of their keys, unless a node of the one
 * side stands apart from a node of the other. A vague node with equally strong rivals is joined to none of them. Pairs within
 * one of the `known` components are not compared again.
 */
function clusterComponent<N>(
  kind: Kind<N>,
  members: readonly N[],
  known: readonly Component[],
): { readonly clusters: readonly Cluster[]; readonly verdicts: readonly PairVerdict[] } {
  const sorted = members.toSorted((a, b) => compareText(kind.keyOf(a), kind.keyOf(b)));
  const keys = sorted.map(kind.keyOf);
  const verdicts = [...known.flatMap((c) => c.verdicts), ...compareAcross(kind, sorted, keys, known)];
  const at = new Map(keys.map((key, i) => [key, i]));
  const pairs: Pair[] = [];
  const apart = sorted.map(() => new Set<number>());
  for (const { a, b, verdict } of verdicts) {
    const [i = 0, j = 0] = [at.get(a), at.get(b)];
    if (verdict === 'apart') {
      apart[i]?.add(j);
      apart[j]?.add(i);
    } else pairs.push({ a: i, b: j, ...verdict });
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
  const clusters = [...new Set(groups)].map((group) => ({
    keys: group.toSorted((a, b) => a - b).flatMap((i) => keys[i] ?? []),
    why: [...new Set(whys[group[0] ?? 0])].toSorted(),
  }));
  return { clusters, verdicts };
}

/** What nodes are to each other that no known component has together. */
function compareAcross<N>(
  kind: Kind<N>,
  sorted: readonly N[],
  keys: readonly string[],
  known: readonly Component[],
): readonly PairVerdict[] {
  const whole = keys.map((key) => known.find((c) => c.keys.has(key)));
  const verdicts: PairVerdict[] = [];
  for (const [j, other] of sorted.entries()) {
    for (const [i, one] of sorted.entries()) {
      if (i === j) break;
      if (whole[i] !== undefined && whole[i] === whole[j]) continue;
      const verdict = kind.compare(one, other);
      if (verdict !== null) verdicts.push({ a: keys[i] ?? '', b: keys[j] ?? '', verdict });
    }
  }
  return verdicts;
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

/** Nodes that affinities hold together, and the components that came into it whole. */
interface Group {
  readonly keys: Set<string>;
  readonly whole: Component[];
}

/**
 * The groups that loose nodes are of, by all that stands in their blocks. A component that one of them reaches is taken whole:
 * none of its nodes has an affinity to what is neither in it nor loose.
 */
function connect<N>(clustering: Clustering<N>, loose: ReadonlySet<string>): ReadonlySet<Group> {
  const { kind, nodes, blocks, blocksOf, componentOf } = clustering;
  const groupOf = new Map<string, Group>();
  const groupFor = (key: string): Group => {
    const known = groupOf.get(key);
    if (known) return known;
    const whole = componentOf.get(key);
    const group = { keys: new Set(whole?.keys ?? [key]), whole: whole ? [whole] : [] };
    for (const member of group.keys) groupOf.set(member, group);
    return group;
  };
  const unite = (one: Group, other: Group) => {
    const [few, many] = one.keys.size < other.keys.size ? [one, other] : [other, one];
    many.whole.push(...few.whole);
    for (const key of few.keys) {
      many.keys.add(key);
      groupOf.set(key, many);
    }
  };
  for (const key of loose) {
    const node = nodes.get(key);
    if (node === undefined) continue;
    const near = new Set<string>();
    for (const block of blocksOf.get(key) ?? []) for (const other of listed(blocks, block)) near.add(other);
    let own = groupFor(key);
    for (const other of near) {
      // Of two loose ones the first by its key looks at the other.
      if (own.keys.has(other) || (other < key && loose.has(other))) continue;
      const rival = nodes.get(other);
      const verdict = rival === undefined ? null : kind.compare(node, rival);
      if (verdict === null || verdict === 'apart') continue;
      unite(own, groupFor(other));
      own = groupFor(key);
    }
  }
  return new Set(groupOf.values());
}

function list<N>({ kind, nodes, blocks, blocksOf }: Clustering<N>, node: N): void {
  const key = kind.keyOf(node);
  const own = kind.blocksOf(node);
  nodes.set(key, node);
  blocksOf.set(key, own);
  for (const block of own) enlist(blocks, block, key);
}

function unlist<N>({ nodes, blocks, blocksOf }: Clustering<N>, key: string): void {
  nodes.delete(key);
  for (const block of blocksOf.get(key) ?? []) delist(blocks, block, key);
  blocksOf.delete(key);
}
