import type { PageTree } from './page-dom.ts';

export interface DateCandidate {
  /** Where it stands: `json-ld datePublished`, `meta article:published_time`, `time`, `given`, `feed`. */
  readonly source: string;
  /** As written there. */
  readonly value: string;
}

export interface PageMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly dates: readonly DateCandidate[];
  readonly address: string | null;
  readonly addresses: readonly string[];
}

export function readPageMetadata(tree: PageTree, _address: string | null): PageMetadata {
  return {
    title: tree.title || null,
    outlet: null,
    authors: [],
    language: null,
    dates: [],
    address: null,
    addresses: [],
  };
}
