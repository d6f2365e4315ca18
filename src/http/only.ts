import type { MiddlewareHandler } from 'hono';

import { type AccountRole, may } from '../model/account.ts';
import type { Day } from '../model/time.ts';
import { renderMessage } from '../web/pages/message.ts';
import { viewOf, whoOf } from './view-of.ts';

/** Lets in who has this role or a higher one; others get a page that says so. */
export function only(role: AccountRole, today: () => Day): MiddlewareHandler {
  return async (c, next) =>
    may(whoOf(c), role) ? next() : c.html(renderMessage(viewOf(c, today()), 'not-allowed'), 403);
}
