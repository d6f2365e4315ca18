import type { Features, PartOfSpeech } from '../../analysis.ts';
import { makeFeatures, noFeatures, readFeatures } from '../../features.ts';

/** A part of speech with features as the treebank writes them («Case=Gen|Number=Sing») and as the program asks for them. */
export interface Bundle {
  /** Index in `Syntax.bundles`, above them for tags that only `Syntax.bundleOf` has. */
  readonly id: number;
  readonly pos: PartOfSpeech;
  readonly written: string;
  readonly features: Features;
}

/** Of a word that has no tag. */
export const noBundle: Bundle = { id: 0, pos: 'X', written: '_', features: noFeatures };

/** «NOUN Case=Gen|Number=Sing» → the tag, with those of its features that the program asks for. */
export function readBundle(line: string, id: number): Bundle {
  const [pos = 'X', written = '_'] = line.split(' ');
  return { id, pos: pos as PartOfSpeech, written, features: makeFeatures(readFeatures(written)) };
}
