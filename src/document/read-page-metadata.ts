import { blockText } from './block-text.ts';
import { canonicalAddress, parseHttp } from './canonical-address.ts';
import { normaliseLanguage } from './detect-language.ts';
import { findPrintedDate, isDateLine } from './find-printed-date.ts';
import { bareLine, countWords, tidyLine } from './line.ts';
import { textOf, type PageElement, type PageTree } from './page-dom.ts';
import { readJsonLd, type LinkedArticle } from './read-json-ld.ts';

export interface DateCandidate {
  /** Where it stands: `json-ld datePublished`, `meta article:published_time`, `time`, `given`, `feed`. */
  readonly source: string;
  /** As written there. */
  readonly value: string;
}

export interface PageMetadata {
  /** Without the site's suffix. */
  readonly title: string | null;
  readonly titleSource: string;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  /** In the order of trust: JSON-LD, OpenGraph, microdata, meta tags, `<time>`. */
  readonly dates: readonly DateCandidate[];
  /** Dates that the page shows its readers above or beside the text. */
  readonly printed: readonly string[];
  /** The address that the page gives itself; `null` where it gives none that can be believed. */
  readonly address: string | null;
  /** Every address that it gives itself, AMP form too. */
  readonly addresses: readonly string[];
}

/** Reads what a page says of itself. `address` is where it was got, `null` for a saved file. The tree stays as it is. */
export function readPageMetadata(tree: PageTree, address: string | null): PageMetadata {
  const linked = readJsonLd([...tree.querySelectorAll('script[type*="ld+json" i]')].map((s) => s.textContent ?? ''));
  const outlet = firstOf([
    metaOf(tree, 'og:site_name'),
    linked?.publisher ?? null,
    microdata(tree, 'publisher'),
    metaOf(tree, 'application-name'),
  ]);
  const title = findTitle(tree, linked, outlet);
  const own = findAddresses(tree, linked, address);
  return {
    title: title.text,
    titleSource: title.source,
    outlet: outlet === null ? null : tidyLine(outlet).replace(/^https?:\/\/(?:www\.)?/u, ''),
    authors: findAuthors(tree, linked),
    language: findLanguage(tree, linked),
    dates: findDates(tree, linked),
    printed: findPrinted(tree),
    address: own[0] ?? null,
    addresses: own,
  };
}

function findTitle(
  tree: PageTree,
  linked: LinkedArticle | null,
  outlet: string | null,
): { text: string | null; source: string } {
  // An h1 that is never closed holds the whole page: its first line counts.
  const headings = [...tree.querySelectorAll('h1')]
    .map((h1) => tidyLine(blockText(h1).split('\n')[0] ?? ''))
    .filter((text) => text.length > 3 && text.length < 300);
  const whole = tidyLine(tree.title);
  const candidates: readonly (readonly [source: string, text: string | null])[] = [
    ['json-ld headline', linked?.headline ?? null],
    ['og:title', metaOf(tree, 'og:title')],
    ['twitter:title', metaOf(tree, 'twitter:title')],
    ['microdata headline', microdata(tree, 'headline')],
    ['h1', headings.length === 1 ? (headings[0] ?? null) : null],
    ['title', whole],
  ];
  for (const [source, raw] of candidates) {
    const text = raw === null ? '' : withoutSite(tidyLine(raw), outlet, headings, tree);
    if (text === '' || (outlet !== null && bareLine(text) === bareLine(outlet))) continue;
    // Data are cut at 110 characters; the heading on the page is not.
    const start = bareLine(text.replace(/(?:…|\.{3})$/u, ''));
    const longer = headings.find((h) => start.length > 15 && bareLine(h).startsWith(start));
    return { text: tidyLine(longer ?? text), source };
  }
  return { text: null, source: 'the page gives no title' };
}

/** «Порт открыт — Вестник порта» → «Порт открыт», where the end is the site's name or the heading ends before it. */
function withoutSite(title: string, outlet: string | null, headings: readonly string[], tree: PageTree): string {
  const heading = headings.find(
    (h) => bareLine(title).startsWith(bareLine(h)) && bareLine(h).length > bareLine(title).length * 0.3,
  );
  if (heading) return heading;
  const parts = title.split(/\s+(?:[|—–•·»:]|::|\/|-)\s+/u);
  if (parts.length < 2) return title;
  const site = outlet === null ? '' : bareLine(outlet);
  const body = bareLine(blockText(tree.body ?? tree));
  const isSite = (part: string): boolean => {
    const bare = bareLine(part);
    return (
      (site !== '' && (bare === site || bare.replaceAll(' ', '') === site.replaceAll(' ', ''))) ||
      /^(?:www\.)?[\p{L}\p{N}-]+\.\p{L}{2,6}$/u.test(part.trim())
    );
  };
  const last = parts.at(-1) ?? '';
  if (isSite(last) || isSuffix(last, parts, body))
    return withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/\s+\S{1,2}\s*$/u, ''), outlet, headings, tree);
  return isSite(parts[0] ?? '') ? title.slice((parts[0] ?? '').length).replace(/^\s*\S{1,2}\s+/u, '') : title;
}

/** «… — Вестник порта»: a short last part with a capital that the text itself never speaks of. */
function isSuffix(last: string, parts: readonly string[], body: string): boolean {
  const rest = parts.slice(0, -1).join(' ');
  return countWords(last) <= 4 && countWords(rest) >= 4 && /^[\p{Lu}\d]/u.test(last) && !body.includes(bareLine(last));
}

