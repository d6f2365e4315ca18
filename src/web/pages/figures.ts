import type { Page } from '../../model/answer.ts';
import type { FigureClaim, Role } from '../../model/claim.ts';
import { figurePlot } from '../figure-plot.ts';
import { formatChange, formatCount, formatFigure } from '../format.ts';
import { linkedRole, roleText } from '../headline.ts';
import { html, joined, type Html } from '../html.ts';
import { evidenceHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { dayPublished, outletName } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Quantities of one indicator of the same parties, drawn over time and as a table whose every row leads to its sentence. */
export function renderFigures(view: View, page: Page<FigureClaim>): Html {
  const t = words[view.language];
  const series = Map.groupBy(page.lines, (claim) => seriesOf(view, claim));
  return layout(view, {
    title: t.figures,
    lead: formatCount(page.total, t.count.figures, view.language),
    main: html`${page.lines.length === 0 && nothing(view)}
    ${[...series].map(([name, claims]) => figureSection(view, name, claims.toSorted(byPeriod)))}${pager(view, page)}`,
  });
}

function figureSection(view: View, name: string, claims: readonly FigureClaim[]): Html {
  const t = words[view.language];
  return html`<section class="series">
    <h2>${name}</h2>
    ${[...Map.groupBy(claims, ({ figure }) => figure.unit).values()].map((same) => figurePlot(view, same))}
    <div class="table-wrap" tabindex="0" role="region" aria-label="${name}">
      <table>
        <thead>
          <tr>
            <th scope="col">${t.period}</th>
            <th scope="col" class="number">${t.value}</th>
            <th scope="col" class="number">${t.change}</th>
            <th scope="col">${t.what}</th>
            <th scope="col">${t.where}</th>
          </tr>
        </thead>
        <tbody>
          ${claims.map((claim) => figureRow(view, claim))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function figureRow(view: View, claim: FigureClaim): Html {
  const { figure } = claim;
  const card = view.cited.documents.get(claim.document);
  const others = claim.roles.filter((role) => role.role !== 'indicator');
  return html`<tr>
    <td>${timeTag(view, claim.time)}</td>
    <td class="number">${formatFigure(figure, view.language)}</td>
    <td class="number">${figure.change ? formatChange(figure.change, view.language) : '—'}</td>
    <td>
      ${joined(
        others.map((role) => linkedRole(view, role)),
        ', ',
      )}
    </td>
    <td>
      <a class="source" href="${evidenceHref(view, claim)}">${outletName(view, card)}, ${dayPublished(view, card)}</a>
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
