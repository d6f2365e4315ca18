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

test('standard input is JSONL where it begins with a brace, else one article; each is its own source', async (t) => {
  const folder = folderWith(t, {});
  const of = async (...pieces: readonly string[]): Promise<readonly string[]> => {
    const lines = await listed(folder, ['-'], pieces);
    return lines.map((line) => line.replaceAll(/(?<=^stdin:)[0-9a-f]{16}/gu, 'DIGEST'));
  };
  assert.deepEqual(await of('Договор ', 'подписан'), ['stdin:DIGEST null Договор подписан']);
  assert.deepEqual(await of('\n {"a"', ':1}\n{"b":2}\n'), [
    'stdin:DIGEST:2 json  {"a":1}',
    'stdin:DIGEST:3 json {"b":2}',
  ]);
  assert.deepEqual(await of(), ['- failed: it is empty']);
  const [one] = await listed(folder, ['-'], ['Договор']);
  const [same] = await listed(folder, ['-'], ['Дого', 'вор']);
  const [other] = await listed(folder, ['-'], ['Приговор']);
  assert.equal(one, same);
  assert.notEqual(one?.split(' ')[0], other?.split(' ')[0]);
});

test('a saved feed or sitemap is no article', async (t) => {
  const folder = folderWith(t, { 'feed.xml': '<?xml version="1.0"?><rss version="2.0"></rss>', 'map.xml': '<urlset>' });
  assert.deepEqual(await listed(folder, ['feed.xml', 'map.xml']), [
    'feed.xml failed: it is a feed, not an article: give its address, to be fetched',
    'map.xml failed: it is a sitemap, not an article: give its address, to be fetched',
  ]);
});
