import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Accounts } from '../app/accounts.ts';
import type { Desk } from '../app/desk.ts';
import type { Dossier } from '../app/dossier.ts';
import type { Material } from '../app/intake.ts';
import { idIn, type RulingDraft } from '../app/rule.ts';
import { may } from '../model/account.ts';
import type { Taken } from '../model/reading-job.ts';
import { correctableFields } from '../model/ruling.ts';
import type { Day } from '../model/time.ts';
import { deskWords } from '../web/desk-words.data.ts';
import { hrefTo } from '../web/links.ts';
import { renderClaimReading } from '../web/pages/claim-reading.ts';
import { renderClaim } from '../web/pages/claim.ts';
import { renderEntity } from '../web/pages/entity.ts';
import { renderEvent } from '../web/pages/event.ts';
import { renderMessage } from '../web/pages/message.ts';
import { renderJob, renderReadIn } from '../web/pages/read-in.ts';
import { parseQuery, selectionQuery } from './request.ts';
import { viewOf, whoOf } from './view-of.ts';

/** Bytes that may be handed in at once. */
export const mostHandedIn = 31 * 1024 * 1024;

/** The pages on which people work: reading in and ruling. For editors alone. */
export function deskPages(dossier: Dossier, desk: Desk, today: () => Day, accounts?: Accounts): Hono {
  const app = new Hono();
  const audit = async (c: Context, action: string, subject: string): Promise<void> =>
    accounts?.audit(whoOf(c)?.name ?? '', action, subject);
  const editorsOnly = async (c: Context, next: () => Promise<void>) =>
    may(whoOf(c), 'editor') ? next() : c.html(renderMessage(viewOf(c, today()), 'not-allowed'), 403);
  for (const path of ['/read', '/read/*', '/follow', '/unfollow', '/:folder/:id/rulings', '/rulings/:id/undo'])
    app.use(path, editorsOnly);

  /** Writes what a form decides, and that it was. */
  const ruleBy = async (c: Context, draft: RulingDraft | null, form: Fields, subject: string) => {
    if (draft === null) return { kind: 'refused' as const, reason: 'action: none that can be done here' };
    const outcome = await desk.rule(draft, { by: whoOf(c)?.name ?? '', why: form['why'] ?? '' });
    if (outcome.kind === 'ruled') await audit(c, `ruling: ${outcome.ruling.action}`, subject);
    return outcome;
  };

  const readInPage = async (c: Context, fault: string | null = null) =>
    renderReadIn(viewOf(c, today()), { jobs: desk.intake.jobs(), followed: await desk.follower.followed() }, fault);
  app.get('/read', async (c) => c.html(await readInPage(c)));
  app.post('/read', async (c) => {
    const material = materialOf(await c.req.parseBody({ all: true }));
    const view = viewOf(c, today());
    if (material instanceof Promise || material !== null) {
      const id = desk.intake.submit(await material, whoOf(c)?.name ?? '');
      await audit(c, 'read in', id);
      return c.redirect(hrefTo(view, `/read/${id}`), 303);
    }
    return c.html(await readInPage(c, deskWords[view.language].noMaterial), 400);
  });
  app.post('/follow', async (c) => {
    const { url = '' } = fieldsOf(await c.req.parseBody());
    const view = viewOf(c, today());
    if (!(await desk.follower.follow(url, whoOf(c)?.name ?? '')))
      return c.html(await readInPage(c, deskWords[view.language].noAddress), 400);
    await audit(c, 'followed', url);
    return c.redirect(hrefTo(view, '/read'), 303);
  });
  app.post('/unfollow', async (c) => {
    const { url = '' } = fieldsOf(await c.req.parseBody());
    await desk.follower.unfollow(url);
    await audit(c, 'followed no more', url);
    return c.redirect(hrefTo(viewOf(c, today()), '/read'), 303);
  });
  app.get('/read/:id', async (c) => {
    const job = desk.intake.job(c.req.param('id'));
    const view = viewOf(c, today());
    if (job === null) return c.html(renderMessage(view, 'no-such-line'), 404);
    return c.html(renderJob(view, job, await dossier.cards(firstRead(job.taken))));
  });
  app.get('/read/:id/events', (c) => {
    const id = c.req.param('id');
    if (desk.intake.job(id) === null) return c.notFound();
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const job of desk.intake.follow(id, gone.signal))
        await stream.writeSSE({ event: 'job', data: JSON.stringify(job) });
    });
  });

  app.get('/claims/:id/reading', async (c) => {
    const view = viewOf(c, today());
    const reading = await desk.reading(c.req.param('id'));
    return reading === null
      ? c.html(renderMessage(view, 'no-such-line'), 404)
      : c.html(renderClaimReading(view, reading));
  });
  app.post('/claims/:id/rulings', async (c) => {
    const id = c.req.param('id');
    const view = viewOf(c, today());
    const form = fieldsOf(await c.req.parseBody());
    const outcome = await ruleBy(c, draftOf(id, form), form, id);
    if (outcome.kind === 'ruled') return c.redirect(hrefTo(view, `/claims/${id}`, {}, 'rulings'), 303);
    const shown = await dossier.claim(id, view.asOf);
    if (shown === null) return c.html(renderMessage(view, 'no-such-line'), 404);
    return c.html(renderClaim({ ...view, path: `/claims/${id}`, cited: shown.cited }, shown.line, outcome.reason), 400);
  });
  app.post('/entities/:id/rulings', async (c) => {
    const [id, view, form] = [c.req.param('id'), viewOf(c, today()), fieldsOf(await c.req.parseBody())];
    const outcome = await ruleBy(c, entityDraft(id, form), form, id);
    if (outcome.kind === 'ruled') return c.redirect(hrefTo(view, `/entities/${id}`), 303);
    const shown = await dossier.entity(id, view.asOf);
    if (shown === null) return c.html(renderMessage(view, 'no-such-line'), 404);
    const page = { ...view, path: `/entities/${id}`, cited: shown.cited };
    return c.html(renderEntity(page, shown.line, outcome.reason), 400);
  });
  app.post('/events/:id/rulings', async (c) => {
    const [id, view, form] = [c.req.param('id'), viewOf(c, today()), fieldsOf(await c.req.parseBody())];
    const outcome = await ruleBy(c, eventDraft(id, form), form, id);
    if (outcome.kind === 'ruled') return c.redirect(hrefTo(view, `/events/${id}`), 303);
    const shown = await dossier.show(id, view.asOf, 'event');
    if (shown?.kind !== 'event') return c.html(renderMessage(view, 'no-such-line'), 404);
    const page = { ...view, path: `/events/${id}`, cited: shown.cited };
    return c.html(renderEvent(page, shown.line, outcome.reason), 400);
  });
  app.post('/rulings/:id/undo', async (c) => {
    const form = fieldsOf(await c.req.parseBody());
    const view = viewOf(c, today());
    const outcome = await desk.rule(
      { action: 'undo', ruling: c.req.param('id') },
      { by: whoOf(c)?.name ?? '', why: form['why'] ?? '' },
    );
    if (outcome.kind === 'ruled') await audit(c, 'ruling undone', c.req.param('id'));
    return outcome.kind === 'ruled'
      ? c.redirect(hrefTo(view, '/rulings'), 303)
      : c.html(renderMessage(view, 'bad-request', outcome.reason), 400);
  });
  return app;
}

