import assert from 'node:assert/strict';
import { test } from 'node:test';

import { makeFeatures, namesOf } from './features.ts';

test('all features have the same names in the same order', () => {
  assert.deepEqual(Object.keys(makeFeatures({ number: 'Plur', case: 'Gen' })), Object.keys(makeFeatures({})));
});

test('the names that a word has are those with a value, in the order of Universal Dependencies', () => {
  const features = makeFeatures({ voice: 'Pass', number: 'Plur', case: 'Gen' });
  assert.deepEqual(namesOf(features), ['case', 'number', 'voice']);
});

test('what is written as JSON has no absent feature', () => {
  assert.equal(JSON.stringify(makeFeatures({ number: 'Plur', case: 'Gen' })), '{"case":"Gen","number":"Plur"}');
});
