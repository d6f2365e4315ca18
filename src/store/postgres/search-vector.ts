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
 * `'стороны':1 'подписа':2 …`. A list comes after the other with a place left free between them, so that no phrase runs
 * from the stems as written into those of the dictionary forms.
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
        for (const shared of words.slice(Math.max(0, i - sharedWords + 1), i)) put(part, shared.slice(0, longestWord));
      }
      put(part, word);
    }
  }
  close();
  return parts;
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
