/**
 * Compiles the dictionary of OpenCorpora into `models/ru-morphology.bin`:
 *   node training/morphology/compile.ts DICTIONARY_FOLDER [TREEBANK.conllu ...]
 * The folder is `data` of the PyPI package pymorphy3-dicts-ru; the treebanks give shares of readings.
 */
import { writeFileSync } from 'node:fs';
import { buildShares } from './build-shares.ts';
import { buildGuesses } from './build-guesses.ts';
import { buildParadigms } from './build-paradigms.ts';
import { buildWordGraph } from './build-word-graph.ts';
import { readOpenCorpora } from './read-opencorpora.ts';
import { packFile } from './pack-file.ts';

const [folder, ...treebanks] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: node training/morphology/compile.ts DICTIONARY_FOLDER [TREEBANK.conllu ...]');

const dictionary = readOpenCorpora(folder);
const { lexemes, table } = buildParadigms(dictionary);
const alphabet = [...new Set(lexemes.flatMap((lexeme) => [...lexeme.stem]))].sort().join('');
const labels = new Map([...alphabet].map((letter, i) => [letter, i + 1]));

const byStem = new Map<string, number[]>();
for (const [lexeme, { stem }] of lexemes.entries()) {
  const same = byStem.get(stem);
  if (same) same.push(lexeme);
  else byStem.set(stem, [lexeme]);
}
const shares = buildShares(dictionary, lexemes, table, treebanks);
const stems = [...byStem.keys()]
  .map((stem) => ({ stem, word: [...stem].map((letter) => labels.get(letter) ?? 0) }))
  .sort((a, b) => compare(a.word, b.word));
const graph = buildWordGraph(stems.map(({ word }) => word));

const stemStarts = [0];
const stemParadigms: number[] = [];
const stemWeights: number[] = [];
for (const { stem } of stems) {
  for (const lexeme of byStem.get(stem) ?? []) {
    stemParadigms.push(lexemes[lexeme]?.paradigm ?? 0);
    stemWeights.push(Math.min(255, Math.round(16 * Math.log2(1 + (shares.lexemeCounts[lexeme] ?? 0)))));
  }
  stemStarts.push(stemParadigms.length);
}

const guesses = buildGuesses(lexemes, table);
const bytes = packFile(
  {
    alphabet,
    endings: table.endings,
    tags: table.tags,
    readings: table.readings,
    tagFrequencies: shares.tagFrequencies,
  },
  {
    graphNodes: graph.nodes,
    graphEdges: graph.edges,
    graphCounts: graph.counts,
    stemStarts,
    stemParadigms,
    stemWeights,
    ...table.arrays,
    ...shares.arrays,
    ...guesses,
  },
);
const target = new URL('../../models/ru-morphology.bin', import.meta.url);
writeFileSync(target, bytes);
console.log(
  JSON.stringify({
    bytes: bytes.length,
    stems: stems.length,
    tags: table.tags.length,
    paradigms: table.paradigms.length,
  }),
);

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
