import { gunzipSync } from 'node:zlib';

import { decodeXml } from './decode-xml.ts';
import type { FetchDoor } from './fetch-door.ts';

/** One page that a sitemap lists; the fields of news sitemaps where it has them. */
export interface SitemapEntry {
  readonly address: string;
  readonly modified: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
}

export interface SitemapLimits {
  readonly files: number;
  readonly entries: number;
  readonly depth: number;
}

const usualSitemapLimits: SitemapLimits = { files: 50, entries: 50_000, depth: 3 };

export interface Sitemap {
  readonly entries: readonly SitemapEntry[];
  /** Sitemaps that could not be read or were not followed, each with its reason. */
  readonly failures: readonly { readonly source: string; readonly reason: string }[];
}

const largestSitemap = 60_000_000;

/**
 * Reads a sitemap and those that it lists, of its own host only, newest page first as they stand. Bounded in files, pages
 * and depth; one that lists itself or another again is read once.
 */
export async function readSitemap(
  address: string,
  door: Pick<FetchDoor, 'fetch'>,
  limits: SitemapLimits = usualSitemapLimits,
): Promise<Sitemap> {
  const entries: SitemapEntry[] = [];
  const failures: { source: string; reason: string }[] = [];
  const seen = new Set<string>([address]);
  const host = URL.parse(address)?.host;
  let waiting: readonly string[] = [address];
  for (let depth = 0; waiting.length > 0; depth += 1) {
    const next: string[] = [];
    for (const source of waiting) {
      const result = await door.fetch(source);
      if (result.kind !== 'fetched') {
        failures.push({ source, reason: result.kind === 'failed' ? result.reason : 'it did not change' });
        continue;
      }
      const file = parseSitemap(result.bytes, result.headers['content-type'] ?? null, result.url);
      entries.push(...file.entries.slice(0, limits.entries - entries.length));
      for (const inner of file.sitemaps) {
        const reason = seen.has(inner)
          ? 'it was listed before'
          : URL.parse(inner)?.host !== host
            ? 'it is on another host'
            : depth + 1 >= limits.depth
              ? `it is nested deeper than ${limits.depth}`
              : seen.size >= limits.files
                ? `more than ${limits.files} sitemaps`
                : null;
        if (reason !== null) failures.push({ source: inner, reason });
        else {
          seen.add(inner);
          next.push(inner);
        }
      }
    }
    waiting = next;
  }
  return { entries, failures };
}

/** Reads one file: XML, gzipped XML, or a plain list of addresses. Entities other than XML's own are left as they are. */
export function parseSitemap(
  bytes: Uint8Array,
  contentType: string | null,
  address: string,
): { readonly entries: readonly SitemapEntry[]; readonly sitemaps: readonly string[] } {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = decodeXml(isGzip ? gunzipSync(bytes, { maxOutputLength: largestSitemap }) : bytes, contentType);
  if (!text.includes('<')) {
    const lines = text.split(/\s+/u).filter((line) => /^https?:\/\//u.test(line));
    return {
      entries: lines.map((line) => ({
        address: line,
        modified: null,
        title: null,
        published: null,
        outlet: null,
        language: null,
      })),
      sitemaps: [],
    };
  }
  const absolute = (value: string | null): string | null =>
    value === null ? null : (URL.parse(value, address)?.href ?? null);
  const sitemaps = blocksOf(text, 'sitemap').flatMap((block) => absolute(valueOf(block, 'loc')) ?? []);
  const entries = blocksOf(text, 'url').flatMap((block): readonly SitemapEntry[] => {
    const own = absolute(valueOf(block, 'loc'));
    if (own === null || !/^https?:/u.test(own)) return [];
    return [
      {
        address: own,
        modified: valueOf(block, 'lastmod'),
        title: valueOf(block, 'news:title'),
        published: valueOf(block, 'news:publication_date'),
        outlet: valueOf(block, 'news:name'),
        language: valueOf(block, 'news:language'),
      },
    ];
  });
  return { entries, sitemaps };
}

/** What stands between each `<name …>` and its `</name>`; these elements never hold one of their own kind. */
function blocksOf(text: string, name: string): readonly string[] {
  const blocks: string[] = [];
  for (let at = text.indexOf(`<${name}`); at >= 0; at = text.indexOf(`<${name}`, at + 1)) {
    if (!/[\s>]/u.test(text[at + name.length + 1] ?? '')) continue;
    const stop = text.indexOf(`</${name}>`, at);
    if (stop < 0) break;
    blocks.push(text.slice(text.indexOf('>', at) + 1, stop));
    at = stop;
  }
  return blocks;
}

function valueOf(block: string, name: string): string | null {
  const raw = blocksOf(block, name)[0];
  if (raw === undefined) return null;
  const value = raw
    .replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/u, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  return value === '' ? null : value;
}
