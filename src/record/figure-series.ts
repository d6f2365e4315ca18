import type { Figure } from '../model/claim.ts';
import type { Event, Record } from '../model/record.ts';
import type { ClaimTime, Day } from '../model/time.ts';
import { compareText } from './clustering.ts';
import { jaccardOf, overlapOf, stemsOf } from './name-key.ts';

/** One value that somebody gives for a period. */
export interface FigureValue {
  readonly figure: Figure;
  readonly claims: readonly string[];
  /** The earliest publication of it. */
  readonly known: Day | null;
}

export interface FigurePoint {
  readonly event: string;
  readonly period: ClaimTime | null;
  /** Earliest published first: later ones revise or contradict. */
  readonly values: readonly FigureValue[];
  readonly conflict: boolean;
}

/** One indicator over its periods. */
export interface FigureSeries {
  readonly indicator: string;
  readonly unit: string;
  readonly points: readonly FigurePoint[];
}

/** Figures of a record as series: indicators of the same words and unit, their points in the order of their periods. */
export function figureSeries(record: Record): readonly FigureSeries[] {
  const claims = new Map(record.claims.map((c) => [c.id, c]));
  const published = new Map(record.documents.map((d) => [d.id, d.published?.from ?? null]));
  const series: { indicator: string; unit: string; stems: readonly string[]; points: FigurePoint[] }[] = [];
  const events = record.events
    .filter((e) => e.type === 'figure')
    .map((event) => ({ event, indicator: event.roles.find((r) => r.role === 'indicator')?.name ?? '' }))
    .toSorted((a, b) => compareText(a.indicator, b.indicator) || compareText(a.event.id, b.event.id));
  for (const { event, indicator } of events) {
    const values = valuesOf(event);
    const unit = values[0]?.figure.unit ?? '';
    const stems = stemsOf(indicator);
    const point = { event: event.id, period: event.time, values, conflict: event.conflicts.length > 0 };
    const known = series.find((s) => s.unit === unit && sameIndicator(s.stems, stems));
    if (known) known.points.push(point);
    else series.push({ indicator, unit, stems, points: [point] });
  }
  return series.map(({ indicator, unit, points }) => ({ indicator, unit, points: points.toSorted(comparePoints) }));

  function valuesOf(event: Event): readonly FigureValue[] {
    const values = new Map<string, { figure: Figure; claims: string[]; known: Day | null }>();
    for (const id of event.claims) {
      const claim = claims.get(id);
      if (claim?.type !== 'figure') continue;
      const key = JSON.stringify(claim.figure);
      const value = values.get(key) ?? {
        figure: claim.figure,
        claims: [],
        known: published.get(claim.document) ?? null,
      };
      value.claims.push(id);
      values.set(key, value);
    }
    return [...values.values()];
  }
}

function sameIndicator(a: readonly string[], b: readonly string[]): boolean {
  return overlapOf(a, b) >= 0.75 && jaccardOf(a, b) >= 0.5;
}

function comparePoints(a: FigurePoint, b: FigurePoint): number {
  return compareText(a.period?.from ?? '9999', b.period?.from ?? '9999') || compareText(a.event, b.event);
}
