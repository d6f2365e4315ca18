import type { SearchPhrase, SearchTerms } from '../store.ts';

/**
 * The limits of a `tsvector`: positions to 16,383, 256 of them for one word, and a mebibyte in all; the last is kept to
 * half, for what each word takes beside its letters (https://www.postgresql.org/docs/15/textsearch-limitations.html).
 */
const mostPositions = 16_383;
const mostOfOneWord = 255;
const mostBytes = 500_000;
/** A word takes 2,046 bytes at most; longer ones are no words, and both sides cut them alike. */
const longestWord = 500;

/** Parts of a long text share this many words, so that a phrase of up to so many is whole in one of them. */
export const sharedWords = 32;

/**
 * The words of a document as literals of `tsvector`, in parts where one would not hold them: «стороны подписать» →
 * `'стороны':2 'подписа':3 …`. The place before the first word of a list is left free, so that no phrase runs from the
 * stems as written into those of the dictionary forms, and a part that begins at 1 goes on with the words before it.
 */
export function vectorsOf(terms: SearchTerms): readonly string[] {
  const parts: string[] = [];
  let part = emptyPart();
  const close = (): void => {
    if (part.positions.size > 0) parts.push(literalOf(part.positions));
  };
  for (const list of [terms.stems, terms.lemmas]) {
    const words = list.split(' ').filter((word) => word !== '');
    part.next++;
    for (let i = 0; i < words.length; i++) {
      const word = (words[i] ?? '').slice(0, longestWord);
      if (!fits(part, word)) {
        close();
        part = emptyPart();
        if (i === 0) part.next++;
        for (const shared of words.slice(Math.max(0, i - sharedWords + 1), i)) put(part, shared.slice(0, longestWord));
      }
      put(part, word);
    }
  }
  close();
  return parts;
}

/** The words of one part by their places. */
export type VectorPart = ReadonlyMap<number, string>;

/** The lists that `vectorsOf` made these parts of. */
export function termsOfVectors(parts: readonly VectorPart[]): SearchTerms {
  const lists: string[][] = [];
  for (const part of parts) {
    const positions = [...part.keys()].toSorted((a, b) => a - b);
    const list = lists.at(-1);
    const repeated = positions[0] === 1 && list ? Math.min(list.length, sharedWords - 1) : 0;
    for (const [i, position] of positions.entries()) {
      if (position > 1 && !part.has(position - 1)) lists.push([]);
      if (i >= repeated) lists.at(-1)?.push(part.get(position) ?? '');
    }
  }
  const [stems = [], lemmas = []] = lists;
  return { stems: stems.join(' '), lemmas: lemmas.join(' ') };
}

/** A phrase as a literal of `tsquery`: «совет безопасн*» → `'совет' <-> 'безопасн':*`. */
export function phraseLiteral(phrase: SearchPhrase): string {
  const words = phrase.stems.map((stem) => quote(stem.slice(0, longestWord)));
  return `(${words.join(' <-> ')}${phrase.prefix ? ':*' : ''})`;
}

interface Part {
  readonly positions: Map<string, number[]>;
  next: number;
  bytes: number;
}

function emptyPart(): Part {
  return { positions: new Map(), next: 0, bytes: 0 };
}

function fits(part: Part, word: string): boolean {
  const positions = part.positions.get(word);
  return part.next < mostPositions && part.bytes < mostBytes && (positions?.length ?? 0) < mostOfOneWord;
}

function put(part: Part, word: string): void {
  part.next++;
  const positions = part.positions.get(word);
  if (positions) positions.push(part.next);
  else part.positions.set(word, [part.next]);
  part.bytes += positions ? 2 : 4 + word.length * 3;
}

function literalOf(positions: ReadonlyMap<string, readonly number[]>): string {
  return [...positions].map(([word, places]) => `${quote(word)}:${places.join(',')}`).join(' ');
}

function quote(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
