import type { FigurePoint, FigureSeries, Page } from '../../model/answer.ts';
import type { Figure, FigureClaim, Role } from '../../model/claim.ts';
import { figurePlot } from '../figure-plot.ts';
import { formatChange, formatCount, formatFigure } from '../format.ts';
import { roleText } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { hrefTo, listHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { languageOf, sourceLink } from '../passage.ts';
import { pick, type View } from '../view.ts';
import { words } from '../words.data.ts';

/** Quantities, with the series that are told most over all of them; `null` on the pages that follow the first. */
export interface FiguresPage extends Page<FigureClaim> {
  readonly series: Page<FigureSeries> | null;
}

/** Quantities: what is told for several periods drawn over time, then all of it as a table whose every row leads to its sentence. */
export function renderFigures(view: View, page: FiguresPage): Html {
  const t = words[view.language];
  const { series } = page;
  return layout(view, {
    title: t.figures,
    lead: formatCount(page.total, t.count.figures, view.language),
    main: html`${page.lines.length === 0 && nothing(view)} ${series?.lines.map((one, i) => seriesPart(view, one, i))}
    ${
      series &&
      series.total > series.lines.length &&
      html`<p class="meta"><a href="${listHref(view, '/series')}">${t.allSeries}: ${series.total}</a></p>`
    }
    ${page.lines.length > 0 && figureTable(view, page.lines)}${pager(view, page)}`,
  });
}

/** Every series of the record. */
export function renderSeries(view: View, page: Page<FigureSeries>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.allSeries,
    lead: html`${formatCount(page.total, t.count.series, view.language)}.
      <a href="${listHref(view, '/figures')}">${t.allFigures}</a>`,
    main: html`${page.lines.length === 0 && nothing(view)} ${page.lines.map((one, i) => seriesPart(view, one, i))}
    ${pager(view, page)}`,
  });
}

/** Sources that stand beside a value. */
const mostSources = 3;

/** One indicator: drawn where there is enough to draw, and its periods as a table; `n` tells it from others of the page. */
function seriesPart(view: View, series: FigureSeries, n: number): Html {
  const t = words[view.language];
  return html`<section class="series">
    <h2 id="series-${n}" lang="ru">${short(series.indicator, 160)}</h2>
    ${figurePlot(view, series)}
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="series-${n}">
      <table>
        ${tableHead([t.period, t.value, t.change, t.reportedBy])}
        ${series.points.map((point) => pointRows(view, point))}
      </table>
    </div>
  </section>`;
}

/** A period with what is told for it: a row for each value, and whether they contradict each other. */
function pointRows(view: View, { event, period, values, conflict }: FigurePoint): Html {
  const t = words[view.language];
  return html`<tbody>
    ${values.map(
      ({ figure, claims }, i) =>
        html`<tr>
          ${
            i === 0 &&
            html`<th scope="rowgroup" rowspan="${values.length}">
              ${timeTag(view, period)}
              ${conflict && html` <a class="differ" href="${hrefTo(view, `/events/${event}`)}">${t.theyDiffer}</a>`}
            </th>`
          }
          ${figureCells(view, figure)}
          <td>
            ${pick(claims, view.cited.claims)
              .slice(0, mostSources)
              .map((claim) => html`<span class="meta">${sourceLink(view, claim)}</span> `)}
          </td>
        </tr>`,
    )}
  </tbody>`;
}

/** The figures of a page, those of one indicator and the same parties together. */
function figureTable(view: View, figures: readonly FigureClaim[]): Html {
  const t = words[view.language];
  const groups = Map.groupBy(figures, (claim) => nameOfFigure(view, claim));
  return html`<section class="series">
    <h2 id="all-figures">${t.allFigures}</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="all-figures">
      <table>
        ${tableHead([t.indicator, t.value, t.change, t.period, t.evidence])}
        ${[...groups].map(
          ([name, claims]) =>
            html`<tbody>
              ${claims.toSorted(byPeriod).map((claim, i) => figureRow(view, claim, i === 0 ? name : null, claims.length))}
            </tbody>`,
        )}
      </table>
    </div>
  </section>`;
}

function tableHead(titles: readonly string[]): Html {
  return html`<thead>
    <tr>
      ${titles.map((title, i) => html`<th scope="col" class="${(i === 1 || i === 2) && 'number'}">${title}</th>`)}
    </tr>
  </thead>`;
}

/** A row; the first of a group names it for all of them. */
function figureRow(view: View, claim: FigureClaim, name: string | null, rows: number): Html {
  return html`<tr>
    ${name !== null && html`<th scope="rowgroup" rowspan="${rows}">${short(name, 160)}</th>`}
    ${figureCells(view, claim.figure)}
    <td>${claim.time === null ? '—' : timeTag(view, claim.time)}</td>
    <td>
      <span lang="${languageOf(view, claim)}">«${short(claim.evidence.text, 140)}»</span>
      <span class="meta">${sourceLink(view, claim)}</span>
    </td>
  </tr>`;
}

/** The value and how it changed. */
function figureCells(view: View, figure: Figure): Html {
  return html`<td class="number">${formatFigure(figure, view.language)}</td>
    <td class="number">${figure.change ? formatChange(figure.change, view.language) : '—'}</td>`;
}

/** «товарооборот — Велория, Сомерия»: what is counted, and of whom. */
function nameOfFigure(view: View, claim: FigureClaim): string {
  const named = (names: (role: Role) => boolean) => [
    ...new Set(claim.roles.filter(names).map((role) => roleText(view, role))),
  ];
  const indicator = named(({ role }) => role === 'indicator').join(', ');
  const parties = named(({ role }) => role !== 'indicator').toSorted();
  return [indicator || words[view.language].figures, parties.join(', ')].filter((part) => part !== '').join(' — ');
}

function byPeriod(a: FigureClaim, b: FigureClaim): number {
  const [first, second] = [a.time?.from ?? a.time?.to ?? '9', b.time?.from ?? b.time?.to ?? '9'];
  return first < second ? -1 : first > second ? 1 : 0;
}
