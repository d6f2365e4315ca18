import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const articles = [
  ['a.txt', 'Франция и Италия подписали соглашение о границе 6 мая 2024 года.', '2024-05-07'],
  ['b.txt', 'Министр обороны Италии Паоло Верди встретился в Осло с Анной Крофт 3 июля 2024 года.', '2024-07-04'],
] as const;

/** A dossier of two invented articles, and a way to run commands on it. */
async function dossierOf(t: TestContext) {
  const folder = temporaryFolder(t);
  const lines = articles.map(([source, text, published]) =>
    JSON.stringify({ source, text, published, outlet: 'Вестник' }),
  );
  writeFileSync(join(folder, 'articles.jsonl'), lines.join('\n'));
  const database = join(folder, 'test.db');
  const run = (...argv: readonly string[]) => runCommand([...argv, '--db', database]);
  const read = await run('read', join(folder, 'articles.jsonl'));
  assert.equal(read.exitCode, 0, read.err);
  return { run, database, articles: join(folder, 'articles.jsonl') };
}

async function claimsOf(run: (...argv: readonly string[]) => Promise<{ readonly out: string }>) {
  const { out } = await run('export');
  const lines: { kind: string; id: string; type: string; stage?: string; status?: string; name?: string }[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines;
}

test('a rejected claim stays rejected when its document is read again, and comes back when that is undone', async (t) => {
  const { run, articles: file } = await dossierOf(t);
  const signed = (await claimsOf(run)).find((l) => l.kind === 'claim' && l.type === 'agreement');
  assert.ok(signed);
  const ruled = await run('rule', 'reject', signed.id, '--why', 'сверено с подлинником', '--by', 'Анна', '--json');
  assert.equal(ruled.exitCode, 0, ruled.err);
  const ruling: { id: string; by: string } = JSON.parse(ruled.out);
  assert.equal(ruling.by, 'Анна');
  assert.equal((await run('read', file)).exitCode, 0);
  assert.ok(!(await claimsOf(run)).some((l) => l.id === signed.id));
  assert.match((await run('rulings')).out, /reject agreement «.*соглашение о границе.*сверено с подлинником\s+yes/su);

  assert.equal((await run('rule', 'undo', ruling.id, '--why', 'ошибка')).exitCode, 0);
  assert.ok((await claimsOf(run)).some((l) => l.id === signed.id));
  assert.match((await run('rulings')).out, /undone/u);
});

test('fields are corrected, entities renamed, and days written as they are printed', async (t) => {
  const { run } = await dossierOf(t);
  const all = await claimsOf(run);
  const signed = all.find((l) => l.kind === 'claim' && l.type === 'agreement');
  const person = all.find((l) => l.kind === 'entity' && l.name === 'Паоло Верди');
  assert.ok(signed && person);
  for (const words of [
    ['correct', signed.id, 'stage', 'ratified'],
    ['correct', signed.id, 'time', '2024-05-01..2024-05-31'],
    ['rename', person.id, 'Паоло', 'Вердини'],
  ]) {
    const ruled = await run('rule', ...words, '--why', 'сверено');
    assert.equal(ruled.exitCode, 0, ruled.err);
  }
  const after = await claimsOf(run);
  const claim = after.find((l) => l.id === signed.id && l.kind === 'claim');
  assert.equal(claim?.stage, 'ratified');
  assert.match(JSON.stringify(claim), /"from":"2024-05-01","to":"2024-05-31"/u);
  assert.ok(after.some((l) => l.kind === 'entity' && l.name === 'Паоло Вердини'));
});

test('what cannot be ruled is refused with its reason', async (t) => {
  const { run } = await dossierOf(t);
  const cases: readonly (readonly [words: readonly string[], exitCode: number, message: RegExp])[] = [
    [['reject', 'nothing'], 1, /the record has no claim with the id nothing/u],
    [['correct', 'nothing', 'colour', 'red'], 2, /a field is one of status, stage, tense, time, due, not colour/u],
    [['merge', 'one'], 2, /it is: servanda rule merge ID ID --why TEXT/u],
    [['undo', 'nothing'], 1, /the record has no ruling with the id nothing/u],
  ];
  for (const [words, exitCode, message] of cases) {
    const result = await run('rule', ...words, '--why', 'проверка');
    assert.equal(result.exitCode, exitCode);
    assert.match(result.err, message);
  }
});
