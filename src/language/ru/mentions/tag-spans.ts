import { decodeChain } from './decode-chain.ts';
import { flatHeadName, isVoter } from './mention-types.ts';
import { extractSecondRows, secondWidth } from './second-look.ts';
import type { Cell, FeatureRows, TaggerToken } from './tagger-features.ts';
import { featureWidth, layOutCells, places, writeContextFeatures, writeFormFeatures } from './tagger-features.ts';
import type { TaggerHead, TaggerModel } from './tagger-model.ts';
import type { WordForm, WordForms } from './word-forms.ts';

/** A run of tokens [from, to) of one sentence that a head took for an entity of a type. */
export interface TaggedSpan {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly head: string;
}

/**
 * Spans of a document's sentences, in the habits of one corpus (`domain`), by the heads that `use` chooses by name. Each
 * sentence is looked at twice: by itself, then with what the heads found in it and in the rest of the document.
 */
export function tagDocument(
  model: TaggerModel,
  forms: WordForms,
  sentences: readonly (readonly TaggerToken[])[],
  domain: number,
  use: (head: string) => boolean,
): readonly TaggedSpan[] {
  const cells = layOutCells(sentences, forms);
  const { second } = model;
  const first = lookFirst(model, cells, domain, (head) => use(head) || (second !== null && isVoter(head)));
  if (second === null) return first.spans;
  const hasFlat = second.heads.some((head) => head.name === flatHeadName && use(head.name));
  const rows = extractSecondRows(cells, first.spans, hasFlat ? domain : null);
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
  let token = 0;
  return decodeSentences(model, lengths, use, (sentence, scores) => {
    for (let i = 0; i < (lengths[sentence] ?? 0); i++) {
      addScores(model, rows.values, token * rows.width, (token + 1) * rows.width, scores, i * model.labels);
      token++;
    }
  }).spans;
}

/** What the first look leaves for the second. */
interface FirstLook {
  readonly spans: readonly TaggedSpan[];
  /** Scores of each sentence, a row of `model.labels` for each token. */
  readonly scores: readonly Int32Array[];
  readonly lengths: readonly number[];
}

function lookFirst(
  model: TaggerModel,
  cells: readonly (readonly Cell[])[],
  domain: number,
  use: (head: string) => boolean,
): FirstLook {
  const shared = formScoresOf(model, domain);
  const row = new Int32Array(featureWidth);
  const lengths = cells.map((own) => own.length);
  return decodeSentences(model, lengths, use, (sentence, scores) => {
    const own = cells[sentence] ?? [];
    addFormScores(model, shared, own, scores);
    for (let i = 0; i < own.length; i++) {
      writeContextFeatures(own, i, domain, row, 0);
      addScores(model, row, 0, featureWidth, scores, i * model.labels);
    }
  });
}

/** `score` adds the scores of the tokens of a sentence, each a row of `model.labels` numbers, into zeros; called in order. */
function decodeSentences(
  model: TaggerModel,
  lengths: readonly number[],
  use: (head: string) => boolean,
  score: (sentence: number, scores: Int32Array) => void,
): FirstLook {
  const heads = model.heads.filter((head) => use(head.name));
  const spans: TaggedSpan[] = [];
  const scores = lengths.map((length, sentence) => {
    const own = new Int32Array(length * model.labels);
    score(sentence, own);
    for (const head of heads) {
      if (!mayHold(head, own, length, model.labels)) continue;
      const scaled = scaleScores(head, own, length, model.labels);
      for (const run of decodeChain(head, scaled, length)) spans.push({ ...run, sentence, head: head.name });
    }
    return own;
  });
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
  for (const [sentence, row] of rows.entries()) {
    if (row === null) continue;
    const length = first.lengths[sentence] ?? 0;
    const own = first.scores[sentence] ?? new Int32Array();
    const added = new Int32Array(length * second.labels);
    for (let i = 0; i < length; i++) {
      addScores(second, row, i * secondWidth, (i + 1) * secondWidth, added, i * second.labels);
    }
    for (const head of model.heads) {
      const next = use(head.name) ? again.get(head.name) : undefined;
      if (next === undefined) continue;
      const scores = scaleScores(head, own, length, model.labels);
      addScaled(next, added, length, second.labels, scores);
      if (!mayStandOut(scores, head.labels)) continue;
      for (const run of decodeChain(next, scores, length)) spans.push({ ...run, sentence, head: head.name });
    }
  }
  return spans;
}

