import { Readability } from '@mozilla/readability';

import type { Removed } from '../model/document.ts';
import { blockText } from './block-text.ts';
import { parsePage, textOf, type PageElement, type PageTree } from './page-dom.ts';
import { pruneLinks, prunePage } from './prune-page.ts';

export interface MainText {
  /** Paragraphs and headings on lines of their own. */
  readonly text: string;
  readonly removed: readonly Removed[];
  readonly why: string;
}

/** Below this a text is too short for an article: the page is read again without pruning. */
const shortest = 400;

/**
 * Finds the article in a page: prunes what stands around it, lets Readability choose the node that holds it, and reads
 * that node block by block. Where the result is short, or holds little of the page's paragraphs, the page is read again
 * unpruned, and the longer text counts. The tree is changed.
 */
export function findMainText(html: string, tree: PageTree): MainText {
  const paragraphs = paragraphLength(tree);
  const around = prunePage(tree);
  const pruned = readMainNode(tree);
  const enough = pruned.text.length >= shortest && pruned.text.length >= paragraphs * 0.3;
  const whole = enough ? null : readMainNode(parsePage(html));
  return whole && whole.text.length > pruned.text.length * 1.5
    ? { ...whole, why: 'Readability on the whole page: the pruned one held too little' }
    : { text: pruned.text, removed: [...around, ...pruned.removed], why: 'pruned, then Readability' };
}

function readMainNode(tree: PageTree): Pick<MainText, 'text' | 'removed'> {
  const removed: Removed[] = [];
  const article = new Readability(tree as never, {
    serializer: (node) => {
      removed.push(...pruneLinks(node as unknown as PageElement));
      return blockText(node as unknown as PageElement);
    },
    charThreshold: 250,
    disableJSONLD: true,
  }).parse();
  return { text: article?.content ?? '', removed };
}

function paragraphLength(tree: PageTree): number {
  return [...tree.querySelectorAll('p')].reduce((sum, p) => sum + textOf(p).length, 0);
}
