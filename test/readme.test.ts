import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { exampleFiles, readFiles } from './examples.ts';
import { runCommand } from './run-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** Lines of the shell blocks, without prompts, comments and what they are piped into. */
const commands = [...readme.matchAll(/```(?:sh|console|bash)\n([\s\S]*?)```/gu)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) =>
    line
      .replace(/^\$ /u, '')
      .replace(/\s+(?:[#|>]).*$/u, '')
      .trim(),
  )
  .filter((line) => /^(?:npx )?servanda |^npm /u.test(line));

let folder = '';
let database = '';
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-readme-'));
  database = join(folder, 'dossier.db');
  await readFiles(database, exampleFiles);
});
after(() => rmSync(folder, { recursive: true }));

test('the README names commands', () => assert.ok(commands.length > 0));

for (const line of new Set(commands)) {
  const [program = '', ...argv] = wordsOf(line.replace(/^npx /u, ''));
  test(`README: ${line}`, async () => {
    if (program === 'npm') assertScript(argv);
    else await assertCommand(argv);
  });
}

/** Shell blocks, each with the table that stands behind it: some rows of what the commands print. */
const printed = [...readme.matchAll(/```console\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/gu)];

test('what the README shows is printed', async () => {
  assert.ok(printed.length > 0);
  for (const [, block = '', table = ''] of printed) {
    const outputs = await Promise.all(
      block.split('\n').flatMap((line) => (line.startsWith('$ npx servanda ') ? [outputOf(line)] : [])),
    );
    const lines = new Set(outputs.flatMap((output) => output.split('\n')).map((line) => line.trimEnd()));
    const missing = table.split('\n').filter((line) => !lines.has(line.trimEnd()));
    assert.deepEqual(missing, [], `${block} prints no such lines; copy them anew`);
  }
});

async function outputOf(line: string): Promise<string> {
  const [, ...argv] = wordsOf(line.replace('$ npx ', ''));
  const asked = argv.toSpliced(argv.indexOf('--db'), 2, '--db', database);
  const { exitCode, out, err } = await runCommand(asked, { width: 120 });
  assert.equal(exitCode, 0, err);
  return out;
}

for (const [, path = ''] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)) {
  test(`README links to ${path}, which is there`, () => assert.ok(existsSync(join(root, path))));
}

/** `npm start`, `npm test`, `npm run -s eval -- record …`: the script is there, and so is what it is told to run. */
function assertScript(argv: readonly string[]): void {
  const words = argv.filter((word) => !word.startsWith('-'));
  const [first = '', second = '', third = ''] = words;
  const script = first === 'run' ? second : first;
  if (script === 'install' || script === 'ci') return;
  assert.ok(script in manifest.scripts, `package.json has no script ${script}`);
  if (script === 'eval' || script === 'bench') assert.ok(existsSync(join(root, script, `${third}.ts`)));
}

/** Runs a command over the examples; one that would go on for ever is asked for its help. */
async function assertCommand(argv: readonly string[]): Promise<void> {
  const [name = ''] = argv;
  const dbAt = argv.indexOf('--db');
  const own = dbAt < 0 ? argv : argv.toSpliced(dbAt, 2);
  const asked = name === 'serve' ? [name, '--help'] : [...own, '--db', database];
  const folderBefore = process.cwd();
  process.chdir(root);
  try {
    const { exitCode, err } = await runCommand(name.startsWith('-') ? argv : asked);
    assert.equal(exitCode, 0, err);
  } finally {
    process.chdir(folderBefore);
  }
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}
