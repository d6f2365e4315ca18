import type { Removed } from '../model/document.ts';
import { findMainText } from './find-main-text.ts';
import { parsePage } from './page-dom.ts';
import { readPageMetadata, type PageMetadata } from './read-page-metadata.ts';

export interface Page {
  /** The main text: paragraphs and headings on lines of their own. */
  readonly text: string;
  readonly removed: readonly Removed[];
  readonly metadata: PageMetadata;
  /** Which run of the extraction gave the text. */
  readonly why: string;
}

/** Reads an HTML page: its data first, then its main text. `address` is where it came from, `null` for a saved file. */
export function readPage(html: string, address: string | null): Page {
  const tree = parsePage(html);
  const metadata = readPageMetadata(tree, address);
  const main = findMainText(html, tree);
  return { ...main, metadata };
}
