import type { Analysis } from '../language/analysis.ts';
import { stem } from '../language/ru/stem.ts';
import type { SearchQuery, SearchTerms } from '../store/store.ts';

/** The words of an analysed text for the index: «шёл снег» → stems `шел снег`, lemmas `идт снег`. */
export function termsOf(analysis: Analysis): SearchTerms {
  const stems: string[] = [];
  const lemmas: string[] = [];
  for (const sentence of analysis.sentences) {
    for (const token of sentence.tokens) {
      const words = wordsOf(token.norm);
      stems.push(...words.map(stem));
      // «военно-техническое» has one lemma of two words, as the form has: the places of both lists stay together.
      const lemmaWords = wordsOf(token.lemma);
      lemmas.push(...(lemmaWords.length === words.length ? lemmaWords : words).map(stem));
    }
  }
  return { stems: stems.join(' '), lemmas: lemmas.join(' ') };
}

/** The words of a text that no analyser has seen; both lists are its stems. */
export function termsOfText(text: string): SearchTerms {
  const stems = wordsOf(text).map(stem).join(' ');
  return { stems, lemmas: stems };
}

/**
 * A question as typed: words all of which must be there, "phrases in quotes", and prefix*. «"совет безопасности" догов*»
 * → a phrase of two stems and a prefix. Empty where it holds no word.
 */
export function parseQuery(words: string): SearchQuery {
  const parts = words.matchAll(/["«„“]([^"«»„“”]*)["»“”]|([^\s"«»„“”]+)/gu);
  return [...parts].flatMap(([, phrase, word = '']) => {
    const prefix = phrase === undefined && word.endsWith('*');
    const found = wordsOf(phrase ?? word);
    // A prefix stands as typed: the stem of a part of a word means nothing.
    const stems = found.map((w, i) => (prefix && i === found.length - 1 ? w : stem(w)));
    return stems.length > 0 ? [{ stems, prefix }] : [];
  });
}

/** Where the words of a question stand in a text, for marking: half-open spans in order. */
export function findQueryWords(text: string, query: SearchQuery): readonly { start: number; stop: number }[] {
  const wanted = new Set(query.flatMap((phrase) => (phrase.prefix ? phrase.stems.slice(0, -1) : phrase.stems)));
  const prefixes = query.flatMap((phrase) => (phrase.prefix ? phrase.stems.slice(-1) : []));
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const word = fold(match[0]);
    const found = wanted.has(stem(word)) || prefixes.some((p) => word.startsWith(p));
    return found ? [{ start: match.index, stop: match.index + match[0].length }] : [];
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u0301\u00AD]/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
}
