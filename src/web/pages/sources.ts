import type { DocumentCard, Page } from '../../model/answer.ts';
import { formatCount } from '../format.ts';
import { html, type Html } from '../html.ts';
import { hrefTo } from '../links.ts';
import { layout } from '../layout.ts';
import { documentLine, nothing, pager } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** The articles of the dossier, newest first; a reprint says whose. */
export function renderSources(view: View, page: Page<DocumentCard>): Html {
  const t = words[view.language];
  return layout(view, {
    title: t.sources,
    lead: formatCount(page.total, t.count.documents, view.language),
    main: html`${page.lines.length === 0 && nothing(view)}
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
