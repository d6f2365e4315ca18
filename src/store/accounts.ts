import { randomUUID } from 'node:crypto';

import type { Kysely } from 'kysely';

import {
  type AccessToken,
  type Account,
  accountRoles,
  type AccountRole,
  type AuditEntry,
  type FollowedSource,
  tokenScopes,
  type Webhook,
} from '../model/account.ts';
import type { Schema } from './schema.ts';

/**
 * Accounts, what lets them in, what they did, what is followed for them and where news are posted. Secrets come and go as
 * digests alone, but for the one that signs the posts.
 */
export interface AccountStore {
  list(): Promise<readonly Account[]>;
  /** `null` where nobody has the name. */
  select(name: string): Promise<(Account & { readonly password: string }) | null>;
  /** `false` where the name is taken. */
  insert(account: Account & { readonly password: string }): Promise<boolean>;
  /** `false` where nobody has the name. A new password ends every session. */
  update(name: string, fields: { readonly role?: AccountRole; readonly password?: string }): Promise<boolean>;
  /** With its sessions and tokens. */
  delete(name: string): Promise<boolean>;

  insertSession(session: { readonly hash: string; readonly account: string; readonly until: string }): Promise<void>;
  /** Whose session it is, unless it is over by `now`. */
  selectSession(hash: string, now: string): Promise<Account | null>;
  deleteSession(hash: string): Promise<void>;

  insertToken(token: AccessToken & { readonly hash: string }): Promise<void>;
  selectToken(hash: string): Promise<{ readonly token: AccessToken; readonly account: Account } | null>;
  tokensOf(account: string): Promise<readonly AccessToken[]>;
  deleteToken(account: string, id: string): Promise<boolean>;

  insertAudit(entry: AuditEntry): Promise<void>;
  /** Latest first. */
  selectAudit(limit: number): Promise<readonly AuditEntry[]>;

  followed(): Promise<readonly FollowedSource[]>;
  follow(source: FollowedSource): Promise<void>;
  unfollow(url: string): Promise<void>;

  selectWebhook(): Promise<SignedWebhook | null>;
  replaceWebhook(webhook: SignedWebhook): Promise<void>;
  /** Nothing where it is no longer this address that is posted to. */
  markWebhook(url: string, told: string): Promise<void>;
  deleteWebhook(): Promise<void>;
}

/** With what signs its posts. */
export type SignedWebhook = Webhook & { readonly secret: string };

/** Key of the setting that holds it. */
const webhookKey = 'webhook';

export function createAccountStore(db: Kysely<Schema>): AccountStore {
  const select = async (name: string) =>
    (await db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()) ?? null;
  const selectWebhook = async (): Promise<SignedWebhook | null> => {
    const row = await db.selectFrom('setting').select('value').where('key', '=', webhookKey).executeTakeFirst();
    return row ? JSON.parse(row.value) : null;
  };
  const replaceWebhook = async (webhook: SignedWebhook): Promise<void> => {
    const value = JSON.stringify(webhook);
    await db
      .insertInto('setting')
      .values({ key: webhookKey, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value }))
      .execute();
  };
  return {
    list: async () => (await db.selectFrom('account').selectAll().orderBy('name').execute()).map(accountOf),
    select: async (name) => {
      const row = await select(name);
      return row && { ...accountOf(row), password: row.password };
    },
    insert: async ({ name, role, password, at }) => {
      const row = { name, role, password, at };
      const inserted = await db
        .insertInto('account')
        .values(row)
        .onConflict((c) => c.column('name').doNothing())
        .returning('name')
        .execute();
      return inserted.length > 0;
    },
    update: async (name, { role, password }) => {
      const fields = { ...(role && { role }), ...(password !== undefined && { password }) };
      if (password !== undefined) await db.deleteFrom('session').where('account', '=', name).execute();
      const updated = await db.updateTable('account').set(fields).where('name', '=', name).returning('name').execute();
      return updated.length > 0;
    },
    delete: async (name) =>
      (await db.deleteFrom('account').where('name', '=', name).returning('name').execute()).length > 0,
    insertSession: async ({ hash, account, until }) => {
      await db.insertInto('session').values({ hash, account, until }).execute();
    },
    selectSession: async (hash, now) => {
      await db.deleteFrom('session').where('until', '<=', now).execute();
      const row = await db
        .selectFrom('session')
        .innerJoin('account', 'account.name', 'session.account')
        .selectAll('account')
        .where('session.hash', '=', hash)
        .executeTakeFirst();
      return row ? accountOf(row) : null;
    },
    deleteSession: async (hash) => {
      await db.deleteFrom('session').where('hash', '=', hash).execute();
    },
    insertToken: async ({ id, hash, account, scope, label, at }) => {
      await db.insertInto('access_token').values({ id, hash, account, scope, label, at }).execute();
    },
    selectToken: async (hash) => {
      const row = await db.selectFrom('access_token').selectAll().where('hash', '=', hash).executeTakeFirst();
      const account = row && (await select(row.account));
      return row && account ? { token: tokenOf(row), account: accountOf(account) } : null;
    },
    tokensOf: async (account) =>
      (await db.selectFrom('access_token').selectAll().where('account', '=', account).orderBy('at').execute()).map(
        tokenOf,
      ),
    deleteToken: async (account, id) => {
      const query = db.deleteFrom('access_token').where('account', '=', account).where('id', '=', id);
      return (await query.returning('id').execute()).length > 0;
    },
    insertAudit: async ({ at, who, action, subject }) => {
      await db.insertInto('audit').values({ id: randomUUID(), at, who, action, subject }).execute();
    },
    selectAudit: (limit) =>
      db
        .selectFrom('audit')
        .select(['at', 'who', 'action', 'subject'])
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute(),
    followed: async () => (await db.selectFrom('followed').selectAll().orderBy('at').execute()).map(followedOf),
    follow: async ({ url, kind, by, at }) => {
      await db
        .insertInto('followed')
        .values({ url, kind, by, at })
        .onConflict((c) => c.column('url').doNothing())
        .execute();
    },
    unfollow: async (url) => {
      await db.deleteFrom('followed').where('url', '=', url).execute();
    },
    selectWebhook,
    replaceWebhook,
    markWebhook: async (url, told) => {
      const webhook = await selectWebhook();
      if (webhook?.url === url) await replaceWebhook({ ...webhook, told });
    },
    deleteWebhook: async () => {
      await db.deleteFrom('setting').where('key', '=', webhookKey).execute();
    },
  };
}

/** A word that this program does not know gives no rights. */
function accountOf({ name, role, at }: { readonly name: string; readonly role: string; readonly at: string }): Account {
  return { name, role: accountRoles.find((known) => known === role) ?? 'reader', at };
}

function tokenOf(row: Omit<AccessToken, 'scope'> & { readonly scope: string }): AccessToken {
  const { id, account, scope, label, at } = row;
  return { id, account, scope: tokenScopes.find((known) => known === scope) ?? 'calendar', label, at };
}

function followedOf({ url, kind, by, at }: Omit<FollowedSource, 'kind'> & { readonly kind: string }): FollowedSource {
  return { url, kind: kind === 'sitemap' || kind === 'page' ? kind : 'feed', by, at };
}
