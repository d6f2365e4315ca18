import type { Record } from '../model/record.ts';
import { briefOf, type BriefOptions, type BriefPiece } from './brief.ts';
import { xmlText } from './xml.ts';

/** The brief as one HTML file that needs nothing beside itself, with footnotes, to be mailed or printed. */
export function renderHtmlBrief(record: Record, options: BriefOptions): string {
  const { title, asOf, sections, notes } = briefOf(record, options);
  const parts = sections.map(({ title: heading, lines }) => {
    const items = lines.map(({ pieces, under }) => {
      const inner = under.map((one) => `<li>${one.map(pieceOf).join('')}</li>`).join('');
      return `<li>${pieces.map(pieceOf).join('')}${inner && `<ul>${inner}</ul>`}</li>`;
    });
    return `<section><h2>${heading}</h2><ul>${items.join('\n')}</ul></section>`;
  });
  const footnotes = notes.map(
    ({ note, outlet, published, quote, address }) =>
      `<li id="note-${note}" value="${note}">${xmlText(outlet)}, ${published}: <q>${xmlText(quote)}</q> ${linkTo(address)}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xmlText(title)}</title><style>${style}</style></head>
<body><main><h1>${xmlText(title)}</h1><p>As of ${asOf}.</p>
${parts.join('\n')}
<section><h2>Sources</h2><ol>${footnotes.join('\n')}</ol></section></main></body>
</html>
`;
}

const style =
  ':root{color-scheme:light dark}body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h2{border-bottom:2px solid}li{margin:.4rem 0;overflow-wrap:anywhere}q{quotes:"«" "»"}sup a{text-decoration:none}ol{font-size:.85rem}';

function pieceOf(piece: BriefPiece): string {
  switch (piece.kind) {
    case 'text':
      return xmlText(piece.text);
    case 'strong':
      return `<strong>${xmlText(piece.text)}</strong>`;
    case 'quote':
      return `<q>${xmlText(piece.text)}</q>`;
    case 'cite':
      return `<sup><a href="#note-${piece.note}">${piece.note}</a></sup>`;
  }
}

function linkTo(address: string): string {
  const shown = xmlText(address);
  return /^https?:\/\//iu.test(address) ? `<a href="${shown}">${shown}</a>` : shown;
}
