import { openSync, writeSync } from 'node:fs';

import { type Article, type Labelled, readAnnotated, readOthers, type Untold } from './candidates.ts';
import { partOf } from './logistic-regression.ts';

/**
 * `node training/claims/dump-candidates.ts CORPORA OUT`: for `teach.py`, a JSON line for each article, annotated or not: its
 * verbs that may tell a happening, with the words of their sentences, their features and whether the annotator takes them
 * (`null` where nobody said).
 */
const [corpora, out] = process.argv.slice(2);
if (corpora === undefined || out === undefined) throw new Error('usage: dump-candidates.ts ../shared/corpora OUT');
const file = openSync(out, 'w');
for await (const article of readAnnotated(corpora))
  writeArticle({ ...article, candidates: article.candidates.filter((c) => !c.isOptional) }, partOf(article.name));
for await (const article of readOthers(corpora)) writeArticle(article, null);

function writeArticle({ name, sentences, candidates }: Article<Untold | Labelled>, part: number | null): void {
  const verbs = candidates.filter((c) => c.kind === 'verb');
  const dumped = {
    name,
    part,
    candidates: verbs.map((c) => ({
      words: sentences[c.sentence],
      word: c.token,
      offset: c.offset,
      features: c.features,
      taken: 'isTaken' in c ? c.isTaken : null,
    })),
  };
  writeSync(file, `${JSON.stringify(dumped)}\n`);
}
