import type { Document } from '../model/document.ts';

/**
 * Documents of one source are versions of one article: each replaces the one before it. The order is by publication and
 * then by id, so that it does not depend on which was read first.
 */
export function withReplaces(documents: readonly Document[]): readonly Document[] {
  const bySource = Map.groupBy(documents, (d) => d.source);
  const replaces = new Map<string, string>();
  for (const versions of bySource.values()) {
    const inOrder = versions.toSorted((a, b) => compare(orderOf(a), orderOf(b)));
    for (const [i, version] of inOrder.entries()) {
      const before = inOrder[i - 1];
      if (before) replaces.set(version.id, before.id);
    }
  }
  return documents.map((document) => replacing(document, replaces.get(document.id) ?? null));
}

function replacing(document: Document, replaces: string | null): Document {
  return { ...document, replaces };
}

function orderOf(document: Document): string {
  return [document.published?.from ?? '', document.publishedTime ?? '', document.id].join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
