import type { FigurePoint, FigureSeries, FigureValue } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { compareText } from './clustering.ts';
import { jaccardOf, overlapOf, stemsOf } from './name-key.ts';

/**
 * Figures as series: indicators of the same words and unit that are told for several periods or with several values, those
 * of most periods first, their points in the order of their periods. In: events of figures, their claims, and the day on
 * which a document came out.
 */
export function figureSeries(
  figures: readonly Event[],
  claims: ReadonlyMap<string, Claim>,
  published: (document: string) => Day | null,
): readonly FigureSeries[] {
  const series: { indicator: string; unit: string; stems: readonly string[]; points: FigurePoint[] }[] = [];
  const events = figures
    .map((event) => ({ event, indicator: event.roles.find((r) => r.role === 'indicator')?.name ?? '' }))
    .toSorted((a, b) => compareText(a.indicator, b.indicator) || compareText(a.event.id, b.event.id));
  for (const { event, indicator } of events) {
    const values = valuesOf(event);
    const unit = values[0]?.figure.unit ?? '';
    const stems = tellingStems(indicator);
    if (stems.length === 0) continue;
    const point = { event: event.id, period: event.time, values, conflict: event.conflicts.length > 0 };
    const known = series.find((s) => s.unit === unit && sameIndicator(s.stems, stems));
    if (known) known.points.push(point);
    else series.push({ indicator, unit, stems, points: [point] });
  }
  return series
    .filter(({ points }) => periodsOf(points) > 1 || points.some(({ values }) => values.length > 1))
    .toSorted((a, b) => periodsOf(b.points) - periodsOf(a.points))
    .map(({ indicator, unit, points }) => ({
      kind: 'series',
      indicator,
      unit,
      points: points.toSorted(comparePoints),
    }));

  /** The values that claims of an event give, the earliest published first; what nobody dates comes last. */
  function valuesOf(event: Event): readonly FigureValue[] {
    const told = event.claims.flatMap((id) => {
      const claim = claims.get(id);
      return claim?.type === 'figure' ? [{ id, figure: claim.figure, known: published(claim.document) }] : [];
    });
    const dated = told.toSorted((a, b) => compareText(a.known ?? '9999', b.known ?? '9999'));
    return [...Map.groupBy(dated, ({ figure }) => JSON.stringify(figure)).values()].flatMap((same) => {
      const [first] = same;
      return first ? [{ figure: first.figure, claims: same.map(({ id }) => id), known: first.known }] : [];
    });
  }
}

/** How many periods are told; figures of no stated time are of none. */
function periodsOf(points: readonly FigurePoint[]): number {
  return new Set(points.flatMap(({ period }) => period?.from ?? [])).size;
}

/** «117 погибших в порту» → погибш, порт; nothing for «117 человек», which tells of what nobody knows. */
function tellingStems(indicator: string): readonly string[] {
  const stems = stemsOf(indicator);
  const telling = stems.filter((stem) => !/^\d/u.test(stem) && !scales.has(stem));
  return telling.length === stems.length || telling.length > 1 ? telling : [];
}

/** Stems of what only says how many. */
const scales: ReadonlySet<string> = new Set([
  'бол',
  'мен',
  'окол',
  'почт',
  'свыш',
  'порядк',
  'тыс',
  'тысяч',
  'млн',
  'миллион',
  'млрд',
  'миллиард',
  'трлн',
  'триллион',
]);

function sameIndicator(a: readonly string[], b: readonly string[]): boolean {
  return overlapOf(a, b) >= 0.75 && jaccardOf(a, b) >= 0.5;
}

function comparePoints(a: FigurePoint, b: FigurePoint): number {
  return compareText(a.period?.from ?? '9999', b.period?.from ?? '9999') || compareText(a.event, b.event);
}
