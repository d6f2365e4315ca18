import { randomBytes } from 'node:crypto';

import { openAccounts, type Accounts } from '../app/accounts.ts';
import type { AccountRole } from '../model/account.ts';
import { requireDossier } from './open-existing.ts';
import { CommandError, exitCodes, type Streams } from './streams.ts';

type Change = 'add' | 'role' | 'password' | 'remove';

export interface AccountCommandOptions {
  readonly db: string;
  readonly role: AccountRole;
  readonly passwordStdin?: boolean;
}

/** `servanda account`: exit code 1 where it was refused. A password that nobody gave is made up and printed, this once. */
export async function runAccount(
  action: 'list' | Change,
  name: string | undefined,
  options: AccountCommandOptions,
  streams: Streams,
): Promise<number> {
  requireDossier(options.db);
  const accounts = await openAccounts({ database: options.db, now: streams.now });
  try {
    if (action === 'list') {
      for (const account of await accounts.list()) streams.out(`${account.name}\t${account.role}\n`);
      return exitCodes.done;
    }
    if (name === undefined) throw new CommandError(`it is: servanda account ${action} NAME`, exitCodes.usage);
    return await change(accounts, action, name, options, streams);
  } finally {
    await accounts.close();
  }
}

async function change(
  accounts: Accounts,
  action: Change,
  name: string,
  { role, passwordStdin = false }: AccountCommandOptions,
  streams: Streams,
): Promise<number> {
  const given = passwordStdin ? await firstLine(streams.stdin) : null;
  const password = given ?? randomBytes(15).toString('base64url');
  const withPassword = action === 'add' || action === 'password';
  const outcome = await {
    add: () => accounts.create(name, password, role),
    role: () => accounts.setRole(name, role),
    password: () => accounts.setPassword(name, password),
    remove: () => accounts.remove(name),
  }[action]();
  if (outcome.kind === 'refused') throw new CommandError(outcome.reason, exitCodes.failed);
  await accounts.audit('command line', `account ${action}`, name);
  if (withPassword && given === null) streams.out(`password of ${name}: ${password}\n`);
  return exitCodes.done;
}

async function firstLine(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  let text = '';
  for await (const chunk of stdin) text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
  return text.split(/\r?\n/u, 1)[0] ?? '';
}
