import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { listCommands } from '../src/cli/list-commands.ts';
import { openStore } from '../src/store/open-store.ts';
import { exampleDay, exampleFiles, readFiles } from './examples.ts';
import { runCommand } from './run-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder = '';
let database = '';

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-commands-'));
  database = join(folder, 'dossier.db');
  await readFiles(database, exampleFiles);
});
after(() => rmSync(folder, { recursive: true }));

const page = z.object({
  asOf: z.string(),
  total: z.number().min(1),
  lines: z.array(z.looseObject({})).min(1),
  cited: z.object({ claims: z.array(z.unknown()), entities: z.array(z.unknown()), documents: z.array(z.unknown()) }),
});

for (const { name, words } of listCommands) {
  const argv = [name, ...(words ? ['договор'] : [])];
  test(`servanda ${argv.join(' ')} prints a table, and JSON with the same lines`, async () => {
    const table = await runCommand([...argv, '--db', database]);
    assert.equal(table.exitCode, 0, table.err);
    const [titles = '', rule = '', ...rows] = table.out.trimEnd().split('\n');
    // A series is made of figures that have their ids, and has none.
    const hasIds = name !== 'series';
    if (hasIds) assert.match(titles, / {2}ID$/u);
    assert.match(rule, /^─+$/u);
    assert.ok(rows.every((row) => row.length <= 160));
    const json = await runCommand([...argv, '--db', database, '--json', '--as-of', exampleDay]);
    const answer = page.parse(JSON.parse(json.out));
    assert.equal(answer.asOf, exampleDay);
    if (!hasIds) return;
    const ids = new Set(rows.flatMap((row) => /[0-9a-f]{16}$/u.exec(row)?.[0] ?? []));
    assert.equal(ids.size, answer.lines.length);
  });
}

test('every id of the export leads to something that show prints', async () => {
  const exported = await runCommand(['export', '--db', database, '--as-of', exampleDay]);
  const lines = exported.out
    .trimEnd()
    .split('\n')
    .map((line) => z.looseObject({ kind: z.string() }).parse(JSON.parse(line)));
  assert.deepEqual(lines[0], { kind: 'record', format: 1, asOf: exampleDay, engine: lines[0]?.['engine'] });
  const kinds = new Set<string>();
  for (const line of lines.slice(1)) {
    if (kinds.has(line.kind)) continue;
    kinds.add(line.kind);
    const shown = await runCommand(['show', String(line['id']), '--db', database, '--as-of', exampleDay]);
    assert.equal(shown.exitCode, 0, shown.err);
    assert.match(shown.out, new RegExp(String(line['id']), 'u'));
  }
  assert.deepEqual([...kinds].toSorted(), ['agreement', 'claim', 'commitment', 'document', 'entity', 'event']);
});

