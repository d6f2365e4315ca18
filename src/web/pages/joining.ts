import { may } from '../../model/account.ts';
import type { Entity } from '../../model/entity.ts';
import type { Event } from '../../model/record.ts';
import { deskWords } from '../desk-words.data.ts';
import { selectField } from '../fields.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { pick, type View } from '../view.ts';
import { reasonField } from './rulings.ts';

/** Where the reader may: what an entity is to be called, with which other it is one, and which of its names are another's. */
export function entityRulings(view: View, entity: Entity, fault: string | null): Html | null {
  const t = deskWords[view.language];
  const names = [...new Set([entity.name, ...entity.aliases])];
  const options = names.map((name) => [name, short(name, 120)] as const);
  const address = hrefTo(view, `/entities/${entity.id}/rulings`);
  return rulingSection(view, fault, [
    form(view, {
      address,
      action: 'rename',
      title: t.rename,
      fields: html`<label>${t.newName} <input name="name" required maxlength="200" value="${entity.name}" /></label>`,
    }),
    mergeForm(view, address, 'merge', t.mergeHint),
    names.length > 1 && splitForm(view, address, 'split', options),
  ]);
}

/** The same of an event: which other report is of the same happening, and which of its reports are of another. */
export function eventRulings(view: View, event: Event, fault: string | null): Html | null {
  const t = deskWords[view.language];
  const options = pick(event.claims, view.cited.claims).map(
    ({ id, evidence }) => [id, short(evidence.text, 100)] as const,
  );
  const address = hrefTo(view, `/events/${event.id}/rulings`);
  return rulingSection(view, fault, [
    mergeForm(view, address, 'merge-events', t.mergeEventsHint),
    options.length > 1 && splitForm(view, address, 'split-events', options),
  ]);
}

function rulingSection(view: View, fault: string | null, forms: readonly (Html | false)[]): Html | null {
  const t = deskWords[view.language];
  if (!may(view.who, 'editor')) return null;
  return html`<section class="rulings" id="rulings">
    <h2>${t.ruling}</h2>
    ${fault !== null && html`<p class="fault" role="alert"><strong>${t.refused}.</strong> ${fault}</p>`} ${forms}
  </section>`;
}

function mergeForm(view: View, address: string, action: 'merge' | 'merge-events', hint: string): Html {
  const t = deskWords[view.language];
  return form(view, {
    address,
    action,
    title: t.mergeWith,
    fields: html`<label class="reason-field">${hint} <input name="other" required maxlength="400" /></label>`,
  });
}

function splitForm(
  view: View,
  address: string,
  action: 'split' | 'split-events',
  options: readonly (readonly [value: string, label: string])[],
): Html {
  const t = deskWords[view.language];
  return form(view, {
    address,
    action,
    title: t.keepApart,
    fields: html`<label>${t.oneOfThem} ${selectField('one', options, options[0]?.[0] ?? null)}</label>
      <label>${t.otherOfThem} ${selectField('other', options, options[1]?.[0] ?? null)}</label>`,
  });
}

function form(
  view: View,
  parts: { readonly address: string; readonly action: string; readonly title: string; readonly fields: Html },
): Html {
  return html`<details>
    <summary>${parts.title}</summary>
    <form class="ruling-form" method="post" action="${parts.address}">
      <input type="hidden" name="action" value="${parts.action}" />${parts.fields} ${reasonField(view)}
      <button>${parts.title}</button>
    </form>
  </details>`;
}
