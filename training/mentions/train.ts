/**
 * Trains the mention tagger and writes `models/ru-mentions.bin`: one flat head (PER, LOC, ORG) on NEREL train and the
 * factRuEval devset, a head for each NEREL type and for the first level inside types that hold their own kind.
 *
 *     node --max-old-space-size=8000 training/mentions/train.ts CORPORA [OUT]
 *
 * NEREL dev is not trained on; it decides how readily each head leaves a word outside. Two heads train at a time; gcc is needed. The same input gives the same file.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domains } from '../../src/language/ru/mentions/read-mention-data.ts';
import { keyFeatureCount } from '../../src/language/ru/mentions/tagger-features.ts';
import { readTaggerModel, writeTaggerModel } from '../../src/language/ru/mentions/tagger-model.ts';
import { readFactRuEval } from '../corpora/factrueval.ts';
import { flattenNerel, readNerel } from '../corpora/nerel.ts';
import { balanceHeads, lowerOutside } from './balance-heads.ts';
import { buildFeatureFile } from './feature-file.ts';
import type { HeadPlan } from './labels.ts';
import { flatHead, labelTokens, nestedHeads } from './labels.ts';
import { loadWordForms, rowsOf, splitDocument } from './read-documents.ts';
import type { HeadWeights } from './train-head.ts';
import { compileTrainer, joinHeads, trainHead, trainingOptions } from './train-head.ts';

const models = new URL('../../models/', import.meta.url).pathname;
const [corpora = '../shared/corpora', out = join(models, 'ru-mentions.bin')] = process.argv.slice(2);

const forms = loadWordForms(models);
const nerel = readNerel(join(corpora, 'nerel-train')).map((document) => splitDocument(document, flattenNerel));
const facts = readFactRuEval(join(corpora, 'factrueval-devset')).map((document) =>
  splitDocument(document, ({ spans }) => spans),
);
const work = mkdtempSync(join(tmpdir(), 'servanda-mentions-'));
mkdirSync(work, { recursive: true });
const program = compileTrainer(work);
const rows = [
  ...nerel.map((document) => rowsOf(document, forms, domains.nerel)),
  ...facts.map((document) => rowsOf(document, forms, domains.factrueval)),
];
const { bytes, hashes } = buildFeatureFile(rows, 2);
const features = join(work, 'features');
writeFileSync(features, bytes);
const width = rows[0]?.rows.width ?? 0;
console.error(`${hashes.length} features, ${width} a token`);

async function train(plan: HeadPlan): Promise<HeadWeights> {
  const isFlat = plan === flatHead;
  const documents = isFlat ? [...nerel, ...facts] : nerel;
  const labels = Buffer.concat(
    documents.map((document) => labelTokens(plan, document.sentences.flat(), isFlat ? document.flat : document.spans)),
  );
  const columns = isFlat ? width : width - keyFeatureCount;
  return trainHead(program, { features, work }, plan, labels, columns, trainingOptions);
}

const plans = [flatHead, ...nestedHeads];
const trained: HeadWeights[] = [];
const waiting = plans.map((plan, i) => ({ plan, i }));
async function trainWaiting(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) trained[next.i] = await train(next.plan);
}
await Promise.all([trainWaiting(), trainWaiting()]);
const heads = trained.map(({ head }) => head);
const found = joinHeads(hashes, trained);
const tuning = readNerel(join(corpora, 'nerel-dev')).map((document) => splitDocument(document, flattenNerel));
const biases = balanceHeads(readTaggerModel(writeTaggerModel(heads, found)), forms, tuning, domains.nerel);
const balanced = heads.map((head) => lowerOutside(head, biases.get(head.name) ?? 0));
const model = writeTaggerModel(balanced, found);
writeFileSync(out, model);
rmSync(work, { recursive: true });
console.error(`${out}: ${model.length} bytes`);
