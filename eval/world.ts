import { parseArgs } from 'node:util';

import { findReprints } from '../src/document/find-reprints.ts';
import type { Document } from '../src/model/document.ts';
import { mergeRecord } from '../src/record/merge-record.ts';
import { compareRecord } from '../test/world/compare-record.ts';
import { makeWorld } from '../test/world/make-world.ts';
import { readClaims } from '../test/world/read-claims.ts';
import { writeArticles } from '../test/world/write-articles.ts';

/**
 * Compares the record with an invented world: `npm run -s eval -- world [--seed N] [--text] [--errors]`. With `--text` the
 * articles are analysed and their claims found as in life; without it the claims are those of a perfect reader of articles
 * (which leave fields out and err), so that the figures are the record stage's alone.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      text: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const world = makeWorld(seed);
  const articles = writeArticles(world, seed);
  const claims = values.text ? readClaims(articles) : articles.flatMap((a) => a.assertions.map((b) => b.claim));
  const documents = withOrigins(articles.map((a) => a.document));
  const record = mergeRecord({ documents, claims }, { asOf: world.asOf, engine: 'world' });
  const { errors, ...comparison } = compareRecord(record, world, articles);
  console.log(JSON.stringify({ eval: 'world', claims: values.text ? 'read' : 'ideal', seed, ...comparison }));
  if (values.errors) for (const error of errors) console.log(error);
}

function withOrigins(documents: readonly Document[]): readonly Document[] {
  const { origins } = findReprints(documents);
  return documents.map((document) => Object.assign({}, document, { origin: origins.get(document.id) ?? document.id }));
}
