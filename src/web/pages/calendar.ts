import { carried, layout } from '../layout.ts';
import { deskWords } from '../desk-words.data.ts';
import { html, short, type Html } from '../html.ts';
import { listHref } from '../links.ts';
import type { View } from '../view.ts';

/** The addresses under which a calendar learns of due dates, and a reader of feeds of what is new; `address` is absolute. */
export function renderCalendar(view: View, address: { readonly calendar: string; readonly feed: string }): Html {
  const t = deskWords[view.language];
  return layout(view, {
    title: t.calendar,
    lead: t.calendarLead,
    main: html`<div class="subscription">
      <p class="kicker" id="calendar-address">${t.calendarAddress}</p>
      <p><output class="address" aria-labelledby="calendar-address">${address.calendar}</output></p>
      <p class="buttons">
        <a class="button" href="${address.calendar.replace(/^https?:/u, 'webcal:')}">${t.openInCalendar}</a>
        <a href="${address.calendar}">${t.download}</a>
        <a href="${address.feed}">${t.feed}</a>
      </p>
      <form class="filters" action="/calendar">
        ${carried(view, ['lang', 'letters'])}
        <label>${t.calendarAbout} <input name="about" value="${view.aboutName ?? ''}" maxlength="200" /></label>
        <button>${t.calendarMake}</button>
      </form>
      ${view.about && html`<p class="meta">${short(view.aboutName ?? view.about, 120)}: <a href="${listHref(view, '/commitments')}">${t.field.due}</a></p>`}
    </div>`,
  });
}
