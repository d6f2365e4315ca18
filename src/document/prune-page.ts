import type { Removed } from '../model/document.ts';
import { blockText } from './block-text.ts';
import { countWords, endsAsSentence } from './line.ts';
import { textOf, type PageElement, type PageTree } from './page-dom.ts';

/** What a class or an id says of the element that bears it; matched against words, `post-related-links` has three. */
const words: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'related-links',
    /(?:^|[-_\s])(?:related|recirc(?:ulation)?|recommend(?:ed|ations?)?|read-?(?:more|also|next)|more-?(?:stories|news|on|from)|most-?(?:read|popular|viewed)|popular|trending|see-?also|also-?read|you-?may|up-?next|next-?up|teasers?|outbrain|taboola|mgid|zergnet|promoted|inline-?links?|crosslink)(?=$|[-_\s\d])/u,
  ],
  [
    'share-bar',
    /(?:^|[-_\s])(?:share|sharing|shares|sharebar|sharetools?|share-?(?:buttons?|links?|this)|social|socials?|social-?(?:media|links?|bar)|addthis|addtoany|sharethis|follow|follow-?us|toolbar|tools|print|likes?|reactions?|rating|ya-share2|pluso|likely)(?=$|[-_\s\d])/u,
  ],
  [
    'byline',
    /(?:^|[-_\s])(?:by-?line|authors?|author-?(?:bio|box|info|card|name)|bio|about-?author|contributors?|writer|post-?meta|entry-?meta|article-?meta|meta|metadata|timestamp|dateline|published|pub-?date|post-?date|article-?date|date)(?=$|[-_\s\d])/u,
  ],
  [
    'caption',
    /(?:^|[-_\s])(?:captions?|wp-caption|image-?caption|photo-?caption|credits?|image-?credit|photo-?(?:credit|info)|image-?info|media-?(?:info|caption)|figcaption|copyright|(?:inline-?)?gallery|slideshow|carousel|slider|lightbox|video|player|jwplayer|audio|podcast)(?=$|[-_\s\d])/u,
  ],
  [
    'navigation',
    /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs|pagination|pager|skip-?link|toc|table-of-contents|tags?|tag-?list|topics?|categories|keywords|sub-?nav|site-?header|site-?footer|masthead|global-?header)(?=$|[-_\s\d])/u,
  ],
  [
    'promotion',
    /(?:^|[-_\s])(?:newsletters?|subscribe|subscription|signup|sign-?up|promo|promos?|promotion|cta|call-to-action|paywall|piano|donate|donation|support-?us|membership|app-?banner|telegram)(?=$|[-_\s\d])/u,
  ],
  [
    'advertisement',
    /(?:^|[-_\s])(?:ads?|adv|advert(?:s|isement|ising)?|ad-?(?:slot|unit|container|wrapper|box)|dfp|gpt-?ad|banner|sponsor(?:ed)?|partner|commercial|native-?ad)(?=$|[-_\s\d])/u,
  ],
  [
    'comments',
    /(?:^|[-_\s])(?:comments?|comment-?(?:list|form|section)|disqus|discussion|respond|fb-comments|hypercomments|livefyre|viafoura)(?=$|[-_\s\d])/u,
  ],
  [
    'notice',
    /(?:^|[-_\s])(?:cookies?|cookie-?(?:banner|notice|bar|consent)|gdpr|consent|privacy|disclaimer|legal|popup|pop-?up|modal|overlay|alert|notification|hidden|visually-?hidden|sr-?only|screen-?reader(?:-?text)?|noprint|no-?print)(?=$|[-_\s\d])/u,
  ],
  [
    'side-block',
    /(?:^|[-_\s])(?:sidebar|side-?bar|aside|rail|right-?rail|widgets?|infobox|factbox|fact-?box|pull-?quote|pullquote|quote-?card|stock-?(?:quotes?|chart)|ticker|tooltip|popover|hover-?cards?|rollover-?(?:block|card|content)|newsfeed|live-?feed|latest|latest-?news|footer|bottom)(?=$|[-_\s\d])/u,
  ],
];

const tags: readonly (readonly [reason: string, selector: string])[] = [
  ['navigation', 'nav, [role="navigation"], [role="menu"], [role="search"]'],
  ['side-block', 'aside, [role="complementary"]'],
  ['caption', 'figure, figcaption'],
  ['form', 'form, button, select, dialog, [role="dialog"]'],
  ['footer', 'footer, [role="contentinfo"]'],
  ['notice', '[hidden], [aria-hidden="true"]'],
];

