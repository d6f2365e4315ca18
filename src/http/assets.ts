import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Hono } from 'hono';
import { etag } from 'hono/etag';

const web = fileURLToPath(new URL('../web/', import.meta.url));
const require = createRequire(import.meta.url);
const fonts = join(dirname(require.resolve('@fontsource-variable/literata/package.json')), 'files');
const graph = dirname(require.resolve('graphology'));
const sigma = dirname(require.resolve('sigma'));

/** Every file that a browser may have, by the name it goes by. Nothing else of the disk can be asked for. */
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  'styles.css': [join(web, 'styles'), 'text/css; charset=utf-8'],
  'icon.svg': [join(web, 'icon.svg'), 'image/svg+xml'],
  'timeline.js': [join(web, 'browser', 'timeline.js'), 'text/javascript; charset=utf-8'],
  'reading.js': [join(web, 'browser', 'reading.js'), 'text/javascript; charset=utf-8'],
  'graph.js': [join(web, 'browser', 'graph.js'), 'text/javascript; charset=utf-8'],
  'graphology.js': [join(graph, 'graphology.umd.min.js'), 'text/javascript; charset=utf-8'],
  'sigma.js': [join(sigma, 'sigma.min.js'), 'text/javascript; charset=utf-8'],
  'literata-cyrillic.woff2': [join(fonts, 'literata-cyrillic-wght-normal.woff2'), 'font/woff2'],
  'literata-latin.woff2': [join(fonts, 'literata-latin-wght-normal.woff2'), 'font/woff2'],
};

/** Styles, scripts and type, read from the disk once and kept. */
export function assets(): Hono {
  const app = new Hono();
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  app.use(etag());
  app.get('/:name', async (c) => {
    const name = c.req.param('name');
    const file = files[name];
    if (!file || !Object.hasOwn(files, name)) return c.notFound();
    const bytes = kept.get(name) ?? readBytes(file[0]);
    kept.set(name, bytes);
    const lasting = name.endsWith('.woff2') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return c.body(await bytes, 200, { 'content-type': file[1], 'cache-control': lasting });
  });
  return app;
}

/** The bytes of a file; of a folder, its files one after another in the order of their names. */
async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!path.endsWith('styles')) return new Uint8Array(await readFile(path));
  const names = (await readdir(path)).filter((name) => name.endsWith('.css')).toSorted();
  const parts = await Promise.all(names.map((name) => readFile(join(path, name))));
  return new Uint8Array(Buffer.concat(parts));
}
