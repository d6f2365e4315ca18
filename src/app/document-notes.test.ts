import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changedLines } from './document-notes.ts';

/** Lines are divided by `/`. */
const cases: readonly (readonly [before: string, after: string, changes: string])[] = [
  ['Порт/Открыт в мае.', 'Порт/Открыт в мае.', ''],
  ['Порт/Открыт в мае.', 'Порт/Открыт в июне.', '-Открыт в мае. +Открыт в июне.'],
  ['Порт/Открыт.', 'Порт/Открыт./Исправлено.', '+Исправлено.'],
  ['Порт/Открыт./Судов два.', 'Порт/Судов два.', '-Открыт.'],
  ['А/Б/В', 'Б/А/В', '-А +А'],
  ['', 'Порт', '- +Порт'],
];
for (const [before, after, changes] of cases) {
  test(`${before} → ${after}`, () => {
    const found = changedLines(before.replaceAll('/', '\n'), after.replaceAll('/', '\n'));
    assert.equal(found.map(({ kind, text }) => `${kind === 'added' ? '+' : '-'}${text}`).join(' '), changes);
  });
}

test('another text of many lines is removed and added whole', () => {
  const text = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word} ${i}`).join('\n');
  const found = changedLines(text('старый'), text('новый'));
  assert.deepEqual([found.length, found[0]?.text, found.at(-1)?.text], [6000, 'старый 0', 'новый 2999']);
});
