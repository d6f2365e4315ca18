import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

import {
  type AccessToken,
  type Account,
  type AccountRole,
  type AuditEntry,
  type TokenScope,
  type Who,
} from '../model/account.ts';
import { openStore } from '../store/open-store.ts';
import type { AccountStore } from '../store/accounts.ts';

/** Why an account was not made or changed, in a sentence. */
export type AccountOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: string };

/** Who may enter a dossier that is served to others, and what they did there. */
export interface Accounts {
  list(): Promise<readonly Account[]>;
  create(name: string, password: string, role: AccountRole): Promise<AccountOutcome>;
  setPassword(name: string, password: string): Promise<AccountOutcome>;
  /** The last admin stays one. */
  setRole(name: string, role: AccountRole): Promise<AccountOutcome>;
  remove(name: string): Promise<AccountOutcome>;

  /** The secret of a new session; `null` where name or password are wrong, after as long a time either way. */
  signIn(name: string, password: string): Promise<string | null>;
  signOut(secret: string): Promise<void>;
  whoOfSession(secret: string): Promise<Who | null>;

  /** The token, this once. It opens no more than its account may. */
  makeToken(account: string, scope: TokenScope, label: string): Promise<string>;
  whoOfToken(token: string): Promise<{ readonly who: Who; readonly scope: TokenScope } | null>;
  tokensOf(account: string): Promise<readonly AccessToken[]>;
  revokeToken(account: string, id: string): Promise<boolean>;

  audit(who: string, action: string, subject?: string): Promise<void>;
  /** Latest first. */
  auditLog(limit: number): Promise<readonly AuditEntry[]>;
  close(): Promise<void>;
}

export interface AccountOptions {
  readonly database: string;
  /** The clock, as an ISO instant. */
  readonly now: () => string;
  /** Power of two of scrypt's cost: 17 is what OWASP asks for; less only in tests. */
  readonly cost?: number;
}

/** Hours that a session lasts. */
const sessionHours = 7 * 24;

/** Opens the accounts of a dossier, over a connection of their own. */
export async function openAccounts({ database, now, cost = 17 }: AccountOptions): Promise<Accounts> {
  const store = await openStore(database);
  const accounts = store.accounts;
  // Who asks for a name that nobody has waits as long as for a wrong password.
  const decoy = await hashPassword('nobody', cost);
  return {
    list: () => accounts.list(),
    create: async (name, password, role) => {
      const fault = faultOfName(name) ?? faultOfPassword(password);
      if (fault !== null) return refused(fault);
      const inserted = await accounts.insert({ name, role, password: await hashPassword(password, cost), at: now() });
      return inserted ? done : refused(`there is an account ${name} already`);
    },
    setPassword: async (name, password) => {
      const fault = faultOfPassword(password);
      if (fault !== null) return refused(fault);
      return (await accounts.update(name, { password: await hashPassword(password, cost) })) ? done : noSuch(name);
    },
    setRole: async (name, role) => {
      if (role !== 'admin' && (await isLastAdmin(accounts, name))) return refused('the last admin stays one');
      return (await accounts.update(name, { role })) ? done : noSuch(name);
    },
    remove: async (name) => {
      if (await isLastAdmin(accounts, name)) return refused('the last admin stays');
      return (await accounts.delete(name)) ? done : noSuch(name);
    },
    signIn: async (name, password) => {
      const account = await accounts.select(name);
      const right = await isPassword(password, account?.password ?? decoy);
      if (!account || !right) return null;
      const secret = randomBytes(32).toString('base64url');
      const until = new Date(Date.parse(now()) + sessionHours * 3_600_000).toISOString();
      await accounts.insertSession({ hash: hashOf(secret), account: name, until });
      return secret;
    },
    signOut: (secret) => accounts.deleteSession(hashOf(secret)),
    whoOfSession: async (secret) => {
      const account = await accounts.selectSession(hashOf(secret), now());
      return account && { name: account.name, role: account.role, by: 'session' };
    },
    makeToken: async (account, scope, label) => {
      const token = `srv_${randomBytes(32).toString('base64url')}`;
      const id = randomBytes(8).toString('hex');
      await accounts.insertToken({ id, hash: hashOf(token), account, scope, label: label.slice(0, 80), at: now() });
      return token;
    },
    whoOfToken: async (token) => {
      const found = await accounts.selectToken(hashOf(token));
      if (!found) return null;
      const { account, token: known } = found;
      const role = known.scope === 'write' && account.role !== 'reader' ? 'editor' : 'reader';
      return { who: { name: account.name, role, by: 'token' }, scope: known.scope };
    },
    tokensOf: (account) => accounts.tokensOf(account),
    revokeToken: (account, id) => accounts.deleteToken(account, id),
    audit: (who, action, subject) => accounts.insertAudit({ at: now(), who, action, subject: subject ?? null }),
    auditLog: (limit) => accounts.selectAudit(limit),
    close: () => store.close(),
  };
}

const done: AccountOutcome = { kind: 'done' };

function refused(reason: string): AccountOutcome {
  return { kind: 'refused', reason };
}

function noSuch(name: string): AccountOutcome {
  return refused(`there is no account ${name}`);
}

function faultOfName(name: string): string | null {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@ -]{0,59}$/u.test(name)
    ? null
    : 'a name begins with a letter or digit and has at most 60 letters, digits, dots, dashes and spaces';
}

function faultOfPassword(password: string): string | null {
  if (password.length < 12) return 'a password has at least 12 characters';
  return password.length > 400 ? 'a password has at most 400 characters' : null;
}

async function isLastAdmin(accounts: AccountStore, name: string): Promise<boolean> {
  const admins = (await accounts.list()).filter(({ role }) => role === 'admin');
  return admins.length === 1 && admins[0]?.name === name;
}

/** `scrypt$17$8$1$SALT$KEY`: the costs stand with the digest, so that they may rise. */
async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

async function isPassword(password: string, digest: string): Promise<boolean> {
  const [, cost = '17', , , salt = '', key = ''] = digest.split('$');
  const wanted = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const costs = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 8 * 128 + 2 ** 20 };
  scrypt(password.normalize('NFKC'), salt, 32, costs, (error, key) => (error ? reject(error) : resolve(key)));
  return promise;
}

/** Secrets have 256 bits of chance: a plain digest keeps them. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
