/** Deeper elements are unwrapped, their text stays. Real pages stay under 60. */
export const deepest = 256;
/** Further tags are left out, their text stays. Real pages stay under 15,000. */
const mostTags = 24_000;
/** A tag that is longer holds data, not attributes that matter: its attributes go. */
const longestTag = 60_000;

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is no markup. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'xmp', 'iframe']);
/** An open element of this kind ends where the next one of its list begins. */
const endsBefore: Readonly<Record<string, readonly string[]>> = {
  p: 'p div ul ol li dl dt dd table section article aside header footer main nav form figure pre hr h1 h2 h3 h4 h5 h6 blockquote'.split(
    ' ',
  ),
  li: ['li'],
  td: ['td', 'th', 'tr'],
  th: ['td', 'th', 'tr'],
  tr: ['tr'],
  option: ['option'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
};

/**
 * Bounds markup before it is parsed, in linear time: elements deeper than `deepest` and tags beyond a number are taken
 * out and their text is left in, so that a page of 20,000 nested tags costs no more than any other. A page within the
 * bounds comes back as it was.
 */
export function limitMarkup(html: string): string {
  const kept: string[] = [];
  const open: string[] = [];
  const dropped = new Map<string, number>();
  let copied = 0;
  let tags = 0;
  const drop = (from: number, to: number, replacement: string): void => {
    // One space for a run of dropped tags: thousands of them would be measured again for every element around them.
    if (from > copied || copied === 0) kept.push(html.slice(copied, from), replacement);
    else if (replacement !== ' ') kept.push(replacement);
    copied = to;
  };
  for (let at = html.indexOf('<'); at >= 0;) {
    if (html.startsWith('<!--', at)) {
      const stop = html.indexOf('-->', at + 4);
      at = stop < 0 ? -1 : html.indexOf('<', stop + 3);
      continue;
    }
    const tag = readTag(html, at);
    if (!tag) {
      // «<<<» and «a < b» are text; left as they are, each would become a node of its own.
      let stop = at + 1;
      while (html[stop] === '<' && !/[a-z/!?]/iu.test(html[stop + 1] ?? '')) stop += 1;
      if (html[at + 1] !== '!' && html[at + 1] !== '?') drop(at, stop, '&lt;');
      at = html.indexOf('<', stop);
      continue;
    }
    tags += 1;
    const { name, closes, stop } = tag;
    if (closes) {
      const missing = dropped.get(name) ?? 0;
      if (missing > 0) {
        dropped.set(name, missing - 1);
        drop(at, stop, ' ');
      } else if (tags > mostTags || (!voids.has(name) && !rawText.has(name) && !open.includes(name))) {
        // Parsers make an element out of every `</p>` that closes nothing.
        drop(at, stop, ' ');
      } else closeElement(open, name);
    } else if (tags > mostTags) drop(at, stop, ' ');
    else if (!voids.has(name) && !tag.selfCloses) {
      endOpen(open, name);
      if (open.length >= deepest && !rawText.has(name)) {
        dropped.set(name, (dropped.get(name) ?? 0) + 1);
        drop(at, stop, ' ');
      } else if (!rawText.has(name)) open.push(name);
    }
    if (copied <= at && stop - at > longestTag) drop(at, stop, closes ? `</${name}>` : `<${name}>`);
    at = html.indexOf('<', !closes && rawText.has(name) ? endOfRawText(html, name, stop) : stop);
  }
  return copied === 0 ? html : kept.join('') + html.slice(copied);
}

function readTag(
  html: string,
  at: number,
): { readonly name: string; readonly closes: boolean; readonly selfCloses: boolean; readonly stop: number } | null {
  const closes = html[at + 1] === '/';
  let i = at + (closes ? 2 : 1);
  const start = i;
  while (i - start < 40 && /[a-z0-9:-]/iu.test(html[i] ?? '')) i += 1;
  const name = html.slice(start, i).toLowerCase();
  if (!/^[a-z]/u.test(name)) return null;
  let quote = '';
  for (; i < html.length; i += 1) {
    const c = html[i] ?? '';
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return { name, closes, selfCloses: html[i - 1] === '/', stop: i + 1 };
    else if ((c === '"' || c === "'") && /[=\s]/u.test(html[i - 1] ?? '')) quote = c;
  }
  return { name, closes, selfCloses: false, stop: html.length };
}

/** A new `<li>` ends the open `<p>` and the `<li>` around it. */
function endOpen(open: string[], next: string): void {
  const isEnded = (last: string | undefined): boolean =>
    last !== undefined && (endsBefore[last]?.includes(next) ?? false);
  while (isEnded(open.at(-1))) open.pop();
}

function closeElement(open: string[], name: string): void {
  const from = Math.max(0, open.length - 40);
  const index = open.lastIndexOf(name);
  if (index >= from) open.length = index;
}

/** Where the closing tag of a raw element begins; a page that never closes it has no markup after it. */
function endOfRawText(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return name === 'noscript' || name === 'template' || name === 'iframe' ? from : html.length;
}
