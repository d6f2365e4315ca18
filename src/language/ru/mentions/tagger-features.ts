import type { Token } from '../../analysis.ts';
import { mix } from './hash.ts';
import type { WordForm, WordForms } from './word-forms.ts';

/** What the tagger sees of a token; it reads words without context, so that it does not hang on another model. */
export type TaggerToken = Pick<Token, 'text'>;

/** Features of one document: `width` hashes a token, row by row; 0 stands for an absent one. */
export interface FeatureRows {
  readonly width: number;
  readonly values: Int32Array;
}

/** Evidence from the rest of the document, as bits. */
const seen = { lower: 1, capitalInside: 2, afterGiven: 4, inQuotes: 8, twice: 16 } as const;
const givenName = 1;

/** A token as the templates read it: numbers only. */
interface Cell {
  readonly form: WordForm;
  /** 0 outside quotation marks, 1 first word inside, 2 further inside. */
  quoted: 0 | 1 | 2;
  /** Lemma of the word before the quotation that the token stands in. */
  beforeQuote: number;
  evidence: number;
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
  const rows = sentences.map((tokens) =>
    tokens.map((token): Cell => ({ form: forms.describe(token.text), quoted: 0, beforeQuote: 0, evidence: 0 })),
  );
  for (const row of rows) markQuotations(row);
  markEvidence(rows);
  const out: number[] = [];
  for (const row of rows) pushSentence(row, domain, out);
  const tokens = rows.reduce((sum, row) => sum + row.length, 0);
  return { width: tokens === 0 ? 0 : out.length / tokens, values: Int32Array.from(out) };
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
      const before = row[i - 1];
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

const edge = 0x5bd1e995;

function pushSentence(row: readonly Cell[], domain: number, out: number[]): void {
  let leftNoun = 0;
  let leftVerb = 0;
  for (const [i, cell] of row.entries()) {
    pushToken(row, i, { leftNoun, leftVerb }, domain, out);
    if (cell.form.isNoun && !cell.form.isCapital) leftNoun = cell.form.lemma;
    if (cell.form.isVerb) leftVerb = cell.form.lemma;
  }
}

/** All templates for one token; each has its own number, so equal values of two templates stay apart. */
function pushToken(
  row: readonly Cell[],
  i: number,
  left: { readonly leftNoun: number; readonly leftVerb: number },
  domain: number,
  out: number[],
): void {
  const p2 = row[i - 2];
  const p1 = row[i - 1];
  const at = row[i];
  const n1 = row[i + 1];
  const n2 = row[i + 2];
  if (!at) return;
  let template = 0;
  const one = (value: number): void => {
    out.push(value === 0 ? 0 : mix(++template * 0x01000193, value));
    if (value === 0) template++;
  };
  const two = (a: number, b: number): void => one(mix(a, b));
  const window = [p2, p1, at, n1, n2];

  for (const cell of window) {
    one(cell?.form.form ?? edge);
    one(cell?.form.lemma ?? edge);
    one(cell?.form.tag ?? edge);
    one(cell?.form.shape ?? edge);
    one(cell ? cell.form.lexicon + 1 : edge);
    one(cell?.form.gazetteer ?? 0);
    one(cell?.form.clusters[1] ?? 0);
    one(cell?.form.clusters[2] ?? 0);
  }
  for (const cell of [p1, at, n1]) {
    one(cell?.form.clusters[0] ?? 0);
    one(cell?.evidence ?? 0);
    one(cell?.form.suffixes[2] ?? 0);
    one(cell?.form.prefixes[2] ?? 0);
  }
  for (const affix of at.form.prefixes) one(affix);
  for (const affix of at.form.suffixes) one(affix);

  const shapes = window.map((cell) => cell?.form.shape ?? edge) as [number, number, number, number, number];
  const tags = window.map((cell) => cell?.form.tag ?? edge) as [number, number, number, number, number];
  const lemmas = window.map((cell) => cell?.form.lemma ?? edge) as [number, number, number, number, number];
  const lexicons = window.map((cell) => (cell ? cell.form.lexicon + 1 : edge)) as typeof tags;
  const fine = window.map((cell) => cell?.form.clusters[1] ?? edge) as typeof tags;
  two(lemmas[1], lemmas[2]);
  two(lemmas[2], lemmas[3]);
  two(lemmas[1], lemmas[3]);
  two(mix(lemmas[0], lemmas[1]), lemmas[2]);
  two(mix(lemmas[2], lemmas[3]), lemmas[4]);
  two(tags[1], tags[2]);
  two(tags[2], tags[3]);
  two(mix(tags[1], tags[2]), tags[3]);
  two(shapes[1], shapes[2]);
  two(shapes[2], shapes[3]);
  two(mix(shapes[1], shapes[2]), shapes[3]);
  two(mix(shapes[0], shapes[1]), shapes[2]);
  two(mix(shapes[2], shapes[3]), shapes[4]);
  two(lexicons[1], lexicons[2]);
  two(lexicons[2], lexicons[3]);
  two(mix(lexicons[1], lexicons[2]), lexicons[3]);
  two(fine[1], fine[2]);
  two(fine[2], fine[3]);
  two(fine[0], fine[1]);
  two(fine[3], fine[4]);
  two(shapes[2], lemmas[1]);
  two(shapes[2], lemmas[3]);
  two(shapes[2], at.form.lexicon);
  two(shapes[2], fine[2]);
  two(shapes[2], at.evidence);
  two(mix(shapes[2], at.evidence), at.form.lexicon);
  two(at.form.clusters[0], p1?.form.clusters[0] ?? edge);
  two(at.form.clusters[0], n1?.form.clusters[0] ?? edge);

  one(at.quoted === 0 ? 0 : at.quoted);
  one(at.quoted === 0 ? 0 : mix(at.quoted, at.beforeQuote));
  two(n1?.quoted ?? 0, at.form.lemma);
  one(left.leftNoun);
  one(left.leftVerb);
  two(shapes[2], left.leftNoun);
  two(shapes[2], left.leftVerb);

  for (const value of keyFeatures(at, lemmas, shapes)) one(domain === 0 ? 0 : mix(value, domain));
}

/** How many features are copied for the domain; they stand last in a row. */
export const keyFeatureCount = 16;

function keyFeatures(at: Cell, lemmas: readonly number[], shapes: readonly number[]): readonly number[] {
  return [
    at.form.form,
    at.form.lemma,
    at.form.shape,
    at.form.tag,
    at.form.lexicon + 1,
    at.form.gazetteer + 1,
    at.form.clusters[1] + 1,
    at.form.clusters[2] + 1,
    at.quoted + 1,
    mix(at.quoted + 1, at.beforeQuote),
    mix(1, lemmas[1] ?? 0),
    mix(2, lemmas[3] ?? 0),
    mix(shapes[1] ?? 0, shapes[2] ?? 0),
    mix(mix(3, shapes[2] ?? 0), shapes[3] ?? 0),
    at.form.suffixes[2] ?? 0,
    mix(at.form.shape, at.evidence),
  ];
}
