import type { News } from '../model/news.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { newsSince } from '../record/news.ts';
import type { Store } from '../store/store.ts';
import { citedBy } from './cited.ts';
import { recordAsOf } from './outcomes.ts';

/** What came into the record since an ISO instant, as of a day, with the lines' claims, documents and passages. */
export async function readNews(store: Store, since: string, asOf: Day): Promise<News> {
  const record = await recordAsOf(store, asOf);
  const items = newsSince(record, since);
  const wanted = new Set(items.map((item) => item.line.id));
  const lines: (Event | Agreement | Commitment)[] = [...record.events, ...record.agreements, ...record.commitments];
  const cited = await citedBy(
    store,
    lines.filter((line) => wanted.has(line.id)),
  );
  return { since, asOf, items, cited };
}
