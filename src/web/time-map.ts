import type { Page } from '../model/answer.ts';
import { claimTypes } from '../model/claim.ts';
import type { Event } from '../model/record.ts';
import type { Day } from '../model/time.ts';
import { formatRange } from './format.ts';
import { headlineText } from './headline.ts';
import { html, short, type Html } from './html.ts';
import { hrefTo } from './links.ts';
import type { View } from './view.ts';
import { words } from './words.data.ts';

/** What the browser draws the timeline from: as little as shows it, since a record may have tens of thousands. */
export interface TimeMap {
  readonly asOf: Day;
  readonly lanes: readonly string[];
  readonly marks: readonly (readonly [
    id: string,
    from: Day,
    to: Day,
    lane: number,
    status: string,
    label: string,
    when: string,
  ])[];
}

/** The place where the browser draws the timeline; empty and hidden until its script has run, since the list says the same. */
export function timeMapHost(view: View): Html {
  const t = words[view.language];
  const query = view.query.toString();
  return html`<div
    class="time-map"
    data-timeline="/timeline.json${query && `?${query}`}"
    data-event="${hrefTo(view, '/events/ID')}"
    hidden
  >
    <div class="time-map-tools">
      <button type="button" data-zoom="0.6" aria-label="${t.zoomIn}">+</button>
      <button type="button" data-zoom="1.67" aria-label="${t.zoomOut}">−</button>
      <button type="button" data-zoom="0">${t.zoomAll}</button>
      <output aria-live="polite"></output>
    </div>
    <canvas tabindex="0" role="img" aria-label="${t.timeMap}"></canvas>
  </div>`;
}

/** Events with a time as marks in lanes by kind. */
export function timeMapOf(view: View, pages: readonly Page<Event>[]): TimeMap {
  const t = words[view.language];
  const events = pages.flatMap((page) => page.lines.map((event) => ({ event, cited: page.cited })));
  const types = claimTypes.filter((type) => events.some(({ event }) => event.type === type));
  return {
    asOf: view.asOf,
    lanes: types.map((type) => t.claimType[type]),
    marks: events.flatMap(({ event, cited }) => {
      const from = event.time?.from ?? event.time?.to ?? null;
      const to = event.time?.to ?? event.time?.from ?? null;
      if (from === null || to === null) return [];
      const label = short(headlineText({ ...view, cited }, event), 140);
      return [
        [event.id, from, to, types.indexOf(event.type), event.status, label, formatRange(event.time, view.language)],
      ];
    }),
  };
}
