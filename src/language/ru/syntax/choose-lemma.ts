import type { Features, PartOfSpeech } from '../../analysis.ts';
import type { Tag, WordAnalysis } from '../morphology/word-analysis.ts';
import { wordFlags } from '../morphology/word-analysis.ts';
import type { Bundle } from './bundle.ts';
import type { TagFit } from './tag-fits.ts';

/**
 * The lemma of the dictionary's reading that agrees best with the tag chosen in context: «стали» as a verb → «стать», as a noun
 * → «сталь». Of equal ones the likelier, which comes first, but no abbreviation: «к» is not that of «как»; `null` where there is no
 * reading. `agreement` remembers `agreementOf`.
 */
export function chooseLemma(analyses: readonly WordAnalysis[], bundle: Bundle, agreement: TagFit): string | null {
  const [first] = analyses;
  if (!first) return null;
  if (analyses.every((it) => it.lemma === first.lemma)) return first.lemma;
  let best = first;
  let most = -Infinity;
  for (const analysis of analyses) {
    const own = agreement(analysis.tag, bundle);
    if (own > most || (own === most && isAbbreviation(best) && !isAbbreviation(analysis))) {
      most = own;
      best = analysis;
    }
  }
  return best.lemma;
}

function isAbbreviation({ flags }: WordAnalysis): boolean {
  return (flags & wordFlags.abbreviation) !== 0;
}

/** How much of a dictionary's tag is in the tag of the net. */
export function agreementOf(tag: Tag, bundle: Bundle): number {
  let agreement = tag.pos === bundle.pos ? 8 : related.get(tag.pos)?.includes(bundle.pos) === true ? 6 : 0;
  for (const name of names) {
    const theirs = tag.features[name];
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
