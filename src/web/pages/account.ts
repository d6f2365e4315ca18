import {
  type AccessToken,
  type Account,
  accountRoles,
  type AuditEntry,
  may,
  tokenScopes,
} from '../../model/account.ts';
import { deskWords } from '../desk-words.data.ts';
import { selectField } from '../fields.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { instantTag } from '../parts.ts';
import type { View } from '../view.ts';

/** The way in; `next` is where it leads. */
export function renderSignIn(view: View, next: string, fault: string | null = null): Html {
  const t = deskWords[view.language];
  return layout(view, {
    title: t.signIn,
    main: html`${fault !== null && html`<p class="fault" role="alert">${fault}</p>`}
      <form class="account-form" method="post" action="${hrefTo(view, '/sign-in')}">
        <input type="hidden" name="next" value="${next}" />
        <label>${t.name} <input name="name" required maxlength="60" autocomplete="username" /></label>
        <label
          >${t.password}
          <input type="password" name="password" required maxlength="400" autocomplete="current-password"
        /></label>
        <button>${t.signIn}</button>
      </form>`,
  });
}

export interface AccountPage {
  readonly tokens: readonly AccessToken[];
  /** A token just made: shown this once. */
  readonly made: string | null;
  /** All accounts, for admins. */
  readonly accounts: readonly Account[] | null;
  readonly fault: string | null;
}

/** One's own account: password and tokens; for admins, the accounts of all. */
export function renderAccount(view: View, { tokens, made, accounts, fault }: AccountPage): Html {
  const t = deskWords[view.language];
  return layout(view, {
    kicker: t.account,
    title: view.who?.name ?? t.account,
    lead: view.who ? t.roles[view.who.role] : null,
    main: html`${fault !== null && html`<p class="fault" role="alert">${fault}</p>`}
      <form method="post" action="${hrefTo(view, '/sign-out')}"><button class="quiet">${t.signOut}</button></form>
      <section>
        <h2>${t.tokens}</h2>
        <p class="hint">${t.tokensLead}</p>
        ${
          made !== null &&
          html`<p class="kicker" id="made">${t.newToken}</p>
            <div class="subscription"><output class="address" aria-labelledby="made">${made}</output></div>`
        }
        <ul class="followed">
          ${tokens.map((token) => tokenItem(view, token))}
        </ul>
        <form class="ruling-form" method="post" action="${hrefTo(view, '/account/tokens')}">
          <label>${t.name} <input name="label" required maxlength="80" /></label>
          <label>${t.scope} ${selectField('scope', scopesFor(view), 'read')}</label>
          <button>${t.makeToken}</button>
        </form>
      </section>
      <section>
        <h2>${t.password}</h2>
        <form class="ruling-form" method="post" action="${hrefTo(view, '/account/password')}">
          <label
            >${t.oldPassword}
            <input type="password" name="old" required maxlength="400" autocomplete="current-password"
          /></label>
          <label
            >${t.newPassword}
            <input type="password" name="password" required minlength="12" maxlength="400" autocomplete="new-password"
          /></label>
          <button>${t.changePassword}</button>
        </form>
      </section>
      ${accounts && accountList(view, accounts)}`,
  });
}

/** Who did what, latest first. */
export function renderAudit(view: View, entries: readonly AuditEntry[]): Html {
  const t = deskWords[view.language];
  return layout(view, {
    title: t.audit,
    main: html`<div class="table-wrap" tabindex="0" role="region" aria-label="${t.audit}">
      <table>
        <thead>
          <tr>
            <th scope="col">${t.when}</th>
            <th scope="col">${t.who}</th>
            <th scope="col">${t.what}</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            ({ at, who, action, subject }) =>
              html`<tr>
                <td>${instantTag(at)}</td>
                <td>${short(who, 80)}</td>
                <td>${action}${subject !== null && html` <span class="meta">${short(subject, 160)}</span>`}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  });
}

function tokenItem(view: View, { id, label, scope, at }: AccessToken): Html {
  const t = deskWords[view.language];
  return html`<li>
    <span>${short(label, 80)} <span class="meta">${t.scopes[scope]}, ${at.slice(0, 10)}</span></span>
    <form method="post" action="${hrefTo(view, `/account/tokens/${id}/revoke`)}">
      <button class="quiet" aria-label="${t.revoke}: ${short(label, 80)}">${t.revoke}</button>
    </form>
  </li>`;
}

/** A token opens no more than its account may. */
function scopesFor(view: View): readonly (readonly [value: string, label: string])[] {
  const t = deskWords[view.language];
  return tokenScopes
    .filter((scope) => scope !== 'write' || may(view.who, 'editor'))
    .map((scope) => [scope, t.scopes[scope]] as const);
}

function accountList(view: View, accounts: readonly Account[]): Html {
  const t = deskWords[view.language];
  const roles = accountRoles.map((role) => [role, t.roles[role]] as const);
  return html`<section>
    <h2>${t.accounts}</h2>
    <ul class="followed">
      ${accounts.map(
        ({ name, role }) =>
          html`<li>
            <span>${short(name, 60)}</span>
            <span class="buttons">
              <form class="buttons" method="post" action="${hrefTo(view, '/accounts/role')}">
                <input type="hidden" name="name" value="${name}" />
                <label>${t.role} ${selectField('role', roles, role)}</label>
                <button class="quiet" aria-label="${t.change}: ${short(name, 60)}">${t.change}</button>
              </form>
              <form method="post" action="${hrefTo(view, '/accounts/remove')}">
                <input type="hidden" name="name" value="${name}" />
                <button class="quiet" aria-label="${t.remove}: ${short(name, 60)}">${t.remove}</button>
              </form>
            </span>
          </li>`,
      )}
    </ul>
    <form class="ruling-form" method="post" action="${hrefTo(view, '/accounts')}">
      <label>${t.name} <input name="name" required maxlength="60" autocomplete="off" /></label>
      <label
        >${t.password}
        <input type="password" name="password" required minlength="12" maxlength="400" autocomplete="new-password"
      /></label>
      <label>${t.role} ${selectField('role', roles, 'reader')}</label>
      <button>${t.addAccount}</button>
    </form>
    <p><a href="${hrefTo(view, '/audit')}">${t.audit}</a></p>
  </section>`;
}
