import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createMemory } from './memory.ts';

test('what a memory gives is what was put into it last, and never more than it may hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.array(fc.tuple(fc.nat(20), fc.nat(99))), (most, puts) => {
      const memory = createMemory<number, number>(most);
      const all = new Map<number, number>();
      for (const [key, value] of puts) {
        memory.set(key, value);
        all.set(key, value);
        assert.equal(memory.get(key), value);
      }
      const held = [...all].filter(([key, value]) => {
        const found = memory.get(key);
        assert.ok(found === undefined || found === value);
        return found !== undefined;
      });
      assert.ok(held.length <= most + 1, `${held.length} of ${most}`);
    }),
  );
});

test('what is asked for again and again stays, what is not goes', () => {
  const memory = createMemory<string, number>(4);
  memory.set('often', 1);
  memory.set('once', 2);
  for (let i = 0; i < 20; i++) {
    memory.set(`new ${i}`, i);
    assert.equal(memory.get('often'), 1);
  }
  assert.equal(memory.get('once'), undefined);
});
