import type { Tree } from './tree.ts';

/** A word that a table of lemmas knows. */
export interface Trigger<T> {
  readonly token: number;
  /** What the table has for it. */
  readonly of: T;
}

/** Tells the words of a sentence that a table knows, in the order of the text. */
export type FindTriggers<T> = (tree: Tree) => readonly Trigger<T>[];

/**
 * The triggers of one table of lemmas. The tables of all rules are looked at together, so that each word of a sentence is looked up
 * once, however many tables there are.
 */
export function createTriggers<T>(byLemma: ReadonlyMap<string, T>): FindTriggers<T> {
  const table = tables++;
  for (const [lemma, of] of byLemma) rows.set(lemma, [...(rows.get(lemma) ?? none), { table, of }]);
  // a sentence that was read before knows nothing of this table
  triggers = new WeakMap();
  return (tree) => (triggersIn(tree)[table] as readonly Trigger<T>[] | undefined) ?? none;
}

let tables = 0;
let triggers = new WeakMap<Tree, readonly (readonly Trigger<unknown>[])[]>();

/** What the tables have for each lemma. */
const rows = new Map<string, readonly { readonly table: number; readonly of: unknown }[]>();

/** The triggers in a sentence, by table. */
function triggersIn(tree: Tree): readonly (readonly Trigger<unknown>[] | undefined)[] {
  const known = triggers.get(tree);
  if (known) return known;
  const found: Trigger<unknown>[][] = [];
  for (const [token, { kind, lemma }] of tree.tokens.entries()) {
    if (kind !== 'word') continue;
    for (const { table, of } of rows.get(lemma) ?? none) (found[table] ??= []).push({ token, of });
  }
  triggers.set(tree, found);
  return found;
}

const none: readonly never[] = [];
