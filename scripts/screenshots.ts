import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium, type Browser } from 'playwright-core';

import type { Dossier } from '../src/app/dossier.ts';
import { readSources } from '../src/app/read-sources.ts';
import { createThreadReader } from '../src/app/reader.ts';
import { programPath } from '../test/needs.ts';
import { servedTemporarily } from '../test/served-temporarily.ts';

/**
 * `node scripts/screenshots.ts`: pictures of the main pages over the example dossier, as of a day within it, into
 * `docs/screenshots/`. Needs the system's Chromium.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'screenshots');
const asOf = '2025-06-30';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

const executablePath = programPath('/usr/bin/chromium', '/usr/bin/google-chrome');
if (executablePath === null) throw new Error('screenshots need Chromium at /usr/bin/chromium');
await servedTemporarily(asOf, readExamples, async ({ dossier, address }) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    mkdirSync(folder, { recursive: true });
    for (const picture of await picturesOf(dossier)) await take(browser, address, picture);
  } finally {
    await browser.close();
  }
});

async function readExamples(database: string): Promise<void> {
  const reader = createThreadReader();
  try {
    const report = await readSources({
      database,
      paths: [join(root, 'examples', 'dossier')],
      stdin: process.stdin,
      readers: [reader],
      now: () => `${asOf}T00:00:00Z`,
      signal: new AbortController().signal,
    });
    console.log(`screenshots: ${report.read} articles read`);
  } finally {
    await reader.close();
  }
}

/**
 * The main pages, and two of them on a telephone and in the dark. The fullest agreement and article stand for their kind.
 */
async function picturesOf(from: Dossier): Promise<readonly Picture[]> {
  const agreements = await from.agreements({ asOf, limit: 200 });
  const agreement = agreements.lines.toSorted((a, b) => b.stages.length - a.stages.length)[0];
  const claims = [...agreements.cited.claims.values()];
  const articles = Map.groupBy(claims, ({ document }) => document);
  const article = [...articles].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0];
  return [
    { name: 'home', path: '/' },
    { name: 'timeline', path: '/timeline' },
    { name: 'agreement', path: `/agreements/${agreement?.id}` },
    { name: 'commitments', path: '/commitments?outcome=kept' },
    { name: 'document', path: `/documents/${article}` },
    { name: 'conflicts', path: '/conflicts' },
    { name: 'graph', path: '/graph' },
    { name: 'statements', path: '/statements' },
    { name: 'posts', path: '/posts' },
    { name: 'home-en-dark', path: '/?lang=en', dark: true },
    { name: 'document-phone', path: `/documents/${article}`, width: 390, height: 844 },
  ];
}

async function take(
  from: Browser,
  address: string,
  { name, path, width = 1280, height = 1000, dark = false }: Picture,
): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'ru-RU',
  });
  const page = await context.newPage();
  const response = await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
  if (response?.status() !== 200) throw new Error(`${path} answers ${response?.status()}`);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`screenshots: ${name}.png`);
  await context.close();
}
