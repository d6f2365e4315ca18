import { loadStages } from '../../src/app/load-stages.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Article } from './write-articles.ts';

/** The claims that are found in the text of the articles, as in life. */
export function readClaims(articles: readonly Article[]): readonly Claim[] {
  const stages = loadStages();
  return articles.flatMap(({ document }) => stages.findClaims(stages.analyse(document), document).claims);
}
