import type { Features } from '../../analysis.ts';
import { hashText } from '../../hash-text.ts';
import { mix, putFeature } from './hash.ts';
import type { Cell, TaggerToken } from './tagger-features.ts';

/** A token with where it stands in the tree of its sentence; hashes, and indices in the row. */
export interface TreePlace {
  readonly text: string;
  /** -1 for the root. */
  readonly head: number;
  readonly relation: number;
  readonly pos: number;
  /** Hash of part of speech, case, number, gender and animacy in context. */
  readonly tag: number;
  /** First and last token of what hangs on it, itself among them. */
  readonly first: number;
  readonly last: number;
}

/** How many columns `writeTreeFeatures` fills, and `writeKeyTreeFeatures`. */
export const treeCount = 22;
export const keyTreeCount = 2;

/** Longest way up to the first noun of a phrase, and its widest step in tokens. */
const mostSteps = 6;
const widestStep = 4;

/** The places of a sentence's tokens, in their order. */
export function placeInTree(tokens: readonly TaggerToken[]): readonly TreePlace[] {
  const places = tokens.map(({ text, head, relation, pos, features }, i) => ({
    text,
    head,
    relation: hashOf(relation),
    pos: hashOf(pos),
    tag: tagOf(pos, features),
    first: i,
    last: i,
  }));
  for (const [i, place] of places.entries()) {
    for (let at = place.head; at >= 0;) {
      const above = places[at];
      if (!above) break;
      above.first = Math.min(above.first, i);
      above.last = Math.max(above.last, i);
      at = above.head;
    }
  }
  return places;
}

const hashes = new Map<string, number>();

/** `hashText` of one of the few names of tags and relations, remembered. */
function hashOf(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = hashText(name);
    hashes.set(name, hash);
  }
  return hash;
}

function tagOf(pos: string, { case: own, number, gender, animacy }: Features): number {
  const known = mix(mix(hashOf(pos), hashOf(own ?? '')), hashOf(number ?? ''));
  return mix(mix(known, hashOf(gender ?? '')), hashOf(animacy ?? ''));
}

/** A row is not to be asked for what stands before it: V8 looks such a place up as a name, and then all others slower too. */
export function cellAt(row: readonly Cell[], i: number): Cell | undefined {
  return i < 0 ? undefined : row[i];
}

/** Stands for the head of the root, and for a token before the first or after the last. */
const nothing = 3;

/**
 * Writes into the row at `at`, from `column` on, what the tree says: on what the token hangs («полиция Лимы»: Лима on полиция), how
 * it hangs together with its neighbours (where a name begins and ends), and which noun begins its phrase.
 */
export function writeTreeFeatures(row: readonly Cell[], i: number, out: Int32Array, at: number, column: number): void {
  const cell = row[i];
  if (!cell) return;
  const { form, tree } = cell;
  const { shape } = form;
  const { relation } = tree;
  const head = cellAt(row, tree.head);
  const above = head && cellAt(row, head.tree.head);
  const way = head ? clamp(tree.head - i) : 99;
  const before = cellAt(row, i - 1);
  const after = row[i + 1];
  const left = tieOf(row, i - 1, i);
  const right = tieOf(row, i + 1, i);
  const ties = mix(left, right);
  let next = column;
  putFeature(out, at, next++, mix(tree.pos, relation));
  putFeature(out, at, next++, tree.tag);
  putFeature(out, at, next++, mix(relation, way));
  putFeature(out, at, next++, mix(shape, relation));
  putFeature(out, at, next++, head ? mix(head.form.lemma, relation) : nothing);
  putFeature(out, at, next++, head ? mix(head.form.clusters[1], relation) : nothing);
  putFeature(out, at, next++, head ? mix(head.form.clusters[2], shape) : nothing);
  putFeature(out, at, next++, head ? mix(head.form.lemma, shape) : nothing);
  putFeature(out, at, next++, head ? mix(mix(head.form.shape, head.form.lexicon + 1), mix(relation, way)) : nothing);
  putFeature(out, at, next++, head ? mix(head.form.clusters[0], mix(form.clusters[0], relation)) : nothing);
  putFeature(out, at, next++, above ? mix(above.form.lemma, shape) : nothing);
  putFeature(out, at, next++, above ? mix(above.form.clusters[1], mix(relation, shape)) : nothing);
  putFeature(out, at, next++, ties);
  putFeature(out, at, next++, mix(ties, mix(shape, relation)));
  putFeature(out, at, next++, mix(left, mix(before ? before.form.lemma : nothing, shape)));
  putFeature(out, at, next++, mix(right, mix(after ? after.form.lemma : nothing, shape)));
  putFeature(out, at, next++, mix(tree.first === i ? 1 : 2, mix(Math.min(5, tree.last - i), relation)));
  const top = topOf(row, i);
  const topForm = row[top]?.form ?? form;
  putFeature(out, at, next++, top === i ? nothing : topForm.lemma);
  putFeature(out, at, next++, top === i ? nothing : mix(topForm.clusters[1], shape));
  putFeature(out, at, next++, top === i ? nothing : mix(topForm.lemma, Math.min(6, i - top)));
  putFeature(out, at, next++, before ? mix(before.tree.pos, before.tree.relation) : nothing);
  putFeature(out, at, next++, after ? mix(after.tree.pos, after.tree.relation) : nothing);
}

/** What of it is copied for the habits of a corpus. */
export function writeKeyTreeFeatures(
  row: readonly Cell[],
  i: number,
  domain: number,
  out: Int32Array,
  at: number,
  column: number,
): void {
  const cell = row[i];
  if (!cell) return;
  const head = cellAt(row, cell.tree.head);
  putFeature(out, at, column, mix(head ? head.form.lemma : nothing, domain));
  putFeature(out, at, column + 1, mix(mix(cell.tree.relation, cell.form.shape), domain));
}

function clamp(way: number): number {
  return 50 + Math.max(-4, Math.min(4, way));
}

/** How a token hangs together with its neighbour: the neighbour on it, it on the neighbour, both on one head, not at all. */
function tieOf(row: readonly Cell[], neighbour: number, i: number): number {
  const own = row[i]?.tree.head;
  const other = cellAt(row, neighbour)?.tree.head;
  if (other === undefined) return 5;
  return other === i ? 1 : own === neighbour ? 2 : own === other ? 3 : 4;
}

/** The first noun of the phrase that the token stands in: «министр» for every word of «министр внешней торговли Перу». */
function topOf(row: readonly Cell[], i: number): number {
  let top = i;
  for (let steps = 0; steps < mostSteps; steps++) {
    const head = row[top]?.tree.head ?? -1;
    if (head < 0 || head >= top || top - head > widestStep || row[head]?.form.isNoun !== true) break;
    top = head;
  }
  return top;
}
