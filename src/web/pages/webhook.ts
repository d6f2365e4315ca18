import type { Webhook } from '../../model/account.ts';
import { deskWords } from '../desk-words.data.ts';
import { formatCount } from '../format.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { instantTag } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

export interface WebhookPage {
  readonly webhook: Webhook | null;
  /** The secret just made: shown this once. */
  readonly secret: string | null;
  /** What became of the last post of this run of the program. */
  readonly lastPost: { readonly at: string; readonly news: number; readonly fault: string | null } | null;
  readonly fault: string | null;
}

/** Where what is new is posted to, for admins. */
export function renderWebhook(view: View, { webhook, secret, lastPost, fault }: WebhookPage): Html {
  const t = deskWords[view.language];
  return layout(view, {
    title: t.webhook,
    lead: t.webhookLead,
    main: html`${fault !== null && html`<p class="fault" role="alert">${fault}</p>`}
      ${
        secret !== null &&
        html`<p class="kicker" id="made">${t.webhookSecret}</p>
          <div class="subscription"><output class="address" aria-labelledby="made">${secret}</output></div>`
      }
      ${webhook === null ? addressForm(view) : current(view, webhook)}
      ${
        lastPost !== null &&
        html`<p role="status">
          ${t.lastPost}: ${instantTag(lastPost.at)},
          ${formatCount(lastPost.news, words[view.language].count.news, view.language)},
          ${lastPost.fault === null ? t.postTaken : html`${t.postNotTaken}: <span class="reason">${short(lastPost.fault, 400)}</span>`}
        </p>`
      }
      <p class="hint">${t.webhookSigned}</p>`,
  });
}

function addressForm(view: View): Html {
  const t = deskWords[view.language];
  return html`<form class="ruling-form" method="post" action="${hrefTo(view, '/webhook')}">
    <label>${t.address} <input type="url" name="url" maxlength="2000" required placeholder="https://" /></label>
    <button>${t.webhookSet}</button>
  </form>`;
}

function current(view: View, { url, by, at }: Webhook): Html {
  const t = deskWords[view.language];
  return html`<div class="subscription">
    <p class="kicker" id="webhook-address">${t.webhookTo}</p>
    <p><output class="address" aria-labelledby="webhook-address">${short(url, 400)}</output></p>
    <p class="meta">${short(by, 60)}, ${instantTag(at)}</p>
    <form method="post" action="${hrefTo(view, '/webhook/remove')}"><button>${t.webhookRemove}</button></form>
  </div>`;
}
