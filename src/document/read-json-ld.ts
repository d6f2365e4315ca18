/** What a page's JSON-LD says of the article. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Node = Readonly<Record<string, unknown>>;

const articleType =
  /(?:Article|BlogPosting|Report|LiveBlogPosting|NewsArticle|SocialMediaPosting|AnalysisNewsArticle)$/u;

/**
 * Finds the article in the JSON-LD blocks of a page, through `@graph`, arrays and `@id` references. Broken blocks are
 * passed over. `null` where no block speaks of an article.
 */
export function readJsonLd(blocks: readonly string[]): LinkedArticle | null {
  const nodes = blocks.flatMap((block) => collectNodes(parseLoosely(block), 0));
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : [],
    ),
  );
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const article =
    articles.find((node) => node['headline'] || node['datePublished']) ??
    nodes.find((node) => node['headline'] && node['datePublished']);
  if (!article) return null;
  const follow = (value: unknown): unknown =>
    isNode(value) && typeof value['@id'] === 'string' ? (byId.get(value['@id']) ?? value) : value;
  const page = follow(article['mainEntityOfPage']);
  return {
    headline: textValue(article['headline']) ?? textValue(article['name']),
    published: textValue(article['datePublished']) ?? textValue(article['dateCreated']),
    modified: textValue(article['dateModified']),
    authors: listOf(article['author']).flatMap((author) => nameOf(follow(author)) ?? []),
    publisher: listOf(article['publisher']).flatMap((publisher) => nameOf(follow(publisher)) ?? [])[0] ?? null,
    url: textValue(article['url']) ?? (isNode(page) ? textValue(page['@id']) : textValue(page)),
    language: textValue(article['inLanguage']),
  };
}

/** Pages leave comments, CDATA marks, line feeds inside strings and commas before brackets in it. */
function parseLoosely(block: string): unknown {
  const bare = block.replaceAll(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/gu,
    '',
  );
  for (const text of [
    bare,
    bare.replaceAll(/\p{Cc}+/gu, ' '),
    bare.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,\s*(?=[}\]])/gu, ''),
  ]) {
    try {
      return JSON.parse(text);
    } catch {
      continue;
    }
  }
  return null;
}

function collectNodes(value: unknown, depth: number): readonly Node[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => collectNodes(item, depth + 1));
  if (!isNode(value)) return [];
  return [
    value,
    ...['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'publisher', 'author'].flatMap((key) =>
      typeof value[key] === 'object' ? collectNodes(value[key], depth + 1) : [],
    ),
  ];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): readonly string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function nameOf(value: unknown): string | null {
  return isNode(value) ? textValue(value['name']) : textValue(value);
}

/** The first non-empty string of a value, of a list, or of a `{"@value": …}`; entities of HTML are resolved. */
function textValue(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = isNode(first) ? (first['@value'] ?? first['name']) : first;
  if (typeof text !== 'string' || text.trim() === '') return null;
  return text
    .replaceAll(/&(?:quot|#34|#x22);/giu, '"')
    .replaceAll(/&(?:apos|#39|#x27);/giu, "'")
    .replaceAll(/&laquo;/giu, '«')
    .replaceAll(/&raquo;/giu, '»')
    .replaceAll(/&(?:m|n)dash;/giu, '—')
    .replaceAll(/&nbsp;/giu, ' ')
    .replaceAll(/&amp;/giu, '&')
    .replaceAll(/&#(?:x(?<hex>[0-9a-f]{1,6})|(?<decimal>\d{1,7}));/giu, (_, hex?: string, decimal?: string) =>
      characterOf(hex, decimal),
    )
    .trim();
}

function characterOf(hex: string | undefined, decimal: string | undefined): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
