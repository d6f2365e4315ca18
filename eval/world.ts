import { parseArgs } from 'node:util';

import { mergeRecord } from '../src/record/merge-record.ts';
import { compareRecord } from '../test/world/compare-record.ts';
import { makeWorld } from '../test/world/make-world.ts';
import { writeArticles } from '../test/world/write-articles.ts';

/**
 * Compares the record with an invented world: `npm run -s eval -- world [--seed N] [--errors]`. The claims are those of a
 * perfect reader of the articles (which leave fields out and err), so that the figure is the record stage's alone.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string', default: '1' }, errors: { type: 'boolean', default: false } },
  });
  const seed = Number(values.seed);
  const world = makeWorld(seed);
  const articles = writeArticles(world, seed);
  const record = mergeRecord(
    { documents: articles.map((a) => a.document), claims: articles.flatMap((a) => a.assertions.map((b) => b.claim)) },
    { asOf: world.asOf, engine: 'world' },
  );
  const { errors, ...comparison } = compareRecord(record, world, articles);
  console.log(JSON.stringify({ eval: 'world', claims: 'ideal', seed, ...comparison }));
  if (values.errors) for (const error of errors) console.log(error);
}
