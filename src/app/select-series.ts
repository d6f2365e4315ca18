import type { FigureSeries, Page, Selection } from '../model/answer.ts';
import type { Event } from '../model/record.ts';
import { figureSeries } from '../record/figure-series.ts';
import type { Store } from '../store/store.ts';
import { citedBy } from './cited.ts';
import { narrowedBy, type Narrowing, narrowingOf, pageOf } from './selections.ts';

/** What is told of one indicator for several periods, revised or contradicted: all series, those of most periods first. */
export async function findSeries(store: Store, narrowing: Narrowing): Promise<readonly FigureSeries[]> {
  const { rows } = await store.findLines('event', { ...(await narrowedBy(store, narrowing)), types: ['figure'] });
  const events = rows.map((row): Event => JSON.parse(row));
  const claims = await store.selectClaims(events.flatMap((event) => event.claims));
  const documents = await store.selectQuotable(claims.map((claim) => claim.document));
  return figureSeries(
    events,
    new Map(claims.map((claim) => [claim.id, claim])),
    (id) => documents.get(id)?.card.published?.from ?? null,
  );
}

/** `seriesOf` tells what they all are, which a page after page need not work out anew. */
export async function selectSeries(
  store: Store,
  seriesOf: (narrowing: Narrowing) => Promise<readonly FigureSeries[]>,
  selection: Selection,
): Promise<Page<FigureSeries>> {
  const series = await seriesOf(narrowingOf(selection));
  const page = pageOf(series, series.length, selection);
  const lines = series.slice(page.offset, page.offset + page.limit);
  const shown = lines.flatMap((one) => one.points.flatMap((point) => point.values.flatMap((value) => value.claims)));
  return { ...page, lines, cited: await citedBy(store, await store.selectClaims(shown)) };
}
