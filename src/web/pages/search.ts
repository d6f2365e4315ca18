import type { Hit, Page } from '../../model/answer.ts';
import { formatCount } from '../format.ts';
import { html, short, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { markedText } from '../marked-text.ts';
import { documentLine, pager } from '../parts.ts';
import type { View } from '../view.ts';
import { words } from '../words.data.ts';

/** Articles that hold the words, with the best sentences; `null` where nothing was asked yet. */
export function renderSearch(view: View, asked: string, page: Page<Hit> | null): Html {
  const t = words[view.language];
  return layout(view, {
    title: asked === '' ? t.search : `${t.searchFor}${short(asked, 100)}`,
    lead: page === null ? t.searchEmpty : formatCount(page.total, t.count.documents, view.language),
    main: html`${page?.lines.length === 0 && html`<p class="nothing">${t.searchNothing}</p>`}
    ${page?.lines.map(
      (hit) =>
        html`<div class="hit">
          ${documentLine(view, hit.document, 2)}
          ${hit.snippets.map((snippet) => html`<p class="snippet" lang="${hit.document.language}">${snippetText(snippet)}</p>`)}
        </div>`,
    )}
    ${page && pager(view, page)}`,
  });
}

function snippetText(snippet: Hit['snippets'][number]): Html {
  const marks = snippet.marks.map((mark) => ({ ...mark, id: '', href: null, number: null, focus: false }));
  return markedText(snippet.text, marks, { start: 0, stop: snippet.text.length }, { anchors: false });
}
