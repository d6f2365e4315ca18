import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Accounts } from '../app/accounts.ts';
import type { Desk } from '../app/desk.ts';
import type { Dossier } from '../app/dossier.ts';
import type { Material } from '../app/intake.ts';
import type { Taken } from '../model/reading-job.ts';
import type { Day } from '../model/time.ts';
import { deskWords } from '../web/desk-words.data.ts';
import { hrefTo } from '../web/links.ts';
import { renderMessage } from '../web/pages/message.ts';
import { renderJob, renderReadIn } from '../web/pages/read-in.ts';
import { auditIn } from './audit.ts';
import { type Body, fieldsOf } from './form-fields.ts';
import { only } from './only.ts';
import { parseQuery, selectionQuery } from './request.ts';
import { viewOf, whoOf } from './view-of.ts';

/** Bytes that may be handed in at once. */
export const mostHandedIn = 31 * 1024 * 1024;

/** Where articles are handed in, how far their reading has come, and what is followed. For editors alone. */
export function readInPages(
  dossier: Dossier,
  { intake, follower }: Pick<Desk, 'intake' | 'follower'>,
  today: () => Day,
  accounts?: Accounts,
): Hono {
  const app = new Hono();
  const audit = auditIn(accounts);
  for (const path of ['/read', '/read/*', '/follow', '/unfollow']) app.use(path, only('editor', today));

  const readInPage = async (c: Context, fault: string | null = null) =>
    renderReadIn(viewOf(c, today()), { jobs: intake.jobs(), followed: await follower.followed() }, fault);
  app.get('/read', async (c) => c.html(await readInPage(c)));
  app.post('/read', async (c) => {
    const material = await materialOf(await c.req.parseBody({ all: true }));
    const view = viewOf(c, today());
    if (material === null) return c.html(await readInPage(c, deskWords[view.language].noMaterial), 400);
    const id = intake.submit(material, whoOf(c)?.name ?? '');
    await audit(c, 'read in', id);
    return c.redirect(hrefTo(view, `/read/${id}`), 303);
  });
  app.post('/follow', async (c) => {
    const { url = '' } = fieldsOf(await c.req.parseBody());
    const view = viewOf(c, today());
    if (!(await follower.follow(url, whoOf(c)?.name ?? '')))
      return c.html(await readInPage(c, deskWords[view.language].noAddress), 400);
    await audit(c, 'followed', url);
    return c.redirect(hrefTo(view, '/read'), 303);
  });
  app.post('/unfollow', async (c) => {
    const { url = '' } = fieldsOf(await c.req.parseBody());
    await follower.unfollow(url);
    await audit(c, 'followed no more', url);
    return c.redirect(hrefTo(viewOf(c, today()), '/read'), 303);
  });
  app.get('/read/:id', async (c) => {
    const job = intake.job(c.req.param('id'));
    const view = viewOf(c, today());
    if (job === null) return c.html(renderMessage(view, 'no-such-line'), 404);
    return c.html(renderJob(view, job, await dossier.cards(firstRead(job.taken))));
  });
  app.get('/read/:id/events', (c) => {
    const id = c.req.param('id');
    if (intake.job(id) === null) return c.notFound();
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const job of intake.follow(id, gone.signal))
        await stream.writeSSE({ event: 'job', data: JSON.stringify(job) });
    });
  });
  return app;
}

/** What a form hands in; `null` where it holds neither a text nor an address nor a file. */
async function materialOf(body: Body): Promise<Material | null> {
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

/** The first documents that a job brought: a page of more nobody reads. */
function firstRead(taken: readonly Taken[]): readonly string[] {
  return taken.flatMap((one) => (one.kind === 'failed' ? [] : [one.document])).slice(0, mostNamed);
}

const mostNamed = 200;
