import type { FigureClaim } from '../model/claim.ts';
import { formatFigure, formatQuantity, formatRange } from './format.ts';
import { html, type Html } from './html.ts';
import { evidenceHref } from './links.ts';
import type { View } from './view.ts';

/** Size of the drawing in its own units; the stylesheet scales it. */
const frame = { width: 900, height: 240, left: 96, right: 20, top: 14, bottom: 30 };

/** A claim that can be drawn: its period in days since 1970, and its value. */
interface Point {
  readonly claim: FigureClaim;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Figures of one indicator and one unit over time: each claim a bar as long as its period, with a dot at its end, leading
 * to its words. Nothing is joined by a line: two sources that differ stand both. `null` where fewer than three periods or values differ.
 */
export function figurePlot(view: View, claims: readonly FigureClaim[]): Html | null {
  const points = claims.flatMap(pointOf).toSorted((a, b) => a.from - b.from || a.value - b.value);
  const [first] = points;
  if (first === undefined || new Set(points.map(({ from, to, value }) => `${from} ${to} ${value}`)).size < 3)
    return null;
  const unit = first.claim.figure.unit;
  const x = scale(extent(points.flatMap(({ from, to }) => [from, to])), [frame.left, frame.width - frame.right]);
  const values = points.map(({ value }) => value);
  const steps = ticks(Math.min(0, ...values), Math.max(0, ...values));
  const y = scale([steps[0] ?? 0, steps.at(-1) ?? 1], [frame.height - frame.bottom, frame.top]);
  return html`<svg class="plot" viewBox="0 0 ${frame.width} ${frame.height}" role="list">
    <g aria-hidden="true">
      ${steps.map((value) => valueLine(view, value, unit, y(value)))}${yearsOf(points).map((year) => yearTick(year, x(year.at)))}
    </g>
    ${points.map((point) => pointMark(view, point, x, y(point.value)))}
  </svg>`;
}

function pointOf(claim: FigureClaim): readonly Point[] {
  const from = Date.parse(claim.time?.from ?? claim.time?.to ?? '');
  const to = Date.parse(claim.time?.to ?? claim.time?.from ?? '');
  return Number.isNaN(from) || Number.isNaN(to)
    ? []
    : [{ claim, from: from / day, to: to / day + 1, value: claim.figure.value }];
}

function pointMark(view: View, { claim, from, to }: Point, x: (at: number) => number, y: number): Html {
  const label = `${formatRange(claim.time, view.language)}: ${formatFigure(claim.figure, view.language)}`;
  const [left, right] = [x(from).toFixed(1), x(to).toFixed(1)];
  return html`<g role="listitem"
    ><a href="${evidenceHref(view, claim)}" aria-label="${label}"
      ><title>${label}</title
      ><line class="period-bar" x1="${left}" x2="${right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}"></line
      ><circle class="${claim.figure.approx ? 'approx' : 'exact'}" cx="${right}" cy="${y.toFixed(1)}" r="5"></circle></a
  ></g>`;
}

function valueLine(view: View, value: number, unit: string, y: number): Html {
  return html`<line
      class="grid"
      x1="${frame.left}"
      x2="${frame.width - frame.right}"
      y1="${y.toFixed(1)}"
      y2="${y.toFixed(1)}"
    ></line>
    <text class="value" x="${frame.left - 10}" y="${(y + 4).toFixed(1)}"
      >${formatQuantity(value, unit, view.language)}</text
    >`;
}

function yearTick({ name }: { readonly name: string }, x: number): Html {
  return html`<text class="year" x="${x.toFixed(1)}" y="${frame.height - 8}">${name}</text>`;
}

/** The years that begin within the drawing, thinned so that their names do not touch. */
function yearsOf(points: readonly Point[]): readonly { readonly at: number; readonly name: string }[] {
  const [from, to] = extent(points.flatMap((point) => [point.from, point.to]));
  const [first, last] = [new Date(from * day).getUTCFullYear(), new Date(to * day).getUTCFullYear()];
  const step = Math.ceil((last - first + 1) / 12);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((year, i) => i % step === 0 && Date.UTC(year, 0) / day >= from)
    .map((year) => ({ at: Date.UTC(year, 0) / day, name: String(year) }));
}

/** Round values from at most `low` to at least `high`, four to six of them. */
function ticks(low: number, high: number): readonly number[] {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = ([1, 2, 5, 10].find((n) => span / (n * power) <= 5) ?? 10) * power;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

function scale([from, to]: readonly [number, number], [low, high]: readonly [number, number]): (at: number) => number {
  const span = to - from || 1;
  return (at) => low + ((at - from) / span) * (high - low);
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

const day = 86_400_000;
