import type { Features, PartOfSpeech } from '../src/language/analysis.ts';
import { readFeatures } from '../src/language/features.ts';
import { isToken, readBlocks } from '../training/corpora/conllu.ts';

export interface GoldToken {
  readonly form: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly features: Features;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
  readonly spaceAfter: boolean;
}

export interface GoldSentence {
  readonly text: string;
  readonly tokens: readonly GoldToken[];
}

/** A treebank file → its sentences; of the features those that `Features` names. */
export function readConllu(file: string): readonly GoldSentence[] {
  return readBlocks(file)
    .map((lines) => ({
      text: lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? '',
      tokens: lines
        .map((line) => line.split('\t'))
        .filter(isToken)
        .map(readToken),
    }))
    .filter((sentence) => sentence.tokens.length > 0);
}

function readToken(columns: readonly string[]): GoldToken {
  const [, form = '', lemma = '', pos = '', , features = '', head = '0', relation = '', , misc = ''] = columns;
  return {
    form,
    lemma,
    pos: pos as PartOfSpeech,
    features: readFeatures(features),
    head: Number(head) - 1,
    relation,
    spaceAfter: !misc.includes('SpaceAfter=No'),
  };
}
