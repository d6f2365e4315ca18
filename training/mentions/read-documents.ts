import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/model/span.ts';
import type { TaggerToken } from '../../src/language/ru/mentions/tagger-features.ts';
import { extractFeatures } from '../../src/language/ru/mentions/tagger-features.ts';
import type { WordForms } from '../../src/language/ru/mentions/word-forms.ts';
import { splitPieces } from '../../src/language/ru/mentions/split-pieces.ts';
import { createWordForms } from '../../src/language/ru/mentions/word-forms.ts';
import { readWordClusters } from '../../src/language/ru/mentions/word-clusters.ts';
import { createGazetteerBits } from '../../src/language/ru/gazetteer/gazetteer-bits.ts';
import { readMorphology } from '../../src/language/ru/morphology/read-morphology.ts';
import { tokenise } from '../../src/language/ru/tokenise.ts';
import type { Annotated, LabelledSpan } from '../corpora/annotated.ts';
import type { DocumentRows } from './feature-file.ts';

/** A document as the tagger sees it, with what a corpus says of it. */
export interface TrainingDocument {
  readonly name: string;
  readonly sentences: readonly (readonly (TaggerToken & Span)[])[];
  /** All spans, nested. */
  readonly spans: readonly LabelledSpan[];
  /** PER, LOC and ORG without overlaps. */
  readonly flat: readonly LabelledSpan[];
}

export function splitDocument(
  document: Annotated,
  flatten: (document: Annotated) => readonly LabelledSpan[],
): TrainingDocument {
  return {
    name: document.name,
    sentences: tokenise(document.text).map(({ tokens }) => splitPieces(tokens)),
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

/** Word forms out of the files under `models/`. */
export function loadWordForms(models: string): WordForms {
  const read = (file: string): Uint8Array => readFileSync(join(models, file));
  return createWordForms(
    readMorphology(read('ru-morphology.bin')),
    readWordClusters(read('ru-word-clusters.bin')),
    createGazetteerBits(read('ru-name-lists.bin')),
  );
}
