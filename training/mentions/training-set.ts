import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameNet } from '../../src/language/ru/mentions/name-net.ts';
import { findNames } from '../../src/language/ru/mentions/name-net.ts';
import { domains } from '../../src/language/ru/mentions/read-mention-data.ts';
import { keyFeatureCount, layOutCells } from '../../src/language/ru/mentions/tagger-features.ts';
import type { TaggedSpan } from '../../src/language/ru/mentions/tag-spans.ts';
import { extractSecondRows, secondFlatCount, secondWidth } from '../../src/language/ru/mentions/second-look.ts';
import type { Syntax } from '../../src/language/ru/syntax/read-syntax.ts';
import type { WordForms } from '../../src/language/ru/mentions/word-forms.ts';
import { readFactRuEval } from '../corpora/factrueval.ts';
import { flattenNerel, readNerel } from '../corpora/nerel.ts';
import type { DocumentRows } from './feature-file.ts';
import { buildFeatureFile } from './feature-file.ts';
import type { HeadPlan } from './labels.ts';
import { flatHead, labelTokens } from './labels.ts';
import type { TrainingDocument } from './read-documents.ts';
import { rowsOf, splitDocument } from './read-documents.ts';
import { leftOut } from './train-head.ts';

/** A document with its place in the training set. */
export interface PlacedDocument extends TrainingDocument {
  readonly domain: number;
  /** Tokens [from, to) of the whole set. */
  readonly from: number;
  readonly to: number;
  /** Which of the folds leaves it out. */
  readonly fold: number;
}

/** A file of features with the hash of each. */
export interface FeaturePath {
  readonly path: string;
  readonly hashes: Int32Array;
  /** Columns that the nested heads read, and that the flat head reads. */
  readonly columns: { readonly nested: number; readonly flat: number };
}

/** Where `train.ts` leaves what the nested heads found in documents that they had not seen, for `cross-validate.ts`. */
export const heldOutFinds = new URL('../work/mentions/held-out-finds.json', import.meta.url);

export const folds = 4;

/** NEREL train, then the factRuEval devset. */
export function readTrainingSet(corpora: string, syntax: Syntax): readonly PlacedDocument[] {
  const nerel = readNerel(join(corpora, 'nerel-train')).map((document) =>
    splitDocument(document, flattenNerel, syntax),
  );
  const facts = readFactRuEval(join(corpora, 'factrueval-devset')).map((document) =>
    splitDocument(document, ({ spans }) => spans, syntax),
  );
  const placed: PlacedDocument[] = [];
  for (const [i, document] of [...nerel, ...facts].entries()) {
    const from = placed.at(-1)?.to ?? 0;
    const to = from + document.sentences.reduce((sum, tokens) => sum + tokens.length, 0);
    const domain = i < nerel.length ? domains.nerel : domains.factrueval;
    placed.push({ ...document, domain, from, to, fold: i % folds });
  }
  return placed;
}

/** A label for each token; nested types are not annotated in factRuEval, so its documents are left out of their heads. */
export function labelsOf(plan: HeadPlan, documents: readonly PlacedDocument[]): Uint8Array {
  const labels = new Uint8Array(documents.at(-1)?.to ?? 0);
  for (const { sentences, domain, flat, spans, from, to } of documents) {
    if (plan === flatHead) labels.set(labelTokens(plan, sentences.flat(), flat), from);
    else if (domain === domains.nerel) labels.set(labelTokens(plan, sentences.flat(), spans), from);
    else labels.fill(leftOut, from, to);
  }
  return labels;
}

/** Writes the features of the first look into the work folder. */
export function writeFirstFeatures(documents: readonly PlacedDocument[], forms: WordForms, work: string): FeaturePath {
  const rows = documents.map((document) => rowsOf(document, forms, document.domain));
  const width = rows[0]?.rows.width ?? 0;
  return writeFeatures(rows, join(work, 'first'), { nested: width - keyFeatureCount, flat: width });
}

/** What the net finds in each document. */
export function findNamed(
  documents: readonly PlacedDocument[],
  forms: WordForms,
  net: NameNet,
): readonly (readonly TaggedSpan[])[] {
  return documents.map(({ sentences }) => findNames(net, layOutCells(sentences, forms)));
}

/** Writes the features of the second look; `found` are the spans of the first, by document. */
export function writeSecondFeatures(
  documents: readonly PlacedDocument[],
  found: readonly (readonly TaggedSpan[])[],
  forms: WordForms,
  work: string,
): FeaturePath {
  const rows = documents.map((document, i): DocumentRows => {
    const lengths = document.sentences.map((tokens) => tokens.length);
    const values = new Int32Array((document.to - document.from) * secondWidth);
    const own = extractSecondRows(layOutCells(document.sentences, forms), found[i] ?? [], document.domain);
    let at = 0;
    for (const [sentence, length] of lengths.entries()) {
      values.set(own[sentence] ?? [], at * secondWidth);
      at += length;
    }
    return { rows: { width: secondWidth, values }, lengths };
  });
  const columns = { nested: secondWidth - secondFlatCount, flat: secondWidth };
  return writeFeatures(rows, join(work, 'second'), columns);
}

function writeFeatures(rows: readonly DocumentRows[], path: string, columns: FeaturePath['columns']): FeaturePath {
  const { bytes, hashes } = buildFeatureFile(rows, 2);
  writeFileSync(path, bytes);
  return { path, hashes, columns };
}
