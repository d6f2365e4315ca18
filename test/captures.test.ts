import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { openDossier } from '../src/app/dossier.ts';
import { lineSchema } from '../src/export/record-schema.ts';
import { createApplication } from '../src/http/application.ts';
import { openStore } from '../src/store/open-store.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = `<html lang="ru"><head><title>Мосты — Портовая газета</title>
<meta property="article:published_time" content="2026-02-20T10:00:00+03:00"></head>
<body><article><p>Россия и Белоруссия подписали договор о мостах 19 февраля 2026 года в Минске.</p>
<p>Договор вступит в силу до 1 июня 2026 года, сообщило министерство.</p></article></body></html>`;

async function serveOn(t: TestContext, answer: (path: string) => string | null): Promise<string> {
  const server = createServer((request, response) => {
    const body = answer(request.url ?? '');
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an address is read, its captures exported as WARC, and read again without a network to the same record', async (t) => {
  const folder = temporaryFolder(t);
  const [first, second, archive] = ['first.db', 'second.db', 'captures.warc.gz'].map((name) => join(folder, name));
  assert.ok(first && second && archive);
  const origin = await serveOn(t, (path) => (path === '/news/1' ? page : null));
  const saved = join(folder, 'saved.jsonl');
  writeFileSync(
    saved,
    `${JSON.stringify({ source: 'https://port.example/2', text: 'Порт Минска закрыли 20 февраля 2026 года.' })}\n`,
  );
  const read = await runCommand(['read', `${origin}/news/1`, saved, '--allow-private', '--db', first]);
  assert.equal(read.out, '2 read, 0 known already, 0 failed\n', read.err);
  const exported = await runCommand(['export', '--format', 'warc', '--db', first]);
  assert.equal(exported.exitCode, 0, exported.err);
  assert.equal(exported.out, '');
  writeFileSync(archive, exported.bytes);
  const again = await runCommand(['read', archive, '--db', second]);
  assert.equal(again.out, '2 read, 0 known already, 0 failed\n', again.err);
  const records = await Promise.all([first, second].map((db) => runCommand(['export', '--db', db])));
  assert.match(records[0]?.out ?? '', /"type":"agreement"/u);
  assert.equal(records[0]?.out, records[1]?.out);
});

const refused: readonly (readonly [address: string, reason: RegExp])[] = [
  ['http://127.0.0.1:9/', /is loopback/u],
  ['http://[::1]:9/', /loopback/u],
  ['http://169.254.169.254/latest/', /not public/u],
  ['http://user:secret@port.example/', /name or password/u],
];
for (const [address, reason] of refused) {
  test(`servanda read ${address} is refused in a line`, async (t) => {
    const result = await runCommand(['read', address, '--db', join(temporaryFolder(t), 'dossier.db')]);
    assert.equal(result.exitCode, 1);
    assert.match(result.err, reason);
    assert.equal(result.err.trim().split('\n').length, 1);
  });
}

test('a list is watched for one round; what cannot be watched is said', async (t) => {
  const folder = temporaryFolder(t);
  const origin = await serveOn(t, (path) => (path === '/news/1' ? page : null));
  const [list, empty, broken] = ['list.json', 'empty.json', 'broken.json'].map((name) => join(folder, name));
  assert.ok(list && empty && broken);
  writeFileSync(list, JSON.stringify([{ url: `${origin}/news/1`, kind: 'page' }]));
  writeFileSync(empty, '[]');
  writeFileSync(broken, '[{"link": 1}]');
  const db = join(folder, 'dossier.db');
  const result = await runCommand(['watch', list, '--once', '--allow-private', '--db', db]);
  assert.equal(result.out, `${origin}/news/1\n1 read, 0 known already, 0 failed\n`, result.err);
  assert.equal(result.exitCode, 0);
  writeFileSync(list, JSON.stringify([`${origin}/news/1`, 'www.port.example/rss']));
  const mistyped = await runCommand(['watch', list, '--once', '--allow-private', '--db', db]);
  assert.match(mistyped.err, /^www\.port\.example\/rss: it is no http or https address$/mu);
  assert.equal(mistyped.exitCode, 1);
  const mistakes: readonly (readonly [file: string, message: RegExp])[] = [
    [empty, /lists no http or https address/u],
    [broken, /neither OPML nor a JSON list/u],
    [join(folder, 'absent.opml'), /there is no such file/u],
  ];
  for (const [file, message] of mistakes) {
    const { exitCode, err } = await runCommand(['watch', file, '--db', db]);
    assert.equal(exitCode, 1);
    assert.match(err, message);
  }
});

test('an edited article shows what changed and what the outlet says of it, in show, on its page and in the export', async (t) => {
  const folder = temporaryFolder(t);
  const [db, saved] = [join(folder, 'dossier.db'), join(folder, 'saved.jsonl')];
  const line = (at: string, day: string, rest: string): string =>
    JSON.stringify({
      source: 'https://port.example/1',
      published: `2026-02-${day}`,
      text: `Порт Минска закроют на ремонт ${at}.\nСуда пойдут через соседний порт.${rest}`,
    });
  writeFileSync(
    saved,
    `${line('5 марта', '20', '')}\n${line('7 марта', '21', '\nИсправлено: ремонт начнётся 7 марта.')}\n`,
  );
  await runCommand(['read', saved, '--db', db]);
  const exported = (await runCommand(['export', '--db', db])).out.trim().split('\n');
  const documents = exported.flatMap((row) =>
    row.startsWith('{"kind":"document"') ? [lineSchema.parse(JSON.parse(row))] : [],
  );
  const [edited] = documents.flatMap((d) => (d.kind === 'document' && d.replaces !== null ? [d] : []));
  assert.ok(edited);
  assert.deepEqual(
    edited.corrections?.map((c) => [c.type, edited.text.slice(c.start, c.stop)]),
    [['correction', 'Исправлено: ремонт начнётся 7 марта.']],
  );
  const shown = await runCommand(['show', edited.id, '--db', db]);
  for (const part of [
    `earlier version: ${edited.replaces}`,
    'correction: Исправлено: ремонт начнётся 7 марта.',
    '- Порт Минска закроют на ремонт 5 марта.',
    '+ Порт Минска закроют на ремонт 7 марта.',
  ])
    assert.ok(shown.out.includes(`${part}`), `${part}\n${shown.out}`);
  const dossier = await openDossier({ database: db });
  t.after(() => dossier.close());
  const app = createApplication(dossier, { today: () => '2026-03-01' });
  const shownPage = await (await app.request(`/documents/${edited.id}?lang=en`)).text();
  assert.match(shownPage, /<del>Порт Минска закроют на ремонт 5 марта\.<\/del>/u);
  assert.match(shownPage, /<ins>Порт Минска закроют на ремонт 7 марта\.<\/ins>/u);
});

test('Ctrl-C ends watching at once, also while it waits for the next visit', async (t) => {
  const folder = temporaryFolder(t);
  const interruption = new AbortController();
  const origin = await serveOn(t, (path) => (path === '/news/1' ? page : null));
  const [list, db] = [join(folder, 'list.json'), join(folder, 'dossier.db')];
  writeFileSync(list, JSON.stringify([{ url: `${origin}/news/1`, kind: 'page' }]));
  const watching = runCommand(['watch', list, '--allow-private', '--db', db], { signal: interruption.signal });
  const store = await openStore(db);
  t.after(() => store.close());
  // Merged: the round is over, and the next visit is minutes away.
  for (let p = await store.progress(); p.read === 0 || p.pending > 0; p = await store.progress()) await sleep(50);
  interruption.abort();
  const { exitCode, out } = await watching;
  assert.equal(exitCode, 130);
  assert.match(out, /1 read, 0 known already, 0 failed; ended by Ctrl-C/u);
});
