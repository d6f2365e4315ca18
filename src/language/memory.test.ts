import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createMemory } from './memory.ts';

test('what a memory gives is what was put into it last, and never more than it may hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.array(fc.tuple(fc.nat(60), fc.nat(99))), (most, puts) => {
      const memory = createMemory<string, number>(most);
      const all = new Map<string, number>();
      for (const [word, value] of puts) {
        const key = 'слово'.repeat(word % 3) + '-'.repeat(word);
        memory.set(key, value);
        all.set(key, value);
        assert.equal(memory.get(key), value);
      }
      const held = [...all].filter(([key, value]) => {
        const found = memory.get(key);
        assert.ok(found === undefined || found === value);
        return found !== undefined;
      });
      assert.ok(held.length <= most, `${held.length} of ${most}`);
    }),
  );
});

test('what is asked for again and again stays, what is not goes', () => {
  const memory = createMemory<string, number>(4);
  memory.set('often', 1);
  memory.set('once', 2);
  for (let i = 0; i < 20; i++) {
    memory.set(`new ${i}`, i);
    for (let times = 0; times < 3; times++) assert.equal(memory.get(`new ${i}`), i);
    for (let times = 0; times < 3; times++) assert.equal(memory.get('often'), 1);
  }
  assert.equal(memory.get('once'), undefined);
});

test('what is asked for once, however much it is, takes the place of little that is asked for often', () => {
  const memory = createMemory<string, number>(1000);
  const often = Array.from({ length: 300 }, (_, i) => `often ${i}`);
  for (const key of [...often, ...often]) if (memory.get(key) === undefined) memory.set(key, 1);
  for (let i = 0; i < 10_000; i++) memory.set(`once ${i}`, 1);
  const kept = often.filter((key) => memory.get(key) !== undefined);
  assert.ok(kept.length > 290, `${kept.length} of 300`);
});
