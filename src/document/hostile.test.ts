import assert from 'node:assert/strict';
import { test } from 'node:test';

import { deepest, limitMarkup } from './limit-markup.ts';
import { rankLanguages } from '../app/rank-languages.ts';
import { largestCapture } from '../model/capture.ts';
import { readDocument } from './read-document.ts';

const sentence = 'Министры двух стран договорились открыть паромную линию между столицами до конца весны. ';
const article = `<h1>Паром пойдёт в мае</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(5)}`;

/**
 * Inputs whose cost grows faster than their size where a step is careless: a step that is careless again makes the run hang,
 * each takes under 3 s of a core otherwise.
 */
const inputs: readonly (readonly [name: string, input: string])[] = [
  ['20,000 nested tags', `<html><body>${'<div>'.repeat(20_000)}${article}</body></html>`],
  ['400,000 nested tags', `<html><body>${'<div>'.repeat(400_000)}${article}</body></html>`],
  ['nested formatting', `<html><body>${'<b><i>'.repeat(200_000)}${article}</body></html>`],
  ['nested tables', `<html><body>${'<table><tr><td>'.repeat(5000)}${article}</body></html>`],
  ['tags that are only closed', `<html><body>${'</div></p>'.repeat(300_000)}${article}</body></html>`],
  ['40,000 flat tags', `<html><body>${article}${'<p>a</p>'.repeat(40_000)}</body></html>`],
  ['a tag that never ends', `<html><body>${article}<div ${'a="1" '.repeat(500_000)}`],
  ['a quote that never ends', `<html><body>${article}<a href="${'x'.repeat(3_000_000)}`],
  ['comments that never end', `<html><body>${article}${'<!--'.repeat(500_000)}`],
  ['less-than signs', `<html><body>${article}${'<'.repeat(2_000_000)}</body></html>`],
  ['scripts that never end', `<html><body>${article}${'<script>'.repeat(300_000)}`],
  ['entities', `<html><body>${article}<p>${'&amp;'.repeat(50_000)}</p></body></html>`],
  ['a line of 2,000,000 letters', `${sentence}\n${'а'.repeat(2_000_000)}`],
  ['a line of spaces', `${sentence}\n${' '.repeat(3_000_000)}х`],
  ['100,000 short lines', `Заголовок статьи о пароме\n${sentence}\n${'а\n'.repeat(100_000)}`],
  ['headings without end', `${'Порт принял судно\n'.repeat(60_000)}${sentence}`],
  ['marks that close nothing', `${sentence}\n${'«"(['.repeat(500_000)}`],
  ['agencies without end', `${sentence}\n${'сообщает ТАСС со ссылкой на '.repeat(60_000)}`],
  ['capitals without end', `МОСКВА, ${'А, '.repeat(500_000)}`],
  ['date-like digits', `${sentence}\n${'12.03.2024 18:40 '.repeat(100_000)}`],
  [
    'JSON-LD nested deep',
    `<html><head><script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script></head><body>${article}</body></html>`,
  ],
];

for (const [name, input] of inputs) {
  test(`nothing hangs and nothing throws: ${name}`, () => {
    const bytes = new TextEncoder().encode(input).subarray(0, largestCapture);
    const captured = { source: 'hostile', bytes, format: null, contentType: null, at: '2024-06-01T00:00:00Z' };
    const result = readDocument(captured, rankLanguages);
    assert.ok(result.kind === 'document' || result.reason.length > 10);
    if (input.includes('<h1>') && !name.startsWith('a ') && result.kind === 'document') {
      assert.ok(
        result.document.text.includes('договорились открыть паромную линию'),
        'the article itself is still read',
      );
    }
  });
}

test('what is over the size is refused', () => {
  const bytes = new Uint8Array(largestCapture + 1).fill(97);
  const captured = { source: 'big', bytes, format: 'text', contentType: null, at: '2024-06-01T00:00:00Z' } as const;
  const result = readDocument(captured, rankLanguages);
  assert.equal(result.kind, 'rejected');
});

test('markup within the bounds comes back as it was', () => {
  const page = `<html><body><p>Один<p>Два<br><img src="a>b"><ul><li>Три<li>Четыре</ul>${article}</body></html>`;
  assert.equal(limitMarkup(page), page);
});

test('paragraphs that are never closed do not count as nested', () => {
  const page = `<html><body>${'<p>Абзац<li>Строка'.repeat(deepest * 2)}</body></html>`;
  assert.equal(limitMarkup(page), page);
});

test('deeper elements go and their text stays', () => {
  const limited = limitMarkup(`${'<div>'.repeat(1000)}<p>Текст</p>${'</div>'.repeat(1000)}<p>После</p>`);
  assert.equal(limited.match(/<div>/gu)?.length, deepest);
  assert.equal(limited.match(/<\/div>/gu)?.length, deepest);
  assert.ok(limited.includes('Текст') && limited.endsWith('<p>После</p>'));
});
