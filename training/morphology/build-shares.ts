import { readFeatures } from '../../src/language/features.ts';
import { hashOf } from '../../src/language/ru/morphology/file-layout.ts';
import { readRows } from '../corpora/conllu.ts';
import { tagKey, type ParadigmTable } from './build-paradigms.ts';
import type { Lexeme, OpenCorpora } from './read-opencorpora.ts';

/** What the annotated texts say of one word form. */
interface Candidate {
  readonly tag: number;
  /** Tag of OpenCorpora. */
  readonly source: string;
  readonly weight: number;
  readonly lexeme: number;
}

export interface Shares {
  readonly tagFrequencies: number[];
  /** How often each lexeme was seen, a form of several shared among them. */
  readonly lexemeCounts: Float64Array;
  readonly arrays: {
    readonly shareHashes: number[];
    readonly shareStarts: number[];
    readonly shareTags: number[];
    readonly shareWeights: number[];
  };
}

/** A word of OpenCorpora's texts weighs as much as this many of the treebanks' tokens. */
const pseudoCount = 3;

/** Shares of the readings of each ambiguous form, from the texts of OpenCorpora and from treebanks. */
export function buildShares(
  dictionary: OpenCorpora,
  lexemes: readonly Lexeme[],
  table: ParadigmTable,
  treebanks: readonly string[],
): Shares {
  const counted = countTreebanks(treebanks);
  const wanted = new Set([...dictionary.shares.keys(), ...counted.keys()].map(fold));
  const candidates = findCandidates(lexemes, table, wanted);
  const totals = sharesOf(dictionary, candidates);
  const frequencies = new Float64Array(table.tags.length);
  for (const weights of totals.values())
    for (const [tag, weight] of weights) frequencies[tag] = (frequencies[tag] ?? 0) + weight;
  addCounts(counted, candidates, table, totals, frequencies);
  const sum = frequencies.reduce((a, b) => a + b, 0);
  return {
    tagFrequencies: [...frequencies].map((frequency) => Math.max(1, Math.round((frequency / sum) * 1e6))),
    lexemeCounts: countLexemes(lexemes.length, candidates, totals),
    arrays: layOut(totals),
  };
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

function findCandidates(
  lexemes: readonly Lexeme[],
  table: ParadigmTable,
  wanted: ReadonlySet<string>,
): Map<string, Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  for (const [lexeme, { stem, paradigm }] of lexemes.entries()) {
    for (const form of table.paradigms[paradigm] ?? []) {
      const word = fold(form.prefix + stem + form.suffix);
      if (!wanted.has(word)) continue;
      const [tag, , weight] = table.readings[form.reading] ?? [0, 0, 0];
      const list = candidates.get(word) ?? [];
      list.push({ tag, source: form.source, weight: weight / 100, lexeme });
      candidates.set(word, list);
    }
  }
  return candidates;
}

function sharesOf(
  dictionary: OpenCorpora,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
): Map<string, Map<number, number>> {
  const totals = new Map<string, Map<number, number>>();
  for (const [word, tags] of dictionary.shares) {
    const list = candidates.get(fold(word)) ?? [];
    for (const [source, share] of tags) {
      const matching = list.filter((it) => it.source === source);
      const sum = matching.reduce((total, it) => total + it.weight, 0);
      for (const it of matching) add(totals, fold(word), it.tag, (pseudoCount * share * it.weight) / sum);
    }
  }
  return totals;
}

/** Adds each treebank token to the candidate of its word that agrees best with its tag, if the part of speech does. */
function addCounts(
  counted: ReadonlyMap<string, ReadonlyMap<string, number>>,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  table: ParadigmTable,
  totals: Map<string, Map<number, number>>,
  frequencies: Float64Array,
): void {
  const keys = table.tags.map((tag) => new Set(tagKey(tag.pos, tag.features).split(' ')));
  for (const [word, tags] of counted) {
    const ids = [...new Set((candidates.get(word) ?? []).map((it) => it.tag))];
    for (const [key, count] of tags) {
      const parts = key.split(' ').filter((part) => part !== '');
      let best = -1;
      let bestAgreement = 0;
      for (const id of ids) {
        if (table.tags[id]?.pos !== parts[0]) continue;
        const own = keys[id] ?? new Set();
        const agreement =
          parts.filter((part) => own.has(part)).length - 0.4 * [...own].filter((part) => !parts.includes(part)).length;
        if (agreement > bestAgreement) [best, bestAgreement] = [id, agreement];
      }
      if (best < 0) continue;
      add(totals, word, best, count);
      frequencies[best] = (frequencies[best] ?? 0) + count;
    }
  }
}

function add(totals: Map<string, Map<number, number>>, word: string, tag: number, weight: number): void {
  const weights = totals.get(word) ?? new Map<number, number>();
  weights.set(tag, (weights.get(tag) ?? 0) + weight);
  totals.set(word, weights);
}

function countLexemes(
  size: number,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  totals: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Float64Array {
  const counts = new Float64Array(size);
  for (const [word, weights] of totals) {
    for (const [tag, weight] of weights) {
      const own = [...new Set((candidates.get(word) ?? []).filter((it) => it.tag === tag).map((it) => it.lexeme))];
      for (const lexeme of own) counts[lexeme] = (counts[lexeme] ?? 0) + weight / own.length;
    }
  }
  return counts;
}

function layOut(totals: ReadonlyMap<string, ReadonlyMap<number, number>>): Shares['arrays'] {
  const rows = [...totals]
    .filter(([, weights]) => weights.size > 1)
    .map(([word, weights]) => ({ hash: hashOf(word), weights: [...weights].sort((a, b) => a[0] - b[0]) }))
    .sort((a, b) => a.hash - b.hash);
  const arrays = {
    shareHashes: [] as number[],
    shareStarts: [0],
    shareTags: [] as number[],
    shareWeights: [] as number[],
  };
  for (const { hash, weights } of rows) {
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    arrays.shareHashes.push(hash);
    for (const [tag, weight] of weights) {
      arrays.shareTags.push(tag);
      arrays.shareWeights.push(Math.max(1, Math.round((weight / sum) * 255)));
    }
    arrays.shareStarts.push(arrays.shareTags.length);
  }
  return arrays;
}

/** Word form → tag key as `tagKey` writes it → how often. */
function countTreebanks(files: readonly string[]): Map<string, Map<string, number>> {
  const counted = new Map<string, Map<string, number>>();
  for (const file of files) {
    for (const columns of readRows(file).flat()) {
      const word = fold(columns[1] ?? '');
      const key = tagKey(columns[3] ?? '', readFeatures(columns[5] ?? ''));
      const tags = counted.get(word) ?? new Map<string, number>();
      tags.set(key, (tags.get(key) ?? 0) + 1);
      counted.set(word, tags);
    }
  }
  return counted;
}
