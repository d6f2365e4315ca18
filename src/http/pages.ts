import { Hono, type Context } from 'hono';
import type { z } from 'zod';

import type { Dossier } from '../app/dossier.ts';
import { keptAnswers } from '../app/kept-answers.ts';
import type { Cited, Page, Selection, Shown } from '../model/answer.ts';
import type { Day } from '../model/time.ts';
import type { Html } from '../web/html.ts';
import { hrefTo } from '../web/links.ts';
import { renderAgreement, renderAgreements } from '../web/pages/agreements.ts';
import { renderCalendar } from '../web/pages/calendar.ts';
import { renderClaim } from '../web/pages/claim.ts';
import { renderCommitment, renderCommitments } from '../web/pages/commitments.ts';
import { renderConflicts } from '../web/pages/conflicts.ts';
import { renderDocument } from '../web/pages/document.ts';
import { renderEntity } from '../web/pages/entity.ts';
import { renderEvent } from '../web/pages/event.ts';
import { type FiguresPage, renderFigures, renderSeries } from '../web/pages/figures.ts';
import { renderGraph } from '../web/pages/graph.ts';
import { renderHome } from '../web/pages/home.ts';
import { renderMessage } from '../web/pages/message.ts';
import { renderPeople } from '../web/pages/people.ts';
import { renderPosts } from '../web/pages/posts.ts';
import { renderRulings } from '../web/pages/rulings.ts';
import { renderSearch } from '../web/pages/search.ts';
import { renderSources } from '../web/pages/sources.ts';
import { renderStatements, type StatementsPage } from '../web/pages/statements.ts';
import { renderTimeline } from '../web/pages/timeline.ts';
import { timeMapOf } from '../web/time-map.ts';
import type { View } from '../web/view.ts';
import { allCited } from './all-cited.ts';
import { homeOf } from './home-of.ts';
import { commitmentQuery, parseQuery, searchQuery, selectionOf, selectionQuery, statementQuery } from './request.ts';
import { named, viewOf } from './view-of.ts';

/** How many lines stand on one page of a list. */
const pageLength = 30;

/** Each stands with the sentences of all its sources, which makes it several times as long as other lines. */
const conflictsEach = 12;

/** How many events are asked for at a time, and how many are drawn at most. */
const partLength = 2000;
const mostMarks = 40_000;

/** The pages of a dossier at their permanent addresses. */
export function pages(dossier: Dossier, today: () => Day): Hono {
  const app = new Hono();
  /** A page of a list: the query checked, the lines fetched, the page drawn. */
  const list = <Asked extends z.infer<typeof selectionQuery>, Lines extends { readonly cited: Cited }>(
    path: string,
    schema: z.ZodType<Asked>,
    fetchPage: (asked: Asked, selection: Selection) => Promise<Lines>,
    render: (view: View, page: Lines) => Html,
  ) =>
    app.get(path, async (c) => {
      const view = await named(viewOf(c, today()), dossier);
      const parsed = parseQuery(schema, view.query);
      if (parsed.kind === 'refused')
        return c.html(renderMessage(view, 'bad-request', `${parsed.parameter}: ${parsed.reason}`), 400);
      const page = await fetchPage(parsed.asked, selectionOf(parsed.asked, today(), pageLength));
      return c.html(render({ ...view, cited: page.cited }, page));
    });

  // Every reader begins here, each with a page of his own: what stands on it is the same for all.
  const home = keptAnswers(dossier.version, ({ asOf, about }: Pick<Selection, 'asOf' | 'about'>) =>
    homeOf(dossier, { asOf, ...(about !== undefined && { about }) }),
  );
  list('/', selectionQuery, (_, { asOf, about }) => home({ asOf, ...(about !== undefined && { about }) }), renderHome);
  list(
    '/timeline',
    selectionQuery,
    async (_, s) => ({ ...(await dossier.timeline(s)), outlets: (await dossier.outlets()).outlets }),
    (view, page) => renderTimeline(view, page, page.outlets),
  );
  list('/agreements', selectionQuery, (_, s) => dossier.agreements({ ...s, bare: true }), renderAgreements);
  list(
    '/commitments',
    commitmentQuery,
    ({ outcome }, s) => dossier.commitments({ ...s, ...(outcome && { outcome }) }),
    renderCommitments,
  );
  list(
    '/statements',
    statementQuery,
    ({ speaker, topic }, s) => statementsOf(dossier, { ...s, ...(speaker && { speaker }), ...(topic && { topic }) }),
    renderStatements,
  );
  list('/people', selectionQuery, (_, s) => dossier.people(s), renderPeople);
  list('/posts', selectionQuery, (_, s) => dossier.posts(s), renderPosts);
  list('/figures', selectionQuery, (_, s) => figuresOf(dossier, s), renderFigures);
  list('/series', selectionQuery, (_, s) => dossier.series(s), renderSeries);
  list(
    '/conflicts',
    selectionQuery,
    ({ limit = conflictsEach }, s) => dossier.conflicts({ ...s, limit }),
    renderConflicts,
  );
  list('/graph', selectionQuery, (_, s) => dossier.parties(s), renderGraph);
  list(
    '/sources',
    selectionQuery,
    async ({ offset = 0 }, s) => {
      // The outlets are those of the whole record: they stand before its first documents.
      const outlets = offset === 0 && s.about === undefined && s.outlet === undefined ? await dossier.outlets() : null;
      return { ...(await dossier.documents(s)), outlets };
    },
    (view, page) => renderSources(view, page, page.outlets),
  );

  app.get('/rulings', async (c) => {
    const view = await named(viewOf(c, today()), dossier);
    return c.html(renderRulings(view, await dossier.rulings()));
  });
  app.get('/calendar', async (c) => {
    const view = await named(viewOf(c, today()), dossier);
    const absolute = (path: string) => new URL(path, c.get('origin') ?? c.req.url).href;
    const about = view.about === null ? '' : `?${new URLSearchParams({ about: view.about })}`;
    return c.html(
      renderCalendar(view, {
        calendar: absolute(`/export/due.ics${about}`),
        feed: absolute(`/news.atom${about}`),
      }),
    );
  });

  app.get('/timeline.json', async (c) => {
    const view = viewOf(c, today());
    const parsed = parseQuery(selectionQuery.omit({ offset: true, limit: true }), view.query);
    if (parsed.kind === 'refused') return c.json({ parameter: parsed.parameter, reason: parsed.reason }, 400);
    return c.json(
      timeMapOf(
        view,
        await allOf((part) => dossier.timeline({ ...selectionOf(parsed.asked, today(), partLength), ...part })),
      ),
    );
  });

  app.get('/search', async (c) => {
    const view = viewOf(c, today());
    const parsed = parseQuery(searchQuery, view.query);
    if (parsed.kind === 'refused')
      return c.html(renderMessage(view, 'bad-request', `${parsed.parameter}: ${parsed.reason}`), 400);
    const asked = parsed.asked.q?.trim() ?? '';
    const page = asked === '' ? null : await dossier.search(asked, selectionOf(parsed.asked, today(), pageLength));
    return c.html(renderSearch(page ? { ...view, cited: page.cited } : view, asked, page));
  });

  for (const [folder, kind] of addresses) {
    app.get(`/${folder}/:id`, async (c) => {
      const view = viewOf(c, today());
      const shown = await dossier.show(c.req.param('id'), view.asOf, kind);
      if (shown === null) return c.html(renderMessage(view, 'no-such-line'), 404);
      const address = addressOf(shown);
      if (address !== c.req.path) return movedTo(c, view, address);
      if (shown.kind === 'agreement') return c.html(await agreementPage(dossier, view, shown));
      return c.html(renderShown({ ...view, cited: shown.cited }, shown));
    });
  }
  return app;
}

