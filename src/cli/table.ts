/** A column of a table on a terminal. Exactly one column of a table is `wide`: it takes what room is left, and wraps. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly wide?: true;
  /** Longest width of a narrow column; longer cells wrap. */
  readonly most?: number;
}

const gap = '  ';
const narrowest = 20;

/** Renders rows under their titles, `width` columns of the terminal wide; empty cells of a column that is empty throughout drop it. */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string {
  const shown = columns
    .map((column) => ({ column, cells: rows.map((row) => column.cell(row).replaceAll(/\s+/gu, ' ').trim()) }))
    .filter(({ column, cells }) => column.wide || cells.some((cell) => cell !== ''));
  const narrow = shown.map(({ column, cells }) =>
    column.wide ? 0 : Math.min(column.most ?? 40, Math.max(column.title.length, ...cells.map((c) => c.length))),
  );
  const taken = narrow.reduce((sum, w) => sum + w, 0) + gap.length * (shown.length - 1);
  const widths = narrow.map((w) => (w === 0 ? Math.max(narrowest, width - taken) : w));
  const titles = shown.map(({ column }, i) => column.title.padEnd(widths[i] ?? 0)).join(gap);
  const lines = rows.flatMap((_row, n) => {
    const wrapped = shown.map(({ cells }, i) => wrap(cells[n] ?? '', widths[i] ?? narrowest));
    const height = Math.max(1, ...wrapped.map((w) => w.length));
    return Array.from({ length: height }, (_, k) =>
      wrapped
        .map((w, i) => (w[k] ?? '').padEnd(widths[i] ?? 0))
        .join(gap)
        .trimEnd(),
    );
  });
  return [titles.trimEnd(), '─'.repeat(Math.min(width, titles.length)), ...lines].join('\n');
}

/** Breaks a text into lines of at most `width` columns, between words where that can be. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= width) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines;
}
