import type { Activity, Cited, DocumentCard, Page, Summary } from '../../model/answer.ts';
import { stages } from '../../model/claim.ts';
import type { Agreement, Commitment, Event } from '../../model/record.ts';
import { countBars } from '../count-bars.ts';
import { formatNumber } from '../format.ts';
import { headline, isToldInWords } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo, listHref } from '../links.ts';
import { layout } from '../layout.ts';
import { documentLine, outcomeBadge, timeTag } from '../parts.ts';
import { nameOf } from '../names.ts';
import { passages } from '../passage.ts';
import { timeStrip } from '../time-strip.ts';
import { type View, tellingFirst } from '../view.ts';
import { words } from '../words.data.ts';
import { conflictEntry, withoutRepeats } from './conflicts.ts';

/** All that stands on the front page of a dossier. */
export interface Home {
  readonly summary: Summary;
  /** Newest first. */
  readonly documents: Page<DocumentCard>;
  readonly due: Page<Commitment>;
  readonly overdue: Page<Commitment>;
  readonly conflicts: Page<Event | Agreement>;
  readonly agreements: Page<Agreement>;
  /** For the strip of time and the parties. */
  readonly activity: Activity;
  /** What happened last. */
  readonly recent: Page<Event>;
  readonly cited: Cited;
}

/** The front page: what is new, what falls due, where sources conflict, where agreements stand, who acts. */
export function renderHome(view: View, home: Home): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.home,
    ownHeading: true,
    main: html`<h1 class="unseen">${t.home}</h1>
      <p class="motto">${t.motto}</p>
      ${timeStrip(view, home.activity.months, { path: '/timeline', noun: t.count.events })}
      <div class="front">
        <div class="front-main">
          <section class="front-lead" aria-labelledby="recent">
            ${sectionHead(view, 'recent', t.recent, '/timeline')}${home.recent.lines.map((event, i) => recentEntry(view, event, i))}
          </section>
          <section class="front-conflicts" aria-labelledby="conflicts">
            ${sectionHead(view, 'conflicts', t.whereConflict, '/conflicts')}${withoutRepeats(home.conflicts.lines).map((line) => conflictEntry(view, line))}${home.conflicts.lines.length === 0 && html`<p class="nothing">${t.nothing}</p>`}
          </section>
        </div>
        <div class="front-side">
          <section class="front-due" aria-labelledby="due">
            ${sectionHead(view, 'due', t.dueSoon, '/commitments')}${dueList(
              view,
              home.due.lines.filter(({ due }) => due !== null),
            )}
            ${
              home.overdue.lines.length > 0 &&
              html`<h3 class="sub">${t.overdue}</h3>
                ${dueList(view, home.overdue.lines)}`
            }
          </section>
          <section class="front-agreements" aria-labelledby="standing">
            ${sectionHead(view, 'standing', t.byStage, '/agreements')}${byStage(view, home.agreements.lines)}
          </section>
          <section class="front-latest" aria-labelledby="latest">
            ${sectionHead(view, 'latest', t.latest, '/sources')}${home.documents.lines.map((card) => documentLine(view, card))}
          </section>
          <section class="front-parties" aria-labelledby="parties">
            ${sectionHead(view, 'parties', t.activeParties, '/graph')}${activeParties(view, home.activity.parties)}
          </section>
        </div>
        <dl class="tally-list">${tallies(view, home.summary)}</dl>
      </div>`,
  });
}

function sectionHead(view: View, id: string, title: string, path: string): Html {
  return html`<h2 id="${id}"><a href="${listHref(view, path)}">${title}</a></h2>`;
}

function recentEntry(view: View, event: Event, place: number): Html {
  const t = words[view.language];
  return html`<article class="recent${place === 0 && ' first'}">
    <p class="entry-kind"><span class="kicker">${t.claimType[event.type]}</span> ${timeTag(view, event.time)}</p>
    <h3>${headline(view, event)}</h3>
    ${passages(view, tellingFirst(view, event).slice(0, 1), { told: isToldInWords(view, event) })}
  </article>`;
}

function dueList(view: View, lines: readonly Commitment[]): Html {
  if (lines.length === 0) return html`<p class="nothing">${words[view.language].nothing}</p>`;
  return html`<ul class="due-list">
    ${lines.map((line) => {
      const claim = view.cited.claims.get(line.claim);
      return html`<li>
        <p class="due-day">
          ${line.due ? timeTag(view, line.due) : words[view.language].noDue}
          ${line.outcome.status !== 'open' && outcomeBadge(view, line.outcome.status)}
        </p>
        <p>
          <a href="${hrefTo(view, `/commitments/${line.id}`)}"
            >${claim ? short(view.cited.passages.get(claim.id)?.text ?? claim.evidence.text, 180) : line.id}</a
          >
        </p>
      </li>`;
    })}
  </ul>`;
}

function byStage(view: View, agreements: readonly Agreement[]): Html {
  const t = words[view.language];
  const groups = [...stages.toReversed(), null].flatMap((stage) => {
    const here = agreements.filter((agreement) => agreement.current === stage);
    return here.length > 0 ? [{ stage, here }] : [];
  });
  return html`<dl class="by-stage">
    ${groups.map(
      ({ stage, here }) =>
        html`<div>
          <dt>${stage === null ? t.stageNone : t.current[stage]}</dt>
          ${here.slice(0, 8).map((agreement) => html`<dd><a href="${hrefTo(view, `/agreements/${agreement.id}`)}">${short(agreement.name, 120)}</a></dd>`)}
        </div>`,
    )}
  </dl>`;
}

/** States and organisations by how many events they take part in. */
function activeParties(view: View, parties: Activity['parties']): Html {
  return countBars(
    view,
    parties.map(({ entity, count }) => ({
      name: nameOf(view, entity),
      href: hrefTo(view, `/entities/${entity.id}`),
      count,
    })),
  );
}

function tallies(view: View, summary: Summary): readonly Html[] {
  const t = words[view.language];
  const toRead = summary.queue.waiting + summary.queue.taken;
  const rows = [
    [t.documents, summary.documents],
    [t.events, summary.events],
    [t.agreements, summary.agreements],
    [t.commitments, summary.commitments],
    // Told while workers read; a record that is at rest has no such row.
    ...(toRead > 0 ? ([[t.toRead, toRead]] as const) : []),
  ] as const;
  return rows.map(
    ([name, count]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${formatNumber(count, view.language)}</dd>
      </div>`,
  );
}
