/**
 * Makes `models/ru-word-clusters.bin` and `models/ru-name-lists.bin` out of what the Python scripts beside it print:
 *
 *     node training/mentions/build-lists.ts CLUSTERS.tsv NAMES.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNameLists } from '../../src/language/ru/gazetteer/gazetteer-bits.ts';
import { writeWordClusters } from '../../src/language/ru/mentions/word-clusters.ts';

const models = new URL('../../models/', import.meta.url).pathname;
const [clusters = '', names = ''] = process.argv.slice(2);

interface Row {
  readonly word: string;
  readonly numbers: readonly number[];
}

function rowsOf(path: string): readonly Row[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', ...numbers] = line.split('\t');
      return { word: word.replaceAll('ё', 'е'), numbers: numbers.map(Number) };
    });
}

writeFileSync(
  join(models, 'ru-word-clusters.bin'),
  writeWordClusters(rowsOf(clusters).map(({ word, numbers: [a = 0, b = 0, c = 0] }) => [word, a, b, c])),
);
writeFileSync(
  join(models, 'ru-name-lists.bin'),
  writeNameLists(rowsOf(names).map(({ word, numbers }) => [word, numbers[0] ?? 0])),
);
