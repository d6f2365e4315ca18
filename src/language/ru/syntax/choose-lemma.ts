import type { Features, PartOfSpeech } from '../../analysis.ts';
import type { WordAnalysis } from '../morphology/word-analysis.ts';
import type { Bundle } from './read-syntax.ts';

/**
 * The lemma of the dictionary's reading that agrees best with the tag chosen in context: «стали» as a verb → «стать», as a noun
 * → «сталь». Of equal ones the likelier, which comes first; `null` where there is no reading.
 */
export function chooseLemma(analyses: readonly WordAnalysis[], bundle: Bundle): string | null {
  const [first] = analyses;
  if (!first) return null;
  if (analyses.every((it) => it.lemma === first.lemma)) return first.lemma;
  let best = first;
  let most = -Infinity;
  for (const analysis of analyses) {
    const agreement = agreementOf(analysis, bundle);
    if (agreement > most) {
      most = agreement;
      best = analysis;
    }
  }
  return best.lemma;
}

function agreementOf(analysis: WordAnalysis, bundle: Bundle): number {
  let agreement = analysis.pos === bundle.pos ? 8 : related.get(analysis.pos)?.includes(bundle.pos) === true ? 6 : 0;
  for (const name of names) {
    const theirs = analysis.features[name];
    const ours = bundle.features[name];
    if (theirs === undefined || ours === undefined) continue;
    agreement += theirs === ours ? 1 : -1;
  }
  return agreement;
}

const names: readonly (keyof Features)[] = [
  'verbForm',
  'number',
  'case',
  'gender',
  'tense',
  'aspect',
  'person',
  'mood',
  'variant',
];

/** Parts of speech between which the treebank and the dictionary draw the line in different places. */
const related: ReadonlyMap<PartOfSpeech, readonly PartOfSpeech[]> = new Map([
  ['PROPN', ['NOUN']],
  ['NOUN', ['PROPN']],
  ['AUX', ['VERB']],
  ['VERB', ['AUX']],
  ['DET', ['PRON', 'ADJ']],
  ['PRON', ['DET']],
  ['ADJ', ['DET', 'NUM']],
  ['CCONJ', ['SCONJ']],
  ['SCONJ', ['CCONJ']],
  ['NUM', ['ADJ']],
]);
