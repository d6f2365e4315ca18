import { Hono, type Context } from 'hono';

import type { Accounts } from '../app/accounts.ts';
import type { Herald } from '../app/herald.ts';
import type { Day } from '../model/time.ts';
import { deskWords } from '../web/desk-words.data.ts';
import { hrefTo } from '../web/links.ts';
import { renderWebhook } from '../web/pages/webhook.ts';
import { nameOfWebhook } from '../app/name-of-webhook.ts';
import { auditIn } from './audit.ts';
import { fieldsOf } from './form-fields.ts';
import { only } from './only.ts';
import { viewOf, whoOf } from './view-of.ts';

/** Where news are posted to: set and taken back by admins alone. */
export function webhookPages(herald: Herald, today: () => Day, accounts?: Accounts): Hono {
  const app = new Hono();
  const audit = auditIn(accounts);
  const page = async (c: Context, more: { readonly secret?: string; readonly fault?: string } = {}) =>
    renderWebhook(viewOf(c, today()), {
      webhook: await herald.webhook(),
      lastPost: herald.lastPost(),
      secret: more.secret ?? null,
      fault: more.fault ?? null,
    });
  for (const path of ['/webhook', '/webhook/*']) app.use(path, only('admin', today));

  app.get('/webhook', async (c) => c.html(await page(c)));
  app.post('/webhook', async (c) => {
    const { url = '' } = fieldsOf(await c.req.parseBody());
    const outcome = await herald.set(url, whoOf(c)?.name ?? '');
    if (outcome.kind === 'refused')
      return c.html(await page(c, { fault: deskWords[viewOf(c, today()).language].webhookRefused }), 400);
    await audit(c, 'webhook set', nameOfWebhook(url));
    return c.html(await page(c, { secret: outcome.secret }));
  });
  app.post('/webhook/remove', async (c) => {
    await herald.remove();
    await audit(c, 'webhook removed');
    return c.redirect(hrefTo(viewOf(c, today()), '/webhook'), 303);
  });
  return app;
}
