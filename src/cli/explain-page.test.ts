import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';

import { type Explanation, explainFile } from '../app/explain.ts';
import { renderExplainPage } from './explain-page.ts';
import { parseRows } from '../app/parse-rows.ts';

const text = `Тальмар и Варония подписали соглашение о маяках

12 мая 2025 года министры подписали в Лескене соглашение о <маяках>. Следующая встреча запланирована на июнь.
Тихая ночь.
`;

async function explanationOf(words: string): Promise<Explanation> {
  const stdin = Readable.from([Buffer.from(words)]);
  const [explanation] = await explainFile('-', { stdin, now: () => '2025-05-13T09:00:00Z' });
  assert.ok(explanation && !('reason' in explanation));
  return explanation;
}

test('a row a word: lemma, form, relation and head by its position in the sentence', async () => {
  const { sentences } = await explanationOf(text);
  const signed = sentences.find((s) => s.text.startsWith('12 мая'));
  const rows = parseRows(signed?.tokens ?? []);
  const verb = rows.find((r) => r.text === 'подписали');
  assert.deepEqual(
    [verb?.lemma, verb?.tag.split(' ')[0], verb?.relation, verb?.head],
    ['подписать', 'VERB', 'root', null],
  );
  const subject = rows.find((r) => r.text === 'министры');
  assert.deepEqual(subject?.head, { position: verb?.position, text: 'подписали' });
  assert.ok(!rows.some((r) => r.text === '.'));
  assert.deepEqual(parseRows([]), []);
});

test('each claim tells the word that it started from and what told its status, in words of its sentence', async () => {
  const { sentences } = await explanationOf(text);
  const meeting = sentences.flatMap((s) => s.claims).find((c) => c.type === 'meeting');
  assert.equal(meeting?.status, 'planned');
  assert.equal(meeting?.trigger?.text, 'встреча');
  assert.ok(
    meeting?.cues.some((cue) => cue.includes('«запланирована»')),
    JSON.stringify(meeting?.cues),
  );
});

test('names and times tell what they stand for, within their sentence', async () => {
  const { sentences } = await explanationOf(text);
  for (const s of sentences) {
    for (const m of [...s.mentions, ...s.times]) {
      assert.equal(s.text.slice(m.start - s.start, m.stop - s.start), m.text);
    }
  }
  const days = sentences.flatMap((s) => s.times).map((t) => [t.text, t.from, t.to]);
  assert.deepEqual(days[0], ['12 мая 2025 года', '2025-05-12', '2025-05-12']);
});

test('the page stands alone, escapes what it quotes, and says where nothing applies', async () => {
  const page = renderExplainPage([await explanationOf(text)]);
  assert.match(page, /^<!doctype html>/u);
  assert.doesNotMatch(page, /\s(?:src|href)=|<script|@import|url\(/u);
  assert.match(page, /соглашение о &lt;маяках(?:<\/mark>)?&gt;/u);
  assert.match(page, /<mark>[^<]*подписали/u);
  assert.match(page, /No frame applies/u);
  assert.match(page, /status by [^<]*запланирована/u);
});

test('a text in a language that is not analysed says so', async () => {
  const explanation = await explanationOf('The ministers of both countries agreed to open a ferry line in the summer.');
  assert.deepEqual(explanation.sentences, []);
  assert.match(renderExplainPage([explanation]), /Texts in en are kept and searched, and not analysed/u);
});

test('the marks of a sentence hold its whole text once, also where evidences overlap', async () => {
  const explanation = await explanationOf(text);
  const page = renderExplainPage([explanation]);
  const headings = [...page.matchAll(/<h2[^>]*><span class="number">\d+<\/span>(.*?)<\/h2>/gsu)].map(([, inner = '']) =>
    inner
      .replaceAll(/<\/?mark>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .trim(),
  );
  assert.deepEqual(
    headings,
    explanation.sentences.map((s) => s.text.trim()),
  );
});
