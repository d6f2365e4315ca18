import { remembering } from '../../memory.ts';
import type { Morphology } from '../morphology/word-analysis.ts';
import { bodies, metonyms, states } from './gazetteer.ts';

/** What a run of words is in the gazetteers. */
export interface KnownName {
  readonly kind: 'state' | 'adjective' | 'demonym' | 'capital' | 'body' | 'metonym';
  /** Key of the state or body; for a capital or a metonym of the state or body that it stands for. */
  readonly key: string;
  /** Nominative: the state's or body's short name; for a capital or metonym its own name. */
  readonly name: string;
  /** Why it stands for something else; `null` for plain names. */
  readonly reason: string | null;
}

/** A known name over words [from, to). */
export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly known: KnownName;
}

export interface KnownNames {
  /** Longest names first found from the left; words as in the text. «ФРГ» must be in capitals, names need a capital somewhere. */
  find(words: readonly string[]): readonly FoundName[];
}

interface Entry {
  readonly words: readonly string[];
  readonly known: KnownName;
  readonly isAcronym: boolean;
}

/** All gazetteers as one index over the dictionary forms of their words. */
export function createKnownNames(morphology: Morphology): KnownNames {
  const lemmas = remembering(fewWords, (word) => lemmasOf(morphology, word));
  const index = new Map<string, Entry[]>();
  for (const entry of listEntries()) {
    for (const lemma of lemmas(entry.words[0] ?? '')) {
      const list = index.get(lemma) ?? [];
      list.push(entry);
      index.set(lemma, list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  const candidatesFor = remembering(manyWords, (word) =>
    /^\p{L}/u.test(word) ? candidates(index, lemmasOf(morphology, word)) : none,
  );
  const matches = (entry: Entry, words: readonly string[], at: number): boolean =>
    entry.words.every((own, k) => {
      const word = words[at + k];
      if (word === undefined) return false;
      if (entry.isAcronym) return word === own;
      const mine = lemmas(own);
      return word.toLowerCase() === own || [...lemmas(word)].some((lemma) => mine.has(lemma));
    });
  return {
    find(words) {
      const found: FoundName[] = [];
      for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? '';
        const possible = candidatesFor(word);
        if (possible.length === 0) continue;
        const isCapital = /^\p{Lu}/u.test(word);
        const entry = possible.find((one) => (isCapital || isLowerKind(one.known.kind)) && matches(one, words, i));
        if (!entry) continue;
        found.push({ from: i, to: i + entry.words.length, known: entry.known });
        i += entry.words.length - 1;
      }
      return found;
    },
  };
}

/** «белорусский», «россиянин» stand in lower case. */
function isLowerKind(kind: KnownName['kind']): boolean {
  return kind === 'adjective' || kind === 'demonym';
}

/** Entries whose first word has one of the dictionary forms, the longer first; of most words there are none. */
function candidates(index: ReadonlyMap<string, readonly Entry[]>, lemmas: ReadonlySet<string>): readonly Entry[] {
  const lists = [...lemmas].flatMap((lemma) => index.get(lemma) ?? []);
  if (lists.length === 0) return none;
  return lists.length > 1 ? [...new Set(lists)].sort((a, b) => b.words.length - a.words.length) : lists;
}

const none: readonly Entry[] = [];

/** Words of texts, and those that stand where a name has a word. */
const manyWords = 40_000;
const fewWords = 2_000;

/** Dictionary forms of all readings of a word but as a pronoun («Том» is not «тот», of which is «того»), and the word itself. */
function lemmasOf(morphology: Morphology, word: string): ReadonlySet<string> {
  const norm = word.toLowerCase().replaceAll('ё', 'е');
  const readings = morphology.analyse(word).filter(({ pos }) => pos !== 'PRON' && pos !== 'DET');
  return new Set([norm, ...readings.map(({ lemma }) => lemma)]);
}

function listEntries(): readonly Entry[] {
  return [...stateEntries(), ...bodyEntries(), ...metonymEntries()];
}

function stateEntries(): readonly Entry[] {
  return states.flatMap((state) => {
    const plain = { key: state.key, name: state.name, reason: null };
    const entries = [state.name, ...state.aliases].map((name) => entryOf(name, { kind: 'state', ...plain }));
    for (const word of state.adjectives) entries.push(entryOf(word, { kind: 'adjective', ...plain }));
    for (const word of state.demonyms) entries.push(entryOf(word, { kind: 'demonym', ...plain }));
    // A capital that is named as its state («Люксембург», «Алжир») reads as the state.
    if (state.capital && state.capital !== state.name && state.kind !== 'former') {
      const reason = `capital of ${state.name}`;
      entries.push(entryOf(state.capital, { kind: 'capital', key: state.key, name: state.capital, reason }));
    }
    return entries;
  });
}

function bodyEntries(): readonly Entry[] {
  return bodies.flatMap((body) =>
    [body.name, ...body.aliases].map((name) =>
      entryOf(name, { kind: 'body', key: body.key, name: body.name, reason: null }),
    ),
  );
}

function metonymEntries(): readonly Entry[] {
  return metonyms.map((metonym) =>
    entryOf(metonym.name, { kind: 'metonym', key: metonym.of, name: metonym.name, reason: metonym.reason }),
  );
}

function entryOf(name: string, known: KnownName): Entry {
  const isAcronym = /^\p{Lu}{2,}$/u.test(name);
  const words = name.replaceAll(' - ', ' ').split(' ');
  return { words: isAcronym ? words : words.map((word) => word.replaceAll('ё', 'е').toLowerCase()), known, isAcronym };
}
