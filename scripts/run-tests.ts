import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What `npm test` runs, in order: format, lint, types, then every test file that is named or, without names, found.
 * Fails when it finds no test file. `--checks-only` stops before the tests.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const named = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const checksOnly = process.argv.includes('--checks-only');
const folders = ['src', 'test', 'eval', 'bench', 'scripts', 'bin', 'training'];

const checks: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['format', 'oxfmt', ['--check', ...folders]],
  ['lint', 'oxlint', ['--deny-warnings', ...folders]],
  ['types', 'tsc', ['--noEmit']],
];

const failed: string[] = [];
if (named.length === 0) {
  for (const [name, command, args] of checks) run(name, join(root, 'node_modules', '.bin', command), args);
}
if (!checksOnly) {
  const files = named.length > 0 ? named : findTests();
  if (files.length === 0) {
    console.error('no test file was found: src/**/*.test.ts, test/**/*.test.ts, eval/**/*.test.ts');
    process.exit(1);
  }
  run('tests', process.execPath, ['--test', `--test-concurrency=${availableParallelism()}`, ...files]);
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exit(1);
}

function findTests(): readonly string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'eval/**/*.test.ts', 'scripts/**/*.test.ts'], {
    cwd: root,
  }).toSorted();
}

/** Runs one of them to its end; what fails is told again at the end, and stops none of the others. */
function run(name: string, command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) throw new Error(`${name} could not be started`, { cause: result.error });
  if (result.status !== 0) failed.push(name);
}
