import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLanguage } from '../../../app/load-language.ts';
import { parseSentence } from '../syntax/parse-sentence.ts';
import { tokenise } from '../tokenise.ts';
import { extractSecondRows, secondWidth } from './second-look.ts';
import type { TaggedSpan } from './tag-spans.ts';
import { layOutCells } from './tagger-features.ts';
import { listenToDocument } from './told-by-document.ts';

const { syntax, mentions } = loadLanguage();

const sentences = tokenise('Агентство Олмарис сообщило новость. Люди читают Олмарис. Погода хорошая.').map(
  (sentence) => parseSentence(sentence, syntax).tokens,
);
const cells = layOutCells(sentences, mentions.forms);
const found: TaggedSpan = { sentence: 0, from: 1, to: 2, type: 'ORGANIZATION', head: 'ORGANIZATION' };

test('where nothing was found, nothing is told', () => {
  assert.deepEqual(extractSecondRows(cells, [], null), [null, null, null]);
});

test('a find speaks for the same word elsewhere and for its neighbours, and for no other word', () => {
  const { tell } = listenToDocument(cells, [found]);
  const told = sentences.map((tokens, s) => tokens.flatMap(({ text }, i) => (tell(s, i) ? [text] : [])));
  assert.deepEqual(told, [['Агентство', 'Олмарис', 'сообщило'], ['Олмарис'], []]);
});

test('a find does not vote for itself', () => {
  const alone = listenToDocument(cells, [found]);
  const twice = listenToDocument(cells, [found, { ...found, sentence: 1, from: 2, to: 3 }]);
  assert.notEqual(alone.tell(0, 1)?.lemma.winner, twice.tell(0, 1)?.lemma.winner);
  assert.deepEqual(alone.tell(0, 1)?.tags, twice.tell(0, 1)?.tags);
});

test('rows are as long as their sentences; what the flat head found is told only when it is asked', () => {
  const [row] = extractSecondRows(cells, [found], null);
  const [withFlat] = extractSecondRows(cells, [found, { ...found, type: 'ORG', head: 'flat' }], 1);
  assert.equal(row?.length, (sentences[0]?.length ?? 0) * secondWidth);
  const count = (values: Int32Array | null | undefined): number => (values ?? []).filter((value) => value !== 0).length;
  assert.ok(count(withFlat) > count(row));
});
