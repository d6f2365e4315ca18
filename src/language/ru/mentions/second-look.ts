import { mix } from './hash.ts';
import { flatHeadName } from './mention-types.ts';
import type { Cell } from './tagger-features.ts';
import type { TaggedSpan } from './tag-spans.ts';
import type { Told } from './told-by-document.ts';
import { listenToDocument, silence } from './told-by-document.ts';
import { cellAt } from './tree-features.ts';

/** At most so many tags or votes of a token are told each by itself. */
const mostEach = 4;

/** Columns of a row: what the nested heads found, then what the flat head found in the habits of one corpus. */
const columns = { tags: 0, votes: 21, quotes: 39, words: 41, flat: 48 } as const;

/** Features of one token at the second look. */
export const secondWidth = 62;

/** How many of them only the flat head reads; they stand last in a row. */
export const secondFlatCount = secondWidth - columns.flat;

/**
 * Features of the second look, a row of `secondWidth` hashes for each token of a sentence; `null` for a sentence of which the
 * first look (`spans`) says nothing. A name told clearly in one place («агентство «Заря» сообщило») speaks for the places where
 * nothing tells it («сообщила «Заря»»), and one head's find against another's. `flatDomain`: whose habits the flat head
 * follows; `null` where it is not asked.
 */
export function extractSecondRows(
  sentences: readonly (readonly Cell[])[],
  spans: readonly TaggedSpan[],
  flatDomain: number | null,
): readonly (Int32Array | null)[] {
  const nested = listenToDocument(
    sentences,
    spans.filter((span) => span.head !== flatHeadName),
  );
  const flat =
    flatDomain === null
      ? null
      : listenToDocument(
          sentences,
          spans.filter((span) => span.head === flatHeadName),
        );
  return sentences.map((row, sentence) => {
    let out: Int32Array | null = null;
    for (let i = 0; i < row.length; i++) {
      const at = i * secondWidth;
      const told = nested.tell(sentence, i);
      const own = flat?.tell(sentence, i) ?? null;
      if (told === null && own === null) continue;
      out ??= new Int32Array(row.length * secondWidth);
      if (told) writeNested(row, i, told, out, at);
      if (flatDomain !== null) writeFlat(row, i, own ?? silence, told?.set ?? 0, flatDomain, out, at);
    }
    return out;
  });
}

/** Templates that fill several columns share a number, so the order of what they tell does not matter. */
function put(out: Int32Array, at: number, template: number, value: number): void {
  out[at] = value === 0 ? 0 : mix((template + secondTemplates) * 0x01000193, value);
}

/** Numbers of the first look's templates end before this one. */
const secondTemplates = 1001;

function putEach(out: Int32Array, at: number, template: number, values: readonly number[]): void {
  for (let k = 0; k < Math.min(values.length, mostEach); k++) put(out, at + k, template, values[k] ?? 0);
}

/** `mix`, or nothing where there is nothing to mix with. */
function withSet(set: number, value: number): number {
  return set === 0 ? 0 : mix(set, value);
}

function writeNested(row: readonly Cell[], i: number, told: Told, out: Int32Array, at: number): void {
  writeTags(row, i, told, out, at + columns.tags);
  writeVotes(told, out, at + columns.votes);
  writeQuotes(row[i], told, out, at + columns.quotes);
  writeWords(row, i, told, out, at + columns.words);
}

/** What was found on the token and its neighbours: «B-ORGANIZATION, U-COUNTRY». */
function writeTags(row: readonly Cell[], i: number, told: Told, out: Int32Array, at: number): void {
  const { set, before, after } = told;
  put(out, at, 0, set);
  put(out, at + 1, 1, before.set);
  put(out, at + 2, 2, after.set);
  put(out, at + 3, 3, mix(before.set, set));
  put(out, at + 4, 4, mix(set, after.set));
  put(out, at + 5, 5, told.setTwoBefore);
  put(out, at + 6, 6, told.setTwoAfter);
  put(out, at + 7, 7, mix(set, row[i]?.form.shape ?? 0));
  put(out, at + 8, 8, mix(set, mix(row[i]?.quoted ?? 0, row[i + 1]?.quoted ?? 3)));
  putEach(out, at + 9, 9, told.tags);
  putEach(out, at + 13, 10, before.tags);
  putEach(out, at + 17, 11, after.tags);
}

/** What was found where the same word, a word that begins alike, or the same name stands elsewhere in the document. */
function writeVotes(told: Told, out: Int32Array, at: number): void {
  const { set, lemma, stem, names } = told;
  put(out, at, 12, lemma.winner);
  putEach(out, at + 1, 13, lemma.votes);
  putEach(out, at + 5, 14, stem.votes);
  put(out, at + 9, 15, stem.winner);
  put(out, at + 10, 16, withSet(lemma.winner, set));
  put(out, at + 11, 17, withSet(stem.winner, set));
  put(out, at + 12, 18, told.before.winner);
  put(out, at + 13, 19, told.after.winner);
  putEach(out, at + 14, 20, names.slice(0, 3));
  put(out, at + 17, 21, withSet(names[0] ?? 0, set));
}

/** What the other quoted names of the sentence are: «в кинотеатрах «Луч», «Заря» и «Космос»». */
function writeQuotes(cell: Cell | undefined, { set, peer, peers }: Told, out: Int32Array, at: number): void {
  if (!cell || cell.quoted === 0 || peer === 0) return;
  put(out, at, 22, mix(peer, Math.min(peers, 3)));
  put(out, at + 1, 23, mix(peer, mix(set, cell.quoted)));
}

function writeWords(row: readonly Cell[], i: number, { set, lemma }: Told, out: Int32Array, at: number): void {
  const cell = row[i];
  if (!cell) return;
  const { form } = cell;
  put(out, at, 24, withSet(set, form.clusters[1]));
  put(out, at + 1, 25, withSet(set, row[i + 1]?.form.clusters[1] ?? 0));
  put(out, at + 2, 26, withSet(set, cellAt(row, i - 1)?.form.clusters[1] ?? 0));
  put(out, at + 3, 27, withSet(set, form.lemma));
  put(out, at + 4, 28, withSet(lemma.winner, form.shape));
  put(out, at + 5, 29, withSet(set, mix(form.lexicon, form.gazetteer)));
  put(out, at + 6, 30, withSet(set, cell.evidence));
}

/** What the flat head found here and elsewhere, with what the nested ones found (`nested`). */
function writeFlat(
  row: readonly Cell[],
  i: number,
  told: Told,
  nested: number,
  domain: number,
  out: Int32Array,
  at: number,
): void {
  const { set, lemma, stem } = told;
  const first = at + columns.flat;
  put(out, first, 40, set);
  put(out, first + 1, 41, told.before.set);
  put(out, first + 2, 42, told.after.set);
  put(out, first + 3, 43, lemma.winner);
  put(out, first + 4, 44, stem.winner);
  put(out, first + 5, 45, withSet(lemma.winner, set));
  put(out, first + 6, 46, withSet(stem.winner, set));
  put(out, first + 7, 47, told.names[0] ?? 0);
  put(out, first + 8, 48, withSet(set, domain));
  put(out, first + 9, 49, withSet(nested, domain));
  put(out, first + 10, 50, withSet(nested, set));
  put(out, first + 11, 51, withSet(nested, mix(set, domain)));
  put(out, first + 12, 52, withSet(lemma.winner, domain));
  put(out, first + 13, 53, withSet(set, mix(row[i]?.form.shape ?? 0, domain)));
}