/** An element stays where it holds more than this share of the page's paragraph text: it may be the article. */
const mostOfPage = 0.15;
/** Nor where it holds more than this share of all text outside links: some articles have no paragraphs. */
const mostOfText = 0.4;

/**
 * Takes off a page what stands around its article, told by element, role, class and id, as long as it holds little of the
 * page's paragraph text. Returns what was taken off, with reasons, longest texts cut.
 */
export function prunePage(tree: PageTree): readonly Removed[] {
  const removed: Removed[] = [];
  const total = Math.max(1, proseLength(tree));
  const running = Math.max(1, tree.body ? unlinkedLength(tree.body) : 0);
  const take = (element: PageElement, reason: string): void => {
    if (!element.isConnected || holdsMuch(element, total, running)) return;
    const text = blockText(element);
    if (text !== '') removed.push({ text: text.slice(0, 300), reason });
    element.remove();
  };
  for (const [reason, selector] of tags)
    for (const element of Array.from(tree.querySelectorAll(selector))) take(element, reason);
  for (const element of Array.from(tree.querySelectorAll('[class], [id]'))) {
    if (
      /^(?:HTML|BODY|MAIN|ARTICLE|P|H1|A|EM|STRONG|B|I|SPAN)$/u.test(element.tagName) &&
      !/^(?:SPAN|P)$/u.test(element.tagName)
    )
      continue;
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
      .toLowerCase();
    const word = words.find(([, pattern]) => pattern.test(name));
    if (word) take(element, word[0]);
  }
  return removed;
}

/**
 * Takes out of the node that holds the article what only leads to other articles: lists of links, paragraphs that are one
 * link. Before the node is chosen they must stay, for it is chosen by how much of it is links.
 */
export function pruneLinks(article: PageElement): readonly Removed[] {
  const lists = Array.from(article.querySelectorAll('ul, ol')).filter(isLinkList);
  const lone = Array.from(article.querySelectorAll('p, li, h2, h3, h4, h5')).filter(isLoneLink);
  return [...lists, ...lone].flatMap((element) => {
    const text = blockText(element);
    if (!article.contains(element) || text === '') return [];
    element.remove();
    return [{ text: text.slice(0, 300), reason: 'related-links' }];
  });
}

/** Two or more entries that are links and nothing else: other articles, not the list of this one. */
function isLinkList(list: PageElement): boolean {
  const entries = [...list.children].filter((child) => textOf(child) !== '');
  const linked = entries.filter((entry) => linkedShare(entry) > 0.9 && textOf(entry).length > 12);
  return (
    entries.length > 0 &&
    linked.length >= Math.max(1, entries.length * 0.75) &&
    list.querySelector('ul, ol, table') === null
  );
}

/** A paragraph that is one link and closes as no sentence does: the headline of another article. */
function isLoneLink(element: PageElement): boolean {
  const text = textOf(element);
  return (
    text.length < 200 &&
    countWords(text) >= 4 &&
    !endsAsSentence(text) &&
    linkedShare(element) > 0.95 &&
    element.querySelectorAll('a').length === 1
  );
}

function linkedShare(element: PageElement): number {
  const length = textOf(element).length;
  return length === 0 ? 0 : 1 - unlinkedLength(element) / length;
}

/** Quotations and tables are part of what is told, whatever the classes of the page's builder say. */
function holdsMuch(element: PageElement, total: number, running: number): boolean {
  if (proseLength(element) > total * mostOfPage || unlinkedLength(element) > running * mostOfText) return true;
  return /^(?:BLOCKQUOTE|TABLE|TBODY|TR|TD|TH)$/u.test(element.tagName) || element.querySelector('blockquote') !== null;
}

/** Length of the text that is in no link. */
function unlinkedLength(root: PageElement): number {
  const linked = [...root.querySelectorAll('a')].reduce((sum, a) => sum + textOf(a).length, 0);
  return textOf(root).length - linked;
}

/** Length of the text in paragraphs, of those only that are long enough to be prose. */
function proseLength(root: PageElement): number {
  const own = root.tagName === 'P' ? [root] : [...root.querySelectorAll('p')];
  return own.reduce((sum, p) => {
    const length = textOf(p).length;
    return sum + (length > 40 ? length : 0);
  }, 0);
}
