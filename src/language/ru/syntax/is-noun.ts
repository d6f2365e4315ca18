import type { Bundle } from './read-syntax.ts';

/** Whether a word is a noun or a name; false where there is none. */
export function isNoun(bundle: Bundle | undefined): boolean {
  return bundle?.pos === 'NOUN' || bundle?.pos === 'PROPN';
}
