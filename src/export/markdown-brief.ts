import type { Record } from '../model/record.ts';
import { briefOf, type BriefOptions, type BriefPiece } from './brief.ts';

/** The brief as Markdown with footnotes. */
export function renderMarkdownBrief(record: Record, options: BriefOptions): string {
  const { title, asOf, sections, notes } = briefOf(record, options);
  const parts = sections.map(({ title: heading, lines }) => {
    const items = lines.map(({ pieces, under }) =>
      [`- ${pieces.map(pieceOf).join('')}`, ...under.map((one) => `  - ${one.map(pieceOf).join('')}`)].join('\n'),
    );
    return `## ${heading}\n\n${items.join('\n')}`;
  });
  const footnotes = notes.map(
    ({ note, outlet, published, quote, address }) =>
      `[^${note}]: ${plain(outlet)}, ${published}: «${plain(quote)}» ${linkTo(address)}`,
  );
  return `${[`# ${plain(title)}`, `As of ${asOf}.`, ...parts, footnotes.join('\n')].join('\n\n')}\n`;
}

function pieceOf(piece: BriefPiece): string {
  switch (piece.kind) {
    case 'text':
      return plain(piece.text);
    case 'strong':
      return `**${plain(piece.text)}**`;
    case 'quote':
      return `«${plain(piece.text)}»`;
    case 'cite':
      return `[^${piece.note}]`;
  }
}

function linkTo(address: string): string {
  return /^https?:\/\/[^\s<>]+$/u.test(address) ? `<${address}>` : plain(address);
}

/** Text of strangers with nothing that Markdown or HTML would act on. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>#|]/gu, (mark) => `\\${mark}`);
}
