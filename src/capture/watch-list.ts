import { z } from 'zod';

import { readOpml } from './read-feed.ts';

export interface WatchedSource {
  readonly url: string;
  readonly kind: 'feed' | 'sitemap' | 'page';
}

/** What is to be watched, and what stands in the list and is no address: `www.port.example/rss`, `ftp://port.example`. */
export interface WatchList {
  readonly sources: readonly WatchedSource[];
  readonly refused: readonly string[];
}

const entry = z.union([
  z.string(),
  z.object({ url: z.string(), kind: z.enum(['feed', 'sitemap', 'page']).optional() }),
]);
const list = z.union([z.array(entry), z.object({ sources: z.array(entry) })]);

/**
 * Reads a list of sources: OPML, or JSON (`["https://…"]`, `[{"url": "https://…", "kind": "sitemap"}]`, or these under
 * `sources`). Throws with the reason where it is neither.
 */
export function readWatchList(text: string): WatchList {
  const found = /^\s*[[{]/u.test(text)
    ? readJsonList(text)
    : readOpml(text).map(({ url }) => ({ url, kind: kindOf(url) }));
  const told = new Set<string>();
  const once = found.filter(({ url }) => !told.has(url) && told.add(url));
  const { address = [], other = [] } = Object.groupBy(once, ({ url }) =>
    /^https?:\/\//iu.test(url) && URL.canParse(url) ? 'address' : 'other',
  );
  return { sources: address, refused: other.map(({ url }) => url) };
}

function readJsonList(text: string): readonly WatchedSource[] {
  const parsed = list.parse(JSON.parse(text));
  const entries = Array.isArray(parsed) ? parsed : parsed.sources;
  return entries.map((e) =>
    typeof e === 'string' ? { url: e, kind: kindOf(e) } : { url: e.url, kind: e.kind ?? kindOf(e.url) },
  );
}

function kindOf(url: string): WatchedSource['kind'] {
  return /sitemap[^/]*\.(?:xml|txt)(?:\.gz)?$/iu.test(url) ? 'sitemap' : 'feed';
}
