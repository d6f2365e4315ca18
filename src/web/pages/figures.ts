import type { Page } from '../../model/answer.ts';
import type { FigureClaim, Role } from '../../model/claim.ts';
import { figurePlot } from '../figure-plot.ts';
import { formatChange, formatCount, formatFigure } from '../format.ts';
import { roleText } from '../headline.ts';
import { html, short, type Html } from '../html.ts';
import { evidenceHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { dayPublished, languageOf, outletName } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Quantities: what is told for several periods drawn over time, then all of it as a table whose every row leads to its sentence. */
export function renderFigures(view: View, page: Page<FigureClaim>): Html {
  const t = words[view.language];
  const series = [...Map.groupBy(page.lines, (claim) => seriesOf(view, claim))].map(([name, claims]) => ({
    name,
    claims: claims.toSorted(byPeriod),
  }));
  return layout(view, {
    title: t.figures,
    lead: formatCount(page.total, t.count.figures, view.language),
    main: html`${page.lines.length === 0 && nothing(view)}
    ${series.map(({ name, claims }) => plots(view, name, claims))}
    ${page.lines.length > 0 && table(view, series)}${pager(view, page)}`,
  });
}

interface Series {
  readonly name: string;
  readonly claims: readonly FigureClaim[];
}

/** A drawing for each unit of a series that has enough of them. */
function plots(view: View, name: string, claims: readonly FigureClaim[]): Html | null {
  const drawn = [...Map.groupBy(claims, ({ figure }) => figure.unit).values()]
    .map((same) => figurePlot(view, same))
    .filter((plot) => plot !== null);
  return drawn.length === 0
    ? null
    : html`<section class="series">
        <h2>${short(name, 160)}</h2>
        ${drawn}
      </section>`;
}

function table(view: View, series: readonly Series[]): Html {
  const t = words[view.language];
  return html`<section class="series">
    <h2 id="all-figures">${t.allFigures}</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="all-figures">
      <table>
        <thead>
          <tr>
            <th scope="col">${t.indicator}</th>
            <th scope="col" class="number">${t.value}</th>
            <th scope="col" class="number">${t.change}</th>
            <th scope="col">${t.period}</th>
            <th scope="col">${t.evidence}</th>
          </tr>
        </thead>
        ${series.map(
          ({ name, claims }) =>
            html`<tbody>
              ${claims.map((claim, i) => figureRow(view, claim, i === 0 ? name : null, claims.length))}
            </tbody>`,
        )}
      </table>
    </div>
  </section>`;
}

/** A row; the first of a series names it for all of them. */
function figureRow(view: View, claim: FigureClaim, name: string | null, rows: number): Html {
  const { figure } = claim;
  const card = view.cited.documents.get(claim.document);
  return html`<tr>
    ${name !== null && html`<th scope="rowgroup" rowspan="${rows}">${short(name, 160)}</th>`}
    <td class="number">${formatFigure(figure, view.language)}</td>
    <td class="number">${figure.change ? formatChange(figure.change, view.language) : '—'}</td>
    <td>${claim.time === null ? '—' : timeTag(view, claim.time)}</td>
    <td>
      <span lang="${languageOf(view, claim)}">«${short(claim.evidence.text, 140)}»</span>
      <a class="meta source" href="${evidenceHref(view, claim)}"
        >${outletName(view, card)}, ${dayPublished(view, card)}</a
      >
    </td>
  </tr>`;
}

/** «товарооборот — Велория, Сомерия»: what is counted, and of whom. */
function seriesOf(view: View, claim: FigureClaim): string {
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
