import type { Activity } from '../model/answer.ts';
import type { Day } from '../model/time.ts';
import { formatCount, formatMonth } from './format.ts';
import { html, type Html } from './html.ts';
import { listHref } from './links.ts';
import type { View } from './view.ts';
import { words, type Language, type Plural } from './words.data.ts';

/** Size of the drawing in its own units; the stylesheet scales it. */
const width = 1200;
const height = 96;
const base = 72;

/** What a strip counts, and the list of which its columns are parts. */
interface Counted {
  readonly path: string;
  /** Parameters that the list is asked with beside the days. */
  readonly query?: Readonly<Record<string, string | null>>;
  readonly noun: Plural;
}

/** A strip of columns, one a month (a year, where there are many), that lead to their part of a list. What lies ahead of the day is hollow. */
export function timeStrip(view: View, months: Activity['months'], counted: Counted): Html | null {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return null;
  const unit = monthsBetween(first, last) > 96 ? 'year' : 'month';
  const columns = columnsOf(months, unit, view.language);
  const most = Math.max(...columns.map(({ count }) => count));
  const step = width / Math.max(columns.length, 12);
  const t = words[view.language];
  return html`<nav class="strip" aria-label="${t.strip}">
    <svg viewBox="0 0 ${width} ${height}" role="list" aria-label="${t.strip}">
      <line class="axis" x1="0" x2="${width}" y1="${base}" y2="${base}"></line>
      ${columns.map((column, i) => columnMark(view, column, counted, { x: i * step, step, most }))}
    </svg>
  </nav>`;
}

interface Column {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
  /** Whether a year's name stands under it. */
  readonly opensYear: boolean;
  readonly count: number;
}

function columnMark(
  view: View,
  column: Column,
  { path, query = {}, noun }: Counted,
  place: { readonly x: number; readonly step: number; readonly most: number },
): Html {
  const size = column.count === 0 ? 0 : 6 + (column.count / place.most) * (base - 12);
  const bar = Math.min(14, place.step * 0.7);
  const left = place.x + (place.step - bar) / 2;
  const label = `${column.label}: ${formatCount(column.count, noun, view.language)}`;
  return html`${column.opensYear && html`<text class="year" x="${(place.x + 5).toFixed(1)}" y="${height - 6}" aria-hidden="true">${column.from.slice(0, 4)}</text><line class="tick" x1="${place.x.toFixed(1)}" x2="${place.x.toFixed(1)}" y1="${base}" y2="${height - 4}"></line>`}
  ${
    column.count > 0 &&
    html`<g role="listitem"
      ><a href="${listHref(view, path, { ...query, from: column.from, to: column.to })}" aria-label="${label}">
        <title>${label}</title>
        <rect class="hit" x="${place.x.toFixed(1)}" y="0" width="${place.step.toFixed(1)}" height="${base}"></rect>
        <rect
          class="${column.from > view.asOf ? 'ahead' : 'past'}"
          x="${left.toFixed(1)}"
          y="${(base - size).toFixed(1)}"
          width="${bar.toFixed(1)}"
          height="${size.toFixed(1)}"
        ></rect></a
    ></g>`
  }`;
}

function columnsOf(months: Activity['months'], unit: 'month' | 'year', language: Language): readonly Column[] {
  const counts = new Map<string, number>();
  const keyOf = (month: string) => (unit === 'year' ? month.slice(0, 4) : month);
  for (const { month, count } of months) counts.set(keyOf(month), (counts.get(keyOf(month)) ?? 0) + count);
  const keys = keysBetween(keyOf(months[0]?.month ?? ''), keyOf(months.at(-1)?.month ?? ''), unit);
  return keys.map((key, i) => ({
    from: unit === 'year' ? `${key}-01-01` : `${key}-01`,
    to: unit === 'year' ? `${key}-12-31` : `${key}-${String(daysIn(key)).padStart(2, '0')}`,
    label: unit === 'year' ? key : formatMonth(`${key}-01`, language),
    opensYear: unit === 'year' ? Number(key) % yearStep(keys.length) === 0 : i === 0 || key.endsWith('-01'),
    count: counts.get(key) ?? 0,
  }));
}

/** How many years lie between two written ones, so that they do not run into each other. */
function yearStep(years: number): number {
  return [1, 2, 5, 10, 20, 50, 100].find((step) => years / step <= 16) ?? 200;
}

function keysBetween(first: string, last: string, unit: 'month' | 'year'): readonly string[] {
  if (unit === 'year')
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
      String(Number(first) + i).padStart(4, '0'),
    );
  return Array.from({ length: monthsBetween(first, last) + 1 }, (_, i) => addMonths(first, i));
}

function monthsBetween(first: string, last: string): number {
  return (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5)) - Number(first.slice(5));
}

function addMonths(month: string, n: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}
