import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodies, bodyByKey, metonyms, stateByKey, states } from './gazetteer.ts';

test('every state has a key of its own, and a name that no other state has', () => {
  const keys = states.map((state) => state.key);
  assert.deepEqual(
    keys.filter((key, i) => keys.indexOf(key) !== i),
    [],
  );
  const names = states.flatMap((state) => [state.name, ...state.aliases]);
  assert.deepEqual(
    names.filter((name, i) => names.indexOf(name) !== i),
    [],
  );
  assert.ok(states.length > 190, `${states.length} states`);
});

test('codes and ids are well formed', () => {
  for (const state of states) {
    assert.match(state.code ?? 'XX', /^[A-Z]{2}$/u, state.name);
    assert.match(state.currency ?? 'XXX', /^[A-Z]{3}$/u, state.name);
    assert.match(state.capitalKey ?? 'Q1', /^Q\d+$/u, state.name);
    assert.ok(/^Q\d+$/u.test(state.key) || state.key === state.name, state.name);
    assert.ok(['member', 'partial', 'former', 'dependent'].includes(state.kind), state.name);
  }
  for (const body of bodies) assert.ok(/^Q\d+$/u.test(body.key) || body.key === body.name, body.name);
});

test('a metonym leads to a state or body that is listed, with its reason', () => {
  for (const metonym of metonyms) {
    assert.ok(stateByKey.has(metonym.of) || bodyByKey.has(metonym.of), metonym.name);
    assert.ok(metonym.reason.length > 5, metonym.name);
  }
});
