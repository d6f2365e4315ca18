import { createRows, type Rows } from '../../rows.ts';
import { createScratch } from '../../scratch.ts';
import { decodeChain } from './decode-chain.ts';
import { flatHeadName, isVoter } from './mention-types.ts';
import type { NameNet } from './name-net.ts';
import { findNames } from './name-net.ts';
import { extractSecondRows, secondWidth } from './second-look.ts';
import type { Cell, FeatureRows, TaggerToken } from './tagger-features.ts';
import {
  featureWidth,
  firstContextColumn,
  layOutCells,
  places,
  writeContextFeatures,
  writeFormFeatures,
} from './tagger-features.ts';
import type { ScoreTable } from './score-table.ts';
import { mostForms, mostRows, mostTelling } from './score-table.ts';
import type { TaggerHead, TaggerModel } from './tagger-model.ts';
import { placeOf } from './tagger-model.ts';
import { cellAt } from './tree-features.ts';
import type { WordForm, WordForms } from './word-forms.ts';

/** A run of tokens [from, to) of one sentence that a head took for an entity of a type. */
export interface TaggedSpan {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly head: string;
}

/** What the tagger reads words with. `net`: what the flat head hears beside the others, left out where it is not asked. */
export interface TaggerReading {
  readonly forms: WordForms;
  readonly net?: NameNet;
}

/**
 * Spans of a document's sentences, in the habits of one corpus (`domain`), by the heads that `use` chooses by name. Each
 * sentence is looked at twice: by itself, then with what the heads found in it and in the rest of the document. The nested heads
 * have learnt without the net: ask for them apart from the flat one.
 */
export function tagDocument(
  model: TaggerModel,
  { forms, net }: TaggerReading,
  sentences: readonly (readonly TaggerToken[])[],
  domain: number,
  use: (head: string) => boolean,
): readonly TaggedSpan[] {
  const cells = layOutCells(sentences, forms);
  const { second } = model;
  const first = lookFirst(model, cells, domain, (head) => use(head) || (second !== null && isVoter(head)));
  if (second === null) return first.spans;
  const hasFlat = second.heads.some((head) => head.name === flatHeadName && use(head.name));
  const heard = hasFlat && net ? [...first.spans, ...findNames(net, cells)] : first.spans;
  const rows = extractSecondRows(cells, heard, hasFlat ? domain : null);
  return lookAgain(model, second, first, rows, use);
}

/**
 * Spans that the heads find at the first look. `lengths` are the token counts of the sentences that `rows` was extracted
 * from, in order; `use` chooses heads by name.
 */
export function tagSpans(
  model: TaggerModel,
  rows: FeatureRows,
  lengths: readonly number[],
  use: (head: string) => boolean,
): readonly TaggedSpan[] {
  const { table } = model;
  let token = 0;
  return decodeSentences(model, lengths, use, (_, __, count) => {
    table.clear(count);
    table.features.set(rows.values.subarray(token * rows.width, (token + count) * rows.width));
    table.addFeatures(rows.width, count);
    token += count;
  }).spans;
}

/** What the first look leaves for the second; valid until the next document. */
interface FirstLook {
  readonly spans: readonly TaggedSpan[];
  /** A row of the table for each token of the document. */
  readonly scores: Int16Array;
  readonly lengths: readonly number[];
}

const room = {
  document: createScratch((length) => new Int16Array(length)),
  added: createScratch((length) => new Int16Array(length)),
  scaled: createScratch((length) => new Float32Array(length)),
};

function lookFirst(
  model: TaggerModel,
  cells: readonly (readonly Cell[])[],
  domain: number,
  use: (head: string) => boolean,
): FirstLook {
  const { table } = model;
  const forms = keptFormsOf(model, domain);
  table.features.fill(0);
  const lengths = cells.map((own) => own.length);
  return decodeSentences(model, lengths, use, (sentence, from, count) => {
    const own = cells[sentence] ?? [];
    table.sumForms(formsAround(forms, own, from, from + count), count);
    for (let i = 0; i < count; i++) {
      writeContextFeatures(own, from + i, domain, table.features, i * contextWidth - firstContextColumn);
    }
    table.addFeatures(contextWidth, count);
  });
}

/** Rows of contexts begin with their first column. */
const contextWidth = featureWidth - firstContextColumn;

/**
 * `score` leaves in the table the scores of `count` tokens of a sentence from the token `from` on; it is called for all of them
 * in order.
 */
function decodeSentences(
  model: TaggerModel,
  lengths: readonly number[],
  use: (head: string) => boolean,
  score: (sentence: number, from: number, count: number) => void,
): FirstLook {
  const { table } = model;
  const heads = model.heads.filter((head) => use(head.name));
  const spans: TaggedSpan[] = [];
  const most = new Int16Array(table.lanes);
  const scores = room.document(table.width * lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const [sentence, length] of lengths.entries()) {
    most.fill(-32_768);
    for (let from = 0; from < length; from += mostRows) {
      const count = Math.min(mostRows, length - from);
      score(sentence, from, count);
      scores.set(table.scores.subarray(0, count * table.width), (start + from) * table.width);
      const above = table.standOut(count);
      for (let lane = 0; lane < table.lanes; lane++) most[lane] = Math.max(most[lane] ?? 0, above[lane] ?? 0);
    }
    for (const head of heads) {
      if (!mayHold(head, most)) continue;
      const scaled = scaleScores(table, head, scores, start, length);
      for (const run of decodeChain(head, scaled, length)) spans.push({ ...run, sentence, head: head.name });
    }
    start += length;
  }
  return { spans, scores, lengths };
}

