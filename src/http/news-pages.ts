import { Hono, type Context } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import { namingAt } from '../export/addresses.ts';
import { renderNewsAtom } from '../export/news-atom.ts';
import type { Day } from '../model/time.ts';
import { addDays } from '../web/format.ts';
import { renderMessage } from '../web/pages/message.ts';
import { renderNews } from '../web/pages/news.ts';
import { parseQuery, selectionQuery } from './request.ts';
import { viewOf } from './view-of.ts';

/** Days that news reach back where a reader names none, and those that a feed holds. */
const usualDays = 14;
const feedDays = 30;

const query = selectionQuery
  .pick({ 'as-of': true })
  .extend({ since: selectionQuery.shape.from.describe('What was read on this day or later.') });

/** What came into the record since a day: as a page, and as a feed that is read again and again. */
export function newsPages(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  app.get('/news', async (c) => {
    const view = viewOf(c, today());
    const parsed = parseQuery(query, view.query);
    if (parsed.kind === 'refused')
      return c.html(renderMessage(view, 'bad-request', `${parsed.parameter}: ${parsed.reason}`), 400);
    const since = parsed.asked.since ?? addDays(view.asOf, -usualDays);
    const news = await dossier.news(`${since}T00:00:00.000Z`, view.asOf);
    return c.html(renderNews({ ...view, cited: news.cited }, news));
  });
  app.get('/news.atom', async (c) => {
    const day = today();
    const news = await dossier.news(`${addDays(day, -feedDays)}T00:00:00.000Z`, day);
    const origin = originOf(c);
    const feed = renderNewsAtom(news, {
      title: 'Servanda',
      address: `${origin}/news.atom`,
      naming: namingAt(origin),
      now: `${day}T00:00:00Z`,
    });
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });
  return app;
}

function originOf(c: Context): string {
  return c.get('origin') ?? new URL(c.req.url).origin;
}
