import type { Claim } from '../model/claim.ts';
import { stemOf, wordsOf } from './name-key.ts';

/** How many of what. */
export interface Counted {
  readonly value: number;
  /** Stem of the word after the number, an adjective or the noun itself. */
  readonly noun: string;
  /** «до 40 катеров», «около 40 катеров» */
  readonly approx: boolean;
}

/** «двенадцать катеров» → 12 of «катер», where a claim counts one object. */
export function countOf(claim: Claim): Counted | null {
  const objects = claim.roles.filter((r) => r.role === 'object');
  const counted = objects.length === 1 && objects[0] ? numbersIn(objects[0].text) : [];
  return counted.length === 1 ? (counted[0] ?? null) : null;
}

/** Small counts before a word, in digits or words: «двенадцать катеров», «12 катеров», «три батальона десантников». */
export function numbersIn(text: string): readonly Counted[] {
  const words = wordsOf(text);
  return words.flatMap((word, i) => {
    const value =
      /^\d{1,6}$/u.test(word) && !/^(?:19|20)\d\d$/u.test(word) ? Number(word) : (numerals.get(word) ?? null);
    const noun = words[i + 1];
    return value !== null && noun !== undefined && /^\p{L}+$/u.test(noun)
      ? [{ value, noun: stemOf(noun), approx: rounding.has(words[i - 1] ?? '') }]
      : [];
  });
}

const rounding: ReadonlySet<string> = new Set('до около порядка примерно приблизительно почти'.split(' '));

/** «три», «пятидесяти»: a number written as a word. */
export function isNumeral(word: string): boolean {
  return numerals.has(word);
}

/** Forms of the cardinals up to twenty, and the tens, that press text counts objects with. */
const numerals: ReadonlyMap<string, number> = new Map(
  (
    [
      [2, 'два две двух двум двумя'],
      [3, 'три трех трем тремя'],
      [4, 'четыре четырех четырем четырьмя'],
      [5, 'пять пяти пятью'],
      [6, 'шесть шести шестью'],
      [7, 'семь семи семью'],
      [8, 'восемь восьми восемью восьмью'],
      [9, 'девять девяти девятью'],
      [10, 'десять десяти десятью'],
      [11, 'одиннадцать одиннадцати'],
      [12, 'двенадцать двенадцати'],
      [13, 'тринадцать тринадцати'],
      [14, 'четырнадцать четырнадцати'],
      [15, 'пятнадцать пятнадцати'],
      [16, 'шестнадцать шестнадцати'],
      [17, 'семнадцать семнадцати'],
      [18, 'восемнадцать восемнадцати'],
      [19, 'девятнадцать девятнадцати'],
      [20, 'двадцать двадцати'],
      [30, 'тридцать тридцати'],
      [40, 'сорок сорока'],
      [50, 'пятьдесят пятидесяти'],
      [100, 'сто ста'],
    ] as const
  ).flatMap(([value, forms]) => forms.split(' ').map((form) => [form, value] as const)),
);
