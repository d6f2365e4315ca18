import { readFileSync } from 'node:fs';
import type { Features, PartOfSpeech } from '../src/language/analysis.ts';

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

const featureNames: ReadonlySet<string> = new Set(
  'Case Number Gender Animacy Tense Aspect Mood Voice Person VerbForm Degree Variant'.split(' '),
);

/** A treebank file → its sentences; of the features those that `Features` names. */
export function readConllu(file: string): readonly GoldSentence[] {
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n'))
    .map((lines) => ({
      text: lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? '',
      tokens: lines
        .map((line) => line.split('\t'))
        .filter((columns) => columns.length === 10 && /^\d+$/u.test(columns[0] ?? ''))
        .map(readToken),
    }))
    .filter((sentence) => sentence.tokens.length > 0);
}

function readToken(columns: readonly string[]): GoldToken {
  const [, form = '', lemma = '', pos = '', , features = '', head = '0', relation = '', , misc = ''] = columns;
  const pairs = features
    .split('|')
    .map((pair) => pair.split('='))
    .filter(([name = '']) => featureNames.has(name))
    .map(([name = '', value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]);
  return {
    form,
    lemma,
    pos: pos as PartOfSpeech,
    features: Object.fromEntries(pairs) as Features,
    head: Number(head) - 1,
    relation,
    spaceAfter: !misc.includes('SpaceAfter=No'),
  };
}