const addresses: readonly (readonly [folder: string, kind: Shown['kind']])[] = [
  ['documents', 'document'],
  ['entities', 'entity'],
  ['claims', 'claim'],
  ['events', 'event'],
  ['agreements', 'agreement'],
  ['commitments', 'commitment'],
];

/** A page of statements with what is about them: the facets of all, the topics of each. */
async function statementsOf(
  dossier: Dossier,
  selection: Parameters<Dossier['statements']>[0],
): Promise<StatementsPage> {
  const { offset: _offset, limit: _limit, order: _order, ...whole } = selection;
  const [page, facets] = await Promise.all([dossier.statements(selection), dossier.statementFacets(whole)]);
  return { ...page, facets, topics: await dossier.topicsOf(page.lines.map(({ id }) => id)) };
}

/** Series that stand over the figures; the others have a page of their own. */
const seriesAbove = 6;

/** A page of figures, the first with the series that they make. */
async function figuresOf(dossier: Dossier, selection: Selection): Promise<FiguresPage> {
  const first = (selection.offset ?? 0) === 0;
  const [page, series] = await Promise.all([
    dossier.figures(selection),
    first ? dossier.series({ ...selection, limit: seriesAbove }) : null,
  ]);
  return { ...page, series, cited: allCited(series ? [page, series] : [page]) };
}

/** All parts of a list, up to `mostMarks` lines. */
async function allOf<Line>(
  fetchPart: (part: { readonly offset: number }) => Promise<Page<Line>>,
): Promise<readonly Page<Line>[]> {
  const parts: Page<Line>[] = [];
  for (let offset = 0; offset < mostMarks; offset += partLength) {
    const part = await fetchPart({ offset });
    parts.push(part);
    if (offset + part.lines.length >= part.total || part.lines.length === 0) break;
  }
  return parts;
}

/** Lines of a kind that stand under an agreement. */
const underAgreement = 8;

async function agreementPage(
  dossier: Dossier,
  view: View,
  shown: Extract<Shown, { readonly kind: 'agreement' }>,
): Promise<Html> {
  const { line: agreement } = shown;
  const selection = { asOf: view.asOf, limit: underAgreement };
  const [commitments, statements] = await Promise.all([
    dossier.commitments({ ...selection, about: agreement.entity }),
    dossier.statements({ ...selection, topic: agreement.entity, order: 'newest' }),
  ]);
  const cited = allCited([shown, commitments, statements]);
  return renderAgreement({ ...view, cited }, { agreement, commitments, statements });
}

function renderShown(view: View, shown: Exclude<Shown, { readonly kind: 'agreement' }>): Html {
  switch (shown.kind) {
    case 'document':
      return renderDocument(view, shown.line);
    case 'entity':
      return renderEntity(view, shown.line);
    case 'claim':
      return renderClaim(view, shown.line);
    case 'event':
      return renderEvent(view, shown.line);
    case 'commitment':
      return renderCommitment(view, shown.line);
  }
}

/** Where a line stands for good. */
function addressOf(shown: Shown): string {
  switch (shown.kind) {
    case 'document':
      return `/documents/${shown.line.document.id}`;
    case 'entity':
      return `/entities/${shown.line.entity.id}`;
    case 'claim':
      return `/claims/${shown.line.claim.id}`;
    case 'event':
      return `/events/${shown.line.id}`;
    case 'agreement':
      return `/agreements/${shown.line.id}`;
    case 'commitment':
      return `/commitments/${shown.line.id}`;
  }
}

/** An id that a merge gave up leads to the line that has it. */
function movedTo(c: Context, view: View, address: string): Response {
  return c.redirect(hrefTo(view, address), 302);
}
