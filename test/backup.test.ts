import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { examineStore } from '../src/app/doctor.ts';
import { openStore } from '../src/store/open-store.ts';
import { newPostgresDatabase } from './each-engine.ts';
import { exampleFiles, readFiles } from './examples.ts';
import { readingOf } from './invented-reading.ts';
import { needs } from './needs.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const questions = [
  ['export', '--people', 'all'],
  ['timeline', '--json'],
  ['search', '--json', '"договор о безопасности"'],
];

async function answersOf(database: string): Promise<readonly string[]> {
  const answers = questions.map((question) => runCommand([...question, '--db', database, '--as-of', '2025-06-01']));
  return (await Promise.all(answers)).map(({ out, err }) => `${out}${err}`);
}

async function problemsOf(database: string): Promise<readonly string[]> {
  const store = await openStore(database);
  try {
    return (await examineStore(store)).flatMap(({ wrong }) => wrong);
  } finally {
    await store.close();
  }
}

async function succeed(...argv: readonly string[]): Promise<void> {
  const { exitCode, err } = await runCommand(argv);
  assert.equal(exitCode, 0, err);
}

test('a dossier goes from a file to a server and back and stays the same', needs('postgres'), async (t) => {
  const folder = temporaryFolder(t);
  const [file, first, second] = ['dossier.db', 'first.backup', 'second.backup'].map((name) => join(folder, name));
  assert.ok(file !== undefined && first !== undefined && second !== undefined);
  const url = await newPostgresDatabase();
  await readFiles(file, exampleFiles);
  // A text that one search vector cannot hold, and one without a word.
  const long = Array.from({ length: 9000 }, (_, i) => `слово${i % 4000} и`).join(' ');
  const store = await openStore(file);
  await store.insertReadings([readingOf('long.txt', `начало ${long} конец`), readingOf('none.txt', '—')]);
  await store.close();
  const answers = await answersOf(file);
  await succeed('backup', first, '--db', file);
  await succeed('restore', first, '--db', url);
  await succeed('backup', second, '--db', url);
  for (const database of [first, url, second]) {
    assert.deepEqual(await answersOf(database), answers, database);
    assert.deepEqual(
      (await problemsOf(database)).filter((problem) => !/digest/u.test(problem)),
      [],
    );
  }
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.part')),
    [],
  );
});

test('neither overwrites what is there', needs('postgres'), async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'dossier.db');
  const url = await newPostgresDatabase();
  await readFiles(file, exampleFiles.slice(0, 1));
  await readFiles(url, exampleFiles.slice(0, 1));
  for (const argv of [
    ['backup', file, '--db', file],
    ['restore', file, '--db', file],
    ['restore', file, '--db', url],
  ]) {
    const { exitCode, err } = await runCommand(argv);
    assert.equal(exitCode, 1);
    assert.match(err, /already: nothing was written/u);
  }
  const { err } = await runCommand(['restore', join(folder, 'none.backup'), '--db', join(folder, 'new.db')]);
  assert.match(err, /there is no backup at/u);
  assert.equal(existsSync(join(folder, 'none.backup')), false);
});
