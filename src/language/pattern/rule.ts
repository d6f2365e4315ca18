/**
 * Ordered rewriting rules over short runs of nodes: a rule matches neighbouring nodes by their readings and replaces them
 * by one node. Rules are applied in the order of their list, each from left to right, so that a list reads like a grammar
 * from small phrases to large ones. Every rule looks at a bounded number of nodes: the time is linear in the text.
 */

/** A reading: one meaning that a run of characters may have. `kind` is an index below 31, for quick refusal. */
export interface ReadingBase {
  readonly kind: number;
}

export interface Node<R extends ReadingBase> {
  /** Half-open UTF-16 offsets in the text. */
  readonly start: number;
  readonly stop: number;
  /** Alternatives of one word; one reading after a rule has made the node. */
  readonly readings: readonly R[];
  /** Bit `kind` for each reading. */
  readonly mask: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** Names of the rules that made it, in order. */
  readonly rules: readonly string[];
}

/** One place in a rule: which reading it takes, as the value it gives to the rule. */
export interface Slot<R extends ReadingBase, T> {
  readonly mask: number;
  readonly test: (reading: R, node: Node<R>) => T | null;
  /** May be absent; the rule then gets `undefined`. */
  readonly optional: boolean;
  /** Must stand there but is not taken into the new node (prepositions that only show what is meant). */
  readonly outside: boolean;
}

export interface Rule<R extends ReadingBase, C> {
  readonly name: string;
  readonly slots: readonly Slot<R, unknown>[];
  /** Bits of the kinds that must all be there: those of the required slots that take one kind alone. */
  readonly needs: number;
  readonly make: (values: readonly unknown[], site: Site<R, C>) => R | null;
}

/** Where a rule matched: the nodes with their neighbours, the text and what the caller passed in. */
export interface Site<R extends ReadingBase, C> {
  readonly nodes: readonly Node<R>[];
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly text: string;
  readonly context: C;
}

type Values<S extends readonly unknown[]> = {
  [K in keyof S]: S[K] extends Slot<infer _R, infer T> ? T : never;
};

/** Makes the `rule` function for one language's readings and context; see the rules of a language for its use. */
export function ruleMaker<R extends ReadingBase, C>() {
  return function rule<const S extends readonly Slot<R, unknown>[]>(
    name: string,
    slots: S,
    make: (values: Values<S>, site: Site<R, C>) => R | null,
  ): Rule<R, C> {
    let needs = 0;
    for (const slot of slots) if (!slot.optional && isOneKind(slot.mask)) needs |= slot.mask;
    return { name, slots, needs, make: make as Rule<R, C>['make'] };
  };
}

function isOneKind(mask: number): boolean {
  return (mask & (mask - 1)) === 0;
}

/** The same slot, which may be absent. */
export function optional<R extends ReadingBase, T>(slot: Slot<R, T>): Slot<R, T | undefined> {
  return { ...slot, optional: true };
}

/** The same slot, required but left out of the new node. Only at the start or the end of a rule. */
export function outside<R extends ReadingBase, T>(slot: Slot<R, T>): Slot<R, T> {
  return { ...slot, outside: true };
}

/** Applies the rules in their order to one run of nodes and gives the rewritten run. */
export function applyRules<R extends ReadingBase, C>(
  nodes: readonly Node<R>[],
  rules: readonly Rule<R, C>[],
  text: string,
  context: C,
): readonly Node<R>[] {
  let current = nodes;
  let present = maskOf(current);
  for (const rule of rules) {
    if (!mayMatch(rule, present)) continue;
    const next = applyRule(current, rule, text, context);
    if (next === current) continue;
    current = next;
    present = maskOf(current);
  }
  return current;
}

function mayMatch<R extends ReadingBase, C>(rule: Rule<R, C>, present: number): boolean {
  // most rules fail here, and there are many for each run of nodes
  if ((rule.needs & present) !== rule.needs) return false;
  for (const slot of rule.slots) if (!slot.optional && (slot.mask & present) === 0) return false;
  return true;
}