/** Decides the sentences anew of which `rows` says something, for the heads that have a second look; the rest stays. */
function lookAgain(
  model: TaggerModel,
  second: TaggerModel,
  first: FirstLook,
  rows: readonly (Int32Array | null)[],
  use: (head: string) => boolean,
): readonly TaggedSpan[] {
  const again = new Map(second.heads.map((head) => [head.name, head]));
  const spans = first.spans.filter(({ sentence, head }) => use(head) && (rows[sentence] === null || !again.has(head)));
  let start = 0;
  for (const [sentence, length] of first.lengths.entries()) {
    const row = rows[sentence] ?? null;
    if (row !== null) {
      const added = scoreRows(second.table, row, secondWidth, length);
      for (const head of model.heads) {
        const next = use(head.name) ? again.get(head.name) : undefined;
        if (next === undefined) continue;
        const scores = scaleScores(model.table, head, first.scores, start, length);
        addScaled(second.table, next, added, 0, length, scores);
        if (!mayStandOut(next, scores, length)) continue;
        for (const run of decodeChain(next, scores, length)) spans.push({ ...run, sentence, head: head.name });
      }
    }
    start += length;
  }
  return spans;
}

/** The scores of so many tokens by their features alone, rows of `width` hashes; valid until the next call. */
function scoreRows(table: ScoreTable, rows: Int32Array, width: number, length: number): Int16Array {
  const scores = room.added(length * table.width);
  for (let from = 0; from < length; from += mostRows) {
    const count = Math.min(mostRows, length - from);
    table.clear(count);
    table.features.set(rows.subarray(from * width, (from + count) * width));
    table.addFeatures(width, count);
    scores.set(table.scores.subarray(0, count * table.width), from * table.width);
  }
  return scores;
}

/** What a table keeps of forms, in the habits of one corpus. */
interface KeptForms {
  readonly table: ScoreTable;
  readonly domain: number;
  /** By their text, which is empty beyond the edge of a sentence. */
  readonly numbers: Rows;
}

const keptForms = new WeakMap<TaggerModel, KeptForms>();

/** A table keeps the forms of one corpus at a time. */
function keptFormsOf(model: TaggerModel, domain: number): KeptForms {
  const known = keptForms.get(model);
  if (known?.domain === domain) return known;
  const fresh: KeptForms = { table: model.table, domain, numbers: createRows(mostForms, mostTelling) };
  keptForms.set(model, fresh);
  return fresh;
}

/** The forms that tell of the tokens [from, to) of a sentence: from two before them to two after them. */
function formsAround(forms: KeptForms, row: readonly Cell[], from: number, to: number): readonly number[] {
  const own: number[] = [];
  for (let i = from - 2; i < to + 2; i++) {
    const cell = cellAt(row, i);
    const text = cell?.tree.text ?? '';
    own.push(forms.numbers.find(text) ?? keepForm(forms, text, cell?.form));
  }
  return own;
}

/** Scores a form at each place where it may stand from a token. */
function keepForm({ table, domain, numbers }: KeptForms, text: string, form: WordForm | undefined): number {
  table.formFeatures.fill(0);
  for (const [i, place] of places.entries()) {
    writeFormFeatures(form, place, domain, table.formFeatures, i * featureWidth);
  }
  const number = numbers.give(text);
  table.keepForm(number, featureWidth);
  return number;
}

/** Cheap test: most heads hold nothing in most sentences. `most`: what stands out most in each lane. */
function mayHold({ scale, lane, types, margin }: TaggerHead, most: Int16Array): boolean {
  const least = -margin / scale;
  return types.some((_, type) => (most[lane + type] ?? 0) > least);
}

/** The same for the scores of one head alone. */
function mayStandOut({ labels, margin }: TaggerHead, scores: Float32Array, length: number): boolean {
  for (let at = 0; at < length * labels; at += labels) {
    const none = scores[at] as number;
    for (let label = 1; label < labels; label++) if ((scores[at + label] as number) - none > -margin) return true;
  }
  return false;
}

/** The scores of one head for so many tokens out of rows of a table, from the row `start` on, in its own unit; valid until the next call. */
function scaleScores(
  table: ScoreTable,
  head: TaggerHead,
  scores: Int16Array,
  start: number,
  length: number,
): Float32Array {
  const scaled = room.scaled(length * head.labels).fill(0, 0, length * head.labels);
  addScaled(table, head, scores, start, length, scaled);
  return scaled;
}

function addScaled(
  table: ScoreTable,
  head: TaggerHead,
  scores: Int16Array,
  start: number,
  length: number,
  to: Float32Array,
): void {
  const { labels, scale } = head;
  const { width, lanes } = table;
  for (let label = 0; label < labels; label++) {
    const place = placeOf(head, label, lanes) + start * width;
    for (let i = 0; i < length; i++) {
      const at = i * labels + label;
      to[at] = (to[at] as number) + (scores[i * width + place] as number) * scale;
    }
  }
}
