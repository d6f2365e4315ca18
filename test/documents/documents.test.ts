import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { rankLanguages } from '../../src/app/rank-languages.ts';
import type { CapturedSource } from '../../src/model/capture.ts';
import { readDocument, type ReadDocument, type Rejected } from '../../src/document/read-document.ts';

/**
 * Texts and pages of our own making, read whole. What comes out stands beside each as `NAME.golden`. A golden that is
 * missing fails; they are rewritten only by `SERVANDA_REWRITE=documents node --test test/documents/documents.test.ts`,
 * and then every change is to be read before it is committed.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');
const rewrites = process.env['SERVANDA_REWRITE'] === 'documents';

/** Cases that need more than their bytes. */
const circumstances: Readonly<Record<string, Partial<CapturedSource>>> = {
  'header-charset.html': { contentType: 'text/html; charset=windows-1251' },
  'amp.html': { source: 'https://amp.port.example/news/1/amp' },
  'tracking.html': { source: 'HTTPS://www.Port.example:443//news/1/?utm_source=feed&id=5&fbclid=x#top' },
  'canonical-to-front-page.html': { source: 'https://port.example/news/1' },
  'open-graph.html': { source: 'https://port.example/news/1?from=main' },
};

const files = globSync('*', { cwd: folder })
  .filter((name) => !name.endsWith('.golden'))
  .toSorted();

for (const name of files) {
  test(`document: ${name}`, () => {
    const golden = join(folder, `${name}.golden`);
    const result = render(readDocument(captureOf(name), rankLanguages));
    if (rewrites) writeFileSync(golden, result);
    assert.ok(existsSync(golden), `${basename(golden)} is missing: read what comes out, then write it by the flag`);
    assert.equal(result, readFileSync(golden, 'utf8'));
  });
}

test('there are at least 60 of them', () => {
  assert.ok(files.length >= 60, `${files.length}`);
});

for (const name of files) {
  test(`the canonical form holds: ${name}`, () => {
    const result = readDocument(captureOf(name), rankLanguages);
    if (result.kind === 'rejected') return assert.ok(result.reason.length > 10, result.reason);
    const { text, title } = result.document;
    assert.equal(text, text.normalize('NFC'));
    assert.doesNotMatch(text, /^\s|\s$|\n\n| {2}|\r|\t| \n|\n |\p{Cf}/u);
    if (title !== null) assert.equal(text.split('\n')[0], title);
    for (const { start, stop, text: words } of result.corrections) assert.equal(text.slice(start, stop), words);
  });
}

function captureOf(name: string): CapturedSource {
  const format = name.endsWith('.json') ? 'json' : null;
  const bytes = readFileSync(join(folder, name));
  return {
    source: `cases/${name}`,
    bytes,
    format,
    contentType: null,
    at: '2024-06-01T00:00:00Z',
    ...circumstances[name],
  };
}

function render(result: ReadDocument | Rejected): string {
  if (result.kind === 'rejected') return `rejected: ${result.reason}\n`;
  const { document, reasons, corrections, agencies, addresses, authors, charset } = result;
  const { published, publishedTime } = document;
  const day = published
    ? `${published.from ?? '…'} – ${published.to ?? '…'} (${published.basis}) ${publishedTime ?? ''}`
    : 'not known';
  const lines: readonly (string | null)[] = [
    `source: ${document.source}`,
    addresses.length > 1 ? `also at: ${addresses.slice(1).join(' ')}` : null,
    `title: ${document.title ?? '(none)'}`,
    `outlet: ${document.outlet ?? '(none)'} · ${reasons.outlet}`,
    authors.length > 0 ? `authors: ${authors.join(', ')}` : null,
    `language: ${document.language}`,
    `published: ${day.trim()}`,
    `charset: ${charset.name} · ${charset.why}`,
    ...agencies.map((mark) => `agency: ${mark.name} (${mark.form})`),
    ...corrections.map((correction) => `${correction.type}: ${correction.text}`),
    ...document.removed.map((removed) => `- ${removed.reason}: ${removed.text.replaceAll('\n', ' / ')}`),
    '',
    document.text,
  ];
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
}
