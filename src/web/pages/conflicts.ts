import type { Page } from '../../model/answer.ts';
import type { Agreement, Event } from '../../model/record.ts';
import { formatCount } from '../format.ts';
import { headline } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { conflictTable, nothing, pager, timeTag } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Where sources give different values for one thing: side by side, both with their sentences, none preferred. */
export function renderConflicts(view: View, page: Page<Event | Agreement>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.conflicts,
    lead: `${t.conflictIntro} ${formatCount(page.total, t.count.lines, view.language)}.`,
    main: html`${page.lines.length === 0 && nothing(view)}${withoutRepeats(page.lines).map((line) => conflictEntry(view, line))}${pager(view, page)}`,
  });
}

/** One line of the record with all that its sources differ on. */
export function conflictEntry(view: View, line: Event | Agreement): Html {
  const t = words[view.language];
  const isEvent = line.kind === 'event';
  return html`<article class="conflict-entry" id="${line.kind}-${line.id}">
    <p class="entry-kind">
      <span class="kicker">${isEvent ? t.claimType[line.type] : t.agreement}</span>
      ${isEvent && timeTag(view, line.time)}
    </p>
    <h2>
      ${isEvent ? headline(view, line) : html`<a href="${hrefTo(view, `/agreements/${line.id}`)}">${short(line.name, 200)}</a>`}
    </h2>
    ${line.conflicts.map((conflict) => conflictTable(view, conflict, `/${line.kind}s/${line.id}`))}
  </article>`;
}

/** An agreement's conflicts are those of its events: it stands only where none of these stands beside it. */
export function withoutRepeats(lines: readonly (Event | Agreement)[]): readonly (Event | Agreement)[] {
  const claimsOf = (line: Event | Agreement) =>
    line.conflicts.flatMap(({ values }) => values.flatMap(({ claims }) => claims));
  const told = new Set(lines.filter(({ kind }) => kind === 'event').flatMap(claimsOf));
  return lines.filter((line) => line.kind === 'event' || !claimsOf(line).every((claim) => told.has(claim)));
}
