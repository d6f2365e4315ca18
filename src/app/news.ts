import type { Selection } from '../model/answer.ts';
import type { News, NewsItem } from '../model/news.ts';
import type { Agreement, Commitment, Event } from '../model/record.ts';
import { newsSince } from '../record/news.ts';
import type { About, Store } from '../store/store.ts';
import { citedBy } from './cited.ts';
import { recordAsOf } from './outcomes.ts';
import { aboutOf } from './selections.ts';

/** Which news: what came into the record since an ISO instant, as of a day, and of it what concerns something. */
export type NewsSelection = Pick<Selection, 'asOf' | 'about'> & { readonly since: string };

/** These news, with the lines' claims, documents and passages. */
export async function readNews(store: Store, { since, asOf, about: named }: NewsSelection): Promise<News> {
  const record = await recordAsOf(store, asOf);
  const about = await aboutOf(store, named);
  const all = newsSince(record, since);
  const items = about ? await concerning(store, about, all) : all;
  const wanted = new Set(items.map((item) => item.line.id));
  const lines: (Event | Agreement | Commitment)[] = [...record.events, ...record.agreements, ...record.commitments];
  const cited = await citedBy(
    store,
    lines.filter((line) => wanted.has(line.id)),
  );
  return { since, asOf, items, cited };
}

/** The first instant that was not told of; the beginning of time where nothing was. */
export function afterMark(mark: string | null): string {
  return mark === null ? new Date(0).toISOString() : new Date(Date.parse(mark) + 1).toISOString();
}

/** The items whose lines have to do with it, as the lists of these lines are narrowed. */
async function concerning(store: Store, about: About, items: readonly NewsItem[]): Promise<readonly NewsItem[]> {
  const kept = new Set<string>();
  for (const kind of new Set(items.map(({ line }) => line.kind)))
    for (const id of await store.findLineIds(kind, { about })) kept.add(`${kind} ${id}`);
  return items.filter(({ line }) => kept.has(`${line.kind} ${line.id}`));
}
