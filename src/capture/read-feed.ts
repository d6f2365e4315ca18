import FeedParser from 'feedparser';
import { parseFeed, parseOpml } from 'feedsmith';

import { decodeXml } from './decode-xml.ts';

/** One article that a feed announces. */
export interface FeedEntry {
  /** What the feed calls it, its address where it gives no name. */
  readonly id: string;
  readonly address: string | null;
  readonly title: string | null;
  /** As written in the feed. */
  readonly published: string | null;
  readonly updated: string | null;
  /** The whole text where the feed carries it, as HTML. */
  readonly content: string | null;
}

export interface Feed {
  readonly kind: 'feed';
  readonly title: string | null;
  readonly language: string | null;
  /** Minutes that the feed asks to wait between visits; `null` where it asks for none. */
  readonly ttl: number | null;
  readonly entries: readonly FeedEntry[];
}

export type FeedResult = Feed | { readonly kind: 'rejected'; readonly reason: string };

/** A feed may not announce more; the rest is left out. */
const mostEntries = 2000;
/** Shorter content is an announcement, not the article. */
const shortestArticle = 600;

/**
 * Reads RSS, Atom, RDF and JSON Feed. What is not well-formed, and feeds with `yandex:full-text`, go to a lenient parser.
 * Addresses are made absolute by `address`, that of the feed.
 */
export async function readFeed(bytes: Uint8Array, contentType: string | null, address: string): Promise<FeedResult> {
  const text = decodeXml(bytes, contentType);
  if (!/yandex:full-text/u.test(text)) {
    const strict = readStrictly(text);
    if (strict) return finish(strict, address);
  }
  const lenient = await readLeniently(text);
  return lenient
    ? finish(lenient, address)
    : { kind: 'rejected', reason: 'it is no feed that could be read: RSS, Atom, RDF and JSON Feed are' };
}

/** The addresses of the feeds that an OPML file lists. */
export function readOpml(text: string): readonly { readonly url: string; readonly title: string | null }[] {
  const found: { url: string; title: string | null }[] = [];
  const walk = (outlines: readonly unknown[], depth: number): void => {
    for (const outline of outlines) {
      const url = field(outline, 'xmlUrl');
      if (typeof url === 'string')
        found.push({ url, title: stringOf(field(outline, 'title')) ?? stringOf(field(outline, 'text')) });
      const inner = field(outline, 'outlines');
      if (Array.isArray(inner) && depth < 10) walk(inner, depth + 1);
    }
  };
  walk(parseOpml(text).body?.outlines ?? [], 0);
  return found;
}

function readStrictly(text: string): Feed | null {
  try {
    const parsed = parseFeed(text, { maxItems: mostEntries });
    const { feed } = parsed;
    const list = (parsed.format === 'atom' ? field(feed, 'entries') : field(feed, 'items')) ?? [];
    if (!Array.isArray(list)) return null;
    return {
      kind: 'feed',
      title: stringOf(field(feed, 'title')),
      language: stringOf(field(feed, 'language')) ?? stringOf(field(field(feed, 'dc'), 'language')),
      ttl: numberOf(field(feed, 'ttl')) ?? updateMinutes(field(feed, 'sy')),
      entries: list.map(strictEntry),
    };
  } catch {
    return null;
  }
}

function strictEntry(item: unknown): FeedEntry {
  const links = field(item, 'links');
  const alternate = Array.isArray(links)
    ? (links.find((l) => (field(l, 'rel') ?? 'alternate') === 'alternate') ?? links[0])
    : null;
  const guid = field(item, 'guid');
  const guidValue = stringOf(field(guid, 'value')) ?? stringOf(guid);
  const isLink = field(guid, 'isPermaLink') !== false && guidValue !== null && /^https?:/u.test(guidValue);
  const address =
    stringOf(field(item, 'link')) ??
    stringOf(field(item, 'url')) ??
    stringOf(field(alternate, 'href')) ??
    (isLink ? guidValue : null);
  const dc = field(item, 'dc');
  return {
    id: guidValue ?? stringOf(field(item, 'id')) ?? address ?? '',
    address,
    title: stringOf(field(item, 'title')),
    published:
      stringOf(field(item, 'pubDate')) ??
      stringOf(field(item, 'published')) ??
      stringOf(field(item, 'date_published')) ??
      stringOf(field(dc, 'date')),
    updated:
      stringOf(field(item, 'updated')) ??
      stringOf(field(item, 'date_modified')) ??
      stringOf(field(field(item, 'dcterms'), 'modified')),
    content: longest([
      stringOf(field(field(item, 'content'), 'encoded')),
      stringOf(field(item, 'content')),
      stringOf(field(item, 'content_html')),
      stringOf(field(item, 'content_text')),
      stringOf(field(item, 'description')),
    ]),
  };
}

/** feedparser reads what a browser would: unclosed tags, stray ampersands. */
function readLeniently(text: string): Promise<Feed | null> {
  return new Promise((resolve) => {
    const entries: FeedEntry[] = [];
    const parser = new FeedParser({ addmeta: false });
    const end = (): void => {
      const meta = parser.meta as FeedParser.Meta | null;
      resolve(
        entries.length === 0 && !meta
          ? null
          : { kind: 'feed', title: meta?.title ?? null, language: meta?.language ?? null, ttl: null, entries },
      );
    };
    parser.on('error', () => {});
    parser.on('readable', () => {
      for (
        let item = parser.read() as FeedParser.Item | null;
        item !== null;
        item = parser.read() as FeedParser.Item | null
      ) {
        if (entries.length < mostEntries) entries.push(lenientEntry(item));
      }
    });
    parser.once('end', end);
    parser.once('close', end);
    parser.end(text);
  });
}

function lenientEntry(item: FeedParser.Item): FeedEntry {
  const full = stringOf(field(field(item, 'yandex:full-text'), '#'));
  return {
    id: item.guid || item.link || '',
    address: item.link || item.origlink || null,
    title: item.title || null,
    published: item.pubdate?.toISOString() ?? null,
    updated: item.date?.toISOString() ?? null,
    content: longest([full, item.description, item.summary]),
  };
}

function finish(feed: Feed, address: string): FeedResult {
  const entries = feed.entries.flatMap((entry): readonly FeedEntry[] => {
    const own = entry.address === null ? null : (URL.parse(entry.address.trim(), address)?.href ?? null);
    const web = own !== null && /^https?:/u.test(own) ? own : null;
    const content = entry.content !== null && entry.content.length >= shortestArticle ? entry.content : null;
    if (web === null && content === null) return [];
    return [{ ...entry, id: entry.id || web || '', address: web, content }];
  });
  return { ...feed, entries };
}

function updateMinutes(sy: unknown): number | null {
  const period = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }[
    String(field(sy, 'updatePeriod'))
  ];
  const times = numberOf(field(sy, 'updateFrequency')) ?? 1;
  return period === undefined ? null : period / Math.max(1, times);
}

function longest(values: readonly (string | null | undefined)[]): string | null {
  return values.reduce<string | null>(
    (best, value) => (value && value.length > (best?.length ?? 0) ? value : best),
    null,
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The text of a value, whether the parser gives it bare or as `{value: …}`. */
function stringOf(value: unknown): string | null {
  const bare = typeof value === 'object' && value !== null ? field(value, 'value') : value;
  if (bare instanceof Date) return bare.toISOString();
  return typeof bare === 'string' && bare.trim() !== '' ? bare.trim() : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
