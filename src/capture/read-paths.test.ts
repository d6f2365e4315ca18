import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test, type TestContext } from 'node:test';

import { readPaths } from './read-paths.ts';

function folderWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-paths-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What came of paths, a line each: `SOURCE FORMAT TEXT` or `SOURCE failed: REASON`. */
async function listed(
  folder: string,
  paths: readonly string[],
  stdin: readonly (string | Buffer)[] = [],
): Promise<readonly string[]> {
  const lines: string[] = [];
  const options = { stdin: Readable.from(stdin), now: () => '2026-03-01T12:00:00.000Z' };
  for await (const input of readPaths(
    paths.map((p) => (p === '-' ? p : join(folder, p))),
    options,
  )) {
    const source = input.source.replace(`${folder}/`, '');
    if (input.kind === 'failed') lines.push(`${source} failed: ${input.reason}`);
    else lines.push(`${source} ${input.format} ${Buffer.from(input.bytes)}`);
  }
  return lines;
}

test('files by their endings, folders by name and below, other files only where named', async (t) => {
  const folder = folderWith(t, {
    'b.txt': 'b',
    'a/c.html': 'c',
    'a/.hidden.txt': 'h',
    'picture.png': 'p',
    'z.jsonl': '{}',
  });
  assert.deepEqual(await listed(folder, ['']), ['a/c.html html c', 'b.txt text b', 'z.jsonl:1 json {}']);
  assert.deepEqual(await listed(folder, ['picture.png', 'b.txt']), ['picture.png null p', 'b.txt text b']);
});

test('lines of JSONL keep their numbers over blank ones and a missing end', async (t) => {
  const folder = folderWith(t, { 'a.jsonl': '{"a":1}\n\n  \r\n{"b":2}' });
  assert.deepEqual(await listed(folder, ['a.jsonl']), ['a.jsonl:1 json {"a":1}', 'a.jsonl:4 json {"b":2}']);
});

test('what is not there, empty or too large is told and stops nothing', async (t) => {
  const large = 'x'.repeat(5_000_001);
  const folder = folderWith(t, { 'a.txt': '', 'b.txt': large, 'c.jsonl': `${large}\n{"c":1}\n`, 'd.txt': 'd' });
  assert.deepEqual(await listed(folder, ['nothing', 'a.txt', 'b.txt', 'c.jsonl', 'd.txt']), [
    'nothing failed: there is no such file or folder',
    'a.txt failed: it is empty',
    'b.txt failed: it is larger than 5 MB; split it, or give JSONL',
    'c.jsonl:1 failed: it is larger than 5 MB; split it, or give JSONL',
    'c.jsonl:2 json {"c":1}',
    'd.txt text d',
  ]);
});

test('standard input is JSONL where it begins with a brace, else one article', async (t) => {
  const folder = folderWith(t, {});
  assert.deepEqual(await listed(folder, ['-'], ['Договор ', 'подписан']), ['- null Договор подписан']);
  assert.deepEqual(await listed(folder, ['-'], ['\n {"a"', ':1}\n{"b":2}\n']), [
    '-:2 json  {"a":1}',
    '-:3 json {"b":2}',
  ]);
});
