/** What an account may do: read; also rule and read in; also keep the accounts. Each may all that those before it may. */
export const accountRoles = ['reader', 'editor', 'admin'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** Somebody who asks. */
export interface Who {
  readonly name: string;
  readonly role: AccountRole;
  /** `own`: the owner of the machine, without an account. */
  readonly by: 'own' | 'session' | 'token';
}

/** Whether somebody may do what this role is needed for. */
export function may(who: Who | null, needed: AccountRole): boolean {
  return who !== null && accountRoles.indexOf(who.role) >= accountRoles.indexOf(needed);
}
