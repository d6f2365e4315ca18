import { Hono, type Context } from 'hono';

import type { AccountOutcome, Accounts } from '../app/accounts.ts';
import { type AccountRole, accountRoles, may, tokenScopes } from '../model/account.ts';
import type { Day } from '../model/time.ts';
import { deskWords } from '../web/desk-words.data.ts';
import { hrefTo } from '../web/links.ts';
import { renderAccount, renderAudit, renderSignIn } from '../web/pages/account.ts';
import { renderMessage } from '../web/pages/message.ts';
import { fieldsOf } from './form-fields.ts';
import { endSession, openSession } from './gate.ts';
import { only } from './only.ts';
import { viewOf, whoOf } from './view-of.ts';

/** Lines of the log on its page. */
const auditLines = 500;

/** The way in and out, one's own account, and for admins those of all and the log. */
export function accountPages(accounts: Accounts, today: () => Day, proxied: boolean): Hono {
  const app = new Hono();
  const nameOf = (c: Context): string => whoOf(c)?.name ?? '';
  const accountPage = async (c: Context, more: { readonly made?: string; readonly fault?: string } = {}) => {
    const who = whoOf(c);
    return renderAccount(viewOf(c, today()), {
      tokens: await accounts.tokensOf(nameOf(c)),
      made: more.made ?? null,
      accounts: may(who, 'admin') ? await accounts.list() : null,
      fault: more.fault ?? null,
    });
  };
  /** Back to the account where it is done, else the account with what speaks against it. */
  const settle = async (c: Context, outcome: AccountOutcome, action: string, subject: string) => {
    if (outcome.kind === 'refused') return c.html(await accountPage(c, { fault: outcome.reason }), 400);
    await accounts.audit(nameOf(c), action, subject);
    return c.redirect(hrefTo(viewOf(c, today()), '/account'), 303);
  };

  app.get('/sign-in', (c) => c.html(renderSignIn(viewOf(c, today()), ownPath(c.req.query('next')))));
  app.post('/sign-in', async (c) => {
    const { name = '', password = '', next } = fieldsOf(await c.req.parseBody());
    const view = viewOf(c, today());
    const secret = await accounts.signIn(name, password);
    await accounts.audit(name.slice(0, 60), secret === null ? 'sign-in refused' : 'sign-in');
    if (secret === null) return c.html(renderSignIn(view, ownPath(next), deskWords[view.language].signInWrong), 401);
    openSession(c, secret, proxied);
    return c.redirect(ownPath(next), 303);
  });
  app.post('/sign-out', async (c) => {
    const secret = endSession(c);
    if (secret !== undefined) await accounts.signOut(secret);
    return c.redirect(hrefTo(viewOf(c, today()), '/sign-in'), 303);
  });

  // A token lets a program read and work; the account itself is its owner's.
  const sessionsOnly = async (c: Context, next: () => Promise<void>) =>
    whoOf(c)?.by === 'session' ? next() : c.html(renderMessage(viewOf(c, today()), 'not-allowed'), 403);
  for (const path of ['/account', '/account/*', '/accounts', '/accounts/*', '/audit']) app.use(path, sessionsOnly);
  for (const path of ['/accounts', '/accounts/*', '/audit']) app.use(path, only('admin', today));

  app.get('/account', async (c) => c.html(await accountPage(c)));
  app.post('/account/tokens', async (c) => {
    const { label = '', scope } = fieldsOf(await c.req.parseBody());
    const wanted = tokenScopes.find((known) => known === scope) ?? 'read';
    const made = await accounts.makeToken(nameOf(c), wanted, label);
    await accounts.audit(nameOf(c), 'token made', `${wanted} ${label}`);
    return c.html(await accountPage(c, { made }));
  });
  app.post('/account/tokens/:id/revoke', async (c) => {
    await accounts.revokeToken(nameOf(c), c.req.param('id'));
    await accounts.audit(nameOf(c), 'token revoked', c.req.param('id'));
    return c.redirect(hrefTo(viewOf(c, today()), '/account'), 303);
  });
  app.post('/account/password', async (c) => {
    const { old = '', password = '' } = fieldsOf(await c.req.parseBody());
    const secret = await accounts.signIn(nameOf(c), old);
    if (secret === null)
      return c.html(await accountPage(c, { fault: deskWords[viewOf(c, today()).language].signInWrong }), 400);
    return settle(c, await accounts.setPassword(nameOf(c), password), 'password changed', nameOf(c));
  });

  app.post('/accounts', async (c) => {
    const { name = '', password = '', role } = fieldsOf(await c.req.parseBody());
    return settle(c, await accounts.create(name, password, roleOf(role)), 'account made', `${name} ${roleOf(role)}`);
  });
  app.post('/accounts/role', async (c) => {
    const { name = '', role } = fieldsOf(await c.req.parseBody());
    return settle(c, await accounts.setRole(name, roleOf(role)), 'role set', `${name} ${roleOf(role)}`);
  });
  app.post('/accounts/remove', async (c) => {
    const { name = '' } = fieldsOf(await c.req.parseBody());
    return settle(c, await accounts.remove(name), 'account removed', name);
  });
  app.get('/audit', async (c) => c.html(renderAudit(viewOf(c, today()), await accounts.auditLog(auditLines))));
  return app;
}

function roleOf(role: string | undefined): AccountRole {
  return accountRoles.find((known) => known === role) ?? 'reader';
}

/** A path of our own; an address elsewhere would make the way in a way out. */
function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\s]*$/u.test(next) ? next : '/';
}
