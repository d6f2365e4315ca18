import type { FigurePoint, FigureSeries, FigureValue } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import type { Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { compareText } from './clustering.ts';
import { beginsWithPronoun } from './naming-words.ts';
import { isNumeral } from './counted.ts';
import { jaccardOf, overlapOf, stemOf, stemsOfWords, wordsOf } from './name-key.ts';

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
    // What is told for no period says nothing of the course of things; what contradicts itself does.
    if (event.time === null && values.length < 2) continue;
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

/** «117 погибших в порту» → погибш, порт; nothing for «117 человек» and «его доход», which tell of what nobody knows. */
function tellingStems(indicator: string): readonly string[] {
  const words = wordsOf(indicator);
  if (beginsWithPronoun(words)) return [];
  const counted = words.filter((word) => !/^\d/u.test(word) && !isNumeral(word) && !bare.has(stemOf(word)));
  const stems = stemsOfWords(counted);
  return counted.length === words.length || stems.length > 1 ? stems : [];
}

/** Stems of what only says how many, and of people as such. */
const bare: ReadonlySet<string> = new Set(
  'более менее около почти свыше порядка тысяч тыс миллионов млн миллиардов млрд триллионов трлн человек люди'
    .split(' ')
    .map(stemOf),
);

function sameIndicator(a: readonly string[], b: readonly string[]): boolean {
  return overlapOf(a, b) >= 0.75 && jaccardOf(a, b) >= 0.5;
}

function comparePoints(a: FigurePoint, b: FigurePoint): number {
  return compareText(a.period?.from ?? '9999', b.period?.from ?? '9999') || compareText(a.event, b.event);
}
