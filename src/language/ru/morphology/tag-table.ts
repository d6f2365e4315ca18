import type { Features, PartOfSpeech } from '../../analysis.ts';
import { keyOfFeatures, makeFeatures } from '../../features.ts';
import type { Tag } from './word-analysis.ts';

/** Tags of the dictionary and of what no dictionary has (numbers, marks, acronyms), with their dense ids. */
export interface TagTable {
  readonly list: readonly Tag[];
  /** The tag; throws where it is not in the table. */
  tag(pos: PartOfSpeech, features: Features): Tag;
  /** The tag of a name in the case, number and gender of another tag, whose features are one object; `null` where there is none. */
  nameTwin(tag: Pick<Tag, 'features'>, animacy: 'Anim' | 'Inan'): Tag | null;
  /** The tags of a name that looks the same in all cases: of a man, a woman and things. */
  readonly undeclined: readonly Tag[];
}

/** The table of the dictionary's tags, whose ids stay, with the others behind them. */
export function internTags(tags: readonly Tag[]): TagTable {
  const list: Tag[] = [...tags];
  const known = new Map(list.map((tag) => [keyOf(tag.pos, tag.features), tag]));
  for (const [pos, features] of beyondDictionary()) {
    const key = keyOf(pos, features);
    if (known.has(key)) continue;
    const tag = Object.freeze({ id: list.length, pos, features: makeFeatures(features) });
    known.set(key, tag);
    list.push(tag);
  }
  const find = (pos: PartOfSpeech, features: Features): Tag | null => known.get(keyOf(pos, features)) ?? null;
  const tag = (pos: PartOfSpeech, features: Features): Tag => {
    const found = find(pos, features);
    if (!found) throw new Error(`no tag ${keyOf(pos, features)}`);
    return found;
  };
  const nameTwins = { Anim: new Map<Features, Tag | null>(), Inan: new Map<Features, Tag | null>() };
  const nameTwin = ({ features }: Pick<Tag, 'features'>, animacy: 'Anim' | 'Inan'): Tag | null => {
    const found = nameTwins[animacy].get(features);
    if (found !== undefined) return found;
    const { case: own, number = 'Sing', gender = 'Masc' } = features;
    const twin = own === undefined ? null : find('PROPN', { animacy, case: own, gender, number });
    nameTwins[animacy].set(features, twin);
    return twin;
  };
  const undeclined = kindsOfNames.flatMap((kind) =>
    allCases.map((it) => tag('PROPN', { ...kind, case: it, number: 'Sing' })),
  );
  return { list, tag, nameTwin, undeclined };
}

/** Tags that `analyseSpecial` gives, so that ids do not hang on the order of reading. */
function beyondDictionary(): readonly (readonly [PartOfSpeech, Features])[] {
  const rows: (readonly [PartOfSpeech, Features])[] = (
    ['PUNCT', 'SYM', 'X', 'NUM', 'PROPN', 'ADJ', 'NOUN'] as const
  ).map((pos) => [pos, {}] as const);
  for (const it of allCases) {
    rows.push(['NUM', { case: it }]);
    for (const gender of genders) rows.push(['ADJ', { case: it, degree: 'Pos', gender, number: 'Sing' }]);
    for (const animacy of ['Anim', 'Inan'] as const) {
      for (const number of ['Sing', 'Plur'] as const) {
        for (const gender of genders) rows.push(['PROPN', { animacy, case: it, gender, number }]);
      }
    }
  }
  return rows;
}

const kindsOfNames: readonly Features[] = [
  { gender: 'Masc', animacy: 'Anim' },
  { gender: 'Fem', animacy: 'Anim' },
  { gender: 'Neut', animacy: 'Inan' },
  { gender: 'Masc', animacy: 'Inan' },
];

const genders = ['Masc', 'Fem', 'Neut'] as const;

/** Cases that names and numbers are read in: those of the dictionary without the partitive and the vocative. */
export const allCases = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'] as const;

function keyOf(pos: string, features: Features): string {
  return `${pos} ${keyOfFeatures(features)}`;
}
