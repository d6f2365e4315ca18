/**
 * Trains the mention tagger and writes `models/ru-mentions.bin`: one flat head (PER, LOC, ORG) on NEREL train and the
 * factRuEval devset, a head for each NEREL type and for the first level inside types that hold their own kind; then, for the
 * flat head and those that find names, what a second look adds that knows the finds of the whole document and, for the flat head,
 * of the net.
 *
 *     node --max-old-space-size=8000 training/mentions/train.ts CORPORA [OUT]
 *
 * A head and those that leave a fold out train side by side; gcc is needed. The same input gives the same file on one kind of processor.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isVoter } from '../../src/language/ru/mentions/mention-types.ts';
import type { TaggedSpan } from '../../src/language/ru/mentions/tag-spans.ts';
import { joinTaggerModels, writeTaggerModel } from '../../src/language/ru/mentions/tagger-model.ts';
import { chooseBias, findHeldOut, trainWithHeldOut } from './held-out.ts';
import { flatHead, looksTwice, nestedHeads } from './labels.ts';
import { loadReading } from './read-documents.ts';
import type { HeadWeights } from './train-head.ts';
import { compileTrainer, firstLook, joinHeads, quantiseHead, secondLook } from './train-head.ts';
import {
  findNamed,
  heldOutFinds,
  labelsOf,
  readTrainingSet,
  writeFirstFeatures,
  writeSecondFeatures,
} from './training-set.ts';

const models = new URL('../../models/', import.meta.url).pathname;
const [corpora = '../shared/corpora', out = join(models, 'ru-mentions.bin')] = process.argv.slice(2);

/** What the last look of a head leans to finding, chosen on NEREL dev: what nests within its own kind is seldom found at all. */
const leanings: Readonly<Record<string, number>> = {
  flat: 0.3,
  PERSON: 0.2,
  ORGANIZATION: 0.2,
  COUNTRY: 0.2,
  CITY: -0.3,
  PROFESSION: -0.3,
  WORK_OF_ART: -0.3,
  'ORGANIZATION/1': 0.3,
  'PROFESSION/1': 0.3,
  AGE: -0.5,
  AWARD: -0.5,
  CRIME: -0.5,
  DATE: -0.5,
  DISEASE: -0.5,
  EVENT: -0.8,
  FACILITY: -1,
  LAW: -0.5,
  LOCATION: -0.5,
  PRODUCT: -1,
};

const { forms, net, syntax } = loadReading(models);
const documents = readTrainingSet(corpora, syntax);
const work = mkdtempSync(join(tmpdir(), 'servanda-mentions-'));
const trainer = compileTrainer(work);
const first = writeFirstFeatures(documents, forms, work);
console.error(`first look: ${first.hashes.length} features`);

const firstHeads: HeadWeights[] = [];
const found: TaggedSpan[][] = documents.map(() => []);
const given = new Map<string, Float32Array>();
for (const plan of [flatHead, ...nestedHeads]) {
  const labels = labelsOf(plan, documents);
  // A head without a second look is left out once, to choose how dear O is.
  const held = isVoter(plan.name) ? undefined : [0];
  const learnt = await trainWithHeldOut(trainer, plan, documents, labels, first, null, firstLook, held);
  const bias = chooseBias(learnt, documents, labels);
  const leaning = looksTwice(plan) ? 0 : (leanings[plan.name] ?? 0);
  firstHeads.push(quantiseHead(plan, learnt.head, bias, leaning));
  console.error(`${plan.name}: O is ${bias} dearer`);
  if (!isVoter(plan.name)) continue;
  if (looksTwice(plan)) given.set(plan.name, learnt.scores);
  for (const [i, document] of documents.entries()) found[i]?.push(...findHeldOut(learnt, document, bias));
}
const firstModel = writeTaggerModel(
  firstHeads.map(({ head }) => head),
  joinHeads([{ hashes: first.hashes, heads: firstHeads }]),
);

mkdirSync(new URL('.', heldOutFinds), { recursive: true });
writeFileSync(heldOutFinds, JSON.stringify(found.map((spans) => spans.filter(({ head }) => head !== flatHead.name))));

const named = findNamed(documents, forms, net);
/** The nested heads learn without the net. */
const heard = found.map((spans, i) => [...spans, ...(named[i] ?? [])]);
for (const folder of ['nested', 'flat']) mkdirSync(join(work, folder));
const second = writeSecondFeatures(documents, found, forms, join(work, 'nested'));
const secondFlat = writeSecondFeatures(documents, heard, forms, join(work, 'flat'));
console.error(`second look: ${second.hashes.length} features, of the flat head ${secondFlat.hashes.length}`);
const secondHeads: HeadWeights[] = [];
for (const plan of [flatHead, ...nestedHeads]) {
  const scores = given.get(plan.name);
  if (scores === undefined) continue;
  const labels = labelsOf(plan, documents);
  const features = plan === flatHead ? secondFlat : second;
  const learnt = await trainWithHeldOut(trainer, plan, documents, labels, features, scores, secondLook);
  const bias = chooseBias(learnt, documents, labels);
  secondHeads.push(quantiseHead(plan, learnt.head, bias, leanings[plan.name] ?? 0));
  console.error(`${plan.name} again: O is ${bias} dearer`);
}
const secondModel = writeTaggerModel(
  secondHeads.map(({ head }) => head),
  joinHeads([
    { hashes: secondFlat.hashes, heads: secondHeads.slice(0, 1) },
    { hashes: second.hashes, heads: secondHeads.slice(1) },
  ]),
);

const model = joinTaggerModels(firstModel, secondModel);
writeFileSync(out, model);
rmSync(work, { recursive: true });
console.error(`${out}: ${model.length} bytes`);
