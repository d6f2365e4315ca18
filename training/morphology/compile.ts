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
for (const { stem, paradigm } of lexemes) {
  const paradigms = byStem.get(stem);
  if (paradigms) paradigms.push(paradigm);
  else byStem.set(stem, [paradigm]);
}
const stems = [...byStem.keys()]
  .map((stem) => ({ stem, word: [...stem].map((letter) => labels.get(letter) ?? 0) }))
  .sort((a, b) => compare(a.word, b.word));
const graph = buildWordGraph(stems.map(({ word }) => word));

const stemStarts = [0];
const stemParadigms: number[] = [];
for (const { stem } of stems) {
  stemParadigms.push(...(byStem.get(stem) ?? []));
  stemStarts.push(stemParadigms.length);
}

const shares = buildShares(dictionary, lexemes, table, treebanks);
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
