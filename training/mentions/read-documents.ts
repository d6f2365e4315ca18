import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFeatures } from '../../src/language/ru/mentions/tagger-features.ts';
import type { WordForms } from '../../src/language/ru/mentions/word-forms.ts';
import type { NameNet } from '../../src/language/ru/mentions/name-net.ts';
import { readNameNet } from '../../src/language/ru/mentions/name-net.ts';
import type { Piece } from '../../src/language/ru/mentions/split-pieces.ts';
import { splitPieces } from '../../src/language/ru/mentions/split-pieces.ts';
import { createWordForms } from '../../src/language/ru/mentions/word-forms.ts';
import { readWordClusters } from '../../src/language/ru/mentions/word-clusters.ts';
import { createGazetteerBits } from '../../src/language/ru/gazetteer/gazetteer-bits.ts';
import { readMorphology } from '../../src/language/ru/morphology/read-morphology.ts';
import { parseSentence } from '../../src/language/ru/syntax/parse-sentence.ts';
import type { Syntax } from '../../src/language/ru/syntax/read-syntax.ts';
import { readSyntax } from '../../src/language/ru/syntax/read-syntax.ts';
import { tokenise } from '../../src/language/ru/tokenise.ts';
import type { Annotated, LabelledSpan } from '../corpora/annotated.ts';
import type { DocumentRows } from './feature-file.ts';

/** A document as the tagger sees it, with what a corpus says of it. */
export interface TrainingDocument {
  readonly name: string;
  readonly sentences: readonly (readonly Piece[])[];
  /** All spans, nested. */
  readonly spans: readonly LabelledSpan[];
  /** PER, LOC and ORG without overlaps. */
  readonly flat: readonly LabelledSpan[];
}

export function splitDocument(
  document: Annotated,
  flatten: (document: Annotated) => readonly LabelledSpan[],
  syntax: Syntax,
): TrainingDocument {
  return {
    name: document.name,
    sentences: tokenise(document.text).map((sentence) => splitPieces(parseSentence(sentence, syntax).tokens)),
    spans: document.spans,
    flat: flatten(document),
  };
}

export function rowsOf(document: TrainingDocument, forms: WordForms, domain: number): DocumentRows {
  return {
    rows: extractFeatures(document.sentences, forms, domain),
    lengths: document.sentences.map((tokens) => tokens.length),
  };
}

/** What the tagger reads a text with. */
export interface Reading {
  readonly forms: WordForms;
  readonly net: NameNet;
  readonly syntax: Syntax;
}

/** The same out of the files under `models/`. */
export function loadReading(models: string): Reading {
  const read = (file: string): Uint8Array => readFileSync(join(models, file));
  const morphology = readMorphology(read('ru-morphology.bin'));
  const clusters = readWordClusters(read('ru-word-clusters.bin'));
  return {
    forms: createWordForms(morphology, clusters, createGazetteerBits(read('ru-name-lists.bin'))),
    net: readNameNet(read('ru-name-net.bin')),
    syntax: readSyntax(read('ru-syntax.bin'), morphology),
  };
}