/** What forms add to the labels of the tokens around them, a row of labels for each of `places`; sums of whole numbers, so exact. */
interface FormScores {
  readonly domain: number;
  readonly byForm: Map<WordForm | undefined, Int16Array>;
}

/** At most this many forms are remembered (a kilobyte each); then the memory starts afresh. */
const mostForms = 16_000;
const formScores = new WeakMap<TaggerModel, FormScores[]>();

function formScoresOf(model: TaggerModel, domain: number): FormScores {
  const all = formScores.get(model) ?? [];
  formScores.set(model, all);
  const known = all.find((one) => one.domain === domain);
  if (known) return known;
  const fresh: FormScores = { domain, byForm: new Map() };
  all.push(fresh);
  return fresh;
}

/** Adds to each token of a sentence what it and the two on either side say by their forms, and what the edges say. */
function addFormScores(model: TaggerModel, shared: FormScores, row: readonly Cell[], scores: Int32Array): void {
  const { labels } = model;
  for (let i = -2; i < row.length + 2; i++) {
    const form = row[i]?.form;
    let sums = shared.byForm.get(form);
    if (!sums) {
      if (shared.byForm.size >= mostForms) shared.byForm.clear();
      sums = scoreForm(model, shared.domain, form);
      shared.byForm.set(form, sums);
    }
    for (const place of places) {
      const token = i - place;
      if (token < 0 || token >= row.length) continue;
      const to = token * labels;
      const from = (place + 2) * labels;
      for (let k = 0; k < labels; k++) scores[to + k] = (scores[to + k] as number) + (sums[from + k] as number);
    }
  }
}

function scoreForm(model: TaggerModel, domain: number, form: WordForm | undefined): Int16Array {
  const { labels } = model;
  const row = new Int32Array(featureWidth);
  const sums = new Int32Array(labels * places.length);
  for (const place of places) {
    row.fill(0);
    writeFormFeatures(form, place, domain, row, 0);
    addScores(model, row, 0, featureWidth, sums, (place + 2) * labels);
  }
  return Int16Array.from(sums);
}

/** Adds the weights of the features [from, to) to the labels at `at`. */
function addScores(
  model: TaggerModel,
  features: Int32Array,
  from: number,
  to: number,
  scores: Int32Array,
  at: number,
): void {
  const { slots, present, runs } = model;
  const mask = slots.length / 2 - 1;
  for (let k = from; k < to; k++) {
    const hash = features[k] as number;
    if (hash === 0 || (((present[hash >>> 15] as number) >>> (hash >>> 10)) & 1) === 0) continue;
    let slot = hash & mask;
    let run = slots[slot * 2 + 1] as number;
    while (run !== 0 && slots[slot * 2] !== hash) {
      slot = (slot + 1) & mask;
      run = slots[slot * 2 + 1] as number;
    }
    const start = run >>> 8;
    const end = start + (run & 255);
    for (let e = start; e < end; e++) {
      const entry = runs[e] as number;
      const label = at + (entry >> 8);
      scores[label] = (scores[label] as number) + ((entry << 24) >> 24);
    }
  }
}

/** Somewhere a label comes within this of O: more than transitions cost at worst. */
const margin = 4;

/** Cheap test: most heads hold nothing in most sentences. */
function mayHold(head: TaggerHead, scores: Int32Array, length: number, stride: number): boolean {
  const least = -margin / head.scale;
  for (let i = 0; i < length; i++) {
    const at = i * stride + head.offset;
    const none = scores[at] as number;
    for (let label = 1; label < head.labels; label++) {
      if ((scores[at + label] as number) - none > least) return true;
    }
  }
  return false;
}

/** The same for the scores of one head alone. */
function mayStandOut(scores: Float32Array, labels: number): boolean {
  for (let at = 0; at < scores.length; at += labels) {
    const none = scores[at] as number;
    for (let label = 1; label < labels; label++) if ((scores[at + label] as number) - none > -margin) return true;
  }
  return false;
}

/** The scores of one head out of rows of `stride` labels, in its own unit. */
function scaleScores(head: TaggerHead, scores: Int32Array, length: number, stride: number): Float32Array {
  const scaled = new Float32Array(length * head.labels);
  addScaled(head, scores, length, stride, scaled);
  return scaled;
}

function addScaled(head: TaggerHead, scores: Int32Array, length: number, stride: number, to: Float32Array): void {
  const { offset, labels, scale } = head;
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < labels; label++) {
      const at = i * labels + label;
      to[at] = (to[at] as number) + (scores[i * stride + offset + label] as number) * scale;
    }
  }
}
