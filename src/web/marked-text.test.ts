import assert from 'node:assert/strict';
import { test } from 'node:test';

import { array, assert as assertProperty, nat, property, string, tuple } from 'fast-check';

import { markedText, paragraphsOf, type Mark } from './marked-text.ts';

/**
 * Given: brackets of each kind are one span. Drawn back: `1>` where span 1 begins, `<1` where it ends, `_` around each
 * piece that is marked.
 */
const cases: readonly (readonly [given: string, drawn: string])[] = [
  ['Стороны [подписали] договор', 'Стороны 1>_подписали_<1 договор'],
  ['Стороны [подписали {договор] вчера}', 'Стороны 1>_подписали _2>_договор_<1_ вчера_<2'],
  ['[Стороны {подписали} договор]', '1>_Стороны _2>_подписали_<2_ договор_<1'],
  ['[{Стороны]} молчат', '1>2>_Стороны_<1<2 молчат'],
];

test('spans that overlap, nest or coincide are each marked once at their begin and end', () => {
  for (const [given, drawn] of cases) {
    const { text, marks } = spansIn(given);
    assert.equal(drawnBack(String(markedText(text, marks, { start: 0, stop: text.length }))), drawn);
  }
});

test('every character under a span stands in a mark, no other does', () => {
  const span = tuple(nat(30), nat(30)).map(([a, b]) => ({ start: Math.min(a, b), stop: Math.max(a, b) + 1 }));
  assertProperty(
    property(
      array(span, { maxLength: 6 }),
      string({ minLength: 31, maxLength: 31, unit: 'grapheme-ascii' }),
      (spans, text) => {
        const marks = spans.map((one, i) => markOf(one.start, one.stop, String(i)));
        const out = String(markedText(text, marks, { start: 0, stop: text.length }));
        const marked = [...out.matchAll(/<mark[^>]*>(?:<a[^>]*>)?([^<]*)/gu)].map((m) => textOf(m[1] ?? '')).join('');
        const expected = [...text]
          .filter((_, at) => spans.some(({ start, stop }) => start <= at && at < stop))
          .join('');
        assert.equal(marked, expected);
      },
    ),
  );
});

test('a piece under several spans leads where the shortest leads', () => {
  const { text, marks } = spansIn('[Стороны {подписали} договор]');
  const out = String(markedText(text, marks, { start: 0, stop: text.length }));
  assert.match(out, /<mark class="deep"><a href="#1">подписали<\/a><\/mark>/u);
});

test('a span over two paragraphs is anchored in the first and numbered in the second', () => {
  const text = 'Первая.\nВторая.';
  const [first, second] = paragraphsOf(text).map((within) => String(markedText(text, [markOf(3, 12, '0')], within)));
  assert.match(first ?? '', /id="e-0".*<mark/u);
  assert.doesNotMatch(first ?? '', /<sup/u);
  assert.doesNotMatch(second ?? '', /id="e-0"/u);
  assert.match(second ?? '', /<mark.*<sup/u);
});

test('paragraphs are the lines that hold something', () => {
  assert.deepEqual(paragraphsOf('а\n\n  \nб'), [
    { start: 0, stop: 1 },
    { start: 6, stop: 7 },
  ]);
});

/** Markup in the notation of the table. */
function drawnBack(markup: string): string {
  return textOf(
    markup
      .replaceAll(/<span id="e-(\d)"><\/span>/gu, (_, id: string) => `${Number(id) + 1}&gt;`)
      .replaceAll(/<sup[^>]*>(\d)<\/sup\s*>/gu, '&lt;$1')
      .replaceAll(/<\/?mark[^>]*>/gu, '_'),
  );
}

function markOf(start: number, stop: number, id: string): Mark {
  return { start, stop, id, href: `#${id}`, number: Number(id) + 1, focus: false };
}

function spansIn(given: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = '';
  const at = new Map<string, number>();
  for (const letter of given) {
    if ('[{]}'.includes(letter)) at.set(letter, text.length);
    else text += letter;
  }
  const pairs = [
    ['[', ']'],
    ['{', '}'],
  ] as const;
  const marks = pairs.flatMap(([open, close], i) => {
    const [start, stop] = [at.get(open), at.get(close)];
    return start === undefined || stop === undefined ? [] : [markOf(start, stop, String(i))];
  });
  return { text, marks };
}

function textOf(markup: string): string {
  const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return markup
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => letters[name] ?? '');
}
