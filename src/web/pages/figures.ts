import type { Page } from '../../model/answer.ts';
import type { FigureClaim } from '../../model/claim.ts';
import { formatChange, formatCount, formatFigure } from '../format.ts';
import { linkedRole } from '../headline.ts';
import { html, joined, short, type Html } from '../html.ts';
import { evidenceHref } from '../links.ts';
import { layout } from '../layout.ts';
import { nothing, pager, timeTag } from '../parts.ts';
import { dayPublished, outletName } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Quantities by indicator, as a table whose every row leads to its sentence. */
export function renderFigures(view: View, page: Page<FigureClaim>): Html {
  const t = words[view.language];
  const series = Map.groupBy(page.lines, indicatorOf);
  return layout(view, {
    title: t.figures,
    lead: formatCount(page.total, t.count.figures, view.language),
    main: html`${page.lines.length === 0 && nothing(view)}
    ${[...series].map(([indicator, claims]) => figureSection(view, indicator, claims))}${pager(view, page)}`,
  });
}

function figureSection(view: View, indicator: string, claims: readonly FigureClaim[]): Html {
  const t = words[view.language];
  return html`<section class="series">
    <h2>${indicator === '' ? t.figures : short(indicator, 160)}</h2>
    <div class="table-wrap" tabindex="0" role="region" aria-label="${short(indicator, 160)}">
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

function indicatorOf(claim: FigureClaim): string {
  return claim.roles.find((role) => role.role === 'indicator')?.name ?? '';
}
