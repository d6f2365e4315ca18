import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagSpans } from './tag-spans.ts';
import { joinTaggerModels, readTaggerModel, writeTaggerModel } from './tagger-model.ts';

/** A head of one type whose features speak for one label each: hash 10 + label. */
function modelWith(transitions: readonly number[] = Array.from({ length: 25 }, () => 0)): Uint8Array {
  return writeTaggerModel(
    [
      {
        name: 'PERSON',
        types: ['PERSON'],
        scale: 0.1,
        transitions: Float32Array.from(transitions),
        first: new Float32Array(5),
        last: new Float32Array(5),
      },
    ],
    [0, 1, 2, 3, 4].map((label) => ({ hash: 10 + label, weights: [[label, 100] as const] })),
  );
}

/** Labels that the features of each token speak for: «O B I L U». */
const cases: readonly (readonly [labels: string, spans: string])[] = [
  ['O U O', '1-2'],
  ['B L', '0-2'],
  ['B I L O U', '0-3 4-5'],
  ['U U', '0-1 1-2'],
  ['O O', ''],
];

for (const [labels, spans] of cases) {
  test(`features for ${labels} give the spans ${spans || 'none'}`, () => {
    const words = labels.split(' ');
    const values = Int32Array.from(words, (label) => 10 + 'OBILU'.indexOf(label));
    const found = tagSpans(readTaggerModel(modelWith()), { width: 1, values }, [words.length], () => true);
    assert.equal(found.map(({ from, to }) => `${from}-${to}`).join(' '), spans);
  });
}

test('an unlawful run of labels never comes out: I without B, B without L', () => {
  for (const labels of ['I O', 'O L', 'B O', 'I', 'L', 'B', 'B U', 'B B']) {
    const words = labels.split(' ');
    const values = Int32Array.from(words, (label) => 10 + 'OBILU'.indexOf(label));
    const found = tagSpans(readTaggerModel(modelWith()), { width: 1, values }, [words.length], () => true);
    for (const { from, to } of found) assert.ok(from < to && to <= words.length, labels);
  }
});

test('sentences are tagged apart', () => {
  const values = Int32Array.from([11, 13, 14, 10]);
  const found = tagSpans(readTaggerModel(modelWith()), { width: 1, values }, [2, 2], () => true);
  assert.deepEqual(
    found.map(({ sentence, from, to }) => [sentence, from, to]),
    [
      [0, 0, 2],
      [1, 0, 1],
    ],
  );
});

test('heads that are not wanted are left out with their weights', () => {
  const model = readTaggerModel(modelWith(), () => false);
  assert.equal(model.heads.length, 0);
  assert.equal(model.table.runs.length, 0);
});

test('a file that is cut short is refused', () => {
  const bytes = modelWith();
  assert.throws(() => readTaggerModel(bytes.subarray(0, bytes.length - 3)), RangeError);
});

test('the second look stands behind the first in one file', () => {
  const bytes = joinTaggerModels(modelWith(), modelWith());
  const model = readTaggerModel(bytes);
  assert.equal(model.second?.heads[0]?.name, 'PERSON');
  assert.equal(model.second?.second, null);
  assert.throws(() => readTaggerModel(bytes.subarray(0, bytes.length - 3)), RangeError);
});
