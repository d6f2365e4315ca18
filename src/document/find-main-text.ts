import { Readability } from '@mozilla/readability';

import type { Removed } from '../model/document.ts';
import { blockText } from './block-text.ts';
import type { PageTree } from './page-dom.ts';

export interface MainText {
  readonly text: string;
  readonly removed: readonly Removed[];
  readonly why: string;
}

/** Finds the article in a page. The tree is changed. */
export function findMainText(tree: PageTree): MainText {
  const article = new Readability(tree as never, {
    serializer: (node) => blockText(node as never),
    charThreshold: 250,
  }).parse();
  return { text: article?.content ?? '', removed: [], why: 'readability' };
}
