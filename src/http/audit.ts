import type { Context } from 'hono';

import type { Accounts } from '../app/accounts.ts';
import { whoOf } from './view-of.ts';

/** Writes into the log what somebody did; nothing where there are no accounts. */
export function auditIn(accounts: Accounts | undefined) {
  return async (c: Context, action: string, subject?: string): Promise<void> =>
    accounts?.audit(whoOf(c)?.name ?? '', action, subject);
}