function maskOf<R extends ReadingBase>(nodes: readonly Node<R>[]): number {
  let mask = 0;
  for (const node of nodes) mask |= node.mask;
  return mask;
}

function applyRule<R extends ReadingBase, C>(
  nodes: readonly Node<R>[],
  rule: Rule<R, C>,
  text: string,
  context: C,
): readonly Node<R>[] {
  let result: Node<R>[] | null = null;
  let index = 0;
  const [slot] = rule.slots;
  const first = slot === undefined || slot.optional ? ~0 : slot.mask;
  while (index < nodes.length) {
    const mayStart = ((nodes[index] as Node<R>).mask & first) !== 0;
    const made = mayStart ? matchAt(nodes, index, rule, text, context) : null;
    if (made === null) {
      result?.push(nodes[index] as Node<R>);
      index += 1;
      continue;
    }
    result ??= nodes.slice(0, index);
    for (let i = index; i < made.first; i += 1) result.push(nodes[i] as Node<R>);
    result.push(made.node);
    index = made.last;
  }
  return result ?? nodes;
}

interface Made<R extends ReadingBase> {
  readonly node: Node<R>;
  readonly first: number;
  readonly last: number;
}

function matchAt<R extends ReadingBase, C>(
  nodes: readonly Node<R>[],
  start: number,
  rule: Rule<R, C>,
  text: string,
  context: C,
): Made<R> | null {
  const match = matchSlots(nodes, start, rule.slots, 0);
  if (match === null) return null;
  const { values, places } = match;
  let first = start;
  let last = match.stop;
  for (let i = 0; i < rule.slots.length && rule.slots[i]?.outside; i += 1) if (places[i] !== -1) first += 1;
  for (let i = rule.slots.length - 1; i >= 0 && rule.slots[i]?.outside; i -= 1) if (places[i] !== -1) last -= 1;
  if (first >= last) return null;
  const reading = rule.make(values, { nodes, first, last, text, context });
  if (reading === null) return null;
  return { node: joinNodes(nodes, first, last, reading, rule.name), first, last };
}

/** What the slots of a rule take: the value of each, its place among the nodes (-1 where it is left out), and the node behind. */
interface SlotMatch {
  readonly values: unknown[];
  readonly places: number[];
  readonly stop: number;
}

/**
 * Matches the slots from `slotIndex` on with the nodes from `at` on. Tries to take an optional slot before leaving it out. Most
 * rules fail at most places, so that nothing is made before the last slot fits; it is filled in on the way back.
 */
function matchSlots<R extends ReadingBase>(
  nodes: readonly Node<R>[],
  at: number,
  slots: readonly Slot<R, unknown>[],
  slotIndex: number,
): SlotMatch | null {
  const slot = slots[slotIndex];
  if (!slot) return { values: slots.map(() => undefined), places: slots.map(() => -1), stop: at };
  const node = nodes[at];
  const value = node && (node.mask & slot.mask) !== 0 ? readAs(node, slot) : null;
  if (value !== null) {
    const match = matchSlots(nodes, at + 1, slots, slotIndex + 1);
    if (match !== null) {
      match.values[slotIndex] = value;
      match.places[slotIndex] = at;
      return match;
    }
  }
  return slot.optional ? matchSlots(nodes, at, slots, slotIndex + 1) : null;
}

function readAs<R extends ReadingBase, T>(node: Node<R>, slot: Slot<R, T>): T | null {
  for (const reading of node.readings) {
    const value = slot.test(reading, node);
    if (value !== null) return value;
  }
  return null;
}

function joinNodes<R extends ReadingBase>(
  nodes: readonly Node<R>[],
  first: number,
  last: number,
  reading: R,
  name: string,
): Node<R> {
  const head = nodes[first] as Node<R>;
  const tail = nodes[last - 1] as Node<R>;
  const rules: string[] = [];
  for (let i = first; i < last; i += 1) rules.push(...(nodes[i] as Node<R>).rules);
  rules.push(name);
  return {
    start: head.start,
    stop: tail.stop,
    readings: [reading],
    mask: 1 << reading.kind,
    spaced: head.spaced,
    rules,
  };
}
