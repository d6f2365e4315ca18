import { Hono } from 'hono';

import type { Dossier } from '../app/dossier.ts';
import { namingAt } from '../export/addresses.ts';
import { renderNewsAtom } from '../export/news-atom.ts';
import type { Day } from '../model/time.ts';
import { addDays } from '../model/time.ts';
import { renderMessage } from '../web/pages/message.ts';
import { renderNews } from '../web/pages/news.ts';
import { parseQuery, selectionOf, selectionQuery } from './request.ts';
import { named, viewOf } from './view-of.ts';

/** Days that news reach back where a reader names none, and those that a feed holds. */
const usualDays = 14;
const feedDays = 30;

const query = selectionQuery
  .pick({ 'as-of': true, about: true })
  .extend({ since: selectionQuery.shape.from.describe('What was read on this day or later.') });

/** What came into the record since a day: as a page, and as a feed that is read again and again. */
export function newsPages(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  app.get('/news', async (c) => {
    const view = await named(viewOf(c, today()), dossier);
    const parsed = parseQuery(query, view.query);
    if (parsed.kind === 'refused')
      return c.html(renderMessage(view, 'bad-request', `${parsed.parameter}: ${parsed.reason}`), 400);
    const since = parsed.asked.since ?? addDays(view.asOf, -usualDays);
    const { asOf, about } = selectionOf(parsed.asked, today(), 0);
    const news = await dossier.news({ since: startOf(since), asOf, ...(about !== undefined && { about }) });
    return c.html(renderNews({ ...view, cited: news.cited }, news));
  });
  app.get('/news.atom', async (c) => {
    const day = today();
    const { pathname, search, origin: own, searchParams } = new URL(c.req.url);
    const parsed = parseQuery(query.pick({ about: true }), searchParams);
    if (parsed.kind === 'refused') return c.text(`${parsed.parameter}: ${parsed.reason}`, 400);
    const { about } = parsed.asked;
    const since = startOf(addDays(day, -feedDays));
    const news = await dossier.news({ since, asOf: day, ...(about !== undefined && { about }) });
    const origin = c.get('origin') ?? own;
    const feed = renderNewsAtom(news, {
      title: about === undefined ? 'Servanda' : `Servanda: ${about}`,
      address: `${origin}${pathname}${search}`,
      naming: namingAt(origin),
      now: `${day}T00:00:00Z`,
    });
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });
  return app;
}

/** The first instant of a day. */
function startOf(day: Day): string {
  return `${day}T00:00:00.000Z`;
}
