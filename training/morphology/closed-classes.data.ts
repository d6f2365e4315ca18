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
  `что чтобы чтоб как если хотя хоть когда пока поскольку чем будто словно ибо раз коли коль ежели едва лишь якобы нежели дабы покуда покамест
  пусть пускай точно благо кабы буде доколе затем постольку`.split(/\s+/u),
);