test('export gives a table, a calendar and a brief, too', async () => {
  const exported = async (...format: readonly string[]): Promise<string> => {
    const given = await runCommand(['export', '--db', database, '--as-of', exampleDay, '--format', ...format]);
    assert.equal(given.exitCode, 0, given.err);
    return given.out;
  };
  assert.match(await exported('csv', '--table', 'commitments'), /^id,force,due from,[^\n]+\r\n[0-9a-f]{16},/u);
  assert.match(await exported('ics'), /^BEGIN:VCALENDAR\r\n[^]+\r\nEND:VCALENDAR\r\n$/u);
  assert.match(await exported('markdown'), /^# Servanda\n\nAs of [^]+\n\[\^1\]: /u);
});

test('a page behind the last line is told from a dossier without lines', async () => {
  for (const [option, number] of [
    ['--offset', '9999'],
    ['--limit', '0'],
  ] as const) {
    const { exitCode, out, err } = await runCommand(['documents', option, number, '--db', database]);
    assert.deepEqual([exitCode, out], [0, '']);
    assert.match(err, new RegExp(`^none of \\d+ with ${option} ${number}\\n$`, 'u'));
  }
});

test('outcomes depend on the day that is asked for', async () => {
  const outcomesOn = async (day: string): Promise<string> => {
    const { out } = await runCommand(['commitments', '--db', database, '--json', '--as-of', day]);
    const outcome = z.looseObject({ outcome: z.object({ status: z.string() }) });
    return JSON.stringify(page.parse(JSON.parse(out)).lines.map((line) => outcome.parse(line).outcome.status));
  };
  assert.notEqual(await outcomesOn('2023-01-01'), await outcomesOn(exampleDay));
});

test('about narrows a command to what concerns a state', async () => {
  const count = async (...more: readonly string[]): Promise<number> =>
    page.parse(JSON.parse((await runCommand(['timeline', '--db', database, '--json', ...more])).out)).total;
  assert.ok((await count('--about', 'Тальмар')) < (await count()));
});

test('explain tells of each sentence what it yields or why nothing, for a file and for an id', async () => {
  const file = join(root, exampleFiles[0] ?? '');
  const ofFile = await runCommand(['explain', file]);
  assert.equal(ofFile.exitCode, 0, ofFile.err);
  assert.match(ofFile.out, /^ {2}\+ \w+ \w+ .*[0-9a-f]{16}$/mu);
  const json = await runCommand(['documents', '--db', database, '--json', '--limit', '1']);
  const [first] = page.parse(JSON.parse(json.out)).lines;
  const ofId = await runCommand(['explain', String(first?.['id']), '--db', database]);
  assert.match(ofId.out, new RegExp(`^document +${String(first?.['id'])}`, 'u'));
  const ofSource = await runCommand(['explain', String(first?.['source']), '--db', database, '--no-parse']);
  assert.match(ofSource.out, new RegExp(`^document +${String(first?.['id'])}`, 'u'));
  assert.ok(ofSource.out.length < ofId.out.length);
  assert.equal((await runCommand(['explain', 'nothing', '--db', database])).exitCode, 1);
  const unread = await runCommand(['explain', 'https://news.example/1', '--db', database]);
  assert.deepEqual([unread.exitCode, unread.out], [1, '']);
  assert.match(unread.err, /read it first: servanda read https:\/\/news\.example\/1 --db/u);
  const asPage = await runCommand(['explain', file, '--html']);
  assert.match(asPage.out, /^<!doctype html>/u);
});

test('reading from standard input, again, and forgetting it', async () => {
  const own = join(folder, 'own.db');
  const text =
    'Тальмар и Варония подписали соглашение о маяках\n\n12 мая 2025 года стороны подписали соглашение о маяках.\n';
  const first = await runCommand(['read', '-', '--db', own], { stdin: text });
  assert.equal(first.out, '1 read, 0 known already, 0 failed\n');
  const second = await runCommand(['read', '-', '--db', own, '--json'], { stdin: text });
  assert.deepEqual(JSON.parse(second.out), { read: 0, known: 1, failed: 0, interrupted: false, failures: [] });
  const wrong = await runCommand(['read', 'nowhere.txt', '--db', own]);
  assert.deepEqual([wrong.exitCode, wrong.err], [1, 'nowhere.txt: there is no such file or folder\n']);
  const listed = await runCommand(['documents', '--db', own]);
  const [source = ''] = /stdin:[0-9a-f]{16}/u.exec(listed.out) ?? [];
  assert.equal((await runCommand(['forget', source, '--db', own])).out, '1 forgotten\n');
  const empty = await runCommand(['documents', '--db', own]);
  assert.deepEqual([empty.exitCode, empty.out, empty.err], [0, '', 'nothing has been read\n']);
});

test('Ctrl-C ends a reading with 130 after the document in hand, and the next run goes on from there', async () => {
  const own = join(folder, 'interrupted.db');
  const articles = join(folder, 'articles.jsonl');
  const lines = Array.from({ length: 300 }, (_, i) =>
    JSON.stringify({
      source: `https://example.org/${i}`,
      text: `Стороны подписали договор номер ${i}. Он вступит в силу.`,
    }),
  );
  writeFileSync(articles, lines.join('\n'));
  const program = spawn(process.execPath, [join(root, 'bin', 'servanda.js'), 'read', articles, '--db', own], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(program, 'exit');
  while ((await documentsIn(own)) === 0 && program.exitCode === null) await sleep(20);
  program.kill('SIGINT');
  const [exitCode] = await exited;
  assert.equal(exitCode, 130);
  const kept = JSON.parse((await runCommand(['documents', '--db', own, '--json', '--limit', '1'])).out).total;
  assert.ok(kept > 0 && kept < lines.length, `${kept} were read`);
  const next = await runCommand(['read', articles, '--db', own]);
  assert.equal(next.out, `${lines.length - kept} read, ${kept} known already, 0 failed\n`);
});

/** How many documents are in a dossier that another process may be making; looking merges nothing. */
async function documentsIn(file: string): Promise<number> {
  if (!existsSync(file)) return 0;
  const store = await openStore(file);
  try {
    return (await store.counts()).documents;
  } finally {
    await store.close();
  }
}
