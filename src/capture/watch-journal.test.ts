import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { openFileJournal } from './watch-journal.ts';

test('what is written after a line that a crash cut short is not lost with it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-journal-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'watch.jsonl');
  const feed = 'https://port.example/feed';
  await openFileJournal(path).mark(feed, 'first', 'a');
  appendFileSync(path, '{"url":"https://port.exam');
  const journal = openFileJournal(path);
  assert.deepEqual([...((await journal.load()).get(feed)?.seen ?? [])], [['first', 'a']]);
  await journal.mark(feed, 'second', 'b');
  const entries = (await openFileJournal(path).load()).get(feed)?.seen;
  assert.deepEqual(
    [...(entries ?? [])],
    [
      ['first', 'a'],
      ['second', 'b'],
    ],
  );
});
