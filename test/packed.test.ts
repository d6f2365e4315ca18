import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { exampleFiles } from './examples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
/** The node of these tests before that of the machine, which may be older. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly version: string }>>;
}

/**
 * An empty folder with the package and the very versions that are pinned here: what `npm install` makes of it, without
 * asking a registry what is new.
 */
async function installInto(folder: string): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, env });
  const tarball = /servanda-[\d.]+\.tgz/u.exec(stdout)?.[0] ?? assert.fail(`npm pack made no package: ${stdout}`);
  const dependencies = { servanda: `file:${tarball}` };
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const kept = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const { version, dependencies: own, bin, engines } = manifest;
  const packages = {
    '': { name: 'empty', version: '1.0.0', dependencies },
    'node_modules/servanda': { version, resolved: `file:${tarball}`, dependencies: own, bin, engines },
    ...Object.fromEntries(kept),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', dependencies }));
  const locked = { name: 'empty', version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(locked));
  const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['ci', ...quiet], { cwd: folder, env });
}

test('the packed package reads, exports and serves out of an empty folder', async (t) => {
  const folder = temporaryFolder(t);
  await installInto(folder);
  const program = join(folder, 'node_modules', '.bin', 'servanda');
  const ask = (...args: readonly string[]) => run(program, [...args, '--db', 'record.db'], { cwd: folder, env });
  const articles = exampleFiles.slice(0, 4).map((file, n) => {
    copyFileSync(join(root, file), join(folder, `${n}.txt`));
    return `${n}.txt`;
  });
  assert.match((await ask('read', ...articles)).stdout, /^4 read, 0 known already, 0 failed/u);
  // The worker processes are another way into the package.
  copyFileSync(join(root, exampleFiles[5] ?? ''), join(folder, '5.txt'));
  assert.match((await ask('read', '5.txt', '--workers', '2')).stdout, /^1 read/u);
  assert.match((await ask('export')).stdout, /"kind":"agreement"/u);
  assert.match((await ask('doctor')).stdout, /models: well/u);
  const server = spawn(program, ['serve', '--port', '0', '--db', 'record.db'], { cwd: folder, env });
  t.after(() => server.kill('SIGKILL'));
  const [address] = await once(server.stdout, 'data');
  const page = await fetch(new URL('/agreements', String(address).trim()));
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<html lang="ru"/u);
});
