import type { Span } from '../model/span.ts';
import { html, type Html } from './html.ts';

/** A span to mark, with the address that its words lead to. */
export interface Mark extends Span {
  readonly id: string;
  /** Where a click leads; `null` marks without a link. */
  readonly href: string | null;
  /** Printed small after the words, as a footnote's number; `null` for none. */
  readonly number: number | null;
  /** Whether this is what the reader came for. */
  readonly focus: boolean;
}

/**
 * The part `within` of a text with spans marked. Spans may overlap or nest in any way: the text is cut at every border,
 * each piece leads where the shortest span over it leads, each span begins with an anchor `e-ID` and ends with its number.
 * Spans that begin outside of `within` are marked where they run through it, without anchor; those that end outside, without number.
 */
export function markedText(text: string, marks: readonly Mark[], within: Span, options = { anchors: true }): Html {
  const here = marks.filter((mark) => mark.start < within.stop && within.start < mark.stop);
  const borders = new Set([within.start, within.stop]);
  for (const { start, stop } of here) {
    borders.add(Math.max(start, within.start));
    borders.add(Math.min(stop, within.stop));
  }
  const cuts = [...borders].toSorted((a, b) => a - b);
  return html`${cuts.slice(0, -1).map((start, i) => markedPiece(text, here, { start, stop: cuts[i + 1] ?? within.stop }, options.anchors))}`;
}

/** The lines of a text as half-open spans, without their line ends; empty lines are left out. */
export function paragraphsOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') spans.push({ start, stop: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

function markedPiece(text: string, marks: readonly Mark[], piece: Span, withAnchors: boolean): Html {
  const over = marks.filter((mark) => mark.start <= piece.start && piece.stop <= mark.stop);
  const anchors = over
    .filter((mark) => withAnchors && mark.start === piece.start)
    .map((mark) => html`<span id="e-${mark.id}"></span>`);
  const words = text.slice(piece.start, piece.stop);
  const innermost = over.toSorted((a, b) => a.stop - a.start - (b.stop - b.start))[0];
  if (innermost === undefined) return html`${words}`;
  const kind = `${over.length > 1 ? 'deep' : ''}${over.some((mark) => mark.focus) ? ' focus' : ''}`.trim();
  const marked = html`<mark class="${kind || 'one'}">${linked(innermost.href, words)}</mark>`;
  const notes = over.filter((mark) => mark.stop === piece.stop && mark.number !== null).map(noteOf);
  return html`${anchors}${marked}${notes}`;
}

function linked(href: string | null, words: string): Html {
  return href === null ? html`${words}` : html`<a href="${href}">${words}</a>`;
}

function noteOf(mark: Mark): Html {
  return html`<sup class="note">${mark.number}</sup>`;
}
