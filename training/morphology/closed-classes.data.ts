import type { PartOfSpeech } from '../../src/language/analysis.ts';

/** Parts of speech that the treebanks give the pronominal adjectives of OpenCorpora, likeliest first; all others are DET. */
export const pronominal: ReadonlyMap<string, readonly PartOfSpeech[]> = new Map([
  ['который', ['PRON', 'DET']],
  ['этот', ['DET', 'PRON']],
  ['тот', ['DET', 'PRON']],
  ['весь', ['DET', 'PRON']],
  ['каждый', ['DET', 'PRON']],
  ['любой', ['DET']],
  ['некоторый', ['DET', 'PRON']],
  ['сам', ['ADJ', 'DET', 'PRON']],
  ['самый', ['ADJ', 'DET']],
  ['другой', ['ADJ', 'DET']],
  ['др', ['ADJ']],
  ['иной', ['ADJ', 'DET']],
  ['данный', ['ADJ']],
  ['прочий', ['ADJ']],
  ['пр', ['ADJ']],
  ['проч', ['ADJ']],
  ['остальной', ['ADJ']],
  ['многий', ['ADJ', 'DET', 'PRON']],
  ['немногий', ['ADJ', 'DET', 'PRON']],
  ['один', ['NUM', 'DET']],
  ['всякий', ['DET', 'PRON']],
  ['такой', ['DET', 'ADJ']],
]);

/** Conjunctions that open a clause; the treebanks tag them SCONJ. */
export const subordinating: ReadonlySet<string> = new Set(
  `что чтобы чтоб как если хотя хоть когда пока поскольку чем будто словно ибо раз коли коль ежели едва лишь якобы нежели дабы покуда покамест тем
  пусть пускай точно благо кабы буде доколе затем постольку`.split(/\s+/u),
);

/** Adverbs that are comparative or superlative by themselves: «более широкий», «наиболее». */
export const degrees: ReadonlyMap<string, 'Cmp' | 'Sup'> = new Map([
  ...'более менее больше меньше ранее далее позднее позже раньше дальше скорее выше ниже'
    .split(' ')
    .map((word) => [word, 'Cmp'] as const),
  ['наиболее', 'Sup'],
  ['наименее', 'Sup'],
]);

/** Particles of OpenCorpora that the treebanks tag otherwise too. */
export const alsoAdverbs: ReadonlyMap<string, readonly PartOfSpeech[]> = new Map([
  ['также', ['ADV', 'CCONJ']],
  ['тоже', ['ADV']],
  ['всё', ['ADV']],
  ['все', ['ADV']],
  ['максимум', ['ADV']],
  ['минимум', ['ADV']],
  ['примерно', ['ADV']],
  ['почти', ['ADV']],
  ['бы', ['PART']],
]);

/** Conjunctions of OpenCorpora that the treebanks tag otherwise too: «как правило», «если …, то …». */
export const alsoConjunctions: ReadonlyMap<string, readonly PartOfSpeech[]> = new Map([
  ['как', ['ADP']],
  ['то', ['SCONJ']],
  ['так', ['SCONJ']],
  ['однако', ['ADV']],
  ['тем', ['CCONJ']],
]);
