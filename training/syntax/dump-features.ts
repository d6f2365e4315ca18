import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { normOf } from '../../src/language/ru/find-tokens.ts';
import { hashText } from '../../src/language/hash-text.ts';
import { readMorphology } from '../../src/language/ru/morphology/read-morphology.ts';
import {
  featureRows,
  featuresOf,
  firstTagRow,
  largestFeatureCount,
  tagKey,
} from '../../src/language/ru/syntax/token-features.ts';

/**
 * `node training/syntax/dump-features.ts OUT NAME=FILE.conllu …`: what the program itself will see of each token, for the
 * training in Python. For each name OUT/NAME.tokens: int32 rows of (hash of the word, hash of its first lemma, features, 0 …);
 * OUT/NAME.conllu: the columns form, pos, features, head, relation. OUT/tags.json: keys of the dictionary's tags by row.
 */
const [out = '', ...inputs] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const morphology = readMorphology(readFileSync('models/ru-morphology.bin'));
const tags = morphology.tags.map(tagKey);
const rows = featureRows(morphology, tags);
const features = new Int32Array(largestFeatureCount);
const width = 2 + largestFeatureCount;
for (const input of inputs) {
  const [name = '', file = ''] = input.split('=');
  const lines = readFileSync(file, 'utf8').split('\n');
  const values: number[] = [];
  const columns: string[] = [];
  let isFirst = true;
  for (const line of lines) {
    const [id = '', form = '', , pos = '', , feats = '', head = '', relation = ''] = line.split('\t');
    if (line === '' && columns.at(-1) !== '') columns.push('');
    if (line === '') isFirst = true;
    if (!/^\d+$/u.test(id)) continue;
    const analyses = morphology.analyse(form);
    const token = { text: form, norm: normOf(form) };
    const count = featuresOf(rows, tags.length, token, analyses, isFirst, features);
    values.push(hashText(token.norm), hashText(analyses[0]?.lemma ?? ''), ...features.subarray(0, count));
    for (let i = count; i < largestFeatureCount; i++) values.push(0);
    columns.push([form, pos, feats, head, relation].join('\t'));
    if (/[\p{L}\d]/u.test(form)) isFirst = false;
  }
  writeFileSync(`${out}/${name}.tokens`, Int32Array.from(values));
  writeFileSync(`${out}/${name}.conllu`, columns.join('\n'));
  console.error(`${name}: ${values.length / width} tokens`);
}
writeFileSync(`${out}/tags.json`, JSON.stringify({ tags, firstTagRow, rows: firstTagRow + 2 * tags.length, width }));
