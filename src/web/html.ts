import { html as honoHtml, raw } from 'hono/html';

/** Escaped markup. A promise only where a value handed in was one. */
export type Html = ReturnType<typeof honoHtml>;

/**
 * Tagged template for markup: strings are escaped, `Html` goes in as it is, `null`, `undefined` and booleans are left out,
 * arrays are joined. Characters of a text that steer a display instead of showing (NUL, bidirectional overrides) become
 * visible boxes, each one unit long, so that a saved page cannot turn the line that quotes it.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return honoHtml(tight(strings), ...values.map(visibleIn));
}

/** Joins markup with a separator that is written by us, never by a document. */
export function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, i) => (i === 0 ? part : html`${separator}${part}`))}`;
}

/** Our own markup, given as a string: icons and drawings made by code of this folder. Never for text of a document. */
export function ownMarkup(markup: string): Html {
  return raw(markup);
}

/** At most `length` units of a text, cut at a space where one is near, with an ellipsis. Titles can be a megabyte long. */
export function short(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  const kept = space > length * 0.7 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept}…`;
}

/** Our own line ends and indentation as one line end, which weighs a third less on a page; worked out once a template. */
function tight(strings: TemplateStringsArray): TemplateStringsArray {
  const known = tightened.get(strings);
  if (known) return known;
  const parts = strings.map((part) => part.replaceAll(/\s*\n\s*/gu, '\n'));
  const made = Object.assign(parts, { raw: parts });
  tightened.set(strings, made);
  return made;
}

const tightened = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

function visibleIn(value: unknown): unknown {
  if (typeof value === 'string') return isMarkup(value) ? value : value.replaceAll(steering, '□');
  return Array.isArray(value) ? value.map(visibleIn) : value;
}

function isMarkup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isEscaped' in value;
}

/** Controls but tab and line end, bidirectional embeddings, overrides, isolates and marks, the byte order mark. */
const steering = /[[\p{Cc}--[\t\n\r]]\p{Bidi_Control}\uFEFF]/gv;
