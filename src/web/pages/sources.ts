import type { DocumentCard, Outlets, Page } from '../../model/answer.ts';
import { formatCount, formatNumber } from '../format.ts';
import { html, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { documentLine, nothing, pager } from '../parts.ts';
import { canBeAsked, outletName } from '../passage.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** The articles of the dossier, newest first; a reprint says whose. */
export function renderSources(view: View, page: Page<DocumentCard>, outlets: Outlets | null): Html {
  const t = words[view.language];
  const outlet = view.query.get('outlet') || null;
  return layout(view, {
    ...(outlet !== null && { kicker: t.sources }),
    title: outlet === null ? t.sources : outletName(view, { outlet }),
    lead: formatCount(page.total, t.count.documents, view.language),
    main: html`${page.lines.length === 0 && nothing(view)} ${outlets && outletTable(view, outlets)}
      <div class="documents">
        ${page.lines.map(
          (card) =>
            html`<div>
              ${documentLine(view, card, 2)}
              ${card.origin !== card.id && html`<p class="meta reprint"><a href="${hrefTo(view, `/documents/${card.origin}`)}">${t.reprintOf}</a></p>`}
            </div>`,
        )}
      </div>
      ${pager(view, page)}`,
  });
}

/** Outlets beside what each reprints: reprints are no further origin. */
function outletTable(view: View, { outlets, reprinted }: Outlets): Html {
  const t = words[view.language];
  const sourcesOf = (outlet: string | null): string =>
    reprinted
      .filter((one) => one.outlet === outlet)
      .map(({ from, documents }) => `${outletName(view, { outlet: from })} ${formatNumber(documents, view.language)}`)
      .join(', ');
  return html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="outlets">
    <table>
      <caption id="outlets">
        ${t.outlets}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t.attribution.outlet}</th>
          <th scope="col" class="number">${t.documents}</th>
          <th scope="col" class="number">${t.reprintsOf}</th>
          <th scope="col">${t.reprintedFrom}</th>
        </tr>
      </thead>
      <tbody>
        ${outlets.slice(0, 30).map(
          ({ outlet, documents, reprints }) =>
            html`<tr>
              <th scope="row">
                ${!canBeAsked(outlet) ? outletName(view, { outlet }) : html`<a href="${hrefTo(view, '/sources', { outlet })}">${outletName(view, { outlet })}</a>`}
              </th>
              <td class="number">${formatNumber(documents, view.language)}</td>
              <td class="number">${formatNumber(reprints, view.language)}</td>
              <td>${sourcesOf(outlet)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
