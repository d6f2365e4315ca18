import type { Outlets, Page } from '../../model/answer.ts';
import { claimTypes, statuses } from '../../model/claim.ts';
import type { Event } from '../../model/record.ts';
import { deskWords } from '../desk-words.data.ts';
import { dayField, selectField } from '../fields.ts';
import { formatCount } from '../format.ts';
import { headline, isToldInWords } from '../headline.ts';
import { html, type Html } from '../html.ts';
import { hrefTo, listHref } from '../links.ts';
import { carried, layout } from '../layout.ts';
import { nothing, pager, statusBadge, timeTag } from '../parts.ts';
import { canBeAsked, outletName, passages } from '../passage.ts';
import { byPeriod } from '../periods.ts';
import { timeMapHost } from '../time-map.ts';
import { type View, tellingFirst } from '../view.ts';
import { words } from '../words.data.ts';

/** What happened, happens and is to happen, by time, under a heading for each month; undated events last. */
export function renderTimeline(view: View, page: Page<Event>, outlets: Outlets['outlets']): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.timeline,
    lead: formatCount(page.total, t.count.events, view.language),
    scripts: ['/assets/timeline.js'],
    main: html`${filters(view, outlets)}${timeMapHost(view)}
    ${
      page.lines.length === 0
        ? nothing(view)
        : byPeriod(
            view,
            page.lines,
            (event) => event.time,
            (event) => eventEntry(view, event),
          )
    }
    ${pager(view, page)}`,
  });
}

/** An event in a list: its day beside it, what it is, the sentence, how many say so. */
export function eventEntry(view: View, event: Event): Html {
  const t = words[view.language];
  return html`<article class="entry ${event.status}" id="event-${event.id}">
    <p class="entry-kind">
      ${timeTag(view, event.time)}
      <span class="kicker">${t.claimType[event.type]}</span> ${statusBadge(view, event.status)}
    </p>
    <h3>${headline(view, event)}</h3>
    ${passages(view, tellingFirst(view, event), { told: isToldInWords(view, event), whole: `/events/${event.id}` })}
    ${reach(view, event)}
  </article>`;
}

/** How many documents of how many origins say so, where it is more than one, and what they differ on. */
function reach(view: View, event: Event): Html | null {
  const t = words[view.language];
  if (event.documents < 2 && event.conflicts.length === 0) return null;
  return html`<p class="meta">
    <a href="${hrefTo(view, `/events/${event.id}`)}"
      >${formatCount(event.documents, t.count.documents, view.language)}</a
    >, ${formatCount(event.origins, t.count.origins, view.language)}
    ${event.conflicts.length > 0 && html` <a class="warn" href="${listHref(view, '/conflicts')}#event-${event.id}">${formatCount(event.conflicts.length, t.count.conflicts, view.language)}</a>`}
  </p>`;
}

function filters(view: View, outlets: Outlets['outlets']): Html {
  const t = words[view.language];
  const kept = ['lang', 'letters', 'as-of'];
  return html`<form class="filters" action="${view.path}" aria-label="${t.filter}">
    ${carried(view, kept)}
    <label>${t.partyOrSubject} <input name="about" value="${view.aboutName ?? ''}" maxlength="200" /></label>
    ${select(
      view,
      'type',
      t.type,
      claimTypes.filter((type) => type !== 'statement' && type !== 'position').map((type) => [type, t.claimType[type]]),
    )}
    ${select(
      view,
      'status',
      t.status,
      statuses.map((status) => [status, t.statusName[status]]),
    )}
    ${
      outlets.length > 1 &&
      select(
        view,
        'outlet',
        deskWords[view.language].outlet,
        outlets.flatMap(({ outlet }) => (!canBeAsked(outlet) ? [] : [[outlet, outletName(view, { outlet })] as const])),
      )
    }
    <label>${t.from} ${dayField(view, { name: 'from', value: view.query.get('from') ?? '' })}</label>
    <label>${t.until} ${dayField(view, { name: 'to', value: view.query.get('to') ?? '' })}</label>
    <button>${t.apply}</button>
  </form>`;
}

function select(
  view: View,
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
): Html {
  const all = ['', words[view.language].all] as const;
  return html`<label>${label} ${selectField(name, [all, ...options], view.query.get(name))}</label>`;
}
