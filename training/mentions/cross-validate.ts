/**
 * Figures for the factRuEval devset, which the shipped model is trained on: the flat head on NEREL train and three quarters of
 * the devset, scored on the rest, four times, both looks each time, before quantisation. Prints the JSON line that
 * `npm run -s eval -- mentions` prints.
 *
 * `train.ts` must have run: it leaves what the nested heads found.
 *
 *     node --max-old-space-size=8000 training/mentions/cross-validate.ts CORPORA
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScoredDocument } from '../../eval/mentions.ts';
import { scoreMentions } from '../../eval/mentions.ts';
import { domains } from '../../src/language/ru/mentions/read-mention-data.ts';
import type { TaggedSpan } from '../../src/language/ru/mentions/tag-spans.ts';
import { readFactRuEval } from '../corpora/factrueval.ts';
import { chooseBias, findHeldOut, trainWithHeldOut } from './held-out.ts';
import { flatHead } from './labels.ts';
import { loadReading } from './read-documents.ts';
import { compileTrainer, firstLook, leftOut, secondLook } from './train-head.ts';
import {
  findNamed,
  folds,
  heldOutFinds,
  labelsOf,
  readTrainingSet,
  writeFirstFeatures,
  writeSecondFeatures,
} from './training-set.ts';

const [corpora = '../shared/corpora'] = process.argv.slice(2);
const { forms, net, syntax } = loadReading(new URL('../../models/', import.meta.url).pathname);
const documents = readTrainingSet(corpora, syntax);
const annotated = new Map(readFactRuEval(join(corpora, 'factrueval-devset')).map((one) => [one.name, one]));
const work = mkdtempSync(join(tmpdir(), 'servanda-folds-'));
const trainer = compileTrainer(work);
const first = writeFirstFeatures(documents, forms, work);

/** The nested heads learn nothing from factRuEval, so they are the same for each fold. */
const nested = JSON.parse(readFileSync(heldOutFinds, 'utf8')) as readonly (readonly TaggedSpan[])[];
/** So does the net. */
const named = findNamed(documents, forms, net);

const scored: ScoredDocument[] = [];
for (let fold = 0; fold < folds; fold++) {
  const isScored = (one: { readonly domain: number; readonly fold: number }): boolean =>
    one.domain === domains.factrueval && one.fold === fold;
  const labels = labelsOf(flatHead, documents);
  for (const { from, to } of documents.filter(isScored)) labels.fill(leftOut, from, to);
  const once = await trainWithHeldOut(trainer, flatHead, documents, labels, first, null, firstLook);
  const bias = chooseBias(once, documents, labels);
  const found = documents.map((document, i) => [
    ...(nested[i] ?? []),
    ...(named[i] ?? []),
    ...findHeldOut(once, document, bias),
  ]);
  const second = writeSecondFeatures(documents, found, forms, work);
  const twice = await trainWithHeldOut(trainer, flatHead, documents, labels, second, once.scores, secondLook);
  const own = chooseBias(twice, documents, labels);
  for (const document of documents.filter(isScored)) {
    const gold = annotated.get(document.name);
    if (!gold) throw new Error(`${document.name} is not among the annotated documents`);
    const spans = findHeldOut(twice, document, own).map(({ sentence, from, to, type }) => ({
      label: type,
      start: document.sentences[sentence]?.[from]?.start ?? 0,
      stop: document.sentences[sentence]?.[to - 1]?.stop ?? 0,
    }));
    scored.push({ tokens: gold.tokens, gold: gold.spans, found: spans, goldNested: [], foundNested: [] });
  }
}
rmSync(work, { recursive: true });
console.log(JSON.stringify(scoreMentions('factrueval', scored)));
