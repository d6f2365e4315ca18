/**
 * Figures for the factRuEval devset, which the shipped model is trained on: the flat head on NEREL train and four fifths of
 * the devset, scored on the rest, five times. Prints the JSON line that `npm run -s eval -- mentions` prints.
 *
 *     node --max-old-space-size=8000 training/mentions/cross-validate.ts CORPORA
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScoredDocument } from '../../eval/mentions.ts';
import { scoreMentions } from '../../eval/mentions.ts';
import { domains } from '../../src/language/ru/mentions/read-mention-data.ts';
import { tagDocument } from '../../src/language/ru/mentions/tag-spans.ts';
import { readTaggerModel, writeTaggerModel } from '../../src/language/ru/mentions/tagger-model.ts';
import { readFactRuEval } from '../corpora/factrueval.ts';
import { flattenNerel, readNerel } from '../corpora/nerel.ts';
import { lowerOutside } from './balance-heads.ts';
import { buildFeatureFile } from './feature-file.ts';
import { flatHead, labelTokens } from './labels.ts';
import { loadWordForms, rowsOf, splitDocument } from './read-documents.ts';
import { compileTrainer, joinHeads, trainHead, trainingOptions } from './train-head.ts';

const folds = 5;
/** Taken off O, as `balanceHeads` finds it for the flat head on NEREL dev. */
const bias = 0.9;

const [corpora = '../shared/corpora'] = process.argv.slice(2);
const forms = loadWordForms(new URL('../../models/', import.meta.url).pathname);
const nerel = readNerel(join(corpora, 'nerel-train')).map((document) => splitDocument(document, flattenNerel));
const annotated = readFactRuEval(join(corpora, 'factrueval-devset'));
const facts = annotated.map((document) => splitDocument(document, ({ spans }) => spans));
const nerelRows = nerel.map((document) => rowsOf(document, forms, domains.nerel));
const factRows = facts.map((document) => rowsOf(document, forms, domains.factrueval));
const work = mkdtempSync(join(tmpdir(), 'servanda-folds-'));
const program = compileTrainer(work);
const features = join(work, 'features');
const scored: ScoredDocument[] = [];

for (let fold = 0; fold < folds; fold++) {
  const isTrained = (_: unknown, i: number): boolean => i % folds !== fold;
  const { bytes, hashes } = buildFeatureFile([...nerelRows, ...factRows.filter(isTrained)], 2);
  writeFileSync(features, bytes);
  const labels = Buffer.concat(
    [...nerel, ...facts.filter(isTrained)].map(({ sentences, flat }) => labelTokens(flatHead, sentences.flat(), flat)),
  );
  const width = nerelRows[0]?.rows.width ?? 0;
  const head = await trainHead(program, { features, work }, flatHead, labels, width, trainingOptions);
  const model = readTaggerModel(writeTaggerModel([lowerOutside(head.head, bias)], joinHeads(hashes, [head])));
  for (const [i, { sentences }] of facts.entries()) {
    const document = annotated[i];
    if (isTrained(null, i) || !document) continue;
    const found = tagDocument(model, forms, sentences, domains.factrueval, () => true).map((span) => ({
      label: span.type,
      start: sentences[span.sentence]?.[span.from]?.start ?? 0,
      stop: sentences[span.sentence]?.[span.to - 1]?.stop ?? 0,
    }));
    scored.push({ tokens: document.tokens, gold: document.spans, found, goldNested: [], foundNested: [] });
  }
}
rmSync(work, { recursive: true });
console.log(JSON.stringify(scoreMentions('factrueval', scored)));
