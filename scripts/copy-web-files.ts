import { cpSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The last step of `npm run build`: what browsers are served as it is, copied beside the compiled code. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = globSync(['web/styles/*.css', 'web/browser/*.js', 'web/icon.svg'], { cwd: join(root, 'src') });
if (files.length === 0) throw new Error('no file for browsers was found under src/web');
for (const file of files) cpSync(join(root, 'src', file), join(root, 'dist', file));
