import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { readDocument } from '../src/document/read-document.ts';
import { scoreShingles, type ShingleScore } from './shingles.ts';
import { z } from 'zod';

const groundTruth = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** A way to get the main text out of a page. */
interface Extractor {
  readonly name: string;
  extract(html: Buffer, url: string): string | Promise<string>;
}

const own: Extractor = {
  name: 'servanda',
  extract(html, url) {
    const read = readDocument({
      source: url,
      bytes: html,
      format: 'html',
      contentType: null,
      at: '2000-01-01T00:00:00Z',
    });
    if (read.kind === 'rejected') return '';
    const { title, text } = read.document;
    return title === null ? text : text.slice(title.length);
  },
};

/**
 * `npm run -s eval -- pages DIR [--errors]`: how well the main text is found in the pages of `DIR/html/ID.html.gz`, against
 * `DIR/ground-truth.json` (`{ID: {articleBody, url}}`). Prints one JSON line {pages, precision, recall, f1}.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [folder] = args.filter((a) => !a.startsWith('--'));
  if (!folder)
    throw new Error('usage: npm run -s eval -- pages DIR, where DIR holds html/*.html.gz and ground-truth.json');
  const truth = groundTruth.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
  const pages = Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    url,
    articleBody,
    html: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
  }));
  const scores: ShingleScore[] = [];
  const extracted = [];
  for (const page of pages) extracted.push(await own.extract(page.html, page.url));
  const result = scoreShingles(pages.map((page, n) => ({ truth: page.articleBody, text: extracted[n] ?? '' })));
  console.log(JSON.stringify({ pages: pages.length, ...result.total }));
  if (args.includes('--errors'))
    result.pages.forEach((s, n) =>
      console.log(s.precision.toFixed(3), s.recall.toFixed(3), pages[n]?.id.slice(0, 8), pages[n]?.url),
    );
}