function findDates(tree: PageTree, linked: LinkedArticle | null): readonly DateCandidate[] {
  const metas = [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'mediator_published_time',
    'datepublished',
    'publish-date',
    'publishdate',
    'published_time',
    'pubdate',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dc.date.created',
    'date',
  ];
  const item = [...tree.querySelectorAll('[itemprop~="datePublished"]')][0];
  const times = [...tree.querySelectorAll('time[datetime]')].filter(
    (t) => !t.closest('nav, aside, footer, li, [class*="related"], [class*="comment"]'),
  );
  const marked =
    times.find((t) => t.hasAttribute('pubdate')) ??
    times.find((t) => t.closest('header, [class*="head"], [class*="meta"], [class*="date"]')) ??
    (times.length <= 2 ? times[0] : undefined);
  const found: readonly (readonly [string, string | null | undefined])[] = [
    ['json-ld datePublished', linked?.published],
    [
      'microdata datePublished',
      item && (item.getAttribute('content') ?? item.getAttribute('datetime') ?? textOf(item)),
    ],
    ...metas.map((name) => [`meta ${name}`, metaOf(tree, name)] as const),
    ['time', marked?.getAttribute('datetime')],
  ];
  const inOrder = [...found.slice(0, 1), ...found.slice(2, 4), ...found.slice(1, 2), ...found.slice(4)];
  return inOrder.flatMap(([source, value]) => (value && /\d/u.test(value) ? [{ source, value: tidyLine(value) }] : []));
}

/** Short elements that hold a date and nothing else, those with a year first, none out of lists and side blocks. */
function findPrinted(tree: PageTree): readonly string[] {
  const selector =
    'time, [class*="date" i], [class*="time" i], [class*="published" i], [itemprop~="datePublished"], [class*="meta" i] span';
  const lines = [...tree.querySelectorAll(selector)]
    .filter(
      (element) =>
        !element.closest('nav, aside, footer, li, [class*="related" i], [class*="comment" i], [class*="sidebar" i]'),
    )
    .map(textOf)
    .filter((text) => text.length < 80 && isDateLine(text) && findPrintedDate(text) !== null);
  return [...new Set(lines)].slice(0, 3);
}

function findAuthors(tree: PageTree, linked: LinkedArticle | null): readonly string[] {
  const names = [
    ...(linked?.authors ?? []),
    metaOf(tree, 'author') ?? metaOf(tree, 'article:author') ?? microdata(tree, 'author') ?? '',
  ];
  const tidy = names.map(tidyLine).filter((name) => name !== '' && name.length < 80 && !/^https?:/u.test(name));
  return [...new Set(tidy)];
}

function findLanguage(tree: PageTree, linked: LinkedArticle | null): string | null {
  const tags = [
    linked?.language,
    tree.querySelector('html')?.getAttribute('lang'),
    metaOf(tree, 'og:locale'),
    metaOf(tree, 'content-language'),
  ];
  for (const tag of tags) {
    const language = tag ? normaliseLanguage(tag) : null;
    if (language) return language;
  }
  return null;
}

/** Own addresses, the canonical one first. One that leads to the front page, or to another site, is not believed. */
function findAddresses(tree: PageTree, linked: LinkedArticle | null, address: string | null): readonly string[] {
  const link = (rel: string): string | null =>
    tree.querySelector(`link[rel~="${rel}" i]`)?.getAttribute('href') ?? null;
  const raw = [link('canonical'), metaOf(tree, 'og:url'), linked?.url ?? null, link('amphtml')];
  const base = address === null ? null : parseHttp(address);
  const found = raw.flatMap((value): readonly string[] => {
    const url = value ? URL.parse(value.trim(), base?.href) : null;
    if (!url || !/^https?:$/u.test(url.protocol)) return [];
    if (base && base.pathname !== '/' && url.pathname === '/' && url.search === '') return [];
    return base && !isSameSite(base.hostname, url.hostname) ? [] : [canonicalAddress(url.href)];
  });
  return [...new Set(found)];
}

/** Of one registered name: `amp.port.example` and `www.port.example`; pages kept by an AMP cache name another. */
function isSameSite(one: string, other: string): boolean {
  const name = (host: string): string => host.split('.').slice(-2).join('.');
  return (
    name(one) === name(other) ||
    /(?:^|\.)(?:ampproject\.org|cdn\.ampproject\.org|turbopages\.org|archive\.(?:org|ph|today))$/u.test(one)
  );
}

function microdata(tree: PageTree, property: string): string | null {
  const element = tree.querySelector(`[itemprop~="${property}"]`);
  const name: PageElement | null = element?.querySelector('[itemprop~="name"]') ?? element;
  return name ? firstOf([name.getAttribute('content'), textOf(name)]) : null;
}

function metaOf(tree: PageTree, name: string): string | null {
  for (const meta of tree.querySelectorAll('meta')) {
    const own = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    if (own.toLowerCase() === name) return firstOf([meta.getAttribute('content')]);
  }
  return null;
}

function firstOf(values: readonly (string | null | undefined)[]): string | null {
  return values.find((value) => value !== null && value !== undefined && value.trim() !== '') ?? null;
}
