import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { ParsedWord } from '../model/claim-reading.ts';
import { parseDrawing, relationName } from './parse-drawing.ts';

/** Words one after another, a letter apart: «текст голова:связь», the head by its position. */
function wordsOf(...written: readonly string[]): readonly ParsedWord[] {
  const texts = written.map((one) => one.split(' ')[0] ?? '');
  let start = 0;
  return written.map((one, i) => {
    const [text = '', place = ''] = one.split(' ');
    const [head = '', relation = ''] = place.split(/:(.*)/u);
    const from = start;
    start += text.length + 1;
    const on = Number(head) === 0 ? null : { position: Number(head), text: texts[Number(head) - 1] ?? '' };
    return { start: from, stop: from + text.length, position: i + 1, text, lemma: text, tag: 'X', relation, head: on };
  });
}

const options = { language: 'en', label: 'arcs', marked: { start: 0, stop: 3 }, trigger: null } as const;

test('an arc a word that hangs on another; arcs that share words do not share a height', () => {
  const drawn = String(parseDrawing(wordsOf('Он 2:nsubj', 'пел 0:root', 'старую 4:amod', 'песню 2:obj'), options));
  assert.equal(drawn.match(/<path\s+d=/gu)?.length, 3);
  const heights = [...drawn.matchAll(/Q[\d.]+ ([\d.]+) [\d.]+ \1H/gu)].map(([, top]) => Number(top));
  const [nearest, attribute, object] = heights;
  assert.equal(nearest, attribute);
  assert.ok(
    object !== undefined && attribute !== undefined && object < attribute,
    'the object rises over its attribute',
  );
});

test('the evidence and the word that it started from are told apart, and text of the article is escaped', () => {
  const words = wordsOf('Он 2:nsubj', 'пел 0:root', '<b> 2:obj');
  const drawn = String(parseDrawing(words, { ...options, trigger: { start: 3, stop: 6 } }));
  assert.match(drawn, /class="word inside"[^>]*>Он</u);
  assert.match(drawn, /class="word trigger"[^>]*>пел</u);
  assert.match(drawn, /class="word outside"[^>]*>&lt;b&gt;</u);
});

test('a sentence of one word, and one whose head was punctuation, are drawn without arcs', () => {
  for (const words of [wordsOf('Да 0:root'), wordsOf('Да 7:discourse')]) {
    assert.doesNotMatch(String(parseDrawing(words, options)), /<path/u);
  }
});

test('a relation that has no name of its own is named after its kind, an unknown one as it is', () => {
  assert.equal(relationName('nsubj:pass', 'ru'), 'подлежащее');
  assert.equal(relationName('acl:relcl', 'en'), 'relative clause');
  assert.equal(relationName('goeswith', 'en'), 'goeswith');
});
