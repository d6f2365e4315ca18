// Plain JavaScript that any Node can run: makes sure that `node_modules` is there and as new as the lock file, so that
// `npm start` and `npm test` work in a fresh clone. The scripts proper then run on the Node pinned in package.json.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('servanda: installing what package-lock.json names …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error('servanda: `npm ci` failed; see above. The npm registry must be reachable the first time.');
    process.exit(1);
  }
  const now = new Date();
  utimesSync(installed, now, now);
}
