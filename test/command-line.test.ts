import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { cliDocsFile, renderCliDocs } from '../scripts/cli-docs.ts';
import { openStore } from '../src/store/open-store.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('docs/cli.md says what the commands say (node scripts/cli-docs.ts --write)', () => {
  assert.equal(readFileSync(cliDocsFile, 'utf8'), renderCliDocs());
});

test('an old Node gets a sentence and exit code 2', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.9.0'})`;
  const result = spawnSync(process.execPath, ['--import', pretend, join(root, 'bin', 'servanda.js')], {
    encoding: 'utf8',
  });
  assert.equal(result.status, 2);
  assert.equal(result.stderr, 'servanda needs Node 24 or newer; this is 20.9.0.\n');
});

test('the program prints its help without a warning', () => {
  const result = spawnSync(process.execPath, [join(root, 'bin', 'servanda.js'), '--help'], { encoding: 'utf8' });
  assert.equal(result.status, 0);
  assert.equal(result.stderr, '');
  assert.match(result.stdout, /Exit codes: 0 done/u);
});

test('a user without a name, as a container may have, rules all the same', async (t) => {
  const database = join(temporaryFolder(t), 'dossier.db');
  await (await openStore(database)).close();
  const nameless = `data:text/javascript,
    import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    os.userInfo = () => { throw new Error('uv_os_get_passwd returned ENOENT') };
    syncBuiltinESMExports();`;
  const argv = [join(root, 'bin', 'servanda.js'), 'rule', 'accept', 'x', '--why', 'y', '--db', database];
  const { stderr } = spawnSync(process.execPath, ['--import', nameless, ...argv], { encoding: 'utf8' });
  assert.equal(stderr, 'servanda: the record has no claim with the id x\n');
});

const full = '/dev/full';
const needsFull = { skip: existsSync(full) ? false : `there is no ${full} here` };
test('output that cannot be written is an error; that its reader stops early is none', needsFull, () => {
  const program = join(root, 'bin', 'servanda.js');
  const inShell = (script: string) => spawnSync('sh', ['-c', script, process.execPath, program], { encoding: 'utf8' });
  const lost = inShell(`"$0" "$1" --help > ${full}`);
  assert.equal(lost.status, 1, lost.stderr);
  assert.match(lost.stderr, /^servanda: the output could not be written: .*\n$/u);
  assert.equal(inShell('(sleep 1; "$0" "$1" --help; echo $? >&2) | exec sleep 0').stderr, '0\n');
});

const mistakes: readonly (readonly [argv: string, exitCode: number, message: RegExp])[] = [
  ['timeline --as-of 2026-02-31', 2, /A day is written 2026-03-01/u],
  ['timeline --limit many', 2, /must be a whole number/u],
  ['work --workers 0', 2, /must be at least 1/u],
  ['reread --readers 0', 2, /must be at least 1/u],
  ['serve --url desk', 2, /It is written https:\/\/desk\.example/u],
  ['serve --port 65536', 2, /A port is at most 65535/u],
  ['commitments --outcome lost', 2, /Allowed choices are open, kept/u],
  ['export --format xml', 2, /Allowed choices are jsonl, csv, xlsx, ics, markdown, html, json-ld/u],
  ['remember', 2, /unknown command 'remember'/u],
  ['read', 2, /missing required argument 'PATH\|URL'/u],
  [
    'timeline --db mysql://desk:secret@host/press',
    2,
    /^servanda: mysql:\/\/desk@host\/press keeps no dossier: name a file/u,
  ],
  ['timeline --db nowhere.db', 1, /there is no dossier at nowhere\.db: read something first/u],
  ['show 123 --db nowhere.db', 1, /there is no dossier at nowhere\.db/u],
  ['forget x --db nowhere.db', 1, /there is no dossier at nowhere\.db/u],
];
for (const [argv, exitCode, message] of mistakes) {
  test(`servanda ${argv} ends with ${exitCode}`, async () => {
    const result = await runCommand(argv.split(' '));
    assert.equal(result.exitCode, exitCode);
    assert.match(result.err, message);
    assert.equal(existsSync('nowhere.db'), false);
  });
}

test('a file that is no dossier is named', async (t) => {
  const file = join(temporaryFolder(t), 'notes.db');
  writeFileSync(file, 'a shopping list, long enough not to be taken for an empty file. '.repeat(30));
  const result = await runCommand(['timeline', '--db', file]);
  assert.equal(result.exitCode, 1);
  assert.match(result.err, /cannot open the dossier .*notes\.db/u);
});

test('a dossier that cannot be made where it is wanted says what may be in the way', async (t) => {
  const folder = temporaryFolder(t);
  for (const place of [folder, join(folder, 'nowhere', 'press.db')]) {
    const result = await runCommand(['read', folder, '--db', place]);
    assert.equal(result.exitCode, 1);
    assert.match(
      result.err,
      /cannot open the dossier .+; its folder is not there or may not be written, or it is a folder/u,
    );
  }
});

test('a line of JSON that does not fit says what of it', async (t) => {
  const database = join(temporaryFolder(t), 'press.db');
  const { exitCode, err } = await runCommand(['read', '-', '--db', database], { stdin: '{"text":12}\n[]\n' });
  assert.equal(exitCode, 1);
  const [first, second] = err.split('\n');
  assert.match(first ?? '', /^stdin:[0-9a-f]{16}:1: this JSON line does not fit: text Invalid input/u);
  assert.match(second ?? '', /^stdin:[0-9a-f]{16}:2: this JSON line does not fit: Invalid input/u);
});

test('a text without a day is explained without one, with the reason', async () => {
  const { out } = await runCommand(['explain', '-'], { stdin: 'Маяки светят кораблям, и корабли идут мимо скал.\n' });
  assert.match(out, /^published {2}\(not known\) — no date is printed, and the text shows none$/mu);
});

test('a part of the record that holds nothing says so beside the empty file', async (t) => {
  const database = join(temporaryFolder(t), 'press.db');
  const text = 'Тальмар и Варония подписали соглашение о маяках\n\n12 мая 2025 года подписано соглашение о маяках.\n';
  assert.equal((await runCommand(['read', '-', '--db', database], { stdin: text })).exitCode, 0);
  for (const argv of [
    ['brief', 'Лемурия'],
    ['export', '--about', 'Лемурия'],
  ]) {
    const { exitCode, err } = await runCommand([...argv, '--db', database]);
    assert.deepEqual([exitCode, err], [0, 'the record tells nothing of what was asked for: Лемурия\n'], argv[0]);
  }
  assert.equal((await runCommand(['brief', 'маяках', '--db', database])).err, '');
});

test('an empty file is no dossier yet, and a question leaves it empty', async (t) => {
  const file = join(temporaryFolder(t), 'touched.db');
  writeFileSync(file, '');
  const result = await runCommand(['timeline', '--db', file]);
  assert.equal(result.exitCode, 1);
  assert.match(result.err, /there is no dossier at .*touched\.db: read something first/u);
  assert.equal(readFileSync(file).length, 0);
});
