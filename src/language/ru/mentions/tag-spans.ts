import type { Cell, FeatureRows, TaggerToken } from './tagger-features.ts';
import { featureWidth, layOutCells, places, writeContextFeatures, writeFormFeatures } from './tagger-features.ts';
import type { TaggerHead, TaggerModel } from './tagger-model.ts';
import { labelsPerType, outside, step } from './tagger-model.ts';
import type { WordForm, WordForms } from './word-forms.ts';

/** A run of tokens [from, to) of one sentence that a head took for an entity of a type. */
export interface TaggedSpan {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly head: string;
}

/** Spans of a document's sentences, in the habits of one corpus (`domain`), by the heads that `use` chooses by name. */
export function tagDocument(
  model: TaggerModel,
  forms: WordForms,
  sentences: readonly (readonly TaggerToken[])[],
  domain: number,
  use: (head: string) => boolean,
): readonly TaggedSpan[] {
  const lengths = sentences.map((tokens) => tokens.length);
  const cells = layOutCells(sentences, forms);
  const shared = formScoresOf(model, domain);
  const row = new Int32Array(featureWidth);
  return decodeSentences(model, lengths, use, (sentence, scores) => {
    const own = cells[sentence] ?? [];
    addFormScores(model, shared, own, scores);
    for (let i = 0; i < own.length; i++) {
      writeContextFeatures(own, i, domain, row, 0);
      addScores(model, row, 0, featureWidth, scores, i * model.labels);
    }
  });
}

/**
 * Spans that the heads find, by Viterbi over each sentence. `lengths` are the token counts of the sentences that `rows`
 * was extracted from, in order; `use` chooses heads by name.
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
  });
}

/** `score` adds the scores of the tokens of a sentence, each a row of `model.labels` numbers, into zeros; called in order. */
function decodeSentences(
  model: TaggerModel,
  lengths: readonly number[],
  use: (head: string) => boolean,
  score: (sentence: number, scores: Int32Array) => void,
): readonly TaggedSpan[] {
  const heads = model.heads.filter((head) => use(head.name));
  const spans: TaggedSpan[] = [];
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const scores = new Int32Array(longest * model.labels);
  for (const [sentence, length] of lengths.entries()) {
    scores.fill(0, 0, length * model.labels);
    score(sentence, scores);
    for (const head of heads) {
      if (!mayHold(head, scores, length, model.labels)) continue;
      pushSpans(head, decode(head, scores, length, model.labels), sentence, spans);
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

/** Cheap test: somewhere a label beats O by more than transitions cost at worst; most heads hold nothing in most sentences. */
function mayHold(head: TaggerHead, scores: Int32Array, length: number, stride: number): boolean {
  const margin = -4 / head.scale;
  for (let i = 0; i < length; i++) {
    const at = i * stride + head.offset;
    const none = scores[at] as number;
    for (let label = 1; label < head.labels; label++) {
      if ((scores[at + label] as number) - none > margin) return true;
    }
  }
  return false;
}

const impossible = -1e9;

/** The best lawful path of labels: I and L only after B or I of the same type, everything begun is ended. */
function decode(head: TaggerHead, scores: Int32Array, length: number, stride: number): Uint8Array {
  const { labels, offset, transitions, first, last, scale } = head;
  const allowed = lawful(labels);
  let before = new Float32Array(labels);
  let after = new Float32Array(labels);
  const back = new Uint8Array(length * labels);
  for (let label = 0; label < labels; label++) {
    before[label] = mayStart(label)
      ? (first[label] as number) + (scores[offset + label] as number) * scale
      : impossible;
  }
  for (let i = 1; i < length; i++) {
    const at = i * stride + offset;
    for (let to = 0; to < labels; to++) {
      let best = impossible;
      let from = 0;
      for (let label = 0; label < labels; label++) {
        if (allowed[label * labels + to] === 0) continue;
        const value = (before[label] as number) + (transitions[label * labels + to] as number);
        if (value > best) {
          best = value;
          from = label;
        }
      }
      after[to] = best + (scores[at + to] as number) * scale;
      back[i * labels + to] = from;
    }
    [before, after] = [after, before];
  }
  let best = outside;
  let most = impossible;
  for (let label = 0; label < labels; label++) {
    const value = mayEnd(label) ? (before[label] as number) + (last[label] as number) : impossible;
    if (value > most) {
      most = value;
      best = label;
    }
  }
  const path = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * labels + best] as number;
  }
  return path;
}

const lawTables = new Map<number, Uint8Array>();

function lawful(labels: number): Uint8Array {
  const known = lawTables.get(labels);
  if (known) return known;
  const table = new Uint8Array(labels * labels);
  for (let from = 0; from < labels; from++) {
    for (let to = 0; to < labels; to++) {
      const continues = typeOf(from) === typeOf(to) && isOpen(from) && !mayStart(to);
      table[from * labels + to] = continues || (!isOpen(from) && mayStart(to)) ? 1 : 0;
    }
  }
  lawTables.set(labels, table);
  return table;
}

function typeOf(label: number): number {
  return label === outside ? -1 : Math.floor((label - 1) / labelsPerType);
}

function stepOf(label: number): number {
  return (label - 1) % labelsPerType;
}

/** B and I want more of the same type. */
function isOpen(label: number): boolean {
  return label !== outside && (stepOf(label) === step.begin || stepOf(label) === step.inside);
}

function mayStart(label: number): boolean {
  return label === outside || stepOf(label) === step.begin || stepOf(label) === step.unit;
}

function mayEnd(label: number): boolean {
  return !isOpen(label);
}

function pushSpans(head: TaggerHead, path: Uint8Array, sentence: number, out: TaggedSpan[]): void {
  let from = 0;
  for (const [i, label] of path.entries()) {
    if (label === outside) continue;
    const at = stepOf(label);
    if (at === step.begin) from = i;
    if (at === step.unit) from = i;
    if (at === step.unit || at === step.last) {
      out.push({ sentence, from, to: i + 1, type: head.types[typeOf(label)] ?? '', head: head.name });
    }
  }
}
