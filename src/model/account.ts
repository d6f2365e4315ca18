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

/** What a token opens: reading; also ruling and reading in; or the calendar and the feed alone, whose address holds it. */
export const tokenScopes = ['read', 'write', 'calendar'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** A token as its owner sees it; the token itself is shown once and kept nowhere. */
export interface AccessToken {
  readonly id: string;
  readonly account: string;
  readonly scope: TokenScope;
  readonly label: string;
  /** ISO instant of its making. */
  readonly at: string;
}

export interface Account {
  readonly name: string;
  readonly role: AccountRole;
  readonly at: string;
}

/** That somebody did something. */
export interface AuditEntry {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string | null;
}

/** Where what is new is posted to. */
export interface Webhook {
  readonly url: string;
  readonly by: string;
  readonly at: string;
  /** ISO instant up to which news were posted. */
  readonly told: string;
}

/** A source that is read on by itself. */
export interface FollowedSource {
  readonly url: string;
  readonly kind: 'feed' | 'sitemap' | 'page';
  readonly by: string;
  readonly at: string;
}
