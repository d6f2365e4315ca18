import type { Features } from '../../analysis.ts';

/**
 * The voice that the treebank gives a verb form of the dictionary: participles of reflexive verbs are active («родившийся»), their
 * other forms middle, whatever they mean («дом строился»).
 */
export function treebankVoice({ verbForm, voice }: Features): Features['voice'] {
  if (verbForm === 'Part') return voice === 'Mid' ? 'Act' : voice;
  return voice === 'Pass' ? 'Mid' : voice;
}
