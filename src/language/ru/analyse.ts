import type { Publication } from '../../model/document.ts';
import type { Analysis } from '../analysis.ts';
import { resolveMentions } from './coreference/resolve-mentions.ts';
import { findQuotations } from './find-quotations.ts';
import { findMentions } from './mentions/find-mentions.ts';
import type { MentionData } from './mentions/read-mention-data.ts';
import type { Morphology } from './morphology/word-analysis.ts';
import { parseSentence } from './syntax/parse-sentence.ts';
import type { Syntax } from './syntax/read-syntax.ts';
import { parseTimesAndQuantities } from './time/parse-times-and-quantities.ts';
import { tokenise } from './tokenise.ts';

/** The dictionary and the models of Russian, read from their files by `app/load-language.ts`. */
export interface LanguageData {
  readonly morphology: Morphology;
  readonly syntax: Syntax;
  readonly mentions: MentionData;
}

export interface AnalyseOptions {
  /** Day of publication, the anchor of relative times; `null` where nothing tells it. */
  readonly published: Publication | null;
}

export type Analyse = (text: string, options: AnalyseOptions) => Analysis;

/**
 * Everything that the language stage knows of a Russian text (`analysis.ts`): the stages in their order. Offsets of the result count
 * in `text`. Never throws, whatever the text; an empty text gives an empty analysis.
 *
 * What stands where: `tokenise` cuts the text; `morphology/` has the readings of a word, from the dictionary or guessed; `syntax/` tags
 * and parses with a net, then mends the tree by rules (`fit-…`); `mentions/` finds names and descriptions, with the lists of
 * `gazetteer/` and a trained tagger, and `names/` puts them into the nominative; `coreference/` joins them into chains, resolver by
 * resolver; `time/` and `quantity/` are two grammars over the same phrases (`phrases/`: numbers and the words of closed classes),
 * both written in the rules of `../pattern/`. What no language changes stands outside `ru/`: the calendar in `../time/`, hashes, memories.
 */
export function createAnalyser(data: LanguageData): Analyse {
  return (text, { published }) => {
    const quotations = findQuotations(text);
    const sentences = tokenise(text).map((sentence) => parseSentence(sentence, data.syntax));
    const found = findMentions(text, sentences, data.mentions);
    const { mentions, chains } = resolveMentions(text, sentences, quotations, found, data.mentions);
    const reference = { from: published?.from ?? earliest, to: published?.to ?? latest };
    const { times, quantities } = parseTimesAndQuantities(text, { reference, sentences });
    return { text, sentences, quotations, mentions, chains, times, quantities };
  };
}

/** Bounds of the press that is read: where a day of publication is open, what hangs on it stays as wide. */
const earliest = '1900-01-01';
const latest = '2100-12-31';
