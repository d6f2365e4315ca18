/** An argument of a fact: each of its values is one way to say it. */
export interface FactArgument {
  readonly role: string;
  readonly values: readonly string[];
}

export interface Fact {
  readonly type: string;
  readonly arguments: readonly FactArgument[];
  /** Marked hard in the gold: it may be found or not, and neither it nor what pairs with it is counted. */
  readonly isHard: boolean;
}

export interface FactPair {
  readonly gold: Fact;
  readonly found: Fact;
  /** 0…1 */
  readonly quality: number;
}

export interface FactTally {
  /** Sum of the qualities of the pairs. */
  right: number;
  gold: number;
  found: number;
}

/** Arguments that are words and not an entity: half the weight, and nobody is identified by them. */
const halfRoles = new Set(['position', 'phase']);

/**
 * Pairs the facts of one document so that the sum of qualities is the greatest, each fact once. Only facts that are linked
 * by a possible pair can compete, so each connected component is solved alone; that is how factRuEval-2016 counts
 * (https://github.com/dialogue-evaluation/factRuEval-2016), and it changes nothing in the optimum, only in its cost.
 */
export function pairFacts(gold: readonly Fact[], found: readonly Fact[]): readonly FactPair[] {
  const quality = gold.map((g) => found.map((f) => qualityOf(g, f)));
  return componentsOf(quality).flatMap(({ rows, columns }) =>
    bestAssignment(rows.map((row) => columns.map((column) => quality[row]?.[column] ?? 0))).flatMap((at, i) => {
      const g = gold[rows[i] ?? -1];
      const f = found[columns[at] ?? -1];
      const worth = quality[rows[i] ?? -1]?.[columns[at] ?? -1] ?? 0;
      return g && f && worth > 0 ? [{ gold: g, found: f, quality: worth }] : [];
    }),
  );
}

/** Adds one document to the tallies by type. Hard facts and what pairs with them count neither way. */
export function tallyFacts(
  tallies: Map<string, FactTally>,
  gold: readonly Fact[],
  found: readonly Fact[],
): readonly FactPair[] {
  const pairs = pairFacts(gold, found);
  const excused = new Set(pairs.filter((pair) => pair.gold.isHard).map((pair) => pair.found));
  const of = (type: string): FactTally => {
    const tally = tallies.get(type) ?? { right: 0, gold: 0, found: 0 };
    tallies.set(type, tally);
    return tally;
  };
  for (const fact of gold) if (!fact.isHard) of(fact.type).gold++;
  for (const fact of found) if (!excused.has(fact)) of(fact.type).found++;
  for (const pair of pairs) if (!pair.gold.isHard) of(pair.gold.type).right += pair.quality;
  return pairs;
}

/**
 * 0…1: the mean of the matched share of all arguments and of those that identify an entity, `position` and `phase`
 * weighing half. 0 where the types differ or nothing but such words agree.
 */
export function qualityOf(gold: Fact, found: Fact): number {
  if (gold.type !== found.type) return 0;
  const free = new Set(found.arguments);
  const matched = gold.arguments.filter((wanted) => {
    const got = [...free].find((given) => agrees(wanted, given));
    return got !== undefined && free.delete(got);
  });
  if (!matched.some(identifies)) return 0;
  const given = found.arguments.length - free.size;
  const unmatched = [...gold.arguments.filter((a) => !matched.includes(a)), ...free];
  if (given === 0) return 0;
  return (shareOf(matched, unmatched) + shareOf(matched.filter(identifies), unmatched.filter(identifies))) / 2;
}

function shareOf(matched: readonly FactArgument[], unmatched: readonly FactArgument[]): number {
  const weight = (args: readonly FactArgument[]): number =>
    args.reduce((sum, a) => sum + (halfRoles.has(a.role) ? 0.5 : 1), 0);
  const right = weight(matched);
  return right === 0 ? 0 : right / (right + weight(unmatched));
}

function identifies(argument: FactArgument): boolean {
  return !halfRoles.has(argument.role) && argument.role !== 'type';
}

function agrees(a: FactArgument, b: FactArgument): boolean {
  return a.role === b.role && a.values.some((x) => b.values.some((y) => sameValue(x, y)));
}

/** Lower case, ё = е, and one edit between them; two from nine letters on. */
export function sameValue(a: string, b: string): boolean {
  const x = folded(a);
  const y = folded(b);
  return editDistance(x, y) <= (Math.min(x.length, y.length) >= 9 ? 2 : 1) && Math.min(x.length, y.length) > 1;
}

function folded(value: string): string {
  return value
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»"“”„]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const replaced = (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Rows and columns that are linked by cells above zero. */
function componentsOf(
  cells: readonly (readonly number[])[],
): readonly { readonly rows: readonly number[]; readonly columns: readonly number[] }[] {
  const rest = new Set(cells.keys());
  const components: { rows: number[]; columns: number[] }[] = [];
  for (const first of cells.keys()) {
    if (!rest.delete(first)) continue;
    const rows = [first];
    const columns = new Set<number>();
    for (const row of rows) {
      for (const [column, cell] of (cells[row] ?? []).entries()) {
        if (cell <= 0 || columns.has(column)) continue;
        columns.add(column);
        for (const other of rest) if ((cells[other]?.[column] ?? 0) > 0 && rest.delete(other)) rows.push(other);
      }
    }
    components.push({ rows, columns: [...columns] });
  }
  return components;
}

/**
 * The column for each row, -1 for none, with the greatest sum: the Hungarian method with potentials (Kuhn 1955, in the
 * O(n³) form of Jonker and Volgenant) on the matrix made square by cells of nothing.
 */
function bestAssignment(cells: readonly (readonly number[])[]): readonly number[] {
  const size = Math.max(cells.length, cells[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(cells[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const from = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Infinity);
    const seen = new Uint8Array(size + 1);
    rowOf[0] = row;
    let at = 0;
    do {
      seen[at] = 1;
      const current = rowOf[at] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let k = 1; k <= size; k++) {
        if (seen[k] === 1) continue;
        const reduced = cost(current, k) - (rowPotential[current] ?? 0) - (columnPotential[k] ?? 0);
        if (reduced < (least[k] ?? 0)) {
          least[k] = reduced;
          from[k] = at;
        }
        if ((least[k] ?? 0) < delta) {
          delta = least[k] ?? 0;
          next = k;
        }
      }
      for (let k = 0; k <= size; k++) {
        if (seen[k] === 1) {
          const r = rowOf[k] ?? 0;
          rowPotential[r] = (rowPotential[r] ?? 0) + delta;
          columnPotential[k] = (columnPotential[k] ?? 0) - delta;
        } else least[k] = (least[k] ?? 0) - delta;
      }
      at = next;
    } while ((rowOf[at] ?? 0) !== 0);
    for (; at !== 0; at = from[at] ?? 0) rowOf[at] = rowOf[from[at] ?? 0] ?? 0;
  }
  const columns = cells.map(() => -1);
  for (let k = 1; k <= size; k++) {
    const row = (rowOf[k] ?? 0) - 1;
    if (row < columns.length && k - 1 < (cells[0]?.length ?? 0)) columns[row] = k - 1;
  }
  return columns;
}
