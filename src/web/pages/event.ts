import type { Event } from '../../model/record.ts';
import { formatCount } from '../format.ts';
import { headlineText, linkedRole } from '../headline.ts';
import { html, joined, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { conflictTable, fact, statusBadge, timeTag } from '../parts.ts';
import { passages } from '../passage.ts';
import { type View, tellingFirst } from '../view.ts';
import { words } from '../words.data.ts';
import { eventRulings } from './joining.ts';

/** One happening: its fields, every sentence that reports it, and what these differ on. */
export function renderEvent(view: View, event: Event, fault: string | null = null): Html {
  const t = words[view.language];
  return layout(view, {
    kicker: t.claimType[event.type],
    title: headlineText(view, event),
    main: html`<dl class="facts">
        ${fact(t.status, statusBadge(view, event.status))} ${fact(t.time, timeTag(view, event.time))}
        ${[...Map.groupBy(event.roles, (role) => role.role)].map(([name, same]) =>
          fact(
            t.role[name],
            joined(
              same.map((role) => linkedRole(view, role)),
              ', ',
            ),
          ),
        )}
      </dl>
      <section>
        <h2>${t.reportedBy}</h2>
        <p class="meta">
          ${formatCount(event.documents, t.count.documents, view.language)},
          ${formatCount(event.origins, t.count.origins, view.language)}
        </p>
        ${passages(view, tellingFirst(view, event), { shown: 50 })}
      </section>
      ${event.conflicts.map((conflict) => conflictTable(view, conflict, view.path))} ${eventRulings(view, event, fault)}`,
  });
}
