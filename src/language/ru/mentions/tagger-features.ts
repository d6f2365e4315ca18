import { mix, putFeature } from './hash.ts';
import type { Piece } from './split-pieces.ts';
import type { TreePlace } from './tree-features.ts';
import {
  cellAt,
  keyTreeCount,
  placeInTree,
  treeCount,
  writeKeyTreeFeatures,
  writeTreeFeatures,
} from './tree-features.ts';
import type { WordForm, WordForms } from './word-forms.ts';

/** What the tagger sees of a token: the word, which it reads without context, and its place in the tree of the parser. */
export type TaggerToken = Pick<Piece, 'text' | 'pos' | 'features' | 'relation' | 'head'>;

/** Features of one document: `width` hashes a token, row by row; 0 stands for an absent one. */
export interface FeatureRows {
  readonly width: number;
  readonly values: Int32Array;
}

/** Evidence from the rest of the document, as bits. */
const seen = { lower: 1, capitalInside: 2, afterGiven: 4, inQuotes: 8, twice: 16 } as const;
const givenName = 1;

/** A token as the templates read it: numbers only. */
export interface Cell {
  readonly form: WordForm;
  /** 0 outside quotation marks, 1 first word inside, 2 further inside. */
  quoted: 0 | 1 | 2;
  /** Lemma of the word before the quotation that the token stands in. */
  beforeQuote: number;
  evidence: number;
  /** Lemmas of the nearest noun and verb to the left; 0 where there is none. */
  leftNoun: number;
  leftVerb: number;
  /** The next noun to the right, within four words. */
  rightNoun: WordForm | null;
  readonly tree: TreePlace;
}

const openMarks = '«„“"‘';
const closeMarks = '»”"“’';
/** Widest quotation that still counts as a name, in tokens. */
const longestName = 12;

/**
 * Features of the tokens of a document, sentence after sentence. `domain` other than 0 adds copies of the key features
 * for that corpus (frustratingly easy domain adaptation, Daumé 2007).
 */
export function extractFeatures(
  sentences: readonly (readonly TaggerToken[])[],
  forms: WordForms,
  domain = 0,
): FeatureRows {
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const values = new Int32Array(tokens * featureWidth);
  let at = 0;
  for (const row of layOutCells(sentences, forms)) {
    for (let i = 0; i < row.length; i++) {
      for (const place of places) writeFormFeatures(row[i + place]?.form, place, domain, values, at);
      writeContextFeatures(row, i, domain, values, at);
      at += featureWidth;
    }
  }
  return { width: tokens === 0 ? 0 : featureWidth, values };
}

/** The tokens of a document with what the templates need of the rest of it. */
export function layOutCells(
  sentences: readonly (readonly TaggerToken[])[],
  forms: WordForms,
): readonly (readonly Cell[])[] {
  const rows = sentences.map((tokens) => {
    return placeInTree(tokens).map((tree): Cell => ({
      form: forms.describe(tree.text),
      tree,
      quoted: 0,
      beforeQuote: 0,
      evidence: 0,
      leftNoun: 0,
      leftVerb: 0,
      rightNoun: null,
    }));
  });
  for (const row of rows) {
    markQuotations(row);
    markLeft(row);
    markRight(row);
  }
  markEvidence(rows);
  return rows;
}

function markQuotations(row: readonly Cell[]): void {
  let from = -1;
  for (const [i, cell] of row.entries()) {
    const mark = cell.form.mark;
    if (mark === '') continue;
    if (from >= 0 && closeMarks.includes(mark)) {
      if (i - from <= longestName + 1) {
        for (let k = from + 1; k < i; k++) {
          const inner = row[k];
          if (!inner) continue;
          inner.quoted = k === from + 1 ? 1 : 2;
          inner.beforeQuote = row[from - 1]?.form.lemma ?? 2;
        }
      }
      from = -1;
    } else if (openMarks.includes(mark)) from = i;
  }
}

function markEvidence(rows: readonly (readonly Cell[])[]): void {
  const bits = new Map<number, number>();
  const note = (key: number, bit: number): void => {
    bits.set(key, (bits.get(key) ?? 0) | bit);
  };
  for (const row of rows) {
    for (const [i, cell] of row.entries()) {
      if (!cell.form.isWord) continue;
      const before = cellAt(row, i - 1);
      if (bits.has(cell.form.lemma)) note(cell.form.lemma, seen.twice);
      if (!cell.form.isCapital) note(cell.form.lemma, seen.lower);
      else if (before?.form.isWord) note(cell.form.lemma, seen.capitalInside);
      else note(cell.form.lemma, 0);
      if (cell.form.isCapital && before && before.form.isCapital && (before.form.lexicon & givenName) !== 0) {
        note(cell.form.lemma, seen.afterGiven);
      }
      if (cell.quoted > 0 && cell.form.isCapital) note(cell.form.lemma, seen.inQuotes);
    }
  }
  for (const row of rows) for (const cell of row) cell.evidence = bits.get(cell.form.lemma) ?? 0;
}

