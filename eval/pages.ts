import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { z } from 'zod';

import { blockText } from '../src/document/block-text.ts';
import type { PageNode } from '../src/document/page-dom.ts';
import { rankLanguages } from '../src/app/rank-languages.ts';
import { readDocument } from '../src/document/read-document.ts';
import { scoreShingles, type ShingleTotals } from './shingles.ts';

const groundTruth = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** A way to get the main text out of a page. */
interface Extractor {
  readonly name: string;
  extract(html: Buffer, url: string): string | Promise<string>;
}

const own: Extractor = {
  name: 'servanda',
  extract(html, url) {
    const captured = {
      source: url,
      bytes: html,
      format: 'html',
      contentType: null,
      at: '2000-01-01T00:00:00Z',
    } as const;
    const read = readDocument(captured, rankLanguages);
    if (read.kind === 'rejected') return '';
    const { title, text } = read.document;
    return title === null ? text : text.slice(title.length);
  },
};

const readability: Extractor = {
  name: '@mozilla/readability alone',
  extract(html) {
    const { document } = parseHTML(html.toString('utf8'));
    return new Readability(document).parse()?.textContent ?? '';
  },
};

const defuddle: Extractor = {
  name: 'defuddle',
  async extract(html, url) {
    const { document } = parseHTML(html.toString('utf8'));
    const result = await Defuddle(document, url);
    return plainText(result.content);
  },
};

const articleExtractor: Extractor = {
  name: '@extractus/article-extractor',
  async extract(html, url) {
    const article = await extractFromHtml(html.toString('utf8'), url);
    return plainText(article?.content ?? '');
  },
};

function plainText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return blockText(document.body as unknown as PageNode);
}

/**
 * `npm run -s eval -- pages DIR [--peers] [--errors]`: how well the main text is found in the pages of
 * `DIR/html/ID.html.gz`, against `DIR/ground-truth.json` (`{ID: {articleBody, url}}`). Prints one JSON line
 * {pages, precision, recall, f1}; with `--peers` a Markdown table of peers before it, with `--errors` each page's score.
 */
export async function run(args: readonly string[]): Promise<void> {
  const folder = args.find((a) => !a.startsWith('--'));
  if (!folder)
    throw new Error('usage: npm run -s eval -- pages DIR, where DIR holds html/*.html.gz and ground-truth.json');
  const pages = readPages(folder);
  if (args.includes('--peers')) await comparePeers(pages);
  const { scored } = await measure(own, pages);
  if (args.includes('--errors')) {
    scored.pages.forEach((s, n) =>
      console.log(s.precision.toFixed(3), s.recall.toFixed(3), pages[n]?.id.slice(0, 8), pages[n]?.url),
    );
  }
  console.log(JSON.stringify({ pages: pages.length, ...scored.total }));
}

interface TruePage {
  readonly id: string;
  readonly url: string;
  readonly articleBody: string;
  readonly html: Buffer;
}

function readPages(folder: string): readonly TruePage[] {
  const truth = groundTruth.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
  return Object.entries(truth).map(([id, { url, articleBody }]) => ({
    id,
    url,
    articleBody,
    html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
  }));
}

/** Scores the main text that `readDocument` gives for a folder of pages, as `run` prints it. */
export async function scorePages(folder: string): Promise<ShingleTotals> {
  return (await measure(own, readPages(folder))).scored.total;
}

async function measure(extractor: Extractor, pages: readonly TruePage[]) {
  const texts: string[] = [];
  let failed = 0;
  const start = process.cpuUsage();
  for (const page of pages) {
    try {
      texts.push(await extractor.extract(page.html, page.url));
    } catch {
      failed += 1;
      texts.push('');
    }
  }
  const { user, system } = process.cpuUsage(start);
  const scored = scoreShingles(pages.map((page, n) => ({ truth: page.articleBody, text: texts[n] ?? '' })));
  return { scored, failed, perCpuSecond: pages.length / ((user + system) / 1e6) };
}

async function comparePeers(pages: readonly TruePage[]): Promise<void> {
  console.log('| extractor | precision | recall | F1 | pages per CPU second | failed |\n|---|---|---|---|---|---|');
  for (const extractor of [own, readability, defuddle, articleExtractor]) {
    const { scored, failed, perCpuSecond } = await measure(extractor, pages);
    const { precision, recall, f1 } = scored.total;
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
    console.log(`| ${extractor.name} | ${figures.join(' | ')} | ${perCpuSecond.toFixed(1)} | ${failed} |`);
  }
}
