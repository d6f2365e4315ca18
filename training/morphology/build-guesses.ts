import { hashOf } from '../../src/language/ru/morphology/file-layout.ts';
import { wordFlags } from '../../src/language/ru/morphology/word-analysis.ts';
import type { ParadigmTable, TableForm } from './build-paradigms.ts';
import type { Lexeme } from './read-opencorpora.ts';

/** Longest word ending that is kept. */
export const longestEnding = 6;
const fewestWords = 3;
const fewestStems = 3;
const mostPatterns = 5;

/**
 * For each ending of up to six letters, the commonest ways (paradigm and ending within it) in which dictionary words that
 * end so are made; names and common words apart, so that either can be preferred by the capital letter. An ending whose
 * list equals that of the ending one letter shorter is left out.
 */
export function buildGuesses(
  lexemes: readonly Lexeme[],
  table: ParadigmTable,
): Readonly<Record<'guessHashes' | 'guessStarts' | 'guessParadigms' | 'guessEndings' | 'guessWeights', number[]>> {
  const counts = countEndings(lexemes, table);
  const lists = new Map<string, readonly Pattern[]>();
  for (const ending of [...counts.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const list = best(counts.get(ending) ?? new Map(), table);
    if (list.length === 0) continue;
    const shorter = nearest(lists, ending.slice(1));
    if (shorter !== undefined && sameOrder(shorter, list)) continue;
    lists.set(ending, list);
  }
  const rows = [...lists].map(([ending, list]) => ({ hash: hashOf(ending), list })).sort((a, b) => a.hash - b.hash);
  const arrays = {
    guessHashes: [] as number[],
    guessStarts: [0],
    guessParadigms: [] as number[],
    guessEndings: [] as number[],
    guessWeights: [] as number[],
  };
  for (const { hash, list } of rows) {
    arrays.guessHashes.push(hash);
    for (const { key, count } of list) {
      arrays.guessParadigms.push(Math.floor(key / 65536));
      arrays.guessEndings.push(key % 65536);
      arrays.guessWeights.push(Math.min(255, Math.round(Math.log2(1 + count) * 16)));
    }
    arrays.guessStarts.push(arrays.guessParadigms.length);
  }
  return arrays;
}

/** Paradigm * 65536 + ending, with the number of dictionary words. */
interface Pattern {
  readonly key: number;
  readonly count: number;
}

function countEndings(lexemes: readonly Lexeme[], table: ParadigmTable): Map<string, Map<number, number>> {
  const stems = new Int32Array(table.paradigms.length);
  for (const { paradigm } of lexemes) stems[paradigm] = (stems[paradigm] ?? 0) + 1;
  const forms = table.paradigms.map((rows, paradigm) =>
    (stems[paradigm] ?? 0) >= fewestStems ? distinctEndings(rows, table) : [],
  );
  const counts = new Map<string, Map<number, number>>();
  for (const { stem, paradigm } of lexemes) {
    if (stem.length < 2) continue;
    for (const form of forms[paradigm] ?? []) {
      const word = (stem + form.suffix).replaceAll('ё', 'е');
      const key = paradigm * 65536 + form.ending;
      for (
        let length = Math.max(1, form.suffix.length - 1);
        length <= Math.min(longestEnding, word.length - 1);
        length++
      ) {
        const ending = word.slice(-length);
        let patterns = counts.get(ending);
        if (!patterns) counts.set(ending, (patterns = new Map<number, number>()));
        patterns.set(key, (patterns.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The endings of a paradigm that new words may have: open classes, usual forms, nothing before the stem. */
function distinctEndings(rows: readonly TableForm[], table: ParadigmTable): readonly TableForm[] {
  const seen = new Set<number>();
  return rows.filter((row) => {
    const [tag = 0, flags = 0] = table.readings[row.reading] ?? [];
    const isOpen = /^(?:NOUN|PROPN|ADJ|VERB|ADV)$/u.test(table.tags[tag]?.pos ?? '');
    const isUsual = (flags & (wordFlags.rare | wordFlags.abbreviation | wordFlags.ordinal)) === 0;
    if (!isOpen || !isUsual || row.prefix !== '' || seen.has(row.ending)) return false;
    seen.add(row.ending);
    return true;
  });
}

function best(patterns: ReadonlyMap<number, number>, table: ParadigmTable): readonly Pattern[] {
  const list = [...patterns]
    .map(([key, count]) => ({ key, count }))
    .filter(({ count }) => count >= fewestWords)
    .sort((a, b) => b.count - a.count || a.key - b.key);
  const names = list.filter(({ key }) => isName(key, table)).slice(0, mostPatterns);
  const common = list.filter(({ key }) => !isName(key, table)).slice(0, mostPatterns);
  const most = (part: readonly Pattern[]): number => (part[0]?.count ?? 0) * 0.02;
  return [...common.filter(({ count }) => count >= most(common)), ...names.filter(({ count }) => count >= most(names))];
}

function isName(key: number, table: ParadigmTable): boolean {
  const row = table.paradigms[Math.floor(key / 65536)]?.[0];
  const reading = row === undefined ? undefined : table.readings[row.reading];
  return reading !== undefined && table.tags[reading[0]]?.pos === 'PROPN';
}

function nearest(lists: ReadonlyMap<string, readonly Pattern[]>, ending: string): readonly Pattern[] | undefined {
  for (let rest = ending; rest.length > 0; rest = rest.slice(1)) {
    const list = lists.get(rest);
    if (list) return list;
  }
  return undefined;
}

function sameOrder(a: readonly Pattern[], b: readonly Pattern[]): boolean {
  return a.length === b.length && a.every(({ key }, i) => key === b[i]?.key);
}
