import { soundKey } from '../language/names/transliterate.ts';

/** Words of a name, lower case, ё as е; «Щит-2025» and «Щит – 2025» give the same two, «С-400» stays one. */
export function wordsOf(name: string): readonly string[] {
  const small = name.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  const text = dash.test(small)
    ? small.replaceAll(/(?:(?<!\s)\s+)?[‐‑‒–—-]\s*/gu, '-').replaceAll(/-(?=(?:19|20)\d\d(?!\d))/gu, ' ')
    : small;
  return text.match(/\p{L}{1,12}-\d[\p{L}\d]*|[\p{L}\p{N}]+/gu) ?? [];
}

const dash = /[‐‑‒–—-]/u;

/**
 * What is left of a word without its ending, so that «безопасности» and «безопасность» are one. Light stemming: the longest
 * ending of the list is cut while three letters stay. For comparing names with names, not a lemma.
 */
export function stemOf(word: string): string {
  if (!/^[а-я]+$/u.test(word) || word.length < 4) return word;
  for (let stop = Math.max(3, word.length - longestEnding); stop < word.length; stop++) {
    if (endings.has(word.slice(stop))) return word.slice(0, stop);
  }
  return word;
}

/** Stems of the words that tell one name from another; function words are left out. */
export function stemsOf(name: string): readonly string[] {
  return stemsOfWords(wordsOf(name));
}

/** The same of words that `wordsOf` gave. */
export function stemsOfWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter(isTelling).map(stemOf))];
}

/** Whether a word, as `wordsOf` gives it, is more than «о» or «и». */
export function isTelling(word: string): boolean {
  return !functionWords.has(word);
}

/** A name as a key: its stems in their order. «Договор о дружбе» and «договора о дружбе» share it. */
export function nameKey(name: string): string {
  return wordsOf(name).map(stemOf).join(' ');
}

/** Key of a state or place in either script, without «республика», «королевство» and the like beside another word. */
export function placeKey(name: string): string {
  const stems = stemsOf(name);
  const own = stems.filter((s) => !stateNouns.has(s));
  return (own.length > 0 ? own : stems).map((s) => soundKey(s).replace(/[aeiou]+$/u, '')).join(' ');
}

/** «Варония» and «варонский»: equal, or one is the adjective of the other. */
export function sameStem(a: string, b: string): boolean {
  if (a === b || soundKey(a) === soundKey(b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && /^[а-я]{0,3}ск$/u.test(long.slice(short.length));
}

/** Numbers in a name: years, ordinals, designations. Names with different ones are different things. */
export function numbersOf(name: string): readonly string[] {
  return wordsOf(name).filter((w) => /\d/u.test(w));
}

/** Years (1900–2099) in a name. */
export function yearsOf(name: string): readonly string[] {
  return wordsOf(name).filter((w) => /^(?:19|20)\d\d$/u.test(w));
}

/** Share of the smaller set that the larger one has; 0 for an empty set. */
export function overlapOf(a: readonly string[], b: readonly string[]): number {
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : a.filter((w) => b.includes(w)).length / smaller;
}

/** Shared words over all words of both; 0 for two empty sets. */
export function jaccardOf(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((w) => b.includes(w)).length;
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Noun, adjective and participle endings with the reflexive ones. */
const endings: ReadonlySet<string> = new Set([
  ...'иями ями ами иях ях ах иям ям ам ием ией ией ого его ому ему ыми ими ая яя ое ее ые ие ый ий ой ей ую юю ою ею ым им ом ем ых их ию ью ия ья ов ев'.split(
    ' ',
  ),
  ...'ьи ье ьей ьям ьями ьях ии а я о е ы и у ю ь й'.split(' '),
]);
const longestEnding = Math.max(...[...endings].map((ending) => ending.length));

const functionWords = new Set(
  'и в во на о об обо по к ко с со у за из от до для при между не а также его ее их рамках the of and on for in'.split(
    ' ',
  ),
);

const stateNouns = new Set(
  'республика королевство федерация государство княжество народная исламская арабская объединенное'
    .split(' ')
    .map(stemOf),
);
