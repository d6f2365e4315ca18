import { createKnownNames } from '../gazetteer/find-known.ts';
import type { KnownNames } from '../gazetteer/find-known.ts';
import { createGazetteerBits } from '../gazetteer/gazetteer-bits.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import type { TaggerModel } from './tagger-model.ts';
import type { NameMorphology } from '../names/attested-forms.ts';
import { createNameMorphology } from '../names/attested-forms.ts';
import { flatHeadName, isVoter } from './mention-types.ts';
import { readTaggerModel } from './tagger-model.ts';
import { readWordClusters } from './word-clusters.ts';
import type { WordForms } from './word-forms.ts';
import { createWordForms } from './word-forms.ts';

/** The bytes of the three files of the mention tagger under `models/`. */
export interface MentionFiles {
  /** `ru-mentions.bin` */
  readonly tagger: Uint8Array;
  /** `ru-word-clusters.bin` */
  readonly clusters: Uint8Array;
  /** `ru-name-lists.bin` */
  readonly names: Uint8Array;
}

/** What finding and resolving mentions needs. */
export interface MentionData {
  readonly morphology: Morphology;
  /** The same, with the guesses of unknown names weighed by the forms that the news uses. */
  readonly names: NameMorphology;
  readonly tagger: TaggerModel;
  readonly forms: WordForms;
  readonly known: KnownNames;
}

/** Lays the files out for use. Throws a RangeError where one is cut short. */
export function readMentionData(files: MentionFiles, morphology: Morphology): MentionData {
  const clusters = readWordClusters(files.clusters);
  return {
    morphology,
    names: createNameMorphology(morphology, (form) => clusters.find(form)[0] > 0),
    tagger: readTaggerModel(files.tagger, (head) => isVoter(head) && head !== flatHeadName),
    forms: createWordForms(morphology, clusters, createGazetteerBits(files.names)),
    known: createKnownNames(morphology),
  };
}

/** Domains of the tagger's key features: which corpus's habits to follow. */
export const domains = { nerel: 101, factrueval: 202 } as const;