type Body = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, string>>;

/** What a form hands in; `null` where it holds neither a text nor an address nor a file. */
function materialOf(body: Body): Promise<Material> | Material | null {
  const fields = fieldsOf(body);
  const files = [body['files'] ?? []].flat().filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length > 0) return filesOf(files);
  if (fields['address']) return { kind: 'address', url: fields['address'] };
  if (!fields['text']) return null;
  const published = parseQuery(selectionQuery, new URLSearchParams({ from: fields['published'] ?? '' }));
  return {
    kind: 'text',
    text: fields['text'],
    title: fields['title'] || null,
    outlet: fields['outlet'] || null,
    published: published.kind === 'asked' ? (published.asked.from ?? null) : null,
    address: /^https?:\/\//iu.test(fields['source'] ?? '') ? (fields['source'] ?? null) : null,
  };
}

async function filesOf(files: readonly File[]): Promise<Material> {
  const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return { kind: 'files', files: await Promise.all(read) };
}

/** The text fields of a form, without blanks around them. */
export function fieldsOf(body: Body): Fields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );
}

function entityDraft(entity: string, form: Fields): RulingDraft | null {
  const { action, name = '', one = '', other = '' } = form;
  switch (action) {
    case 'rename':
      return { action, entity, name };
    case 'merge':
      return { action, entity, other };
    case 'split':
      return { action, entity, names: [one, other] };
    default:
      return null;
  }
}

function eventDraft(event: string, form: Fields): RulingDraft | null {
  const { action, one = '', other = '' } = form;
  if (action === 'merge-events') return { action, events: [event, idIn(other) ?? other] };
  return action === 'split-events' ? { action, events: [one, other] } : null;
}

function draftOf(claim: string, form: Fields): RulingDraft | null {
  const { action } = form;
  if (action === 'accept' || action === 'reject') return { action, claim };
  const field = correctableFields.find((name) => name === form['field']);
  if (action !== 'correct' || field === undefined) return null;
  return { action, claim, field, value: field === 'time' || field === 'due' ? rangeOf(form) : form['value'] };
}

/** Days of a form; `null` where both are blank. What is no day stays as it was written, for the refusal to name. */
function rangeOf(form: Fields): unknown {
  const parsed = parseQuery(selectionQuery, new URLSearchParams({ from: form['from'] ?? '', to: form['to'] ?? '' }));
  const { from, to } = parsed.kind === 'asked' ? parsed.asked : { from: form['from'], to: form['to'] };
  return from === undefined && to === undefined ? null : { from: from || null, to: to || null };
}

/** The first documents that a job brought: a page of more nobody reads. */
function firstRead(taken: readonly Taken[]): readonly string[] {
  return taken.flatMap((one) => (one.kind === 'failed' ? [] : [one.document])).slice(0, mostNamed);
}

const mostNamed = 200;
