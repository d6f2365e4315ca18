import type { FigurePoint, FigureSeries } from '../model/answer.ts';
import type { FigureClaim } from '../model/claim.ts';
import type { DayRange } from '../model/time.ts';
import { formatFigure, formatQuantity, formatRange } from './format.ts';
import { html, type Html } from './html.ts';
import { evidenceHref } from './links.ts';
import { pick, type View } from './view.ts';

/** Size of the drawing in its own units; the stylesheet scales it. */
const frame = { width: 900, height: 240, left: 112, right: 20, top: 14, bottom: 30 };

/** A value that can be drawn: its period in days since 1970, and the claim that gives it first. */
interface Point {
  readonly claim: FigureClaim;
  readonly time: DayRange | null;
  readonly from: number;
  readonly to: number;
}

/**
 * A series over time: each value a bar as long as its period, with a dot at its end, leading to the words that give it first.
 * Nothing is joined by a line: two sources that differ stand both. `null` where there are fewer than three marks to draw.
 */
export function figurePlot(view: View, { unit, points: told }: FigureSeries): Html | null {
  const points = told.flatMap((point) => pointsOf(view, point)).toSorted((a, b) => a.from - b.from);
  if (points.length < fewestMarks) return null;
  const x = scale(extent(points.flatMap(({ from, to }) => [from, to])), [frame.left, frame.width - frame.right]);
  const values = points.map(({ claim }) => claim.figure.value);
  const steps = ticks(Math.min(0, ...values), Math.max(0, ...values));
  const y = scale([steps[0] ?? 0, steps.at(-1) ?? 1], [frame.height - frame.bottom, frame.top]);
  return html`<svg class="plot" viewBox="0 0 ${frame.width} ${frame.height}" role="list">
    <g aria-hidden="true">
      ${steps.map((value) => valueLine(view, value, unit, y(value)))}${yearsOf(points).map((year) => yearTick(year, x(year.at)))}
    </g>
    ${points.map((point) => pointMark(view, point, x, y(point.claim.figure.value)))}
  </svg>`;
}

/** Two marks say no more than the table beneath. */
const fewestMarks = 3;

/** The values of a period; none where no day is known. */
function pointsOf(view: View, { period, values }: FigurePoint): readonly Point[] {
  const from = Date.parse(period?.from ?? period?.to ?? '');
  const to = Date.parse(period?.to ?? period?.from ?? '');
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  return values.flatMap(({ claims }) => {
    const [claim] = pick(claims, view.cited.claims);
    return claim?.type === 'figure' ? [{ claim, time: period, from: from / day, to: to / day + 1 }] : [];
  });
}

function pointMark(view: View, { claim, time, from, to }: Point, x: (at: number) => number, y: number): Html {
  const label = `${formatRange(time, view.language)}: ${formatFigure(claim.figure, view.language)}`;
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