function markLeft(row: readonly Cell[]): void {
  let noun = 0;
  let verb = 0;
  for (const cell of row) {
    cell.leftNoun = noun;
    cell.leftVerb = verb;
    if (cell.form.isNoun && !cell.form.isCapital) noun = cell.form.lemma;
    if (cell.form.isVerb) verb = cell.form.lemma;
  }
}

function markRight(row: readonly Cell[]): void {
  let noun: WordForm | null = null;
  let distance = 0;
  for (let i = row.length - 1; i >= 0; i--) {
    const cell = row[i];
    if (!cell) continue;
    if (++distance > 4 || cell.form.mark !== '') noun = null;
    cell.rightNoun = noun;
    if (cell.form.isNoun) {
      noun = cell.form;
      distance = 0;
    }
  }
}

/** Stands for a token before the first or after the last. */
const edge = 0x5bd1e995;

/** Where a token stands that the features of another read. */
export type Place = -2 | -1 | 0 | 1 | 2;
/** All of them, from left to right. */
export const places: readonly Place[] = [-2, -1, 0, 1, 2];

/** First column of each group of templates; a template is its column, so equal values of two templates stay apart. */
const windowColumns = 0;
const nearColumns = windowColumns + 5 * 8;
const affixColumns = nearColumns + 3 * 4;
const pairColumns = affixColumns + 10;
const placeColumns = pairColumns + 28;
const treeColumns = placeColumns + 12;
const keyColumns = treeColumns + treeCount;

/** How many features are copied for the domain; they stand last in a row. */
export const keyFeatureCount = 16 + keyTreeCount;

/** Features of one token. */
export const featureWidth = keyColumns + keyFeatureCount;

/** `writeContextFeatures` writes to no column before this one. */
export const firstContextColumn = nearColumns;

/**
 * Writes into the row at `at` what hangs on a form alone and on the place where it stands from the token, `undefined` beyond
 * the sentence. These columns and those of `writeContextFeatures` make up a row.
 */
export function writeFormFeatures(
  form: WordForm | undefined,
  place: Place,
  domain: number,
  out: Int32Array,
  at: number,
): void {
  const window = windowColumns + (place + 2) * 8;
  putFeature(out, at, window, form ? form.form : edge);
  putFeature(out, at, window + 1, form ? form.lemma : edge);
  putFeature(out, at, window + 2, form ? form.tag : edge);
  putFeature(out, at, window + 3, form ? form.shape : edge);
  putFeature(out, at, window + 4, form ? form.lexicon + 1 : edge);
  if (!form) return;
  putFeature(out, at, window + 5, form.gazetteer);
  putFeature(out, at, window + 6, form.clusters[1]);
  putFeature(out, at, window + 7, form.clusters[2]);
  if (place < -1 || place > 1) return;
  const near = nearColumns + (place + 1) * 4;
  putFeature(out, at, near, form.clusters[0]);
  putFeature(out, at, near + 2, form.suffixes[2] ?? 0);
  putFeature(out, at, near + 3, form.prefixes[2] ?? 0);
  if (place !== 0) return;
  for (let i = 0; i < 5; i++) {
    putFeature(out, at, affixColumns + i, form.prefixes[i] ?? 0);
    putFeature(out, at, affixColumns + 5 + i, form.suffixes[i] ?? 0);
  }
  putFeature(out, at, pairColumns + 22, mix(form.shape, form.lexicon));
  putFeature(out, at, pairColumns + 23, mix(form.shape, form.clusters[1]));
  if (domain === 0) return;
  putFeature(out, at, keyColumns, mix(form.form, domain));
  putFeature(out, at, keyColumns + 1, mix(form.lemma, domain));
  putFeature(out, at, keyColumns + 2, mix(form.shape, domain));
  putFeature(out, at, keyColumns + 3, mix(form.tag, domain));
  putFeature(out, at, keyColumns + 4, mix(form.lexicon + 1, domain));
  putFeature(out, at, keyColumns + 5, mix(form.gazetteer + 1, domain));
  putFeature(out, at, keyColumns + 6, mix(form.clusters[1] + 1, domain));
  putFeature(out, at, keyColumns + 7, mix(form.clusters[2] + 1, domain));
  putFeature(out, at, keyColumns + 14, mix(form.suffixes[2] ?? 0, domain));
}

