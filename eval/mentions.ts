import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Span } from '../src/model/span.ts';
import { findNameLayers } from '../src/language/ru/mentions/flat-names.ts';
import type { TaggedSpan } from '../src/language/ru/mentions/tag-spans.ts';
import { domains } from '../src/language/ru/mentions/read-mention-data.ts';
import { readTaggerModel } from '../src/language/ru/mentions/tagger-model.ts';
import type { Annotated, LabelledSpan } from '../training/corpora/annotated.ts';
import { readFactRuEval } from '../training/corpora/factrueval.ts';
import { flattenNerel, readNerel } from '../training/corpora/nerel.ts';
import { loadReading, splitDocument } from '../training/mentions/read-documents.ts';

export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface MentionScores {
  readonly format: string;
  readonly token: Readonly<Record<'PER' | 'LOC' | 'ORG', Score>>;
  readonly span: Score;
  readonly nested: Score | null;
}

/** What was found in a document beside what is right. */
export interface ScoredDocument {
  readonly tokens: readonly Span[];
  readonly gold: readonly LabelledSpan[];
  readonly found: readonly LabelledSpan[];
  readonly goldNested: readonly LabelledSpan[];
  readonly foundNested: readonly LabelledSpan[];
}

const flatTypes = ['PER', 'LOC', 'ORG'] as const;

/**
 * `npm run -s eval -- mentions DIR --format nerel|factrueval [--model FILE]`: scores the shipped tagger, or that of FILE, on
 * a folder of annotated texts, as `../shared/corpora/README.md` counts. Prints one JSON line.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, model: { type: 'string' } },
  });
  const folder = positionals[0];
  const format = values.format;
  if (!folder || (format !== 'nerel' && format !== 'factrueval')) {
    throw new Error('usage: npm run -s eval -- mentions DIR --format nerel|factrueval [--model FILE]');
  }
  console.log(JSON.stringify(evaluateMentions(folder, format, values.model)));
}

/** Scores the shipped tagger, or that of the file `model`, on a folder of annotated texts. */
export function evaluateMentions(folder: string, format: 'nerel' | 'factrueval', model?: string): MentionScores {
  const models = new URL('../models/', import.meta.url).pathname;
  const { forms, net, syntax } = loadReading(models);
  const tagger = readTaggerModel(readFileSync(model ?? join(models, 'ru-mentions.bin')));
  const documents = format === 'nerel' ? readNerel(folder) : readFactRuEval(folder);
  const flatten = (document: Annotated): readonly LabelledSpan[] =>
    format === 'nerel' ? flattenNerel(document) : document.spans;
  const scored = documents.map((document): ScoredDocument => {
    const { sentences } = splitDocument(document, flatten, syntax);
    const { flat, typed } = findNameLayers(tagger, { forms, net }, sentences, domains[format]);
    const inText = (spans: readonly TaggedSpan[]): readonly LabelledSpan[] =>
      spans.map(({ sentence, from, to, type }) => ({
        label: type,
        start: sentences[sentence]?.[from]?.start ?? 0,
        stop: sentences[sentence]?.[to - 1]?.stop ?? 0,
      }));
    return {
      tokens: document.tokens,
      gold: flatten(document),
      found: inText(flat),
      goldNested: format === 'nerel' ? document.spans : [],
      foundNested: inText(typed),
    };
  });
  return scoreMentions(format, scored);
}

/** Token F1 a type over the corpus's tokens, exact spans, and, for NEREL, exact nested spans of all types. */
export function scoreMentions(format: string, documents: readonly ScoredDocument[]): MentionScores {
  const token = Object.fromEntries(flatTypes.map((type) => [type, scoreTokens(type, documents)]));
  return {
    format,
    token: token as MentionScores['token'],
    span: scoreSpans(documents.map(({ gold, found }) => [gold, found])),
    nested:
      format === 'nerel' ? scoreSpans(documents.map(({ goldNested, foundNested }) => [goldNested, foundNested])) : null,
  };
}

function scoreTokens(type: string, documents: readonly ScoredDocument[]): Score {
  let right = 0;
  let gold = 0;
  let found = 0;
  for (const document of documents) {
    for (const one of document.tokens) {
      const isGold = labelAt(document.gold, one) === type;
      const isFound = labelAt(document.found, one) === type;
      if (isGold) gold++;
      if (isFound) found++;
      if (isGold && isFound) right++;
    }
  }
  return scoreOf(right, found, gold);
}

function labelAt(spans: readonly LabelledSpan[], token: Span): string | undefined {
  return spans.find((span) => span.start < token.stop && token.start < span.stop)?.label;
}

function scoreSpans(pairs: readonly (readonly [readonly LabelledSpan[], readonly LabelledSpan[]])[]): Score {
  let right = 0;
  let gold = 0;
  let found = 0;
  for (const [goldSpans, foundSpans] of pairs) {
    const keys = new Set(goldSpans.map(keyOf));
    const foundKeys = new Set(foundSpans.map(keyOf));
    gold += keys.size;
    found += foundKeys.size;
    for (const key of foundKeys) if (keys.has(key)) right++;
  }
  return scoreOf(right, found, gold);
}

function keyOf(span: LabelledSpan): string {
  return `${span.start} ${span.stop} ${span.label}`;
}

/** Rounded to four places; 0 where nothing was found or nothing is there. */
export function scoreOf(right: number, found: number, gold: number): Score {
  const p = found === 0 ? 0 : right / found;
  const r = gold === 0 ? 0 : right / gold;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { p: round(p), r: round(r), f1: round(p + r === 0 ? 0 : (2 * p * r) / (p + r)) };
}
