import { readFileSync } from 'node:fs';

/** A treebank file (CoNLL-U) → the ten columns of each token of each sentence; empty nodes and ranges of words are left out. */
export function readRows(file: string): readonly (readonly (readonly string[])[])[] {
  return readBlocks(file)
    .map((lines) => lines.map((line) => line.split('\t')).filter(isToken))
    .filter((rows) => rows.length > 0);
}

/** The lines of each sentence with its comments. */
export function readBlocks(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n'));
}

/** «5-6» is a range of words, «5.1» a node that the text has not. */
export function isToken(columns: readonly string[]): boolean {
  return columns.length === 10 && /^\d+$/u.test(columns[0] ?? '');
}