/** Writes into the row at `at` what hangs on several tokens or on the document. */
export function writeContextFeatures(
  row: readonly Cell[],
  i: number,
  domain: number,
  out: Int32Array,
  at: number,
): void {
  const cell = row[i];
  if (!cell) return;
  const before = cellAt(row, i - 1);
  const p2 = cellAt(row, i - 2)?.form;
  const p1 = before?.form;
  const own = cell.form;
  const n1 = row[i + 1]?.form;
  const n2 = row[i + 2]?.form;
  putFeature(out, at, nearColumns + 1, before?.evidence ?? 0);
  putFeature(out, at, nearColumns + 5, cell.evidence);
  putFeature(out, at, nearColumns + 9, row[i + 1]?.evidence ?? 0);

  const shapeP1 = p1 ? p1.shape : edge;
  const shape = own.shape;
  const shapeN1 = n1 ? n1.shape : edge;
  const lemmaP1 = p1 ? p1.lemma : edge;
  const lemma = own.lemma;
  const lemmaN1 = n1 ? n1.lemma : edge;
  const tagP1 = p1 ? p1.tag : edge;
  const tagN1 = n1 ? n1.tag : edge;
  const lexiconP1 = p1 ? p1.lexicon + 1 : edge;
  const lexicon = own.lexicon + 1;
  const lexiconN1 = n1 ? n1.lexicon + 1 : edge;
  const fineP1 = p1 ? p1.clusters[1] : edge;
  const fine = own.clusters[1];
  const fineN1 = n1 ? n1.clusters[1] : edge;
  let column = pairColumns;
  putFeature(out, at, column++, mix(lemmaP1, lemma));
  putFeature(out, at, column++, mix(lemma, lemmaN1));
  putFeature(out, at, column++, mix(lemmaP1, lemmaN1));
  putFeature(out, at, column++, mix(mix(p2 ? p2.lemma : edge, lemmaP1), lemma));
  putFeature(out, at, column++, mix(mix(lemma, lemmaN1), n2 ? n2.lemma : edge));
  putFeature(out, at, column++, mix(tagP1, own.tag));
  putFeature(out, at, column++, mix(own.tag, tagN1));
  putFeature(out, at, column++, mix(mix(tagP1, own.tag), tagN1));
  putFeature(out, at, column++, mix(shapeP1, shape));
  putFeature(out, at, column++, mix(shape, shapeN1));
  putFeature(out, at, column++, mix(mix(shapeP1, shape), shapeN1));
  putFeature(out, at, column++, mix(mix(p2 ? p2.shape : edge, shapeP1), shape));
  putFeature(out, at, column++, mix(mix(shape, shapeN1), n2 ? n2.shape : edge));
  putFeature(out, at, column++, mix(lexiconP1, lexicon));
  putFeature(out, at, column++, mix(lexicon, lexiconN1));
  putFeature(out, at, column++, mix(mix(lexiconP1, lexicon), lexiconN1));
  putFeature(out, at, column++, mix(fineP1, fine));
  putFeature(out, at, column++, mix(fine, fineN1));
  putFeature(out, at, column++, mix(p2 ? p2.clusters[1] : edge, fineP1));
  putFeature(out, at, column++, mix(fineN1, n2 ? n2.clusters[1] : edge));
  putFeature(out, at, column++, mix(shape, lemmaP1));
  putFeature(out, at, column++, mix(shape, lemmaN1));
  // Two columns that `writeFormFeatures` fills.
  column += 2;
  putFeature(out, at, column++, mix(shape, cell.evidence));
  putFeature(out, at, column++, mix(mix(shape, cell.evidence), own.lexicon));
  putFeature(out, at, column++, mix(own.clusters[0], p1 ? p1.clusters[0] : edge));
  putFeature(out, at, column++, mix(own.clusters[0], n1 ? n1.clusters[0] : edge));

  putFeature(out, at, column++, cell.quoted);
  putFeature(out, at, column++, cell.quoted === 0 ? 0 : mix(cell.quoted, cell.beforeQuote));
  putFeature(out, at, column++, mix(row[i + 1]?.quoted ?? 0, lemma));
  putFeature(out, at, column++, cell.leftNoun);
  putFeature(out, at, column++, cell.leftVerb);
  putFeature(out, at, column++, mix(shape, cell.leftNoun));
  putFeature(out, at, column++, mix(shape, cell.leftVerb));
  const right = cell.rightNoun;
  putFeature(out, at, column++, right ? right.lemma : 0);
  putFeature(out, at, column++, right ? mix(own.gazetteer, right.clusters[1]) : 0);
  putFeature(out, at, column++, right ? mix(own.tag, right.clusters[2]) : 0);
  putFeature(out, at, column++, right ? mix(shape, right.clusters[0]) : 0);
  putFeature(out, at, column++, right ? mix(shape, mix(right.shape, right.lexicon)) : 0);
  writeTreeFeatures(row, i, out, at, treeColumns);
  if (domain === 0) return;
  writeKeyTreeFeatures(row, i, domain, out, at, keyColumns + 16);
  putFeature(out, at, keyColumns + 8, mix(cell.quoted + 1, domain));
  putFeature(out, at, keyColumns + 9, mix(mix(cell.quoted + 1, cell.beforeQuote), domain));
  putFeature(out, at, keyColumns + 10, mix(mix(1, lemmaP1), domain));
  putFeature(out, at, keyColumns + 11, mix(mix(2, lemmaN1), domain));
  putFeature(out, at, keyColumns + 12, mix(mix(shapeP1, shape), domain));
  putFeature(out, at, keyColumns + 13, mix(mix(mix(3, shape), shapeN1), domain));
  putFeature(out, at, keyColumns + 15, mix(mix(shape, cell.evidence), domain));
}
