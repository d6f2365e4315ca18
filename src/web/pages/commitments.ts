import type { Page } from '../../model/answer.ts';
import { outcomes, type Commitment, type OutcomeStatus } from '../../model/record.ts';
import { addDays, daysBetween } from '../../model/time.ts';
import { formatCount, pluralForm } from '../format.ts';
import { headline, headlineText, linkedEntities } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { sameHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nothing, outcomeBadge, pager, timeTag } from '../parts.ts';
import { passage, passages } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** How many days ahead a date counts as falling due. */
const soon = 60;

/** A part of the board: where no news came is what a reader must see first. */
type Column = 'unreported' | 'soon' | 'broken' | 'kept-late' | 'kept' | 'open' | 'cancelled';
const columns: readonly Column[] = ['unreported', 'soon', 'broken', 'kept-late', 'kept', 'open', 'cancelled'];

/** Plans, promises and forecasts, each with what became of it as of the day: the plan's sentence beside the outcome's. */
export function renderCommitments(view: View, page: Page<Commitment>): Html {
  const t = words[view.language];
  const groups = columns.flatMap((column) => {
    const lines = page.lines.filter((line) => columnOf(line) === column);
    return lines.length > 0 ? [{ column, lines }] : [];
  });
  return layout(view, {
    title: t.commitments,
    lead: formatCount(page.total, t.count.commitments, view.language),
    main: html`${outcomeFilter(view)}
    ${
      groups.length > 1 &&
      html`<nav class="jumps" aria-label="${t.outcome}">
        <ul>
          ${groups.map(({ column, lines }) => html`<li><a href="#${column}">${columnName(view, column)}</a> ${lines.length}</li>`)}
        </ul>
      </nav>`
    }
    ${groups.length === 0 && nothing(view)}
    ${groups.map(
      ({ column, lines }) =>
        html`<section class="board" aria-labelledby="${column}">
          <h2 id="${column}">${columnName(view, column)} <span class="tally">${lines.length}</span></h2>
          ${lines.map((line) => commitmentCard(view, line))}
        </section>`,
    )}
    ${pager(view, page)}`,
  });
}

/** A commitment by itself, at its own address. */
export function renderCommitment(view: View, commitment: Commitment): Html {
  const t = words[view.language];
  const claim = view.cited.claims.get(commitment.claim);
  return layout(view, {
    kicker: t.commitment,
    title: claim ? headlineText(view, claim) : t.commitment,
    main: html`<section class="commitments">
      <h2>${t.planAndOutcome}</h2>
      ${commitmentCard(view, commitment)}
    </section>`,
  });
}

/** Plan and outcome side by side. */
export function commitmentCard(view: View, line: Commitment): Html {
  const t = words[view.language];
  const claim = view.cited.claims.get(line.claim);
  const by = linkedEntities(view, line.by);
  const whole = `/commitments/${line.id}`;
  const again = line.claims.filter((id) => id !== line.claim);
  return html`<article class="commitment outcome-${line.outcome.status}" id="commitment-${line.id}">
    <header>
      <h3>${claim ? headline(view, claim) : t.commitment}</h3>
      <p class="meta">
        <span>${t.force[line.force]}</span>
        ${by.length > 0 && html`<span>${t.by}: ${joined(by, ', ')}</span>`}
      </p>
    </header>
    <div class="sides">
      <section class="side">
        <h4>${t.plan}</h4>
        <p class="side-value">${t.due}: ${dueDays(view, line)}</p>
        ${claim && passage(view, claim)}
        ${
          again.length > 0 &&
          html`<details class="further">
            <summary>${t.planAgain}: ${again.length}</summary>
            ${passages(view, again, { shown: Math.min(again.length, 4), whole })}
          </details>`
        }
      </section>
      <section class="side">
        <h4>${t.outcome}</h4>
        <p class="side-value">
          ${outcomeBadge(view, line.outcome.status)} ${line.outcome.time && timeTag(view, line.outcome.time)}
          ${countdown(view, line)}
        </p>
        ${line.outcome.claims.length > 0 ? passages(view, line.outcome.claims, { whole }) : html`<p class="no-report">${silence(view, line)}</p>`}
        ${
          line.outcome.claims.length > 0 &&
          line.outcome.why !== '' &&
          html`<details class="why">
            <summary>${t.why}</summary>
            <p>${short(line.outcome.why, 600)}</p>
          </details>`
        }
      </section>
    </div>
  </article>`;
}

/** «30 июня 2024 → сентябрь 2024»: every day that was set, so that a promise put off looks it. */
function dueDays(view: View, { due, dues = [] }: Commitment): Html | string {
  if (dues.length > 1)
    return joined(
      dues.map((set) => timeTag(view, set.due)),
      ' → ',
    );
  return due ? timeTag(view, due) : words[view.language].noDue;
}

function columnOf(line: Commitment): Column {
  if (line.outcome.status !== 'open') return line.outcome.status;
  const last = dueDay(line);
  return last !== null && last <= addDays(line.asOf, soon) ? 'soon' : 'open';
}

/** The day to count to: the last of what is due, else the first while it lies ahead; what is due since a day is never past. */
function dueDay(line: Commitment): string | null {
  const { from, to } = line.due ?? { from: null, to: null };
  return to ?? (from !== null && from > line.asOf ? from : null);
}

function columnName(view: View, column: Column): string {
  const t = words[view.language];
  if (column === 'soon') return t.dueSoon;
  return column === 'unreported' ? t.overdue : t.outcomeName[column];
}

function silence(view: View, line: Commitment): string {
  const t = words[view.language];
  if (line.outcome.status === 'unreported') return t.noReport;
  return line.due === null ? t.notYetNoDue : t.notYet;
}

/** «через 15 дней», «срок прошёл 120 дней назад»; nothing where no day is named or news came. */
function countdown(view: View, line: Commitment): Html | null {
  const t = words[view.language];
  const last = dueDay(line);
  if (last === null || (line.outcome.status !== 'open' && line.outcome.status !== 'unreported')) return null;
  const days = daysBetween(line.asOf, last);
  if (days === 0) return html`<span class="countdown">${t.today}</span>`;
  const n = Math.abs(days);
  const counted =
    view.language === 'ru' ? `${n} ${pluralForm(n, t.count.days, 'ru')}` : formatCount(n, t.count.days, 'en');
  return html`<span class="countdown"
    >${days > 0 ? `${t.daysLeft} ${counted}` : `${t.daysPast} ${counted} ${t.ago}`}</span
  >`;
}

function outcomeFilter(view: View): Html {
  const t = words[view.language];
  const chosen = view.query.get('outcome');
  const item = (outcome: OutcomeStatus | null) =>
    html`<li>
      <a href="${sameHref(view, { outcome, offset: null })}" ${outcome === chosen && html` aria-current="true"`}
        >${outcome === null ? t.all : t.outcomeName[outcome]}</a
      >
    </li>`;
  return html`<nav class="choices" aria-label="${t.filter}">
    <ul>
      ${[null, ...outcomes].map(item)}
    </ul>
  </nav>`;
}
