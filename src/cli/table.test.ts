import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatDays } from './format-days.ts';
import { renderProgress } from './progress.ts';
import { type Column, renderTable } from './table.ts';

const columns: readonly Column<{ day: string; words: string; note: string }>[] = [
  { title: 'Day', cell: (r) => r.day },
  { title: 'Words', cell: (r) => r.words, wide: true },
  { title: 'Note', cell: (r) => r.note, most: 5 },
];

test('the wide column wraps, narrow ones hold their width, an empty one is left out', () => {
  const rows = [
    { day: '2024-12-06', words: 'договор о гарантиях\nбезопасности подписан', note: '' },
    { day: '', words: 'и всё', note: '' },
  ];
  assert.equal(
    renderTable(columns, rows, 34),
    [
      'Day         Words',
      '──────────────────────────────────',
      '2024-12-06  договор о гарантиях',
      '            безопасности подписан',
      '            и всё',
    ].join('\n'),
  );
});

test('a word longer than its column is cut over lines', () => {
  const [, , ...lines] = renderTable(columns, [{ day: '1', words: 'а', note: 'abcdefgh' }], 40).split('\n');
  assert.deepEqual(
    lines.map((l) => l.trim().split(/\s+/u)),
    [['1', 'а', 'abcde'], ['fgh']],
  );
});

const ranges: readonly (readonly [from: string | null, to: string | null, expected: string])[] = [
  ['2024-12-06', '2024-12-06', '2024-12-06'],
  ['2024-02-01', '2024-02-29', '2024-02'],
  ['2023-02-01', '2023-02-28', '2023-02'],
  ['2024-01-01', '2024-12-31', '2024'],
  ['2024-12-01', '2024-12-10', '2024-12-01…2024-12-10'],
  ['1995-01-01', null, 'from 1995-01-01'],
  [null, '2026-03-20', 'until 2026-03-20'],
];
for (const [from, to, expected] of ranges) {
  test(`days ${expected}`, () => assert.equal(formatDays({ from, to }), expected));
}

test('no days are no words', () => assert.equal(formatDays(null), ''));

test('progress shows its share where the total is known, and counts alone where it is not', () => {
  const counts = { read: 12, known: 3, failed: 1, bytes: 500, tokens: 0 };
  assert.equal(renderProgress(counts, 1000), '████████████░░░░░░░░░░░░  50%  12 read, 3 known, 1 failed');
  assert.equal(renderProgress(counts, null), '12 read, 3 known, 1 failed');
});
