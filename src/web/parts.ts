import type { DocumentCard, Page } from '../model/answer.ts';
import type { Stage, Status } from '../model/claim.ts';
import type { Conflict, OutcomeStatus } from '../model/record.ts';
import type { ClaimTime, DayRange } from '../model/time.ts';
import { formatFigure, formatNumber, formatRange } from './format.ts';
import { html, short, type Html } from './html.ts';
import { icon } from './icons.ts';
import { hrefTo, sameHref } from './links.ts';
import { nameOf } from './names.ts';
import { dayPublished, outletName, passages, titleOf } from './passage.ts';
import type { View } from './view.ts';
import { words } from './words.data.ts';

/** «● состоялось»: by form, colour and word. */
export function statusBadge(view: View, status: Status): Html {
  return html`<span class="badge status-${status}">${icon(status)} ${words[view.language].statusName[status]}</span>`;
}

export function outcomeBadge(view: View, outcome: OutcomeStatus): Html {
  return html`<span class="badge outcome-${outcome}"
    >${icon(outcome)} ${words[view.language].outcomeName[outcome]}</span
  >`;
}

/** A day or range as `<time>`; the words of the text as a hint. */
export function timeTag(view: View, time: ClaimTime | DayRange | null): Html {
  const shown = formatRange(time, view.language);
  if (time === null || time.from === null || time.from !== time.to) return html`<span class="time">${shown}</span>`;
  return html`<time class="time" datetime="${time.from}">${shown}</time>`;
}

/** A document in a list: its title, who published it and when. `level` is the heading's, under what stands above it. */
export function documentLine(view: View, card: DocumentCard, level: 2 | 3 = 3): Html {
  const title = html`<a href="${hrefTo(view, `/documents/${card.id}`)}">${titleOf(view, card)}</a>`;
  return html`<article class="document-line">
    ${level === 2 ? html`<h2 lang="${card.language}">${title}</h2>` : html`<h3 lang="${card.language}">${title}</h3>`}
    <p class="meta"><span>${outletName(view, card)}</span> <span>${dayPublished(view, card)}</span></p>
  </article>`;
}

/** A link to the part of a list that follows, and the one before. */
export function pager(view: View, page: Page<unknown>): Html | null {
  const t = words[view.language];
  const after = page.offset + page.lines.length;
  const back =
    page.offset > 0
      ? sameHref(view, { offset: page.offset > page.limit ? String(page.offset - page.limit) : null })
      : null;
  if (back === null && after >= page.total) return null;
  return html`<nav class="pager" aria-label="${t.pages}">
    ${back && html`<a rel="prev" href="${back}">← ${t.back}</a>`}
    <span>${page.offset + 1}–${after} / ${page.total}</span>
    ${after < page.total && html`<a rel="next" href="${sameHref(view, { offset: String(after) })}">${t.more} →</a>`}
  </nav>`;
}

/** «Здесь пока ничего нет» where a list is empty. */
export function nothing(view: View): Html {
  return html`<p class="nothing">${words[view.language].nothing}</p>`;
}

/** The values that sources give for one field, side by side, each with its sentence. */
export function conflictTable(view: View, conflict: Conflict, whole: string): Html {
  const t = words[view.language];
  return html`<section class="conflict">
    <h3><span class="kicker">${t.conflictOn}</span>${fieldText(view, conflict.field)}</h3>
    <div class="sides">
      ${conflict.values.map(
        ({ value, claims }) =>
          html`<div class="side">
            <p class="side-value">${valueText(view, value)}</p>
            ${passages(view, claims, { whole })}
          </div>`,
      )}
    </div>
  </section>`;
}

/** The field of a conflict in words; of an agreement with its stage: `in-force.time` → «вступление в силу: время». */
function fieldText(view: View, field: string): string {
  const t = words[view.language];
  const [stage, own] = field.includes('.') ? field.split('.', 2) : [null, field];
  const name = t.field[own ?? ''] ?? short(own ?? field, 80);
  return stage ? `${t.stage[stage as Stage] ?? short(stage, 80)}: ${name}` : name;
}

/** A value of a conflict in words: a day range, an entity, a status, an amount, a counted noun, or as it is. */
function valueText(view: View, value: unknown): string {
  const t = words[view.language];
  if (value === null) return '—';
  if (typeof value === 'string') {
    const entity = view.cited.entities.get(value);
    return entity ? nameOf(view, entity) : short(t.statusName[value as Status] ?? value, 200);
  }
  if (typeof value !== 'object') return short(String(value), 200);
  if ('from' in value && 'to' in value) return formatRange(value as DayRange, view.language);
  if ('value' in value && typeof value.value === 'number') {
    const approx = 'approx' in value && value.approx === true;
    if ('unit' in value)
      return formatFigure({ value: value.value, unit: String(value.unit), approx, change: null }, view.language);
    if ('noun' in value) return `${formatNumber(value.value, view.language)} (${short(String(value.noun), 80)})`;
  }
  return short(JSON.stringify(value), 200);
}

/** An ISO instant as «2026-03-01 12:00». */
export function instantTag(at: string): Html {
  return html`<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time>`;
}

/** A term and what it is; left out where there is nothing to say. */
export function fact(term: string, value: Html | string | null): Html | null {
  return value === null
    ? null
    : html`<div>
        <dt>${term}</dt>
        <dd>${value}</dd>
      </div>`;
}
