import type { Features, PartOfSpeech } from '../../analysis.ts';
import type { Tag } from './word-analysis.ts';

/** Tags of the dictionary and of what no dictionary has (numbers, marks, acronyms), with their dense ids. */
export interface TagTable {
  readonly list: readonly Tag[];
  /** The tag, which must be in the table. */
  tag(pos: PartOfSpeech, features: Features): Tag;
}

export function internTags(tags: readonly Tag[]): TagTable {
  const list: Tag[] = [...tags];
  const known = new Map(list.map((tag) => [keyOf(tag.pos, tag.features), tag]));
  const intern = (pos: PartOfSpeech, features: Features): Tag => {
    const key = keyOf(pos, features);
    const found = known.get(key);
    if (found) return found;
    const tag = Object.freeze({ id: list.length, pos, features: Object.freeze(features) });
    known.set(key, tag);
    list.push(tag);
    return tag;
  };
  for (const [pos, features] of beyondDictionary()) intern(pos, features);
  return { list, tag: intern };
}

/** Tags that `analyseSpecial` gives, so that ids do not hang on the order of reading. */
function beyondDictionary(): readonly (readonly [PartOfSpeech, Features])[] {
  const rows: (readonly [PartOfSpeech, Features])[] = (
    ['PUNCT', 'SYM', 'X', 'NUM', 'PROPN', 'ADJ', 'NOUN'] as const
  ).map((pos) => [pos, {}] as const);
  for (const number of ['Sing', 'Plur'] as const) {
    for (const gender of ['Masc', 'Fem', 'Neut'] as const) {
      for (const grammaticalCase of allCases) {
        rows.push(['PROPN', { animacy: 'Inan', case: grammaticalCase, gender, number }]);
      }
    }
  }
  return rows;
}

export const allCases = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'] as const;

function keyOf(pos: string, features: Features): string {
  const names = (Object.keys(features) as (keyof Features)[]).sort();
  return `${pos} ${names.map((name) => `${name}=${features[name]}`).join(' ')}`;
}
