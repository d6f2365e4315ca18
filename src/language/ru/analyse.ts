import type { Publication } from '../../model/document.ts';
import type { Analysis } from '../analysis.ts';
import { findQuotations } from './find-quotations.ts';
import type { Morphology } from './morphology/word-analysis.ts';
import { parseSentence } from './syntax/parse-sentence.ts';
import type { Syntax } from './syntax/read-syntax.ts';
import { tokenise } from './tokenise.ts';

/** The dictionary and the models of Russian, read from their files by `app/load-language.ts`. */
export interface LanguageData {
  readonly morphology: Morphology;
  readonly syntax: Syntax;
}

export interface AnalyseOptions {
  /** Day of publication, the anchor of relative times; `null` where nothing tells it. */
  readonly published: Publication | null;
}

export type Analyse = (text: string, options: AnalyseOptions) => Analysis;

/**
 * Everything that the language stage knows of a Russian text: the stages in their order. Offsets of the result count in
 * `text`. Never throws, whatever the text; an empty text gives an empty analysis.
 */
export function createAnalyser(data: LanguageData): Analyse {
  return (text) => {
    const quotations = findQuotations(text);
    const sentences = tokenise(text).map((sentence) => parseSentence(sentence, data.syntax));
    return { text, sentences, quotations, mentions: [], chains: [], times: [], quantities: [] };
  };
}
